import Foundation
import StrictJSON

/// What a browser says of the ceremony (WebAuthn § 5.8.1, `CollectedClientData`).
struct ClientData: Hashable, Sendable {
    /// What a browser was asked to do.
    enum Ceremony: String, Sendable {
        case create = "webauthn.create"
        case get = "webauthn.get"
    }

    /// The most bytes that are read.
    static let limit = 4096

    let ceremony: Ceremony
    let challenge: [UInt8]
    let origin: String

    /// Reads it strictly: a name twice is refused, members that are not known are left alone (§ 5.8.1.2).
    init(_ bytes: [UInt8], expecting ceremony: Ceremony) throws(PasskeyFault) {
        guard bytes.count <= Self.limit else { throw .malformed }
        let value: JSONValue
        do { value = try JSONValue(bytes) } catch { throw .malformed }
        guard case .object(let members) = value, case .string(let type) = members["type"],
            case .string(let challenge) = members["challenge"], case .string(let origin) = members["origin"],
            let drawn = [UInt8](base64URL: challenge)
        else { throw .malformed }
        guard type == ceremony.rawValue else { throw .wrongType }
        switch members["crossOrigin"] {
        case nil, .flag(false): break
        case .flag(true): throw .framed
        default: throw .malformed
        }
        guard members["topOrigin"] == nil else { throw .framed }
        self.ceremony = ceremony
        self.challenge = drawn
        self.origin = origin
    }
}

extension [UInt8] {
    /// Reads base64url without filling (RFC 7515 § 2).
    init?(base64URL text: String) {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
        else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let filling = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: plain + filling) else { return nil }
        self = Array(data)
    }
}

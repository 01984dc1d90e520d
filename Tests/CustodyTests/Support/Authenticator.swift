import Crypto
import Foundation
import Testing

@testable import Custody

/// A phone or a key that makes and uses a passkey, as WebAuthn § 6 says; each part can be bent.
struct Authenticator {
    static let party = "dmp.example.fr"
    static let origin = "https://dmp.example.fr"

    let key = P256.Signing.PrivateKey()
    let credential = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    var counter: UInt32 = 0
    var counts = true
    /// What it says of itself: user present, user verified.
    var flags: UInt8 = 0x05
    var relyingParty = Authenticator.party
    var origin = Authenticator.origin
    var user: [UInt8] = []

    func client(_ type: String, _ challenge: [UInt8], more: String = #","crossOrigin":false"#) -> [UInt8] {
        let text = Data(challenge).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        return Array(#"{"type":"\#(type)","challenge":"\#(text)","origin":"\#(origin)"\#(more)}"#.utf8)
    }

    func data(_ flags: UInt8, _ rest: [UInt8] = []) -> [UInt8] {
        Array(SHA256.hash(data: Data(relyingParty.utf8))) + [flags]
            + withUnsafeBytes(of: counter.bigEndian) { [UInt8]($0) }
            + rest
    }

    /// The key as authenticators write it.
    var cose: [UInt8] {
        let point = Array(key.publicKey.rawRepresentation)
        return [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20] + point.prefix(32) + [0x22, 0x58, 0x20]
            + point.suffix(32)
    }

    func made(_ challenge: [UInt8], name: String = "Mon téléphone") -> NewPasskey {
        let length = [UInt8(credential.count >> 8), UInt8(credential.count & 0xFF)]
        return NewPasskey(
            credential: credential,
            clientData: client("webauthn.create", challenge),
            authenticatorData: data(flags | 0x40, [UInt8](repeating: 0, count: 16) + length + credential + cose),
            publicKey: Array(key.publicKey.derRepresentation),
            name: name
        )
    }

    mutating func answer(_ challenge: [UInt8]) throws -> PasskeyAnswer {
        if counts { counter += 1 }
        return try signed(client("webauthn.get", challenge), data(flags))
    }

    func signed(_ client: [UInt8], _ data: [UInt8]) throws -> PasskeyAnswer {
        let signature = try key.signature(for: data + Array(SHA256.hash(data: client)))
        return PasskeyAnswer(
            credential: credential,
            clientData: client,
            authenticatorData: data,
            signature: Array(signature.derRepresentation),
            user: user
        )
    }
}

extension House {
    func openWithPasskeys() throws -> Custodian {
        try open { $0.relyingParty = RelyingParty(origin: Authenticator.origin) }
    }

    /// A passkey of somebody, added as people do.
    func passkey(_ custodian: Custodian, _ person: Person) async throws -> Authenticator {
        var one = Authenticator()
        let admission = try await holder(custodian, try await session(custodian, person))
        let offer = try await custodian.beginPasskey(admission)
        one.user = offer.user
        try await custodian.addPasskey(one.made(offer.challenge), admission)
        return one
    }
}

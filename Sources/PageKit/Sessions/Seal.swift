import Crypto
import Foundation
package import HealthRecord

/// Keyed digests of the door: form tokens, names of professionals in addresses, the state kept in a browser.
package struct Seal: Sendable {
    /// Longest text of a sealed state, in bytes: browsers keep cookies of 4,096.
    package static let longestText = 2048

    private let key: SymmetricKey

    /// A seal under a secret of at least 32 bytes; nil for a shorter one.
    package init?(secret: [UInt8]) {
        guard secret.count >= 32 else { return nil }
        key = SymmetricKey(data: secret)
    }

    /// What a form of this session, or of this browser before one, has to send back (security design § 5.3).
    package func formToken(for cookie: String) -> String { digest("dmp/portal/form", [cookie]) }

    /// A professional's name in the addresses of one holder.
    package func handle(of subject: CareSubject, for holder: INS?) -> Handle {
        let holder = holder.map { $0.root.rawValue + "/" + $0.matricule.text } ?? ""
        return Handle(text: String(digest("dmp/portal/handle", [holder, subject.text]).prefix(22)))
    }

    /// A text's name in the addresses of one holder, such as an author's.
    package func handle(ofText text: String, for holder: INS?) -> Handle {
        let holder = holder.map { $0.root.rawValue + "/" + $0.matricule.text } ?? ""
        return Handle(text: String(digest("dmp/portal/text", [holder, text]).prefix(22)))
    }

    /// A state with its digest, for a cookie.
    package func sealed(_ state: [UInt8]) -> String {
        let body = Base64URL.text(state)
        return body + "." + digest("dmp/portal/state", [body])
    }

    /// The state of a cookie that this door has written; nil for any other.
    package func opened(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longestText, parts.count == 2, let body = parts.first, let given = parts.last
        else {
            return nil
        }
        guard let code = Base64URL.bytes(String(given)),
            HMAC<SHA256>.isValidAuthenticationCode(
                code,
                authenticating: Self.message("dmp/portal/state", [String(body)]),
                using: key
            )
        else { return nil }
        return Base64URL.bytes(String(body))
    }

    private func digest(_ purpose: String, _ parts: [String]) -> String {
        Base64URL.text(Array(HMAC<SHA256>.authenticationCode(for: Self.message(purpose, parts), using: key)))
    }

    /// Each part behind its length, so that no two lists of parts are one message.
    private static func message(_ purpose: String, _ parts: [String]) -> Data {
        Data(([purpose] + parts).flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) })
    }
}

/// Base64 for addresses and cookies (RFC 4648 § 5), without padding.
package enum Base64URL {
    package static func text(_ bytes: [UInt8]) -> String { plain(Data(bytes).base64EncodedString()) }

    package static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") }) else { return nil }
        return Data(base64Encoded: padded(text)).map { Array($0) }
    }

    /// Ordinary base64 in this alphabet.
    package static func plain(_ base64: String) -> String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The ordinary base64 of a text in this alphabet.
    package static func padded(_ text: String) -> String {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        return base64 + String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    }
}

/// The name of a professional in addresses: keyed, of one holder only, and no national identifier.
package struct Handle: Hashable, Sendable {
    package let text: String

    package init(text: String) { self.text = text }
}

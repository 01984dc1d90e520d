public import HealthRecord

/// A secret for an application that shows codes, told this once; it counts only when a code of it came back.
public struct CodeAppOffer: Sendable, Hashable, Codable {
    /// The secret in base 32, in groups, to be typed.
    public let secret: String
    /// The same as `otpauth:` text (Key URI format), for a link and a picture.
    public let uri: String
    /// Until when it waits for its code.
    public let expires: Instant

    /// Joins the parts.
    public init(secret: String, uri: String, expires: Instant) {
        self.secret = secret
        self.uri = uri
        self.expires = expires
    }
}

/// The secret as it lies sealed.
struct KeptCodeApp: Sendable, Codable {
    let secret: [UInt8]
}

extension CodeAppOffer {
    /// The offer of a secret; the label is the given name, which tells families their records apart, and no matricule.
    init(_ secret: [UInt8], for name: PersonName, expires: Instant) {
        let text = Base32.text(secret)
        var groups: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            groups.append(String(rest.prefix(4)))
            rest = rest.dropFirst(4)
        }
        let label = "DMP:" + Self.escaped(name.given)
        self.init(
            secret: groups.joined(separator: " "),
            uri:
                "otpauth://totp/\(label)?secret=\(text)&issuer=DMP&algorithm=SHA256&digits=6&period=\(TimeCode.period)",
            expires: expires
        )
    }

    /// RFC 3986 § 2: all but the unreserved.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

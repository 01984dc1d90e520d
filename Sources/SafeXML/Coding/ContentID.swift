/// `Content-ID`s and the `cid:` URLs that refer to them (RFC 2392).
public enum ContentID {
    /// Longest reference read, in bytes.
    public static let maximumLength = 1024

    /// The identifier that a reference names, percent signs decoded; nil when it is no `cid:` URL.
    public static func decode(reference: String) -> String? {
        guard reference.utf8.count <= maximumLength, reference.prefix(4).lowercased() == "cid:" else { return nil }
        var bytes: [UInt8] = []
        var rest = reference.utf8.dropFirst(4)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let pair = Hex.decode(String(decoding: rest.prefix(2), as: UTF8.self)), let value = pair.first else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x3C && $0 != 0x3E }) else {
            return nil
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The reference to an identifier.
    public static func reference(to contentID: String) -> String {
        contentID.utf8.reduce(into: "cid:") { text, byte in
            if unreserved.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + Hex.encode([byte]).uppercased()
            }
        }
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}

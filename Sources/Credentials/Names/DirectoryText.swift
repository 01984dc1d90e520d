internal import SwiftASN1

/// The text of an encoded directory string, as names written with raw identifiers carry it (`2.5.4.4=#1404…`).
enum DirectoryText {
    static func decode(_ value: ASN1Any) -> String? {
        var serializer = DER.Serializer()
        do { try value.serialize(into: &serializer) } catch { return nil }
        return decode(der: serializer.serializedBytes)
    }

    static func decode(der bytes: [UInt8]) -> String? {
        // A lone primitive: tag, short or one- or two-byte length, content.
        guard bytes.count >= 2 else { return nil }
        let start: Int
        let length: Int
        switch bytes[1] {
        case ..<0x80: (start, length) = (2, Int(bytes[1]))
        case 0x81 where bytes.count >= 3: (start, length) = (3, Int(bytes[2]))
        case 0x82 where bytes.count >= 4: (start, length) = (4, Int(bytes[2]) << 8 | Int(bytes[3]))
        default: return nil
        }
        guard bytes.count == start + length else { return nil }
        let content = bytes[start...]
        switch bytes[0] {
        case 0x0C, 0x13, 0x16:
            return String(validating: content, as: UTF8.self)
        case 0x14:
            // T61String: the field writes Latin-1 there.
            return String(validating: content, as: UTF8.self)
                ?? String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
        case 0x1E where length.isMultiple(of: 2):
            let units = stride(from: start, to: bytes.count, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(validating: units, as: UTF16.self)
        default:
            return nil
        }
    }
}

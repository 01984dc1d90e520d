/// How the bytes of a part are written.
public enum TransferEncoding: String, Hashable, Sendable, CaseIterable {
    /// As they are.
    case binary
    /// As they are, in lines.
    case eightBit = "8bit"
    /// As they are, ASCII in lines.
    case sevenBit = "7bit"
    /// As base64 text.
    case base64
}

/// What stands at the head of a part.
public struct PartHeaders: Hashable, Sendable {
    /// The place of the part; 0 is the root.
    public let index: Int
    /// `Content-ID` without its angle brackets; only the root may lack it.
    public let contentID: String?
    /// `Content-Type`, where stated.
    public let contentType: ContentType?
    /// `Content-Transfer-Encoding`; `7bit` when not stated, which reads as `binary`.
    public let encoding: TransferEncoding

    /// Whether this part holds the envelope.
    public var isRoot: Bool { index == 0 }

    /// Reads a block of header lines without the empty line that ends it.
    init(_ block: ArraySlice<UInt8>, part index: Int) throws(MultipartError) {
        var values: [String: String] = [:]
        for line in try Self.lines(block, part: index) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
                let value = String(validating: line[(colon + 1)...], as: UTF8.self)
            else { throw .malformedHeader(part: index) }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let isKnown = Self.known.contains(name)
            guard values.updateValue(value.trimmingSpace, forKey: name) == nil || !isKnown else {
                throw .malformedHeader(part: index)
            }
        }
        self.index = index
        encoding = try Self.encoding(values["content-transfer-encoding"], part: index)
        contentID = try Self.contentID(values["content-id"], part: index)
        if let text = values["content-type"] {
            guard let type = ContentType(text) else { throw .malformedHeader(part: index) }
            guard !type.isMultipart else { throw .nestedMultipart(part: index) }
            contentType = type
        } else {
            contentType = nil
        }
    }

    private static let known: Set<String> = ["content-type", "content-id", "content-transfer-encoding"]

    /// Lines ended by CRLF; a line that starts with a space continues the one before (RFC 5322 § 2.2.3).
    private static func lines(_ block: ArraySlice<UInt8>, part: Int) throws(MultipartError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var position = block.startIndex
        func close() {
            if let first = line.first, first == 0x20 || first == 0x09, let last = lines.popLast() {
                lines.append(last + line)
            } else if !line.isEmpty {
                lines.append(line)
            }
            line = []
        }
        while position < block.endIndex {
            let byte = block[position]
            position += 1
            if byte == 0x0D, position < block.endIndex, block[position] == 0x0A {
                position += 1
                close()
                continue
            }
            // Bare ends of line and other control characters have no place in a header.
            guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { throw .malformedHeader(part: part) }
            line.append(byte)
        }
        close()
        return lines
    }

    private static func encoding(_ text: String?, part: Int) throws(MultipartError) -> TransferEncoding {
        guard let text else { return .binary }
        guard let encoding = TransferEncoding(rawValue: text.lowercased()) else {
            throw .unsupportedEncoding(part: part)
        }
        return encoding
    }

    private static func contentID(_ text: String?, part: Int) throws(MultipartError) -> String? {
        guard let text else { return nil }
        let bare = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
        guard !bare.isEmpty, !bare.utf8.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E }) else {
            throw .malformedHeader(part: part)
        }
        return bare
    }
}

extension String {
    /// The text without spaces and tabs at its ends.
    var trimmingSpace: String {
        let utf8 = self.utf8
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[first...last])
    }
}

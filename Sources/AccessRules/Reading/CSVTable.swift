/// A table of a resource file: RFC 4180 with line feeds, one header, every row as wide as the header.
struct CSVTable {
    let file: String
    private(set) var rows: [[String]] = []

    init(_ text: String, file: String, header: [String]) throws(RuleBookError) {
        self.file = file
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            guard let fields = Self.fields(line) else {
                throw .malformed(file: file, line: index + 1, reason: "quotes are not closed or text is not UTF-8")
            }
            guard fields.count == header.count else {
                throw .malformed(file: file, line: index + 1, reason: "\(header.count) fields expected")
            }
            rows.append(fields)
        }
        guard rows.first == header else { throw .malformed(file: file, line: 1, reason: "not the header expected") }
        rows.removeFirst()
    }

    private static func fields(_ line: Substring.UTF8View.SubSequence) -> [String]? {
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var closed = false
        for byte in line {
            switch (byte, quoted) {
            case (UInt8(ascii: "\""), true):
                quoted = false
                closed = true
            case (UInt8(ascii: "\""), false):
                // A quote right after a closing one is a quote of the text.
                if closed { field.append(byte) } else if !field.isEmpty { return nil }
                quoted = true
                closed = false
            case (UInt8(ascii: ","), false):
                guard let text = String(validating: field, as: UTF8.self) else { return nil }
                fields.append(text)
                field.removeAll(keepingCapacity: true)
                closed = false
            default:
                if closed { return nil }
                field.append(byte)
            }
        }
        guard !quoted, let text = String(validating: field, as: UTF8.self) else { return nil }
        return fields + [text]
    }
}

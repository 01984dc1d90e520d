/// States the language of a PDF file, which cairo 1.16 cannot, by an incremental update (ISO 32000-1 § 7.5.6):
/// the catalogue is written once more with `/Lang` and an order to show the title.
enum PDFLanguage {
    /// The file with its language; unchanged when its shape is not the one that cairo writes.
    static func adding(_ tag: String, to file: [UInt8]) -> [UInt8] {
        guard let trailer = last("trailer", in: file), let table = last("startxref", in: file),
            let root = number(after: "/Root", in: file[trailer...]),
            let size = number(after: "/Size", in: file[trailer...]),
            let info = number(after: "/Info", in: file[trailer...]),
            let previous = number(after: "startxref", in: file[table...]),
            let catalogue = object(root, in: file)
        else { return file }
        let extra = "   /Lang (\(tag))\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
        var result = file
        let offset = "\(result.count)"
        result += Array("\(root) 0 obj\n<<".utf8) + catalogue + Array("\(extra)>>\nendobj\n".utf8)
        let tableOffset = result.count
        let padded = String(repeating: "0", count: max(0, 10 - offset.count)) + offset
        result += Array(
            """
            xref
            \(root) 1
            \(padded) 00000 n\u{20}
            trailer
            << /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(previous) >>
            startxref
            \(tableOffset)
            %%EOF

            """.utf8
        )
        return result
    }

    /// What stands between the outer `<<` and `>>` of a dictionary object.
    private static func object(_ number: Int, in file: [UInt8]) -> ArraySlice<UInt8>? {
        guard let start = last("\n\(number) 0 obj\n<<", in: file) else { return nil }
        let from = start + "\n\(number) 0 obj\n<<".utf8.count
        guard let end = first(">>\nendobj", in: file[from...]) else { return nil }
        return file[from..<end]
    }

    private static func number(after key: String, in bytes: ArraySlice<UInt8>) -> Int? {
        guard let start = first(key, in: bytes) else { return nil }
        let digits = bytes[(start + key.utf8.count)...].drop { $0 == 0x20 || $0 == 0x0A }
            .prefix { (0x30...0x39).contains($0) }
        return digits.count > 12 ? nil : Int(String(decoding: digits, as: UTF8.self))
    }

    private static func first(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    }

    private static func last(_ text: String, in bytes: [UInt8]) -> Int? {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).last { bytes[$0...].starts(with: wanted) }
    }
}

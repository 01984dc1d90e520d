/// Looks a PDF through for what could act when it is opened, or for files that it carries.
package enum PDFActivity {
    /// Names of active parts (ISO 32000-1 § 7.11, § 12.6); object streams could hide them, so that they count as well.
    private static let names = Set(
        [
            "/JavaScript", "/OpenAction", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/FileAttachment", "/RichMedia",
            "/XFA", "/SubmitForm", "/GoToR", "/GoToE", "/ImportData", "/ObjStm", "/Encrypt",
        ].map { Array($0.utf8) }
    )

    /// Keys so short that a scan of some megabytes holds one by chance: they count where a value can follow.
    private static let keys = Set(["/JS", "/AA", "/EF"].map { Array($0.utf8) })

    /// Whether one of the names stands in it; a name written with `#` escapes counts as one.
    package static func isActive(_ bytes: [UInt8]) -> Bool {
        var index = bytes.startIndex
        while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "/")) {
            let rest = bytes[slash...]
            let name = Array(rest.dropFirst().prefix(40).prefix { isRegular($0) })
            let whole = [UInt8(ascii: "/")] + name
            if names.contains(whole) || isEscaped(name) { return true }
            if keys.contains(whole), startsValue(rest.dropFirst(whole.count)) { return true }
            index = bytes.index(after: slash)
        }
        return false
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"()<>[]{}/%".utf8.contains(byte)
    }

    /// Whether a value begins here: a text, a dictionary, a list, a name, a number of an object, or a comment before one.
    private static func startsValue(_ rest: ArraySlice<UInt8>) -> Bool {
        let blank: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20]
        guard let first = rest.first(where: { !blank.contains($0) }) else { return false }
        return "(<[/%".utf8.contains(first) || (0x30...0x39).contains(first)
    }

    /// Whether the name hides letters behind their codes, `/J#61vaScript`; inside compressed streams this is chance.
    private static func isEscaped(_ name: [UInt8]) -> Bool {
        guard name.count >= 4, let first = name.first, (0x41...0x5A).contains(first) || first == UInt8(ascii: "#"),
            let mark = name.firstIndex(of: UInt8(ascii: "#")), name.count > mark + 2
        else { return false }
        let isWord = name.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || $0 == UInt8(ascii: "#")
        }
        return isWord
            && name[(mark + 1)...(mark + 2)].allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
            }
    }
}

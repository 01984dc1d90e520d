/// First bytes of formats.
enum KindSniffer {
    /// How much of the head is looked at.
    static let window = 65_536

    static func binary(_ head: [UInt8]) -> DocumentKind? {
        if head.starts(with: "%PDF-".utf8) { return .pdf }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0x49, 0x49, 0x2A, 0x00]) || head.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) { return .tiff }
        if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .gif }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
        if head.dropFirst(128).starts(with: "DICM".utf8) { return .dicom }
        if head.starts(with: "{\\rtf".utf8) { return .rtf }
        return nil
    }

    /// XML by its root element, web pages by the tags that browsers look for (WHATWG MIME Sniffing § 7.1).
    static func markup(_ head: [UInt8]) -> DocumentKind? {
        var rest = head[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var hasProlog = false
        while true {
            rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
            guard rest.first == UInt8(ascii: "<") else { return hasProlog ? .unknown : nil }
            defer { hasProlog = true }
            if rest.starts(with: "<!--".utf8) {
                guard let after = skip(rest.dropFirst(4), past: "-->") else { return .html }
                rest = after
            } else if rest.starts(with: "<?".utf8) {
                guard let after = skip(rest.dropFirst(2), past: "?>") else { return .unknown }
                rest = after
            } else if rest.starts(with: "<!".utf8) {
                guard !lower(rest.prefix(14)).hasPrefix("<!doctype html") else { return .html }
                guard let after = skip(rest.dropFirst(2), past: ">") else { return .unknown }
                rest = after
            } else {
                return element(rest.dropFirst())
            }
        }
    }

    private static func element(_ rest: ArraySlice<UInt8>) -> DocumentKind? {
        let name = rest.prefix { byte in
            (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (0x30...0x3A).contains(byte) || byte == 0x5F
                || byte == 0x2D || byte == 0x2E || byte >= 0x80
        }
        let text = String(decoding: name, as: UTF8.self)
        guard let local = text.split(separator: ":").last else { return nil }
        if local == "ClinicalDocument" { return .cda }
        switch local.lowercased() {
        case "html", "head", "body", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b",
            "br", "p", "img", "object", "embed", "form", "link", "meta":
            return .html
        case "svg": return .svg
        default: return .xml
        }
    }

    /// Valid UTF-8 without control characters but those that lay text out.
    static func isText(_ bytes: some Collection<UInt8>) -> Bool {
        let hasControls = bytes.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
        return !hasControls && String(validating: bytes, as: UTF8.self) != nil
    }

    private static func skip(_ bytes: ArraySlice<UInt8>, past mark: StaticString) -> ArraySlice<UInt8>? {
        let mark = Array("\(mark)".utf8)
        var rest = bytes
        while let first = mark.first, let at = rest.firstIndex(of: first) {
            rest = rest[at...]
            if rest.starts(with: mark) { return rest.dropFirst(mark.count) }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}

internal import Glibc

/// What can be refused on the bytes alone, before the library sees them.
enum InputCheck {
    /// The encoding the library must be told, `nil` when it is UTF-8.
    static func encoding(of bytes: UnsafeRawBufferPointer, limits: XMLLimits) throws(XMLError) -> String? {
        let declared = declaredEncoding(bytes)
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        switch declared?.uppercased() {
        case nil, "UTF-8"?:
            let isValid = (try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)) != nil
            guard isValid else { throw .encodingRefused }
            return nil
        case "ISO-8859-1"? where limits.encoding == .utf8OrLatin1 && !hasMark:
            return "ISO-8859-1"
        default:
            throw .encodingRefused
        }
    }

    /// The value of `encoding` in the XML declaration.
    ///
    /// UTF-16 and UTF-32 hide it, and fail as UTF-8 on their marks;
    /// without a mark their zero bytes are not XML characters.
    private static func declaredEncoding(_ bytes: UnsafeRawBufferPointer) -> String? {
        let head = bytes.prefix(256)
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
        guard start.starts(with: "<?xml".utf8) else { return nil }
        var declaration = String(decoding: start, as: UTF8.self)[...]
        if let end = declaration.firstIndex(of: ">") { declaration = declaration[..<end] }
        guard let name = declaration.firstRange(ofText: "encoding") else { return nil }
        let quoted = declaration[name...].drop { $0 != "\"" && $0 != "'" }
        guard let quote = quoted.first else { return nil }
        return String(quoted.dropFirst().prefix { $0 != quote })
    }

    /// Refuses a start tag with too many attributes before the parser compares each with every other.
    ///
    /// libxml2 2.9 looks for duplicates in quadratic time before it reports the element.
    static func attributeFlood(in bytes: UnsafeRawBufferPointer, limits: XMLLimits) throws(XMLError) {
        guard let base = bytes.baseAddress else { return }
        let most = limits.attributesPerElement + limits.namespacesInScope
        var at = 0
        while at < bytes.count, let found = memchr(base + at, 0x3C, bytes.count - at) {
            at = base.distance(to: UnsafeRawPointer(found)) + 1
            let rest = bytes[at...]
            if rest.starts(with: "!--".utf8) {
                at = end(of: "-->", in: bytes, from: at + 3)
            } else if rest.starts(with: "![CDATA[".utf8) {
                at = end(of: "]]>", in: bytes, from: at + 8)
            } else if rest.first == 0x3F {
                at = end(of: "?>", in: bytes, from: at + 1)
            } else {
                at = try skipTag(in: bytes, from: at, most: most)
            }
        }
    }

    /// Just past the first `mark`, all of which end in `>`, or the end of the bytes.
    private static func end(of mark: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let length = mark.utf8CodeUnitCount
        var at = start
        while at < bytes.count, let base = bytes.baseAddress, let found = memchr(base + at, 0x3E, bytes.count - at) {
            at = base.distance(to: UnsafeRawPointer(found)) + 1
            if at - start >= length, memcmp(base + (at - length), mark.utf8Start, length) == 0 { return at }
        }
        return bytes.count
    }

    private static func skipTag(
        in bytes: UnsafeRawBufferPointer,
        from start: Int,
        most: Int
    ) throws(XMLError) -> Int {
        var at = start
        var quote: UInt8 = 0
        var attributes = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                return at
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3D {
                attributes += 1
                if attributes > most { throw .tooManyAttributes(limit: most, line: 0) }
            }
        }
        return at
    }
}

extension Substring {
    fileprivate func firstRange(ofText text: String) -> Index? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at }
            at = index(after: at)
        }
        return nil
    }
}

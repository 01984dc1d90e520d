internal import Glibc

/// The line that parts a body, and the search for it.
struct Boundary: Sendable {
    /// The boundary as stated.
    let text: String
    /// CRLF, two hyphens, the boundary.
    let delimiter: [UInt8]

    /// Accepts 1 to 70 characters of RFC 2046 § 5.1.1, and `@` and `%` besides, which peers use.
    init?(_ text: String) {
        guard (1...MultipartLimits.boundary).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed),
            text.utf8.last != 0x20
        else { return nil }
        self.text = text
        delimiter = Array("\r\n--".utf8) + Array(text.utf8)
    }

    /// What a search finds in some bytes.
    enum Finding {
        /// The delimiter starts here.
        case found(Int)
        /// Everything before here is certainly none of it; the rest may be the beginning of one.
        case clearUpTo(Int)
    }

    /// Looks for the delimiter with `memchr` and `memcmp`, so that large documents pass at the speed of memory.
    func search(_ bytes: ArraySlice<UInt8>) -> Finding {
        let base = bytes.startIndex
        let offset: (Int, Bool) = bytes.withUnsafeBytes { haystack in
            delimiter.withUnsafeBytes { needle in
                guard let start = haystack.baseAddress, let wanted = needle.baseAddress else { return (0, false) }
                var position = 0
                while position < haystack.count,
                    let hit = memchr(start + position, 0x0D, haystack.count - position)
                {
                    let at = start.distance(to: UnsafeRawPointer(hit))
                    let length = min(needle.count, haystack.count - at)
                    if memcmp(hit, wanted, length) == 0 { return (at, length == needle.count) }
                    position = at + 1
                }
                return (haystack.count, false)
            }
        }
        return offset.1 ? .found(base + offset.0) : .clearUpTo(base + offset.0)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: others.contains(byte)
        }
    }

    private static let others: Set<UInt8> = Set("'()+_,-./:=? @%".utf8)
}

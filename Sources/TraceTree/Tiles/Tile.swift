/// The name of a tile or of an entry bundle (C2SP tlog-tiles).
public struct Tile: Hashable, Sendable {
    /// How many hashes or entries a full tile holds.
    public static let fullWidth = 256

    /// What a tile holds.
    public enum Content: Hashable, Sendable {
        /// Hashes of complete subtrees of 256^level leaves.
        case hashes(level: Int)
        /// The entries themselves.
        case entries
    }

    /// What it holds.
    public let content: Content
    /// Its place among the tiles of its kind.
    public let index: UInt64
    /// How many hashes or entries it holds, 1 to 256.
    public let width: Int

    /// Refuses a level over 7, a width outside 1...256 and an index no tree reaches.
    public init?(_ content: Content, index: UInt64, width: Int = fullWidth) {
        if case .hashes(let level) = content, !(0...7).contains(level) { return nil }
        guard (1...Self.fullWidth).contains(width), index < 1 << 56 else { return nil }
        self.content = content
        self.index = index
        self.width = width
    }

    /// Whether it can never grow.
    public var isFull: Bool { width == Self.fullWidth }

    /// `tile/<L>/<N>[.p/<W>]`, N in groups of three digits, all but the last after `x`.
    public var path: String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1_000)
            let group = String(repeating: "0", count: 3 - digits.count) + digits
            groups.append(groups.isEmpty ? group : "x" + group)
            rest /= 1_000
        } while rest > 0
        let kind =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        let name = "tile/" + kind + "/" + groups.reversed().joined(separator: "/")
        return isFull ? name : name + ".p/" + String(width)
    }

    /// Reads a path; one tile has one path.
    public init(path: String) throws(TraceTreeError) {
        guard path.utf8.count <= 64, let tile = Self.parse(path), tile.path.utf8.elementsEqual(path.utf8) else {
            throw .malformed(.tilePath)
        }
        self = tile
    }

    private static func parse(_ path: String) -> Tile? {
        var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard parts.count >= 3, parts.removeFirst() == "tile" else { return nil }
        let kind = parts.removeFirst()
        var width = fullWidth
        if parts.count >= 2, let group = parts.dropLast().last, group.hasSuffix(".p") {
            guard let partial = DecimalNumber.parse(parts.removeLast()), partial > 0, partial < fullWidth else {
                return nil
            }
            width = Int(partial)
            parts[parts.count - 1] = String(group.dropLast(2))
        }
        var index: UInt64 = 0
        for (position, part) in parts.enumerated() {
            let isLast = position == parts.count - 1
            let digits = isLast ? part[...] : part.dropFirst()
            guard index < 1 << 53, isLast || part.hasPrefix("x"), digits.utf8.count == 3,
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = UInt64(digits)
            else { return nil }
            index = index * 1_000 + value
        }
        if kind == "entries" { return Tile(.entries, index: index, width: width) }
        guard let level = DecimalNumber.parse(kind).flatMap({ Int(exactly: $0) }) else { return nil }
        return Tile(.hashes(level: level), index: index, width: width)
    }
}

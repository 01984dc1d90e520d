extension Tile {
    /// The bytes of a hash tile: its hashes end to end.
    public static func encode(hashes: [[UInt8]]) throws(TraceTreeError) -> [UInt8] {
        guard (1...fullWidth).contains(hashes.count), areHashes(hashes) else { throw .malformed(.tile) }
        return Array(hashes.joined())
    }

    /// The hashes of this tile; refuses bytes that are not exactly its width.
    public func decodeHashes(_ bytes: [UInt8]) throws(TraceTreeError) -> [[UInt8]] {
        guard case .hashes = content, bytes.count == width * MerkleHash.length else { throw .malformed(.tile) }
        return stride(from: 0, to: bytes.count, by: MerkleHash.length).map {
            Array(bytes[$0..<$0 + MerkleHash.length])
        }
    }

    /// The bytes of an entry bundle: each entry after its 16-bit length.
    public static func encode(entries: [[UInt8]]) throws(TraceTreeError) -> [UInt8] {
        guard (1...fullWidth).contains(entries.count) else { throw .malformed(.bundle) }
        var out: [UInt8] = []
        for entry in entries {
            guard out.appendLengthPrefixed(entry) else { throw .tooLarge(.bundle) }
        }
        return out
    }

    /// The entries of this bundle; refuses bytes that do not hold exactly its width.
    public func decodeEntries(_ bytes: [UInt8]) throws(TraceTreeError) -> [[UInt8]] {
        guard content == .entries else { throw .malformed(.bundle) }
        var cursor = ByteCursor(bytes)
        var entries: [[UInt8]] = []
        for _ in 0..<width {
            guard let entry = cursor.readLengthPrefixed() else { throw .malformed(.bundle) }
            entries.append(entry)
        }
        guard cursor.remaining == 0 else { throw .malformed(.bundle) }
        return entries
    }
}

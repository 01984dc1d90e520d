/// Checks that one tree is the beginning of another (RFC 9162 § 2.1.4.2, over RFC 6962 trees).
public enum ConsistencyProof {
    /// No tree of 2^64 leaves needs more hashes.
    public static let maximumLength = 63

    /// Whether the path shows that the tree of `newSize` leaves extends the tree of `oldSize` leaves.
    public static func isValid(
        oldSize: UInt64,
        newSize: UInt64,
        path: [[UInt8]],
        oldRoot: [UInt8],
        newRoot: [UInt8]
    ) -> Bool {
        guard path.count <= maximumLength, areHashes(path), areHashes([oldRoot, newRoot]) else { return false }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        guard oldSize > 0, oldSize < newSize, !path.isEmpty else { return false }
        let hashes = oldSize.nonzeroBitCount == 1 ? [oldRoot] + path : path
        guard let start = hashes.first else { return false }
        var first = oldSize - 1
        var last = newSize - 1
        while first & 1 == 1 {
            first >>= 1
            last >>= 1
        }
        var (old, new) = (start, start)
        for hash in hashes.dropFirst() {
            guard last > 0 else { return false }
            if first & 1 == 1 || first == last {
                old = MerkleHash.node(hash, old)
                new = MerkleHash.node(hash, new)
                while first != 0, first & 1 == 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                new = MerkleHash.node(new, hash)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}

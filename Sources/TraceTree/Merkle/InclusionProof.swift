/// Checks that a leaf is in a tree (RFC 9162 § 2.1.3.2, over RFC 6962 trees).
public enum InclusionProof {
    /// No tree of 2^64 leaves needs more hashes.
    public static let maximumLength = 63

    /// Whether the path leads from the leaf at `index` to the root of the tree of `size` leaves.
    public static func isValid(
        index: UInt64,
        size: UInt64,
        leafHash: [UInt8],
        path: [[UInt8]],
        root: [UInt8]
    ) -> Bool {
        guard index < size, path.count <= maximumLength, areHashes(path), areHashes([leafHash, root]) else {
            return false
        }
        var first = index
        var last = size - 1
        var hash = leafHash
        for sibling in path {
            guard last > 0 else { return false }
            if first & 1 == 1 || first == last {
                hash = MerkleHash.node(sibling, hash)
                while first != 0, first & 1 == 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleHash.node(hash, sibling)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }
}

func areHashes(_ hashes: [[UInt8]]) -> Bool {
    hashes.allSatisfy { $0.count == MerkleHash.length }
}

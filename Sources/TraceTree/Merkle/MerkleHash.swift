import Crypto

/// RFC 6962 § 2.1 hashing: leaves and nodes are told apart by their first byte.
public enum MerkleHash {
    /// The length of every hash.
    public static let length = 32

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static var emptyRoot: [UInt8] { Array(SHA256.hash(data: [UInt8]())) }

    /// SHA-256(0x00 ‖ entry).
    public static func leaf(_ entry: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: [0])
        hasher.update(data: entry)
        return Array(hasher.finalize())
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: [1])
        hasher.update(data: left)
        hasher.update(data: right)
        return Array(hasher.finalize())
    }

    /// The tree hash over leaf hashes, by the definition.
    public static func root(ofLeafHashes hashes: [[UInt8]]) -> [UInt8] {
        hashes.isEmpty ? emptyRoot : subtree(hashes[...])
    }

    static func subtree(_ hashes: ArraySlice<[UInt8]>) -> [UInt8] {
        guard hashes.count > 1 else { return hashes.first ?? emptyRoot }
        let half = Int(largestPowerOfTwo(below: UInt64(hashes.count)))
        return node(subtree(hashes.prefix(half)), subtree(hashes.dropFirst(half)))
    }

    /// The largest power of two under `count`, which is 2 or more.
    static func largestPowerOfTwo(below count: UInt64) -> UInt64 {
        1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}

public import Sealing

/// A key on its way to one boot of one application node, bound to the trace that allowed it.
public struct SealedKey: Sendable, Hashable, Codable {
    /// The sealed message.
    public let message: [UInt8]
    /// Hash of the trace's leaf in the log.
    public let leafHash: [UInt8]
}

/// The metadata keys of a record's classes on the same way, all in one message.
public struct SealedClassKeys: Sendable, Hashable, Codable {
    /// The classes, in the order of their keys.
    public let classes: [ConfidentialityClass]
    /// The keys, one behind the other.
    public let sealed: SealedKey
}

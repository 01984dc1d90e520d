extension RootKey {
    /// Wraps a shard key for its shard and epoch.
    public func wrap(
        _ key: ShardKey,
        shard: ShardNumber,
        epoch: KeyEpoch,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try wrap(key, for: Self.place(shard, epoch), nonce: nonce)
    }

    /// Unwraps a shard key; fails when it was wrapped for another shard or epoch.
    public func unwrap(_ wrapped: [UInt8], shard: ShardNumber, epoch: KeyEpoch) throws(SealingError) -> ShardKey {
        try unwrap(wrapped, for: Self.place(shard, epoch))
    }

    private static func place(_ shard: ShardNumber, _ epoch: KeyEpoch) -> WrapPlace {
        WrapPlace(
            associatedData: framed("dmp/v1/shard", UInt32(shard.number), epoch.number),
            element: .wrappedShardKey
        )
    }
}

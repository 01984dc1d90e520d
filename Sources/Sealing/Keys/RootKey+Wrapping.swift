extension RootKey {
    /// Wraps a shard key for its shard and epoch.
    public func wrap(
        _ key: ShardKey,
        shard: ShardNumber,
        epoch: KeyEpoch,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try KeyWrap.wrap(
            key,
            under: material,
            nonce: nonce,
            associatedData: Self.shardData(shard, epoch),
            element: .wrappedShardKey
        )
    }

    /// Unwraps a shard key; fails when it was wrapped for another shard or epoch.
    public func unwrap(
        _ wrapped: [UInt8],
        shard: ShardNumber,
        epoch: KeyEpoch
    ) throws(SealingError) -> ShardKey {
        try KeyWrap.unwrap(
            wrapped,
            as: ShardKey.self,
            under: material,
            associatedData: Self.shardData(shard, epoch),
            element: .wrappedShardKey
        )
    }

    private static func shardData(_ shard: ShardNumber, _ epoch: KeyEpoch) -> [UInt8] {
        framed("dmp/v1/shard", UInt32(shard.number), epoch.number)
    }
}

extension ShardKey {
    /// Wraps a record key for its record and epoch.
    public func wrap(
        _ key: RecordKey,
        record: RecordID,
        epoch: KeyEpoch,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try wrap(key, for: Self.recordKeyPlace(record, epoch), nonce: nonce)
    }

    /// Unwraps a record key; fails when it was wrapped for another record or epoch.
    public func unwrapRecordKey(
        _ wrapped: [UInt8],
        record: RecordID,
        epoch: KeyEpoch
    ) throws(SealingError) -> RecordKey {
        try unwrap(wrapped, for: Self.recordKeyPlace(record, epoch))
    }

    /// Wraps a trace key for its record and epoch.
    public func wrap(
        _ key: TraceKey,
        record: RecordID,
        epoch: KeyEpoch,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try wrap(key, for: Self.traceKeyPlace(record, epoch), nonce: nonce)
    }

    /// Unwraps a trace key; fails when it was wrapped for another record or epoch.
    public func unwrapTraceKey(
        _ wrapped: [UInt8],
        record: RecordID,
        epoch: KeyEpoch
    ) throws(SealingError) -> TraceKey {
        try unwrap(wrapped, for: Self.traceKeyPlace(record, epoch))
    }

    private static func recordKeyPlace(_ record: RecordID, _ epoch: KeyEpoch) -> WrapPlace {
        WrapPlace(associatedData: framed("dmp/v1/rk", record, epoch.number), element: .wrappedRecordKey)
    }

    private static func traceKeyPlace(_ record: RecordID, _ epoch: KeyEpoch) -> WrapPlace {
        WrapPlace(associatedData: framed("dmp/v1/tk", record, epoch.number), element: .wrappedTraceKey)
    }
}

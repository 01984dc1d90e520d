extension ShardKey {
    /// Wraps a record key for its record and epoch.
    public func wrap(
        _ key: RecordKey,
        record: RecordID,
        epoch: KeyEpoch,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try KeyWrap.wrap(
            key,
            under: material,
            nonce: nonce,
            associatedData: framed("dmp/v1/rk", record, epoch.number),
            element: .wrappedRecordKey
        )
    }

    /// Unwraps a record key; fails when it was wrapped for another record or epoch.
    public func unwrapRecordKey(
        _ wrapped: [UInt8],
        record: RecordID,
        epoch: KeyEpoch
    ) throws(SealingError) -> RecordKey {
        try KeyWrap.unwrap(
            wrapped,
            as: RecordKey.self,
            under: material,
            associatedData: framed("dmp/v1/rk", record, epoch.number),
            element: .wrappedRecordKey
        )
    }

    /// Wraps a trace key for its record and epoch.
    public func wrap(
        _ key: TraceKey,
        record: RecordID,
        epoch: KeyEpoch,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try KeyWrap.wrap(
            key,
            under: material,
            nonce: nonce,
            associatedData: framed("dmp/v1/tk", record, epoch.number),
            element: .wrappedTraceKey
        )
    }

    /// Unwraps a trace key; fails when it was wrapped for another record or epoch.
    public func unwrapTraceKey(
        _ wrapped: [UInt8],
        record: RecordID,
        epoch: KeyEpoch
    ) throws(SealingError) -> TraceKey {
        try KeyWrap.unwrap(
            wrapped,
            as: TraceKey.self,
            under: material,
            associatedData: framed("dmp/v1/tk", record, epoch.number),
            element: .wrappedTraceKey
        )
    }
}

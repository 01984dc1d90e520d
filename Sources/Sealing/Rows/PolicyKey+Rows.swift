extension PolicyKey {
    /// Seals a version of a record's policy row.
    public func seal(
        _ policy: [UInt8],
        record: RecordID,
        version: UInt64,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try SealedRow.seal(
            policy,
            key: self,
            nonce: nonce,
            associatedData: framed("dmp/v1/policyrow", record, version),
            element: .policyRow
        )
    }

    /// Opens a policy row; fails on another record's row or an older version.
    public func open(_ row: [UInt8], record: RecordID, version: UInt64) throws(SealingError) -> [UInt8] {
        try SealedRow.open(
            row,
            key: self,
            associatedData: framed("dmp/v1/policyrow", record, version),
            element: .policyRow
        )
    }
}

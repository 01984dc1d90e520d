extension IdentityKey {
    /// Seals the identity traits of a record.
    public func seal(
        _ traits: [UInt8],
        record: RecordID,
        nonce: SealNonce,
        bound: RowBound = .row
    ) throws(SealingError) -> [UInt8] {
        try SealedRow.seal(
            traits,
            key: self,
            nonce: nonce,
            associatedData: framed("dmp/v1/identrow", record),
            element: .identityRow,
            bound: bound
        )
    }

    /// Opens the identity traits of a record; fails on another record's row.
    public func open(
        _ row: [UInt8],
        record: RecordID,
        bound: RowBound = .row
    ) throws(SealingError) -> [UInt8] {
        try SealedRow.open(
            row,
            key: self,
            associatedData: framed("dmp/v1/identrow", record),
            element: .identityRow,
            bound: bound
        )
    }
}

extension MetadataKey {
    /// Seals the metadata of a document for its place and metadata version.
    public func seal(
        _ metadata: [UInt8],
        at place: DocumentPlace,
        metadataVersion: UInt32,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try SealedRow.seal(
            metadata,
            key: self,
            nonce: nonce,
            associatedData: Self.data(place, metadataVersion),
            element: .metadataRow
        )
    }

    /// Opens a metadata row; fails when it was sealed for another place, class or metadata version.
    public func open(
        _ row: [UInt8],
        at place: DocumentPlace,
        metadataVersion: UInt32
    ) throws(SealingError) -> [UInt8] {
        try SealedRow.open(
            row,
            key: self,
            associatedData: Self.data(place, metadataVersion),
            element: .metadataRow
        )
    }

    private static func data(_ place: DocumentPlace, _ metadataVersion: UInt32) -> [UInt8] {
        framed(
            "dmp/meta/v1",
            place.record,
            place.document,
            place.version,
            metadataVersion,
            place.confidentiality
        )
    }
}

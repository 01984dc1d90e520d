extension DocumentWrappingKey {
    /// The length of a wrapped document key.
    public static var wrappedLength: Int { KeyWrap.length }

    /// Wraps a document key for its place.
    public func wrap(
        _ key: DocumentKey,
        at place: DocumentPlace,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try KeyWrap.wrap(
            key,
            under: material,
            nonce: nonce,
            associatedData: Self.data(place),
            element: .wrappedDocumentKey
        )
    }

    /// Unwraps a document key; fails when it was wrapped for another record, document, version or class.
    public func unwrap(_ wrapped: [UInt8], at place: DocumentPlace) throws(SealingError) -> DocumentKey {
        try KeyWrap.unwrap(
            wrapped,
            as: DocumentKey.self,
            under: material,
            associatedData: Self.data(place),
            element: .wrappedDocumentKey
        )
    }

    private static func data(_ place: DocumentPlace) -> [UInt8] {
        framed("dmp/v1/dek", place.record, place.document, place.version, place.confidentiality)
    }
}

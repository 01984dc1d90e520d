extension DocumentWrappingKey {
    /// The length of a wrapped document key.
    public static var wrappedLength: Int { wrappingLength }

    /// Wraps a document key for its place.
    public func wrap(
        _ key: DocumentKey,
        at place: DocumentPlace,
        nonce: SealNonce
    ) throws(SealingError) -> [UInt8] {
        try wrap(key, for: Self.wrapPlace(place), nonce: nonce)
    }

    /// Unwraps a document key; fails when it was wrapped for another record, document, version or class.
    public func unwrap(_ wrapped: [UInt8], at place: DocumentPlace) throws(SealingError) -> DocumentKey {
        try unwrap(wrapped, for: Self.wrapPlace(place))
    }

    private static func wrapPlace(_ place: DocumentPlace) -> WrapPlace {
        WrapPlace(
            associatedData: framed("dmp/v1/dek", place.record, place.document, place.version, place.confidentiality),
            element: .wrappedDocumentKey
        )
    }
}

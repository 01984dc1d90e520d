import Crypto

/// What a wrapped key belongs to: wrapped for one place it opens at no other.
struct WrapPlace {
    /// The label of the wrapping and what it is bound to, framed.
    let associatedData: [UInt8]
    /// The key, as errors name it.
    let element: SealingError.Element
}

/// Wraps one key under another: `nonce12 ‖ AES-256-GCM(key32)`, sixty bytes.
extension SecretKey {
    static var wrappingLength: Int { 60 }

    func wrap<Inner>(_ key: SecretKey<Inner>, for place: WrapPlace, nonce: SealNonce) throws(SealingError) -> [UInt8] {
        try AuthenticatedBox.seal(
            key.exportBytes(),
            key: material,
            nonce: nonce,
            associatedData: place.associatedData,
            element: place.element
        )
    }

    func unwrap<Inner>(_ wrapped: [UInt8], for place: WrapPlace) throws(SealingError) -> SecretKey<Inner> {
        guard wrapped.count == Self.wrappingLength else { throw .malformed(place.element) }
        let bytes = try AuthenticatedBox.open(
            wrapped,
            key: material,
            associatedData: place.associatedData,
            element: place.element
        )
        guard let key = SecretKey<Inner>(bytes: bytes) else { throw .malformed(place.element) }
        return key
    }
}

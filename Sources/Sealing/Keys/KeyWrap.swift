import Crypto

/// Wraps one key under another: `nonce12 ‖ AES-256-GCM(key32)`, sixty bytes.
enum KeyWrap {
    static let length = 60

    static func wrap<Purpose>(
        _ key: SecretKey<Purpose>,
        under wrapping: SymmetricKey,
        nonce: SealNonce,
        associatedData: [UInt8],
        element: SealingError.Element
    ) throws(SealingError) -> [UInt8] {
        try AuthenticatedBox.seal(
            key.exportBytes(),
            key: wrapping,
            nonce: nonce,
            associatedData: associatedData,
            element: element
        )
    }

    static func unwrap<Purpose>(
        _ wrapped: [UInt8],
        as type: SecretKey<Purpose>.Type,
        under wrapping: SymmetricKey,
        associatedData: [UInt8],
        element: SealingError.Element
    ) throws(SealingError) -> SecretKey<Purpose> {
        guard wrapped.count == length else { throw .malformed(element) }
        let bytes = try AuthenticatedBox.open(
            wrapped,
            key: wrapping,
            associatedData: associatedData,
            element: element
        )
        guard let key = SecretKey<Purpose>(bytes: bytes) else { throw .malformed(element) }
        return key
    }
}

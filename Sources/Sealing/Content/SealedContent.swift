/// A document sealed whole: `salt24 ‖ commitment32 ‖ chunks` (C2SP chunked-encryption, Cobblestone-256).
///
/// The last chunk is always short, so a content that was cut does not open; the commitment ties the bytes to
/// one key, so they cannot be made to open as two different documents.
public enum SealedContent {
    /// The length of the sealed form of `length` bytes.
    public static func sealedLength(of length: Int) -> Int {
        ChunkCipher.headerLength + length + (length / ChunkCipher.chunkLength + 1) * ChunkCipher.tagLength
    }

    /// Seals a whole content.
    public static func seal(
        _ plaintext: [UInt8],
        key: DocumentKey,
        salt: ContentSalt,
        context: ContentContext
    ) throws(SealingError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(sealedLength(of: plaintext.count))
        var sealer = ContentSealer(key: key, salt: salt, context: context)
        try sealer.update(plaintext, into: &out)
        try sealer.finish(into: &out)
        return out
    }

    /// Opens a whole content; gives nothing unless every chunk and the end have verified.
    public static func open(
        _ sealed: [UInt8],
        key: DocumentKey,
        context: ContentContext
    ) throws(SealingError) -> [UInt8] {
        guard sealed.count >= sealedLength(of: 0) else { throw .malformed(.content) }
        var out: [UInt8] = []
        out.reserveCapacity(sealed.count)
        var opener = ContentOpener(key: key, context: context)
        try opener.update(sealed, into: &out)
        try opener.finish(into: &out)
        return out
    }
}

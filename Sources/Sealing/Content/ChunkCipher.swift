import Crypto
import Foundation

/// The key, base nonce and commitment of one content, and the sealing of its chunks
/// (C2SP chunked-encryption, HKDF-SHA-512 with AEAD_AES_256_GCM).
struct ChunkCipher: Sendable {
    static let chunkLength = 16_384
    static let tagLength = 16
    static let sealedChunkLength = chunkLength + tagLength
    static let saltLength = 24
    static let headerLength = saltLength + 32
    /// 2^38 chunks, 4 PiB.
    static let maximumChunks: UInt64 = 1 << 38

    let commitment: [UInt8]
    private let key: SymmetricKey
    private let baseNonce: [UInt8]
    private var counter: UInt64 = 0

    init(key: DocumentKey, salt: [UInt8], context: ContentContext) {
        let info = Array("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM".utf8) + [0] + salt + context.bytes
        let output = HKDF<SHA512>.expand(pseudoRandomKey: key.material, info: info, outputByteCount: 76)
        let bytes = output.withUnsafeBytes { Array($0) }
        self.key = SymmetricKey(data: bytes[..<32])
        baseNonce = Array(bytes[32..<44])
        commitment = Array(bytes[44...])
    }

    /// Compares in constant time: `SymmetricKey` equality is.
    func isCommitted(to claimed: [UInt8]) -> Bool {
        SymmetricKey(data: claimed) == SymmetricKey(data: commitment)
    }

    mutating func seal(_ chunk: ArraySlice<UInt8>, into out: inout [UInt8]) throws(SealingError) {
        let nonce = try nextNonce()
        do {
            let box = try AES.GCM.seal(chunk, using: key, nonce: AES.GCM.Nonce(data: nonce))
            out.append(contentsOf: box.ciphertext)
            out.append(contentsOf: box.tag)
        } catch {
            throw .malformed(.content)
        }
    }

    mutating func open(_ chunk: ArraySlice<UInt8>, into out: inout [UInt8]) throws(SealingError) {
        guard chunk.count >= Self.tagLength else { throw .malformed(.content) }
        let nonce = try nextNonce()
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: nonce),
                ciphertext: chunk.dropLast(Self.tagLength),
                tag: chunk.suffix(Self.tagLength)
            )
            out.append(contentsOf: try AES.GCM.open(box, using: key))
        } catch {
            throw .notAuthentic(.content)
        }
    }

    private mutating func nextNonce() throws(SealingError) -> [UInt8] {
        guard counter < Self.maximumChunks else { throw .tooLarge(.content) }
        var nonce = baseNonce
        for (shift, position) in zip(stride(from: UInt64(0), to: 40, by: 8), stride(from: 11, to: 6, by: -1)) {
            nonce[position] ^= UInt8(truncatingIfNeeded: counter >> shift)
        }
        counter += 1
        return nonce
    }
}

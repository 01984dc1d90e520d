import Crypto
import Foundation

/// `nonce12 ‖ AES-256-GCM`: the one shape in which this module seals small values.
enum AuthenticatedBox {
    static let overhead = 28

    static func seal(
        _ plaintext: [UInt8],
        key: SymmetricKey,
        nonce: SealNonce,
        associatedData: [UInt8],
        element: SealingError.Element
    ) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(
                plaintext,
                using: key,
                nonce: AES.GCM.Nonce(data: nonce.bytes),
                authenticating: associatedData
            )
            return nonce.bytes + box.ciphertext + box.tag
        } catch {
            throw .malformed(element)
        }
    }

    static func open(
        _ sealed: some RandomAccessCollection<UInt8> & DataProtocol,
        key: SymmetricKey,
        associatedData: [UInt8],
        element: SealingError.Element
    ) throws(SealingError) -> [UInt8] {
        guard sealed.count >= overhead else { throw .malformed(element) }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: key, authenticating: associatedData))
        } catch {
            throw .notAuthentic(element)
        }
    }
}

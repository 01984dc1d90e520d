import Crypto
import Foundation
import Synchronization

/// The custodian's side: seals released keys to one boot of one application node.
public final class ReleaseSender: Sendable {
    /// How long one exchange is used, in milliseconds.
    public static let maximumAge: UInt64 = 60_000
    /// How many messages one exchange carries.
    public static let maximumMessages = 10_000

    private struct Exchange: Sendable {
        let encapsulation: [UInt8]
        let secret: SymmetricKey
        let startedAt: UInt64
        var messages = 0

        func isUsable(at now: UInt64) -> Bool {
            messages < ReleaseSender.maximumMessages && now >= startedAt
                && now - startedAt < ReleaseSender.maximumAge
        }
    }

    private let publicKey: XWingMLKEM768X25519.PublicKey
    private let info: [UInt8]
    private let random: RandomBytes
    private let exchange = Mutex<Exchange?>(nil)

    /// Names the node and boot that the public key was registered for.
    public init(
        publicKey: [UInt8],
        nodeID: [UInt8],
        bootID: [UInt8],
        random: @escaping RandomBytes
    ) throws(SealingError) {
        do {
            self.publicKey = try XWingMLKEM768X25519.PublicKey(rawRepresentation: publicKey)
        } catch {
            throw .malformed(.key)
        }
        info = try ReleaseContext.info(nodeID: nodeID, bootID: bootID)
        self.random = random
    }

    /// Seals bytes to the node, bound to the leaf hash of the trace that allowed the release.
    ///
    /// `now` is in milliseconds; it only decides when to make a new exchange.
    public func seal(_ plaintext: [UInt8], leafHash: [UInt8], now: UInt64) throws(SealingError) -> [UInt8] {
        guard leafHash.count == 32 else { throw .malformed(.release) }
        let nonce = try SealNonce(random: random)
        let current = try currentExchange(at: now)
        let sealed = try AuthenticatedBox.seal(
            plaintext,
            key: current.secret,
            nonce: nonce,
            associatedData: leafHash,
            element: .release
        )
        return [ReleaseContext.version] + (try LengthPrefixed.encode(current.encapsulation)) + sealed
    }

    private func currentExchange(at now: UInt64) throws(SealingError) -> Exchange {
        let used: Exchange? = exchange.withLock { current in
            guard var usable = current, usable.isUsable(at: now) else { return nil }
            usable.messages += 1
            current = usable
            return usable
        }
        if let used { return used }
        // Outside the lock: the encapsulation takes a quarter of a millisecond. A race costs one more of them.
        var fresh = try makeExchange(at: now)
        fresh.messages = 1
        let made = fresh
        exchange.withLock { $0 = made }
        return made
    }

    private func makeExchange(at now: UInt64) throws(SealingError) -> Exchange {
        do {
            let sender = try HPKE.Sender(
                recipientKey: publicKey,
                ciphersuite: ReleaseContext.suite,
                info: Data(info)
            )
            return Exchange(
                encapsulation: Array(sender.encapsulatedKey),
                secret: try sender.exportSecret(context: ReleaseContext.exportLabel, outputByteCount: 32),
                startedAt: now
            )
        } catch {
            throw .malformed(.release)
        }
    }
}

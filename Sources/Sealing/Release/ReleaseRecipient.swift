import Crypto
import Foundation
import Synchronization

/// The application node's side: one key pair a boot, in memory only.
public final class ReleaseRecipient: Sendable {
    /// How many exchanges are remembered; more only cost a decapsulation each.
    public static let rememberedExchanges = 4

    private struct Exchange: Sendable {
        let encapsulation: [UInt8]
        let secret: SymmetricKey
    }

    private let privateKey: XWingMLKEM768X25519.PrivateKey
    private let info: [UInt8]
    private let exchanges = Mutex<[Exchange]>([])

    /// Makes the key pair from a 32-byte random seed, for this node and this boot.
    public init(seed: [UInt8], nodeID: [UInt8], bootID: [UInt8]) throws(SealingError) {
        guard seed.count == 32 else { throw .malformed(.key) }
        do {
            privateKey = try XWingMLKEM768X25519.PrivateKey(seedRepresentation: seed, publicKey: nil)
        } catch {
            throw .malformed(.key)
        }
        info = try ReleaseContext.info(nodeID: nodeID, bootID: bootID)
    }

    /// What is registered with the custodian.
    public var publicKey: [UInt8] { Array(privateKey.publicKey.rawRepresentation) }

    /// Opens a message; fails when it was sealed for another node, boot or trace.
    public func open(_ message: [UInt8], leafHash: [UInt8]) throws(SealingError) -> [UInt8] {
        var reader = ByteReader(message, element: .release)
        guard try reader.readInteger(UInt8.self) == ReleaseContext.version else { throw .malformed(.release) }
        let encapsulation = try reader.readLengthPrefixed(maximum: ReleaseContext.encapsulationLength)
        let sealed = reader.readRest()
        let known = exchanges.withLock { $0.first { $0.encapsulation == encapsulation } }
        let exchange: Exchange
        if let known { exchange = known } else { exchange = try agree(encapsulation) }
        let plaintext = try AuthenticatedBox.open(
            sealed,
            key: exchange.secret,
            associatedData: leafHash,
            element: .release
        )
        // Remembered only once a message has verified: noise cannot push a good exchange out.
        if known == nil { remember(exchange) }
        return plaintext
    }

    private func agree(_ encapsulation: [UInt8]) throws(SealingError) -> Exchange {
        guard encapsulation.count == ReleaseContext.encapsulationLength else { throw .malformed(.release) }
        do {
            let recipient = try HPKE.Recipient(
                privateKey: privateKey,
                ciphersuite: ReleaseContext.suite,
                info: Data(info),
                encapsulatedKey: Data(encapsulation)
            )
            return Exchange(
                encapsulation: encapsulation,
                secret: try recipient.exportSecret(context: ReleaseContext.exportLabel, outputByteCount: 32)
            )
        } catch {
            throw .notAuthentic(.release)
        }
    }

    private func remember(_ exchange: Exchange) {
        exchanges.withLock { remembered in
            guard !remembered.contains(where: { $0.encapsulation == exchange.encapsulation }) else { return }
            remembered.append(exchange)
            if remembered.count > Self.rememberedExchanges { remembered.removeFirst() }
        }
    }
}

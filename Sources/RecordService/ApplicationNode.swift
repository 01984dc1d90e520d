import Custody
import Sealing

/// This process as the custodian knows it: a name, and a key pair of this boot to which releases are sealed.
final class ApplicationNode: Sendable {
    let name: String
    let bootID: [UInt8]
    private let recipient: ReleaseRecipient

    init(name: String, random: RandomBytes) throws {
        self.name = name
        bootID = random(16)
        recipient = try ReleaseRecipient(seed: random(32), nodeID: Array(name.utf8), bootID: bootID)
    }

    var publicKey: [UInt8] { recipient.publicKey }

    /// Opens a key that the custodian released to this boot.
    func open<Purpose>(_ sealed: SealedKey, as _: SecretKey<Purpose>.Type) throws(ServiceError) -> SecretKey<Purpose> {
        guard let bytes = try? recipient.open(sealed.message, leafHash: sealed.leafHash),
            let key = SecretKey<Purpose>(bytes: bytes)
        else { throw .unavailable }
        return key
    }

    /// Opens the keys of classes that the custodian released to this boot.
    func open(_ keys: SealedClassKeys) throws(ServiceError) -> [(ConfidentialityClass, MetadataKey)] {
        let length = MetadataKey.byteCount
        guard let bytes = try? recipient.open(keys.sealed.message, leafHash: keys.sealed.leafHash),
            bytes.count == keys.classes.count * length
        else { throw .unavailable }
        return try keys.classes.enumerated().map { place, confidentiality throws(ServiceError) in
            let own = bytes[place * length..<(place + 1) * length]
            guard let key = MetadataKey(bytes: Array(own)) else { throw .unavailable }
            return (confidentiality, key)
        }
    }
}

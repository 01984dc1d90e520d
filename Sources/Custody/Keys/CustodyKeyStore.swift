public import Sealing

/// Where the custodian's own keys live: a sealed file, or a token reached by PKCS#11.
///
/// Nothing above it holds a root key; it answers with what was wrapped or signed.
public protocol CustodyKeyStore: Sendable {
    /// The epochs whose root keys are held, the oldest first.
    var epochs: [KeyEpoch] { get }
    /// The epoch whose root key wraps what is new.
    var currentEpoch: KeyEpoch { get }
    /// Makes the root key of the epoch after one, durably in every copy, unless there is one already.
    ///
    /// Where it throws, nothing is wrapped under the new key, and the next call makes another.
    func beginEpoch(after epoch: KeyEpoch) throws(KeyStoreError)
    /// Destroys the root key of an epoch in every copy; nothing that stands under it opens any more.
    ///
    /// - Throws: `epochInUse` for the current one.
    func endEpoch(_ epoch: KeyEpoch) throws(KeyStoreError)
    /// Writes the copies that are not as they should be, and says whether all are.
    func mendCopies() -> KeyCopies
    /// How `/health` names the store.
    var label: String { get }
    /// Wraps a shard key under the root key of an epoch.
    func wrap(_ key: ShardKey, shard: ShardNumber, epoch: KeyEpoch) throws(KeyStoreError) -> [UInt8]
    /// Unwraps a shard key.
    func unwrap(_ wrapped: [UInt8], shard: ShardNumber, epoch: KeyEpoch) throws(KeyStoreError) -> ShardKey
    /// The blind-index, binding and pseudonym keys, computed once at start.
    func workingKeys(generation: UInt32) throws(KeyStoreError) -> WorkingKeys
    /// Signs a checkpoint or a delegation with the log's Ed25519 key.
    func signForLog(_ message: [UInt8]) throws(KeyStoreError) -> [UInt8]
    /// The public half of the log's key, thirty-two bytes.
    var logPublicKey: [UInt8] { get }
}

/// Keys of one generation that the custodian keeps in memory.
public struct WorkingKeys: Sendable {
    /// For lookup tags.
    public let blindIndex: BlindIndexKey
    /// For binding a record to a tag.
    public let bind: BindKey
    /// For pseudonyms of professionals.
    public let pseudonym: PseudonymKey
    /// For what belongs to no record yet: invitations.
    public let invitation: IdentityKey

    /// Joins the four.
    public init(blindIndex: BlindIndexKey, bind: BindKey, pseudonym: PseudonymKey, invitation: IdentityKey) {
        self.blindIndex = blindIndex
        self.bind = bind
        self.pseudonym = pseudonym
        self.invitation = invitation
    }
}

/// How the copies of a key store are.
public enum KeyCopies: Sendable, Hashable {
    /// All hold what the store holds.
    case whole
    /// Some cannot be written, or hold something newer.
    case behind
}

/// Why a key store does not answer; the custodian then answers nobody.
public enum KeyStoreError: Error, Hashable, Sendable {
    /// The store does not exist yet, or its file is not one.
    case unreadable
    /// The passphrase or PIN is wrong, or the file was altered.
    case notAuthentic
    /// No root key of that epoch: it was destroyed or never made.
    case unknownEpoch(UInt32)
    /// Tables stand under a root key that was destroyed: they are older than the store lets be opened.
    case destroyedEpoch(UInt32)
    /// The current epoch is not ended.
    case epochInUse(UInt32)
    /// A copy is newer than the store itself.
    case olderThanItsCopy
    /// The file or token could not be written.
    case unwritable
}

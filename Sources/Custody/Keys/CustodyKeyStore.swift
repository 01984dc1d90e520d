public import Sealing

/// Where the custodian's own keys live: a sealed file, or a token reached by PKCS#11.
///
/// Nothing above it holds a root key; it answers with what was wrapped or signed.
public protocol CustodyKeyStore: Sendable {
    /// The epoch whose root key wraps what is new.
    var currentEpoch: KeyEpoch { get }
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

/// Why a key store does not answer; the custodian then answers nobody.
public enum KeyStoreError: Error, Hashable, Sendable {
    /// The store does not exist yet, or its file is not one.
    case unreadable
    /// The passphrase or PIN is wrong, or the file was altered.
    case notAuthentic
    /// No root key of that epoch: it was destroyed or never made.
    case unknownEpoch(UInt32)
    /// The file or token could not be written.
    case unwritable
}

public import HealthRecord

/// A passkey of the holder, as he knows it again.
public struct HeldPasskey: Sendable, Hashable, Codable {
    /// Its name on pages; it opens nothing.
    public let id: UniqueID
    /// What its owner calls it.
    public let name: String
    /// Since when it serves.
    public let since: Instant
    /// When it last served.
    public let used: Instant?

    /// Joins the parts.
    public init(id: UniqueID, name: String, since: Instant, used: Instant?) {
        self.id = id
        self.name = name
        self.since = since
        self.used = used
    }
}

/// What a browser needs to make a passkey.
public struct PasskeyOffer: Sendable, Hashable, Codable {
    /// Random bytes that come back signed, once.
    public let challenge: [UInt8]
    /// The relying party's name.
    public let party: String
    /// The account's name towards authenticators: opaque, the same for all keys of an account.
    public let user: [UInt8]
    /// What the browser shows its owner: a given name.
    public let label: String
    /// Credentials that are there already, which an authenticator does not make twice.
    public let known: [[UInt8]]
    /// Until when.
    public let expires: Instant

    /// Joins the parts.
    public init(
        challenge: [UInt8],
        party: String,
        user: [UInt8],
        label: String,
        known: [[UInt8]],
        expires: Instant
    ) {
        self.challenge = challenge
        self.party = party
        self.user = user
        self.label = label
        self.known = known
        self.expires = expires
    }
}

/// What a browser needs to use a passkey.
public struct PasskeyQuestion: Sendable, Hashable, Codable {
    /// Random bytes that come back signed, once.
    public let challenge: [UInt8]
    /// The relying party's name.
    public let party: String
    /// The credentials that may answer; empty where it is not known yet who is there.
    public let allowed: [[UInt8]]
    /// Until when.
    public let expires: Instant

    /// Joins the parts.
    public init(challenge: [UInt8], party: String, allowed: [[UInt8]], expires: Instant) {
        self.challenge = challenge
        self.party = party
        self.allowed = allowed
        self.expires = expires
    }
}

/// A passkey that a browser has had made, as its script hands it over.
public struct NewPasskey: Sendable, Hashable, Codable {
    /// The name of the credential.
    public var credential: [UInt8]
    /// `clientDataJSON`.
    public var clientData: [UInt8]
    /// `getAuthenticatorData()`.
    public var authenticatorData: [UInt8]
    /// `getPublicKey()`: `SubjectPublicKeyInfo`.
    public var publicKey: [UInt8]
    /// What its owner calls it.
    public var name: String

    /// Joins the parts.
    public init(
        credential: [UInt8],
        clientData: [UInt8],
        authenticatorData: [UInt8],
        publicKey: [UInt8],
        name: String
    ) {
        self.credential = credential
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.publicKey = publicKey
        self.name = name
    }
}

/// What a passkey answered.
public struct PasskeyAnswer: Sendable, Hashable, Codable {
    /// The name of the credential.
    public var credential: [UInt8]
    /// `clientDataJSON`.
    public var clientData: [UInt8]
    /// `authenticatorData`.
    public var authenticatorData: [UInt8]
    /// The signature over both.
    public var signature: [UInt8]
    /// The account's name, where the authenticator keeps it; empty where it does not.
    public var user: [UInt8]

    /// Joins the parts.
    public init(
        credential: [UInt8],
        clientData: [UInt8],
        authenticatorData: [UInt8],
        signature: [UInt8],
        user: [UInt8]
    ) {
        self.credential = credential
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
        self.user = user
    }
}

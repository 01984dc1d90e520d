/// Why an answer of a passkey does not count; for tests and for whoever reads the code: people hear "not accepted".
enum PasskeyFault: String, Error, Hashable, Sendable {
    /// Bytes that are no such thing, or more of them than there may be.
    case malformed
    /// Made for something else (`type`).
    case wrongType
    /// Not the challenge that was given, or no longer.
    case wrongChallenge
    /// From another origin.
    case wrongOrigin
    /// Made in a frame of another's page.
    case framed
    /// For another relying party.
    case wrongParty
    /// Nobody touched it (flag UP).
    case absent
    /// It did not check who its user is (flag UV): then it would be one factor and not two.
    case unverified
    /// Flags that contradict one another.
    case wrongFlags
    /// A key of another kind than ES256, or not the one that the authenticator made.
    case wrongKey
    /// The signature is not of that key over these bytes.
    case wrongSignature
    /// Its counter went backwards: there may be two of it.
    case copied
}

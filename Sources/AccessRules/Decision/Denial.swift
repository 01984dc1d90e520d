/// A refusal as the refused may see it; it never says more than its reader may know.
public enum Denial: Hashable, Sendable {
    /// The thing must look as if it did not exist: no row, no count, no error of its own (design § 2, law 5).
    case silent
    /// The reader may know why he is refused.
    case told(DenialCode, remedy: Remedy)

    /// The code to answer with: for a silent refusal, that of a thing that is not there.
    public var code: DenialCode {
        switch self {
        case .silent: .notFound
        case .told(let code, _): code
        }
    }

    /// What the reader can do about it.
    public var remedy: Remedy {
        switch self {
        case .silent: .nothing
        case .told(_, let remedy): remedy
        }
    }
}

/// The machine code of a refusal, the same on every door.
public enum DenialCode: String, Hashable, Sendable, Codable, CaseIterable {
    /// There is no such thing for this reader.
    case notFound = "not-found"
    /// The record is closed, suspended, or not activated.
    case recordUnavailable = "record-unavailable"
    /// The evidence does not bind the actor to a profession and a structure.
    case actorUnbound = "actor-unbound"
    /// The mode asked for is not open to this actor, or not complete.
    case modeRefused = "mode-refused"
    /// The holder objects to emergency access.
    case emergencyOpposed = "emergency-opposed"
    /// The holder has blocked this actor.
    case blocked = "blocked"
    /// The actor has no leave to read, or it has ended.
    case authorisationRequired = "authorisation-required"
    /// The holder's consent must be stated.
    case consentRequired = "consent-required"
    /// The actor's role may not do this.
    case roleRefused = "role-refused"
    /// Only the document's author, or his structure, may do this.
    case notOwnDocument = "not-own-document"
    /// The document's status or visibility does not allow the act.
    case documentState = "document-state"
    /// The rules do not provide for this.
    case refused = "refused"
}

/// What a refused reader can do; the words are the business of doors.
public enum Remedy: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing.
    case nothing
    /// Ask the holder for leave, then declare it.
    case askHolderForLeave
    /// Ask the holder to unblock first.
    case askHolderToUnblock
    /// State the holder's consent.
    case stateConsent
    /// Give the reason for breaking the glass.
    case giveReason
    /// Come back in normal mode.
    case useNormalMode
    /// Activate the access with the code received.
    case activateAccess
    /// Ask the author of the document.
    case askAuthor
    /// Use a card or certificate that names a profession and a structure.
    case useProfessionalCredentials
    /// Choose another visibility.
    case changeVisibility
    /// Leave the secret connection, and come back in an ordinary one.
    case leaveSecretConnection
}

import HealthRecord

/// What the custodian answers when it does not do what it was asked.
public enum CustodyError: Error, Hashable, Sendable {
    /// The rules said no; the refusal has been traced where there is a record to trace it on.
    case refused(Refusal)
    /// The evidence does not establish who asks.
    case evidence(EvidenceFault)
    /// An assertion came a second time.
    case replayed
    /// The admission has ended, or never was.
    case notAdmitted
    /// The record named does not belong to the patient of the evidence.
    case recordMismatch
    /// The rows shown do not match the record's state: something is missing, stale or swapped.
    case stateMismatch
    /// What was prepared has been aborted, or belongs to somebody else.
    case notPrepared
    /// The change does not apply to what is there.
    case conflict(String)
    /// A code, identifier or secret was not accepted; deliberately no more than that.
    case notAccepted
    /// Too many attempts; when to come back, in seconds.
    case tooManyAttempts(retryAfter: Int)
    /// A chosen secret is too easy to guess.
    case weakSecret(SecretWeakness)
    /// The custodian cannot answer now; nothing was released.
    case unavailable

    /// The word of the conflict that says: a list of the record's holds as much as it can.
    public static let listFull = "limit"
    /// The word of the conflict that says: more documents, older versions with them, than one work changes.
    public static let tooManyChanges = "tooManyChanges"
}

/// Why evidence establishes nobody.
public struct EvidenceFault: Error, Hashable, Sendable {
    /// A stable code, such as `DMPInvalidCertificate`.
    public let code: String
    /// The attribute or element at fault.
    public let element: String
    /// What to do about it.
    public let remedy: String

    /// Joins the parts.
    public init(code: String, element: String, remedy: String) {
        self.code = code
        self.element = element
        self.remedy = remedy
    }
}

/// A decision against somebody, as he may be told of it.
public struct Refusal: Error, Hashable, Sendable, Codable {
    /// A stable code, such as `DMPAccessDeniedByRightsService`.
    public let code: String
    /// The rule that decided.
    public let rule: String
    /// Whether the thing asked for must look as if it did not exist.
    public let isSilent: Bool
    /// What he may do next, telling nothing he may not know.
    public let remedy: String

    /// Joins the parts.
    public init(code: String, rule: String, isSilent: Bool, remedy: String) {
        self.code = code
        self.rule = rule
        self.isSilent = isSilent
        self.remedy = remedy
    }
}

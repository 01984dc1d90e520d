/// How a request ended (ITI TF-3 § 4.2.4.2).
public enum ResponseStatus: String, Hashable, Sendable, CaseIterable {
    /// All of it was done.
    case success = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
    /// None of it was.
    case failure = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"
    /// Some of it was.
    case partialSuccess = "urn:ihe:iti:2007:ResponseStatusType:PartialSuccess"
}

/// One `RegistryError`: an error or a warning.
public struct RegistryProblem: Hashable, Sendable {
    /// The code as written; codes of other servers exist.
    public let errorCode: String
    /// The sentence.
    public let context: String
    /// Where.
    public let location: String?
    /// How grave.
    public let severity: FindingSeverity

    /// The code, where it is one of the profile.
    public var code: RegistryErrorCode? { RegistryErrorCode(rawValue: errorCode) }

    /// Joins the parts.
    public init(
        _ code: RegistryErrorCode,
        context: String,
        location: String? = nil,
        severity: FindingSeverity? = nil
    ) {
        self.init(
            errorCode: code.rawValue,
            context: context,
            location: location,
            severity: severity ?? (code.isWarning ? .warning : .error)
        )
    }

    /// A finding as the answer says it.
    public init(_ finding: RegistryFinding) {
        self.init(finding.code, context: finding.context, location: finding.element, severity: finding.severity)
    }

    init(errorCode: String, context: String, location: String?, severity: FindingSeverity) {
        self.errorCode = errorCode
        self.context = context
        self.location = location
        self.severity = severity
    }
}

/// A `RegistryResponse`: the answer to a submission or an update, and the head of the answer to a retrieval.
public struct RegistryResponse: Hashable, Sendable {
    /// How it ended.
    public var status: ResponseStatus
    /// Errors and warnings.
    public var problems: [RegistryProblem]

    /// Joins both.
    public init(_ status: ResponseStatus, problems: [RegistryProblem] = []) {
        self.status = status
        self.problems = problems
    }

    /// Success.
    public static let success = RegistryResponse(.success)

    /// What findings make of a request: a failure as soon as one refuses, else a success with warnings.
    public init(_ findings: [RegistryFinding]) {
        self.init(findings.refuse ? .failure : .success, problems: findings.map { RegistryProblem($0) })
    }
}

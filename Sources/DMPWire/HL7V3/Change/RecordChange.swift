public import HealthRecord

/// PRPA_IN201311UV02 and PRPA_IN201314UV02: open a record, open it again, change its data, close it (TD1.1 – TD1.4).
public struct RecordChange: Hashable, Sendable {
    /// What is asked.
    public enum Request: Hashable, Sendable {
        /// TD1.1, with whether the patient consents (`CONSENTEMENT_OUVERTURE_DMP`); nil where the sender does not say.
        case create(consent: Bool?)
        /// TD1.2, with whether the patient consents (`CONSENTEMENT_REACTIVATION_DMP`).
        case reactivate(consent: Bool?)
        /// TD1.3b: the whole person, and the wishes that are stated.
        case modify
        /// TD1.4.
        case close(PatientFileClosure)

        /// As the message codes it.
        public var reason: RecordReason {
            switch self {
            case .create: .creation
            case .reactivate: .reactivation
            case .modify: .modification
            case .close: .closure
            }
        }
    }

    /// The head.
    public let header: HL7MessageHeader
    /// What is asked.
    public let request: Request
    /// Who asks; the assertion proves it, this only repeats it.
    public let author: RecordAuthor?
    /// The INS, the person and the wishes; the status follows from the request.
    public let file: PatientFile
    /// Whether the traits were read on the insured person's card (`CARTE_SESAM_VITALE`).
    public let isReadFromCard: Bool

    /// Joins the parts; nil without an INS, and for a creation or a change of data without traits.
    public init?(
        header: HL7MessageHeader,
        request: Request,
        author: RecordAuthor?,
        file: PatientFile,
        isReadFromCard: Bool = false
    ) {
        guard !file.identifiers.isEmpty else { return nil }
        switch request {
        case .create, .modify: if file.traits == nil { return nil }
        case .reactivate, .close: break
        }
        var file = file
        file.status = if case .close(let closure) = request { .terminated(closure) } else { .active }
        self.header = header
        self.request = request
        self.author = author
        self.file = file
        self.isReadFromCard = isReadFromCard
    }

    /// Whose record.
    public var patient: INS? { file.identifiers.first }
}

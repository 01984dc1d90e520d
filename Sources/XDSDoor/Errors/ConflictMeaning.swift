import RecordService

/// What a conflict is called on the wire, and what is said of it (interop sheet § 2.13; codes of ours are in docs/integration.md).
struct ConflictMeaning {
    /// The code of the HL7 and home-made layers.
    let code: String
    /// What is wrong, in French.
    let text: String
    /// What to do, in English.
    let remedy: String
    /// The element at fault.
    var element: String?

    /// The meaning of a conflict; nil for those that have no word of their own.
    static func of(_ conflict: String) -> ConflictMeaning? { known[conflict] }

    private static let known: [String: ConflictMeaning] = [
        "DMPFound": ConflictMeaning(
            code: "DMPFound",
            text: "un dossier existe déjà pour ce patient",
            remedy: "ask for its standing (TD0.2)"
        ),
        "DMPClosed": ConflictMeaning(
            code: "DMPClosed",
            text: "le dossier est déjà fermé",
            remedy: "ask for its standing (TD0.2)"
        ),
        "DMPPatientAccessAlreadyExists": ConflictMeaning(
            code: "DMPPatientAccessAlreadyExists",
            text: "le patient a déjà un accès à son dossier",
            remedy: "renew its secrets (TD1.5d)"
        ),
        "DMPPatientAccessOTPAlreadyExists": ConflictMeaning(
            code: "DMPPatientAccessOTPAlreadyExists",
            text: "ce canal est déjà celui du patient",
            remedy: "none needed"
        ),
        "refine": ConflictMeaning(
            code: "DMPTooManyPatients",
            text: "trop de personnes répondent à ces traits",
            remedy: "add a date of birth, a given name or a city",
            element: "queryByParameter/parameterList"
        ),
        "sameDocument": ConflictMeaning(
            code: "DMPConflict",
            text: "plusieurs changements d’un même document",
            remedy: "send one change per document and message"
        ),
        attachedToENS: ConflictMeaning(
            code: "DMPAccessDeniedByRightsService",
            text: "les dossiers de ce service sont rattachés à un espace personnel de santé",
            remedy: "the patient opens, changes and closes the record there"
        ),
        otherAuthor: ConflictMeaning(
            code: "DMPAuthorDoesNotMatch",
            text: "l’auteur du message n’est pas celui de l’assertion",
            remedy: "name the same professional and structure in both",
            element: "registrationRequest/author"
        ),
        notOwnList: ConflictMeaning(
            code: "DMPAccessDeniedByRightsService",
            text: "cette liste est celle d’un autre professionnel",
            remedy: "ask for your own list",
            element: "psOwnerId"
        ),
        closureReason: ConflictMeaning(
            code: "DMPInvalidReason",
            text: "ce motif de fermeture n’est pas connu",
            remedy: "use FERMETURE_DEMANDE_PATIENT",
            element: "reasonOf/detectedIssueEvent/code"
        ),
    ]

    static let attachedToENS = "attachedToENS"
    static let otherAuthor = "otherAuthor"
    static let notOwnList = "notOwnList"
    static let closureReason = "closureReason"
}

extension ServiceError {
    /// Records of this deployment belong to a patient's own space: professionals do not open, change or close them.
    static let attachedToENS = ServiceError.conflict(ConflictMeaning.attachedToENS)
    /// The author that a message states is not the one of its assertion.
    static let otherAuthor = ServiceError.conflict(ConflictMeaning.otherAuthor)
    /// The list of somebody else.
    static let notOwnList = ServiceError.conflict(ConflictMeaning.notOwnList)
    /// A reason of closure outside the set.
    static let unknownClosureReason = ServiceError.conflict(ConflictMeaning.closureReason)
}

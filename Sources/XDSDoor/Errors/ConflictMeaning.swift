import Custody
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
            text: "le patient a déjà un canal de ce type",
            remedy: "change it (MODIFICATION)",
            element: "action"
        ),
        CustodyError.listFull: ConflictMeaning(
            code: "DMPConflict",
            text: "le dossier tient déjà autant d’autorisations ou de blocages qu’il peut en tenir",
            remedy: "ask the patient to take one of them back first"
        ),
        CustodyError.tooManyChanges: ConflictMeaning(
            code: "DMPConflict",
            text: "trop de changements en une fois, anciennes versions comprises",
            remedy: "name fewer documents in one message; where one alone has too many versions, write to the operator"
        ),
        "minorAccess": ConflictMeaning(
            code: "DMPAccessDeniedByRightsService",
            text: "un mineur n’a pas d’accès à son nom : son représentant légal a le sien",
            remedy: "have the legal representative ask for an access of his own"
        ),
        "noCodeChannel": ConflictMeaning(
            code: "DMPConflict",
            text: "le patient n’a pas de canal de ce type",
            remedy: "add one (AJOUT)",
            element: "action"
        ),
        "refine": ConflictMeaning(
            code: "DMPTooManyPatients",
            text: "trop de personnes répondent à ces traits",
            remedy: "add a date of birth or a given name, and where both are there a postal code; "
                + "of a beginning (SRCH) send three letters or more",
            element: "queryByParameter/parameterList"
        ),
        "sameDocument": ConflictMeaning(
            code: "DMPConflict",
            text: "plusieurs changements d’un même document, ou de ses versions",
            remedy: "send one change per document and message, whichever of its versions it names"
        ),
        "hiddenOverSeen": ConflictMeaning(
            .hiddenOverSeen("DocumentEntry.confidentialityCode"),
            code: "DMPAccessDeniedByRightsService"
        ),
        "consent": ConflictMeaning(
            code: "DMPAccessDeniedByRightsService",
            text: "le consentement du patient n’est pas déclaré",
            remedy: "ask the patient, then state the consent",
            element: "administrativeObservation"
        ),
        "open": ConflictMeaning(
            code: "DMPFound",
            text: "le dossier est déjà ouvert",
            remedy: "ask for its standing (TD0.2)"
        ),
        "birthDate": ConflictMeaning(
            code: "DMPInvalidTraits",
            text: "la date de naissance n’est pas celle de ce patient",
            remedy: "another day of birth is another person: check the INS",
            element: "patientPerson/birthTime"
        ),
        "account": ConflictMeaning(
            code: "DMPPatientAccessUnknown",
            text: "le patient n’a pas d’accès à son dossier",
            remedy: "create it (TD1.5a)"
        ),
        "reason": ConflictMeaning(
            code: "DMPInvalidReason",
            text: "ce motif de fermeture n’est pas ouvert à l’émetteur",
            remedy: "use FERMETURE_DEMANDE_PATIENT",
            element: "reasonOf/detectedIssueEvent/code"
        ),
        "treatingPhysicianStays": ConflictMeaning(
            code: "DMPConflict",
            text: "l’émetteur est le médecin traitant du patient, et ce rôle lui garde l’accès",
            remedy: "resign as treating physician first (SUPPRESSION with MEDECIN_TRAITANT)",
            element: "role"
        ),
        "emergency.btg": ConflictMeaning(
            code: "DMPConflict",
            text: "les règles de ce dossier ne connaissent pas le bris de glace : il n’y a pas de choix à enregistrer",
            remedy: "leave OPPOSITION_BRIS_DE_GLACE out, or as it stands",
            element: "administrativeObservation (OPPOSITION_BRIS_DE_GLACE)"
        ),
        "emergency.samu": ConflictMeaning(
            code: "DMPConflict",
            text:
                "les règles de ce dossier ne connaissent pas l’accès du centre 15 : il n’y a pas de choix à enregistrer",
            remedy: "leave OPPOSITION_ACCES_URGENCE out, or as it stands",
            element: "administrativeObservation (OPPOSITION_ACCES_URGENCE)"
        ),
        "emergency.masked": ConflictMeaning(
            code: "DMPConflict",
            text:
                "les règles de ce dossier gardent les documents masqués en urgence : il n’y a pas de choix à enregistrer",
            remedy: "leave the masks as they stand",
            element: "administrativeObservation"
        ),
        otherAuthor: ConflictMeaning(
            code: "DMPAuthorDoesNotMatch",
            text: "l’auteur du message n’est pas celui de l’assertion",
            remedy: "name the same professional and structure in both",
            element: "registrationRequest/author"
        ),
        Custodian.notOwnList: ConflictMeaning(
            code: "DMPAccessDeniedByRightsService",
            text: "cette liste est celle d’un autre professionnel",
            remedy: "ask for your own list",
            element: "psOwnerId"
        ),
        Custodian.dateType: ConflictMeaning(
            code: "DMPAccessDeniedByRightsService",
            text: "une structure n’apprend que les nouvelles autorisations, par leur date",
            remedy: "send LASTAUTORIZATION",
            element: "dateType"
        ),
        closureReason: ConflictMeaning(
            code: "DMPInvalidReason",
            text: "ce motif de fermeture n’est pas connu",
            remedy: "use FERMETURE_DEMANDE_PATIENT",
            element: "reasonOf/detectedIssueEvent/code"
        ),
    ]

    static let otherAuthor = "otherAuthor"
    static let closureReason = "closureReason"
}

extension ConflictMeaning {
    /// What the service says of a lot, where it is found only as the lot is filed.
    private init(_ fault: DepositFault, code: String) {
        self.init(code: code, text: fault.text, remedy: fault.remedy, element: fault.element)
    }
}

extension ServiceError {
    /// The author that a message states is not the one of its assertion.
    static let otherAuthor = ServiceError.conflict(ConflictMeaning.otherAuthor)
    /// A reason of closure outside the set.
    static let unknownClosureReason = ServiceError.conflict(ConflictMeaning.closureReason)
}

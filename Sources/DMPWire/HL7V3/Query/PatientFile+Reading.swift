internal import HealthRecord
internal import SafeXML

extension PatientFile {
    /// The file of an answer: its patient, and what the attention lines say of the asker.
    init(message: XMLElement, act: XMLElement) throws(HL7V3Error) {
        let event = try act.one("subject").one("registrationEvent")
        try self.init(patient: try event.one("subject1").one("patient"), act: act)
        let attention = try AttentionLines(message, act)
        authorisation = attention.authorisation
        isTreatingPhysician = attention.isTreatingPhysician
    }

    /// What a `patient` element says of itself.
    init(patient: XMLElement, act: XMLElement) throws(HL7V3Error) {
        let person = try patient.optional("patientPerson")
        let observations = try PatientObservations(patient)
        var identifiers: [INS] = []
        var calculated: [INSC] = []
        for element in patient.children("id", in: GDP.namespace) {
            switch try Self.identifier(element) {
            case .ins(let ins): identifiers.append(ins)
            case .calculated(let insC): calculated.append(insC)
            case .foreign: break
            }
        }
        self.init(
            identifiers: identifiers,
            calculatedIdentifiers: calculated,
            status: try PatientFileStatus(patient, act: act),
            traits: try person?.traits(),
            civility: person?.first("name", "prefix")?.shortText,
            isDeceased: try person?.optional("deceasedInd")?.flag(),
            address: try person?.optional("addr")?.address(),
            telecoms: try person?.telecoms() ?? [],
            relationships: try person?.relationships() ?? [],
            hasInternetAccount: observations["COMPTE_INTERNET_OUVERT"],
            isAttachedToENS: observations["RATTACHEMENT_ENS"],
            refusesBreakGlass: observations["OPPOSITION_BRIS_DE_GLACE"],
            refusesRegulation: observations["OPPOSITION_ACCES_URGENCE"]
        )
    }

    private enum Identifier {
        case ins(INS)
        case calculated(INSC)
        /// A number of the hospital or of nobody we know.
        case foreign
    }

    private static func identifier(_ element: XMLElement) throws(HL7V3Error) -> Identifier {
        let root = try element.needed("root")
        if INSRoot(rawValue: root) != nil {
            guard let ins = INS(try element.needed("extension"), root: root) else { throw .malformed(element.path) }
            return .ins(ins)
        }
        if root == INSC.root.text {
            guard let insC = INSC(try element.needed("extension")) else { throw .malformed(element.path) }
            return .calculated(insC)
        }
        return .foreign
    }
}

extension PatientFileStatus {
    init(_ patient: XMLElement, act: XMLElement) throws(HL7V3Error) {
        let status = try patient.one("statusCode")
        switch try status.needed("code") {
        case "active": self = .active
        case "terminated":
            let issue =
                [act, patient].lazy.compactMap { $0.first("reasonOf", "detectedIssueEvent") }.first { _ in true }
            self = .terminated(
                PatientFileClosure(
                    at: try patient.first("effectiveTime", "high")?.time(),
                    reasonCode: issue?.child("code")?.attribute("code"),
                    text: try issue?.child("text")?.wholeText()
                )
            )
        default: throw .unknownCode(status.path)
        }
    }
}

/// The yes-or-no observations of a patient; those that are not known are passed over.
struct PatientObservations {
    private var values: [String: Bool] = [:]

    init(_ patient: XMLElement) throws(HL7V3Error) {
        for subject in patient.children where subject.name.hasPrefix("subjectOf") {
            guard let observation = subject.child("administrativeObservation"),
                let code = observation.child("code")?.attribute("code"), Self.known.contains(code)
            else { continue }
            guard values.updateValue(try observation.one("value").flag(), forKey: code) == nil else {
                throw .structure(.repeatedElement(name: code, parent: patient.path))
            }
        }
    }

    subscript(code: String) -> Bool? { values[code] }

    private static let known: Set<String> = [
        "COMPTE_INTERNET_OUVERT", "RATTACHEMENT_ENS", "OPPOSITION_BRIS_DE_GLACE", "OPPOSITION_ACCES_URGENCE",
        "CONSENTEMENT_OUVERTURE_DMP", "CONSENTEMENT_REACTIVATION_DMP",
    ]
}

/// What the attention lines say, at the head of the message (HL7) or in the control act.
struct AttentionLines {
    private(set) var authorisation: AuthorisationStatus?
    private(set) var isTreatingPhysician: Bool?

    init(_ message: XMLElement, _ act: XMLElement) throws(HL7V3Error) {
        for parent in [message, act] {
            for line in parent.children("attentionLine", in: GDP.namespace) {
                let key = try line.one("keyWordText")
                switch key.attribute("code") ?? key.trimmedText {
                case "AUTORISATION":
                    guard authorisation == nil else { throw .malformed(line.path) }
                    authorisation = try line.one("value").code()
                case "STATUT_MT":
                    guard isTreatingPhysician == nil else { throw .malformed(line.path) }
                    isTreatingPhysician = try line.one("value").flag()
                default: break
                }
            }
        }
    }
}

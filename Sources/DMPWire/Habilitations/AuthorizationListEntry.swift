public import HealthRecord

/// One line of the list of TD1.6.
public struct AuthorizationListEntry: Hashable, Sendable {
    /// Whether the line gives leave or refuses.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Authorised.
        case active = "ACTIVE"
        /// Blocked by the patient.
        case blocked = "INTERDITE"
    }

    /// Whom the line names.
    public let subject: CareSubject
    /// The name to show; a structure has no given name.
    public let name: PersonName
    /// Profession and specialty in the set of authors, `G15_10/SM26`.
    public let specialty: Code?
    /// Since when.
    public let since: HL7Time?
    /// The last act on the record since; nil where there is none to tell of.
    public let lastAct: HL7Time?
    /// Whether it gives leave or refuses.
    public let standing: Standing
    /// Whether this is a declared treating physician.
    public let isTreatingPhysician: Bool

    /// Joins the parts.
    public init(
        subject: CareSubject,
        name: PersonName,
        specialty: Code?,
        since: HL7Time?,
        lastAct: HL7Time?,
        standing: Standing,
        isTreatingPhysician: Bool
    ) {
        self.subject = subject
        self.name = name
        self.specialty = specialty
        self.since = since
        self.lastAct = lastAct
        self.standing = standing
        self.isTreatingPhysician = isTreatingPhysician
    }

    /// The line of a leave; that of a structure bears the structure's name, whoever declared it.
    public init(_ authorisation: Authorisation, lastAct: Instant?, isTreatingPhysician: Bool) {
        var ofStructure: PersonName?
        if case .structure = authorisation.subject {
            ofStructure = PersonName(family: authorisation.structure.name, given: "")
        }
        self.init(
            subject: authorisation.subject,
            name: ofStructure ?? authorisation.name,
            specialty: ofStructure == nil ? Self.specialty(of: authorisation) : nil,
            since: HL7Time(authorisation.since),
            lastAct: lastAct.map { HL7Time($0) },
            standing: .active,
            isTreatingPhysician: isTreatingPhysician
        )
    }

    /// The line of a declared treating physician who has no leave in force, and reads by the role (CSP L1111-16).
    ///
    /// - Parameter former: his last leave, from which he is known by name.
    public init(treating physician: ProfessionalID, former: Authorisation?, lastAct: Instant?) {
        self.init(
            subject: .person(physician),
            name: former?.name ?? PersonName(family: "", given: ""),
            specialty: former.map(Self.specialty(of:)),
            since: nil,
            lastAct: lastAct.map { HL7Time($0) },
            standing: .active,
            isTreatingPhysician: true
        )
    }

    /// The line of a refusal.
    public init(_ block: Block) {
        self.init(
            subject: block.subject,
            name: block.name,
            specialty: block.profession.map(Self.specialty),
            since: HL7Time(block.since),
            lastAct: nil,
            standing: .blocked,
            isTreatingPhysician: false
        )
    }

    /// JDV_J01 has a code of its own for those in training.
    private static func specialty(of leave: Authorisation) -> Code {
        guard leave.bearer == .trainee, let training = ProfessionInTraining(for: leave.profession) else {
            return specialty(leave.profession)
        }
        return training.authorSpecialty
    }

    private static func specialty(_ profession: Profession) -> Code {
        Code(
            profession.matrixKey,
            CodeSystem.authorSpecialty,
            label: profession.specialty?.label ?? profession.role.label
        )
    }
}

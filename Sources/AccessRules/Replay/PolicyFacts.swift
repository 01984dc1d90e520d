public import HealthRecord

/// What one decision could look at of a record's policy, without a name of anybody.
public struct PolicyFacts: Hashable, Sendable, Codable {
    /// A leave, as far as deciding looks at it.
    public struct Leave: Hashable, Sendable, Codable {
        /// Whom it names.
        public let subject: CareSubject
        /// Since when.
        public let since: Instant
        /// When it ends by itself.
        public let until: Instant?
        /// Whether representatives do not know of it, where a secret connection asked; nil for no.
        public internal(set) var isSecret: Bool?
        /// Whether it is a structure's, and was taken back from the one who asks; nil for no.
        public internal(set) var exceptsAsker: Bool?

        private enum CodingKeys: String, CodingKey {
            case subject = "s"
            case since = "f"
            case until = "u"
            case isSecret = "x"
            case exceptsAsker = "e"
        }
    }

    /// Where the record stood in its life.
    public let state: RecordState
    /// The holder's day of birth.
    public let birthDate: CalendarDate
    /// The leaves of those concerned.
    public let leaves: [Leave]
    /// The blocks of those concerned.
    public let blocks: [CareSubject]
    /// The declared treating physicians.
    public let treating: [ProfessionalID]
    /// Those of them who rest on the holder's or the insurer's word; nil in facts of before this was kept, when all did.
    public let confirmed: [ProfessionalID]?
    /// The administrators; nil for none.
    public let administrators: [ProfessionalID]?
    /// The holder's wishes for emergencies.
    public let emergency: EmergencyWishes
    /// Whether an objection to feeding stood; nil for none.
    public let refusesFeeding: Bool?
    /// Categories closed to the profession of who asks; nil for none.
    public let closures: Set<CategoryClosure>?
    /// The record's respite for announcements, where what was decided about is hidden from the patient; nil for none.
    public let grace: AnnouncementGrace?
    /// Those treating physicians whose role representatives do not know of, where a secret connection asked beside a role that
    /// only the physician has stated; nil where it did not, and in facts of before this was kept.
    public let secretRoles: [ProfessionalID]?

    init(
        state: RecordState,
        birthDate: CalendarDate,
        leaves: [Leave],
        blocks: [CareSubject],
        treating: [ProfessionalID],
        confirmed: [ProfessionalID],
        administrators: [ProfessionalID],
        emergency: EmergencyWishes,
        refusesFeeding: Bool = false,
        closures: Set<CategoryClosure> = [],
        grace: AnnouncementGrace? = nil,
        secretRoles: [ProfessionalID]? = nil
    ) {
        self.state = state
        self.birthDate = birthDate
        self.leaves = leaves
        self.blocks = blocks
        self.treating = treating
        self.confirmed = treating.isEmpty ? nil : confirmed
        self.administrators = administrators.isEmpty ? nil : administrators
        self.emergency = emergency
        self.refusesFeeding = refusesFeeding ? true : nil
        self.closures = closures.isEmpty ? nil : closures
        self.grace = grace
        self.secretRoles = secretRoles
    }

    /// Keeps what the decision can look at; that a leave or a role is secret, in traces of secret connections alone.
    init(
        _ policy: RecordPolicy,
        concerning subject: Subject,
        _ resource: Resource,
        _ team: CareTeam?,
        _ secrecy: SessionSecrecy = .ordinary
    ) {
        var concerned = Set(team?.members ?? [])
        var asker: ProfessionalID?
        if case .care(let actor) = subject {
            concerned.formUnion([actor.subject, .structure(actor.structure.id)])
            asker = actor.person
        }
        if let target = resource.target { concerned.insert(target) }
        state = policy.state
        birthDate = policy.birthDate
        leaves = policy.authorisations.filter { concerned.contains($0.subject) }
            .map { leave in
                Leave(
                    subject: leave.subject,
                    since: leave.since,
                    until: leave.until,
                    isSecret: secrecy == .secret && leave.isSecret ? true : nil,
                    exceptsAsker: leave.serves(asker) ? nil : true
                )
            }
        blocks = policy.blocks.map(\.subject).filter(concerned.contains)
        treating = policy.treatingPhysicians
        confirmed = treating.isEmpty ? nil : treating.filter(policy.isConfirmedTreating)
        administrators = policy.administrators.isEmpty ? nil : policy.administrators
        emergency = policy.emergency
        refusesFeeding = policy.refusesFeeding ? true : nil
        var closed: Set<CategoryClosure> = []
        if case .care(let actor) = subject {
            closed = policy.closures.filter { $0.profession == actor.profession.role.value }
        }
        closures = closed.isEmpty ? nil : closed
        let isHidden = resource.document?.visibility.contains(.hiddenFromPatient) == true
        grace = isHidden ? policy.announcementGrace : nil
        let isSecrecyKept = secrecy == .secret && !treating.allSatisfy(policy.isConfirmedTreating)
        secretRoles = isSecrecyKept ? treating.filter(policy.isSecretlyTreating) : nil
    }

    /// A policy of which a decision about what one care actor asks sees the same.
    func policy(under set: String, for asker: ProfessionalID?) -> RecordPolicy {
        let nobody = PersonName(family: "", given: "")
        var policy = RecordPolicy(policySet: set, state: state, birthDate: birthDate, emergency: emergency)
        policy.treatingPhysicians = treating
        for physician in confirmed ?? treating { policy.declareTreating(physician, by: .holder, at: Self.start) }
        if let secretRoles {
            policy.treatingDeclarations += treating.filter { !policy.isConfirmedTreating($0) }
                .map { physician in
                    let isSecret = secretRoles.contains(physician)
                    return TreatingDeclaration(
                        physician: physician,
                        origin: .physician,
                        since: Self.start,
                        isSecret: isSecret
                    )
                }
        }
        policy.administrators = administrators ?? []
        policy.refusesFeeding = refusesFeeding == true
        policy.closures = closures ?? []
        policy.announcementGrace = grace
        policy.blocks = blocks.map { Block(subject: $0, name: nobody, profession: nil, since: Self.start) }
        policy.authorisations = leaves.compactMap { leave in
            guard let structure = StructureID("0000000000") else { return nil }
            var known = Authorisation(
                subject: leave.subject,
                name: nobody,
                profession: Profession(role: Code("", "")),
                structure: Structure(id: structure, name: "", sector: Code("", "")),
                since: leave.since,
                until: leave.until,
                origin: .givenByHolder,
                lastAct: leave.since,
                isSecret: leave.isSecret == true
            )
            if leave.exceptsAsker == true, let asker { known.except(asker) }
            return known
        }
        return policy
    }

    private static let start = Instant(milliseconds: 0)

    private enum CodingKeys: String, CodingKey {
        case state = "st"
        case birthDate = "born"
        case leaves = "lv"
        case blocks = "bl"
        case treating = "mt"
        case confirmed = "mtc"
        case administrators = "adm"
        case emergency = "em"
        case refusesFeeding = "nf"
        case closures = "cc"
        case grace = "ag"
        case secretRoles = "mtx"
    }
}

/// What a holder has decided about one record, and what the law's calendar has made of it.
///
/// The custodian keeps it sealed; every change raises `version`.
public struct RecordPolicy: Hashable, Sendable, Codable {
    /// One more at each change.
    public var version: UInt64
    /// The dated set of rules under which the record lives, such as `mes2026`.
    public var policySet: String
    /// Where the record stands in its life.
    public var state: RecordState
    /// Leaves to read: at most one for each subject that all know, and one beside it that a minor gave in secret.
    public var authorisations: [Authorisation]
    /// Refusals by name.
    public var blocks: [Block]
    /// Those declared treating physicians, *médecins traitants*.
    public var treatingPhysicians: [ProfessionalID]
    /// Those to whom the holder gave a treating physician's rights, *administrateurs*.
    public var administrators: [ProfessionalID]
    /// On whose word each of them is; a physician without one is of before this was kept.
    public var treatingDeclarations: [TreatingDeclaration]
    /// Objections to access in emergencies.
    public var emergency: EmergencyWishes
    /// Visibility given to what comes in, on top of what the sender asks.
    public var defaultVisibility: Visibility
    /// The holder's age matters to rules; the day is all that they need.
    public var birthDate: CalendarDate
    /// Those who act for the holder, have been asked to, or have ceased to.
    public var representatives: [Representative]
    /// Care teams that were declared.
    public var careTeams: [DeclaredTeam]
    /// Objects to heirs' access after death (CSP L1110-4 V).
    public var refusesHeirs: Bool
    /// An objection to feeding for a legitimate reason, granted (CSP R1111-47): nothing comes in but the holder's own.
    public var refusesFeeding: Bool
    /// Categories closed to professions, beyond what the matrix closes (order of 26/10/2023).
    public var closures: Set<CategoryClosure>
    /// A respite for what waits to be announced; nil where the record never changed its set or rested.
    public var announcementGrace: AnnouncementGrace?

    /// A policy as it stands when a record opens.
    public init(
        policySet: String,
        state: RecordState,
        birthDate: CalendarDate,
        emergency: EmergencyWishes = EmergencyWishes(),
        defaultVisibility: Visibility = []
    ) {
        version = 1
        self.policySet = policySet
        self.state = state
        authorisations = []
        blocks = []
        treatingPhysicians = []
        administrators = []
        treatingDeclarations = []
        self.emergency = emergency
        self.defaultVisibility = defaultVisibility
        self.birthDate = birthDate
        representatives = []
        careTeams = []
        refusesHeirs = false
        refusesFeeding = false
        closures = []
    }

    /// Reads one; the later members are absent from files of before them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        version = try values.decode(UInt64.self, forKey: .version)
        policySet = try values.decode(String.self, forKey: .policySet)
        state = try values.decode(RecordState.self, forKey: .state)
        authorisations = try values.decode([Authorisation].self, forKey: .authorisations)
        blocks = try values.decode([Block].self, forKey: .blocks)
        treatingPhysicians = try values.decode([ProfessionalID].self, forKey: .treatingPhysicians)
        administrators = try values.decodeIfPresent([ProfessionalID].self, forKey: .administrators) ?? []
        treatingDeclarations =
            try values.decodeIfPresent([TreatingDeclaration].self, forKey: .treatingDeclarations) ?? []
        emergency = try values.decode(EmergencyWishes.self, forKey: .emergency)
        defaultVisibility = try values.decode(Visibility.self, forKey: .defaultVisibility)
        birthDate = try values.decode(CalendarDate.self, forKey: .birthDate)
        representatives = try values.decodeIfPresent([Representative].self, forKey: .representatives) ?? []
        careTeams = try values.decodeIfPresent([DeclaredTeam].self, forKey: .careTeams) ?? []
        refusesHeirs = try values.decodeIfPresent(Bool.self, forKey: .refusesHeirs) ?? false
        refusesFeeding = try values.decodeIfPresent(Bool.self, forKey: .refusesFeeding) ?? false
        closures = try values.decodeIfPresent(Set<CategoryClosure>.self, forKey: .closures) ?? []
        announcementGrace = try values.decodeIfPresent(AnnouncementGrace.self, forKey: .announcementGrace)
        settleSecrecyOfBefore()
    }

    /// Whether the holder refused somebody by name, the person or the structure.
    public func isBlocked(_ actor: CareActor) -> Bool { blocks.cover(actor) }

    /// Whether somebody is a declared treating physician.
    public func isTreatingPhysician(_ actor: CareActor) -> Bool {
        actor.person.map(treatingPhysicians.contains) ?? false
    }

    /// What a care actor may be told of his standing.
    public func status(of actor: CareActor, at now: Instant) -> AuthorisationStatus {
        if isBlocked(actor) { return .blocked }
        let subjects = [actor.subject, .structure(actor.structure.id)]
        let leaves = authorisations.filter { subjects.contains($0.subject) && $0.serves(actor.person) }
        if isTreatingPhysician(actor) || leaves.contains(where: { $0.isValid(at: now) }) { return .valid }
        return leaves.isEmpty ? .none : .expired
    }
}

/// A holder's wishes for the day when consent cannot be asked.
public struct EmergencyWishes: Hashable, Sendable, Codable {
    /// Objects to *bris de glace*.
    public var refusesBreakGlass: Bool
    /// Objects to access by a regulation centre.
    public var refusesRegulation: Bool
    /// Lets masked documents be read in both.
    public var opensMaskedDocuments: Bool

    /// Wishes; by default neither access is refused and masked documents stay masked.
    public init(refusesBreakGlass: Bool = false, refusesRegulation: Bool = false, opensMaskedDocuments: Bool = false) {
        self.refusesBreakGlass = refusesBreakGlass
        self.refusesRegulation = refusesRegulation
        self.opensMaskedDocuments = opensMaskedDocuments
    }
}

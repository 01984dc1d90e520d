public import HealthRecord

/// Who can see a document, and by which rule: what the holder reads, given by the same function that decides.
public struct Explanation: Sendable {
    /// One professional or structure whom the policy names.
    public struct Named: Hashable, Sendable {
        /// Who.
        public let subject: CareSubject
        /// The name to show.
        public let name: PersonName
        /// May he read it, and why.
        public let decision: Decision
    }

    /// Those who hold a leave, in force or not, and members of teams whom the set deems authorised.
    public let named: [Named]
    /// What an authorised professional of each profession could read, by key of the matrix (`G15_60`), in its order.
    public let professions: [(key: String, decision: Decision)]

    /// Decides the reading of a document for each of them, in normal mode.
    ///
    /// - Parameter relation: how the document stands to somebody: its author, his structure, nothing.
    public init(
        of document: DocumentFacts,
        policy: RecordPolicy,
        now: Instant,
        ruleBook: RuleBook,
        relation: (CareSubject) -> DocumentRelation
    ) {
        let deemed = ruleBook.deemedLeaves(in: policy, at: now)
            .filter { policy.authorisation(of: $0.subject) == nil }
        named = (policy.leaves(at: now) + deemed).map { leave in
            var facts = document
            facts.relation = relation(leave.subject)
            let actor = Self.actor(of: leave)
            let team = CareTeam(of: actor, in: policy, at: now)
            let context = Context(
                policy: policy,
                now: now,
                today: now.dayInFrance,
                circumstances: Circumstances(team: team)
            )
            return Named(
                subject: leave.subject,
                name: leave.name,
                decision: Self.read(facts, actor, context, ruleBook)
            )
        }
        professions = ruleBook.professionKeys.compactMap { key in
            Self.anyone(of: key, document, policy, now, ruleBook).map { (key, $0) }
        }
    }

    private static func read(
        _ document: DocumentFacts,
        _ actor: CareActor,
        _ context: Context,
        _ book: RuleBook
    ) -> Decision {
        decide(subject: .care(actor), act: .read, resource: .document(document), context: context, ruleBook: book)
    }

    /// The one named; for a structure, somebody of the profession it was given for who works there.
    private static func actor(of leave: Authorisation) -> CareActor {
        CareActor(
            person: { if case .person(let id) = leave.subject { id } else { nobody } }(),
            name: leave.name,
            profession: leave.profession,
            structure: leave.structure,
            holder: leave.namesEmployee ? .employee : leave.bearer,
            authentication: .direct
        )
    }

    /// Somebody of a profession, unknown to the holder but for a leave.
    private static func anyone(
        of key: String,
        _ document: DocumentFacts,
        _ policy: RecordPolicy,
        _ now: Instant,
        _ book: RuleBook
    ) -> Decision? {
        guard let actor = actor(ofKey: key) else { return nil }
        var supposed = policy
        supposed.authorisations = [leave(of: actor, since: now)]
        supposed.blocks = []
        supposed.treatingPhysicians = []
        var facts = document
        facts.relation = .none
        return read(facts, actor, Context(policy: supposed, now: now, today: now.dayInFrance), book)
    }
}

extension Explanation {
    /// A number that no register gives.
    private static let nobody = ProfessionalID("0000000000")

    /// Somebody of a profession, by key of the matrix, in private practice.
    static func actor(ofKey key: String) -> CareActor? {
        let codes = key.dropFirst(4).split(separator: "/", maxSplits: 1).map(String.init)
        guard let role = codes.first, let person = nobody, let practice = StructureID("0000000000") else { return nil }
        return CareActor(
            person: person,
            name: PersonName(family: "", given: ""),
            profession: Profession(
                role: Code(role, CodeSystem.profession),
                specialty: codes.count == 2 ? Code(codes[1], CodeSystem.specialty) : nil
            ),
            structure: Structure(id: practice, name: "", sector: Code("SA07", CodeSystem.sector)),
            holder: .professional,
            authentication: .direct
        )
    }

    /// A leave without end for somebody, as the holder might give it.
    public static func leave(of actor: CareActor, since: Instant) -> Authorisation {
        Authorisation(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: since,
            until: nil,
            origin: .givenByHolder,
            lastAct: since,
            holder: actor.holder
        )
    }
}

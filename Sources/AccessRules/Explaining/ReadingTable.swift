public import HealthRecord

/// What one set lets people do, without a record: professions × classes × masks × modes, then the other actors' acts.
public struct ReadingTable: Sendable {
    /// One question of the table and its answer.
    public struct Cell: Hashable, Sendable {
        /// Key of the profession matrix, or a word for another actor.
        public let who: String
        /// What for.
        public let act: Act
        /// The class of the document and whether it is masked; or a word for what the act is about.
        public let what: String
        /// The mode, by its code on the wire.
        public let mode: String
        /// The answer.
        public let decision: Decision
    }

    /// Every cell, in the same order for every set.
    public let cells: [Cell]

    /// The classes of documents of the DMP.
    public static let classes = ["10", "11", "31", "42", "43", "44", "45", "52", "60", "90", "95"]

    /// Decides every cell for an adult's open record whose holder lets masked documents be read in emergencies.
    public init(set name: String, now: Instant, ruleBook: RuleBook) {
        var policy = RecordPolicy(
            policySet: name,
            state: .open(internet: .active),
            birthDate: CalendarDate(daysSinceEpoch: now.date.daysSinceEpoch - 40 * 366)
        )
        policy.emergency.opensMaskedDocuments = true
        var cells: [Cell] = []
        for key in ruleBook.professionKeys {
            guard let actor = Explanation.actor(ofKey: key) else { continue }
            policy.authorisations = [Explanation.leave(of: actor, since: now)]
            for classCode in Self.classes {
                for isMasked in [false, true] {
                    for mode in [AccessMode.normal, .breakGlass(reason: "supposed"), .regulation] {
                        let context = Context(
                            policy: policy,
                            mode: mode,
                            now: now,
                            circumstances: Circumstances(isRegulationCentre: mode == .regulation)
                        )
                        cells.append(
                            Cell(
                                who: key,
                                act: .read,
                                what: "class \(classCode)" + (isMasked ? " masked" : ""),
                                mode: mode.code,
                                decision: decide(
                                    subject: .care(actor),
                                    act: .read,
                                    resource: .document(
                                        Self.document(classCode, isMasked ? .maskedToProfessionals : [])
                                    ),
                                    context: context,
                                    ruleBook: ruleBook
                                )
                            )
                        )
                    }
                }
            }
        }
        policy.authorisations = []
        self.cells = cells + Self.others(policy, now, ruleBook)
    }

    private static func document(
        _ classCode: String,
        _ visibility: Visibility = [],
        type: Code = Code("", ""),
        origin: DocumentOrigin = .care
    ) -> DocumentFacts {
        DocumentFacts(
            typeCode: type,
            classCode: Code(classCode, CodeSystem.documentClass),
            visibility: visibility,
            origin: origin
        )
    }

    /// The holder, those who act for the holder, roles that need no leave, the service's own actors.
    private static func others(_ policy: RecordPolicy, _ now: Instant, _ book: RuleBook) -> [Cell] {
        guard let physician = Explanation.actor(ofKey: "G15_10"), let worker = Explanation.actor(ofKey: "G15_10/SM25"),
            let person = physician.person
        else { return [] }
        let name = PersonName(family: "", given: "")
        var treating = Context(policy: policy, now: now)
        treating.policy.treatingPhysicians = [person]
        var administered = Context(policy: policy, now: now)
        administered.circumstances.administrators = [person]
        var consented = Context(policy: policy, now: now, presence: .declared)
        consented.policy.authorisations = [Explanation.leave(of: physician, since: now)]
        var cared = Context(policy: policy, now: now)
        cared.circumstances.team = CareTeam(members: [physician.subject])
        var hosted = Context(policy: policy, now: now)
        hosted.circumstances.hostProcedure = HostProcedure(
            requestedAt: now,
            approvals: ["first", "second"],
            until: now.advanced(bySeconds: 60)
        )
        let plain = Context(policy: policy, now: now)
        let care = Resource.document(document("10"))
        let masked = Resource.document(document("10", .maskedToProfessionals))
        let own = Resource.document(document("90", origin: .holder))
        let directives = Resource.document(
            document("90", type: Code("EXPPAT_3", CodeSystem.frenchType), origin: .holder)
        )
        let rows: [(String, Subject, Act, String, Resource, Context)] = [
            ("holder", .holder(name), .read, "a document", care, plain),
            ("holder", .holder(name), .delete, "a professional's document", care, plain),
            ("holder", .holder(name), .feed, "an own document", own, plain),
            ("holder", .holder(name), .feed, "directives", directives, plain),
            ("holder", .holder(name), .block, "the treating physician", .target(.person(person)), treating),
            ("holder", .holder(name), .delegate, "access", .record, plain),
            ("carer", .representative(name, .carer), .read, "a document", care, plain),
            ("treating physician", .care(physician), .read, "a document", care, treating),
            ("treating physician", .care(physician), .read, "a masked document", masked, treating),
            ("treating physician", .care(physician), .readHistory, "history", .record, treating),
            ("administrator", .care(physician), .read, "a masked document", masked, administered),
            ("authorised physician", .care(physician), .readHistory, "history", .record, consented),
            (
                "authorised physician", .care(physician), .declareAuthorisation, "for another",
                .target(.structure(physician.structure.id)), consented
            ),
            ("member of the team", .care(physician), .read, "a document", care, cared),
            ("occupational physician", .care(worker), .search, "the record", .record, consented),
            ("occupational physician", .care(worker), .feed, "a document", care, plain),
            (
                "health insurance", ServiceActor.insurerFeed.subject, .feed, "reimbursements",
                .document(document("60", type: Code("REMB", CodeSystem.frenchType), origin: .insurer)), plain
            ),
            ("host's physician", ServiceActor.hostPhysician.subject, .read, "a document, by procedure", own, hosted),
        ]
        return rows.map { who, subject, act, what, resource, context in
            Cell(
                who: who,
                act: act,
                what: what,
                mode: AccessMode.normal.code,
                decision: decide(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
            )
        }
    }
}

import AccessRules
import Custody
import HealthRecord
import Wording

/// Who may read a document, and why: people by name, emergencies and professions, each told by the very function that decides.
struct DocumentReaders: Sendable {
    /// Somebody, or some kind of somebody, whether he may read it, and the reason.
    struct Line: Hashable, Sendable {
        /// Empty where nobody in particular is meant.
        let name: String
        let role: Phrase
        let mayRead: Bool
        let reason: RightsText

        init(name: String = "", role: Phrase, mayRead: Bool, reason: RightsText) {
            self.name = name
            self.role = role
            self.mayRead = mayRead
            self.reason = reason
        }

        init(name: String = "", role: Phrase, _ decision: Decision) {
            self.init(name: name, role: role, mayRead: decision.isPermitted, reason: DecisionWords.reason(decision))
        }
    }

    let entry: DocumentEntry
    let policy: RecordPolicy
    /// Those whom the record has to do with.
    let known: [KnownProfessional]
    /// The mandate of the one who asks, where he acts for the holder: he is not told of himself.
    var reader: UniqueID?
    /// The access of the host's physician, where there is one.
    var hostAccess: HostAccess?
    let now: Instant
    let rules: RuleBook

    /// Professionals by name, those who act for the holder, emergencies; whoever may read it first.
    var people: [Line] {
        let named = (professionals + representatives + host)
        return named.filter(\.mayRead) + named.filter { !$0.mayRead } + emergencies
    }

    /// Those about whom the holder has decided, and whoever may read it without that, such as its author.
    private var professionals: [Line] {
        (known + unknownAuthors).compactMap { one in
            guard let actor = one.actor else { return nil }
            let decision = PolicyEffect.decision(of: actor, on: facts(for: .care(actor)), policy, now, rules)
            let isDecided = one.authorisation != nil || one.block != nil || one.isInRole
            return isDecided || decision.isPermitted
                ? Line(name: one.spoken, role: one.professionLabel, decision) : nil
        }
    }

    /// Authors whom the record knows by this document alone.
    private var unknownAuthors: [KnownProfessional] {
        entry.authors.compactMap { author in
            guard let id = author.professional, !known.contains(where: { $0.subject == .person(id) }) else {
                return nil
            }
            var one = KnownProfessional(subject: .person(id), name: author.name)
            if let training = author.specialty.flatMap(ProfessionInTraining.init(authorSpecialty:)) {
                (one.profession, one.bearer) = (Profession(role: training.learnt), .trainee)
            } else {
                one.profession = author.specialty.flatMap { Somebody.profession(ofKey: $0.value) }
            }
            return one
        }
    }

    private var representatives: [Line] {
        policy.representatives.compactMap { one in
            guard one.id != reader, let capacity = one.kind.capacity, let decision = decision(of: one) else {
                return nil
            }
            return Line(name: one.name.spoken, role: capacity.label, decision)
        }
    }

    /// Whether somebody who acts for the holder may read it, within the terms of his mandate; nil for whoever does not act.
    func decision(of one: Representative) -> Decision? {
        guard let capacity = one.kind.capacity, one.isActive(at: now) else { return nil }
        return ask(.representative(one.name, capacity), Circumstances(mandate: policy.mandate(one.id)))
    }

    private var host: [Line] {
        guard let procedure = hostAccess?.procedure, procedure.isInForce(at: now) else { return [] }
        let decision = ask(ServiceActor.hostPhysician.subject, Circumstances(hostProcedure: procedure))
        return [Line(role: DocumentPageText.hostPhysician.phrase, decision)]
    }

    private var emergencies: [Line] {
        guard let physician = Somebody.physician else { return [] }
        return [
            (AccessMode.breakGlass(reason: "-"), DocumentPageText.emergencyPhysician),
            (.regulation, .regulationPhysician),
        ].map { mode, text in
            let facts = facts(for: .care(physician))
            return Line(
                role: text.phrase,
                PolicyEffect.decision(of: physician, on: facts, policy, now, rules, mode: mode)
            )
        }
    }

    /// What an authorised professional of each profession could do, the answers in the order of the professions' names.
    var professions: [Line] {
        let holder = Actor.holder(PersonName(family: "", given: ""))
        return Explanation(of: facts(for: holder), policy: policy, now: now, ruleBook: rules) { _ in .none }.professions
            .compactMap { key, decision in
                Somebody.profession(ofKey: key).map { Line(role: ProfessionText.label($0), decision) }
            }.sorted { $0.role.french < $1.role.french }
    }

    private func ask(_ subject: Subject, _ circumstances: Circumstances) -> Decision {
        decide(
            subject: subject,
            act: .read,
            resource: .document(facts(for: subject)),
            context: Context(policy: policy, now: now, today: now.dayInFrance, circumstances: circumstances),
            ruleBook: rules
        )
    }

    private func facts(for subject: Subject) -> DocumentFacts { DocumentFacts(entry, for: subject) }
}

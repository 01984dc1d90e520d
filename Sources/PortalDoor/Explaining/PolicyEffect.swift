import AccessRules
import HealthRecord
import Wording

/// What a change would do to those who read: told by the very function that decides, before anything is changed.
struct PolicyEffect: Sendable {
    /// Somebody, and how many documents he reads before and after.
    struct Line: Hashable, Sendable {
        let name: String
        let role: Phrase
        let before: Int
        let after: Int
        let all: Int
    }

    let lines: [Line]
    /// Readers who are nobody in particular: anybody of a profession whom the holder would authorise, emergencies.
    var losing: [Phrase] = []
    var gaining: [Phrase] = []
    /// Others than those whom the change is about who are treating physicians no longer.
    var formerTreating: [String] = []

    var loses: [Line] { lines.filter { $0.after < $0.before } }
    var gains: [Line] { lines.filter { $0.after > $0.before } }
    var keeps: [Line] { lines.filter { $0.after == $0.before && $0.after > 0 } }

    /// The documents of a record as two policies show them to the professionals that it names, and to professions.
    ///
    /// - Parameters:
    ///   - changed: what the change makes of a document; the document itself where only the policy changes.
    ///   - people: those whom the change is about, told of whether they gain, lose or keep.
    ///   - others: those who are told of if the change touches them as well.
    static func of(
        from before: RecordPolicy,
        to after: RecordPolicy,
        on entries: [DocumentEntry],
        changed: (DocumentEntry) -> DocumentEntry = { $0 },
        people: [KnownProfessional],
        others: [KnownProfessional] = [],
        now: Instant,
        rules: RuleBook
    ) -> PolicyEffect {
        let pairs = entries.filter { $0.status == .approved }.map { (old: $0, new: changed($0)) }
        func line(_ one: KnownProfessional) -> Line? {
            guard let actor = one.actor else { return nil }
            func mayRead(_ entry: DocumentEntry, _ policy: RecordPolicy) -> Bool {
                decision(of: actor, on: DocumentFacts(entry, for: .care(actor)), policy, now, rules).isPermitted
            }
            return Line(
                name: one.spoken,
                role: one.professionLabel,
                before: pairs.count { mayRead($0.old, before) },
                after: pairs.count { mayRead($0.new, after) },
                all: pairs.count
            )
        }
        var effect = PolicyEffect(
            lines: people.compactMap(line) + others.compactMap(line).filter { $0.before != $0.after }
        )
        effect.formerTreating = others.filter { one in
            one.isTreating && !after.treatingPhysicians.contains { .person($0) == one.subject }
        }.map(\.spoken)
        effect.tellOfKinds(
            ChoiceEffect(
                from: before,
                to: after,
                documents: pairs.map { pair in
                    let standing = EntryStanding(pair.old)
                    return ChoiceEffect.Document(
                        standing.facts(for: Self.holder),
                        after: DocumentFacts(pair.new, for: Self.holder),
                        relation: standing.relation(to:)
                    )
                },
                now: now,
                ruleBook: rules
            )
        )
        return effect
    }

    private static let holder = Actor.holder(PersonName(family: "", given: ""))

    /// Takes over what the rules say of readers without a name.
    private mutating func tellOfKinds(_ choice: ChoiceEffect) {
        for change in choice.changes {
            guard let label = Self.label(change.affected) else { continue }
            if !change.loses.isEmpty, !losing.contains(label) { losing.append(label) }
            if !change.gains.isEmpty, !gaining.contains(label) { gaining.append(label) }
        }
    }

    private static func label(_ affected: ChoiceEffect.Affected) -> Phrase? {
        switch affected {
        case .profession(let key): Somebody.profession(ofKey: key).map { ProfessionText.label($0).capitalised }
        case .reader(.breakGlass): EffectText.anyPhysician.phrase
        case .reader(.regulation): EffectText.regulationPhysician.phrase
        case .reader(.holder): EffectText.yourself.phrase
        case .reader(.legalRepresentative), .reader(.guardian), .reader(.carer): EffectText.circle.phrase
        case .named, .reader(.treatingPhysician), .reader(.stranger): nil
        }
    }

    /// The same for those who come in an emergency: documents in sight, and hidden ones.
    static func ofEmergencies(
        from before: RecordPolicy,
        to after: RecordPolicy,
        on entries: [DocumentEntry],
        now: Instant,
        rules: RuleBook
    ) -> PolicyEffect {
        let present = entries.filter { $0.status == .approved }
        let modes: [(AccessMode, EffectText)] = [
            (.breakGlass(reason: "-"), .anyPhysician), (.regulation, .regulationPhysician),
        ]
        return PolicyEffect(
            lines: modes.flatMap { mode, text -> [Line] in
                [false, true].compactMap { isMasked in
                    let chosen = present.filter { $0.visibility.contains(.maskedToProfessionals) == isMasked }
                    guard let actor = Somebody.physician, !chosen.isEmpty else { return nil }
                    func count(_ policy: RecordPolicy) -> Int {
                        chosen.count {
                            decision(
                                of: actor,
                                on: DocumentFacts($0, for: .care(actor)),
                                policy,
                                now,
                                rules,
                                mode: mode
                            ).isPermitted
                        }
                    }
                    return Line(
                        name: "",
                        role: text.phrase + (isMasked ? EffectText.ofMasked : EffectText.ofVisible).phrase,
                        before: count(before),
                        after: count(after),
                        all: chosen.count
                    )
                }
            }
        )
    }

    static func decision(
        of actor: CareActor,
        on facts: DocumentFacts,
        _ policy: RecordPolicy,
        _ now: Instant,
        _ rules: RuleBook,
        mode: AccessMode = .normal
    ) -> Decision {
        decide(
            subject: .care(actor),
            act: .read,
            resource: .document(facts),
            context: Context(
                policy: policy,
                mode: mode,
                now: now,
                today: now.dayInFrance,
                circumstances: Circumstances(
                    team: CareTeam(of: actor, in: policy, at: now),
                    isRegulationCentre: mode == .regulation
                )
            ),
            ruleBook: rules
        )
    }
}

import AccessRules
import HealthRecord

/// `dmp bench --decisions`: what deciding costs, on one core, without a record behind it.
struct DecisionBench {
    /// Time that the program has had a processor for: what others do on the machine does not count.
    let processorNanoseconds: @Sendable () -> UInt64

    /// Every how many of the decisions are taken: 1 for all of them.
    var share = 1

    /// What is asked of a million decisions, and of a list of a thousand documents, in nanoseconds.
    private static let budget = (million: UInt64(1_000_000_000), list: UInt64(3_000_000))

    /// Prints the time of a million decisions and of lists of a thousand documents: several readers, several acts.
    ///
    /// A million is judged both ways: prepared once for a list, and each for itself, as a single act asks. Lists are judged by
    /// the slowest of them all: whoever opens a record has one list, not a median.
    ///
    /// - Returns: whether all of it was as short as asked for; of a share of the decisions, as the share is.
    func run() throws -> Bool {
        let book = try RuleBook.bundled()
        let now = SystemClock.now()
        let readers = Self.readers
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: CalendarDate(daysSinceEpoch: 0)
        )
        policy.authorisations = readers.compactMap { $0.leave(at: now) }
        policy.treatingPhysicians = readers.compactMap { reader in
            if case .care(let actor) = reader.subject, actor.profession.role.value == "10" { actor.person } else { nil }
        }
        let context = Context(policy: policy, now: now)
        let documents = Self.documents
        let acts: [Act] = [.read, .findReference, .mask, .archive]
        // As a list decides: what does not change from one document to the next is prepared once.
        func decideAll(_ reader: Reader, _ act: Act) -> Int {
            let decider = Decider(subject: reader.subject, act: act, context: context, ruleBook: book)
            return documents.count { decider.decide(.document($0)).isPermitted }
        }
        let mixed = readers.flatMap { reader in acts.map { (reader, $0) } }
        for (reader, act) in mixed {
            print("\(reader.name), \(act.rawValue): \(decideAll(reader, act)) permitted of a thousand")
        }
        let rounds = max(1, 1000 / share)
        let whole = time {
            for round in 0..<rounds {
                let (reader, act) = mixed[round % mixed.count]
                _ = decideAll(reader, act)
            }
        }
        let single = time {
            for round in 0..<rounds {
                let (reader, act) = mixed[round % mixed.count]
                for document in documents {
                    _ = decide(
                        subject: reader.subject,
                        act: act,
                        resource: .document(document),
                        context: context,
                        ruleBook: book
                    )
                }
            }
        }
        var lists: [UInt64] = []
        for _ in 0..<max(3, 101 / share) {
            for reader in readers {
                lists.append(time { _ = decideAll(reader, .read) })
            }
        }
        lists.sort()
        print("processor time, asked for 1000 ms for a million at most, and 3 ms for a list:")
        let (median, worst) = (lists[lists.count / 2], lists[lists.count - 1])
        print("\(rounds * 1000) decisions, in lists of 1,000: \(Self.milliseconds(whole)) ms")
        print("\(rounds * 1000) decisions, each prepared for itself: \(Self.milliseconds(single)) ms")
        print(
            "a list of 1,000 documents, of \(lists.count): median \(Self.milliseconds(median)) ms, worst \(Self.milliseconds(worst)) ms"
        )
        print("in the worst is the machine's noise: interrupts, caches that others emptied, a slower core")
        let million = Self.budget.million * UInt64(rounds) / 1000
        return max(whole, single) <= million && worst <= Self.budget.list
    }

    private func time(_ work: () -> Void) -> UInt64 {
        let begun = processorNanoseconds()
        work()
        return processorNanoseconds() - begun
    }

    /// Somebody who asks.
    private struct Reader {
        let name: String
        let subject: Subject

        func leave(at now: Instant) -> Authorisation? {
            guard case .care(let actor) = subject else { return nil }
            return Authorisation(
                subject: actor.subject,
                name: actor.name,
                profession: actor.profession,
                structure: actor.structure,
                since: Instant(milliseconds: 0),
                until: nil,
                origin: .givenByHolder,
                lastAct: now,
                holder: actor.holder
            )
        }
    }

    private static var readers: [Reader] {
        func care(_ name: String, _ role: String, _ specialty: String?, _ number: Int) -> Reader? {
            guard let person = ProfessionalID("099000000\(number)"), let practice = StructureID("1990000001") else {
                return nil
            }
            let actor = CareActor(
                person: person,
                name: PersonName(family: "Essai", given: "Camille"),
                profession: Profession(
                    role: Code(role, CodeSystem.profession),
                    specialty: specialty.map { Code($0, CodeSystem.specialty) }
                ),
                structure: Structure(id: practice, name: "", sector: Code("SA07", CodeSystem.sector)),
                holder: .professional,
                authentication: .direct
            )
            return Reader(name: name, subject: .care(actor))
        }
        return [
            care("nurse", "60", nil, 1), care("treating physician", "10", "SM26", 2), care("pharmacist", "21", nil, 3),
            Reader(name: "holder", subject: .holder(PersonName(family: "Essai", given: "Dominique"))),
        ].compactMap(\.self)
    }

    private static var documents: [DocumentFacts] {
        let types = ["11488-4", "68599-0", "56445-0", "18748-4", "83981-1", "11502-2", "75496-0", "no such type"]
        return (0..<1000).map { place in
            DocumentFacts(
                typeCode: Code(types[place % types.count], CodeSystem.loinc),
                classCode: Code("10", CodeSystem.documentClass),
                visibility: place % 7 == 0 ? .maskedToProfessionals : []
            )
        }
    }

    private static func milliseconds(_ nanoseconds: UInt64) -> String {
        let hundredths = nanoseconds / 10_000
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

import AccessRules
import HealthRecord

/// `dmp bench --decisions`: what deciding costs, on one core, without a record behind it.
struct DecisionBench {
    /// Time that the program has had a processor for: what others do on the machine does not count.
    let processorNanoseconds: @Sendable () -> UInt64

    /// Prints the time of a million decisions and of lists of a thousand documents.
    func run() throws {
        let book = try RuleBook.bundled()
        let now = SystemClock.now()
        guard let person = ProfessionalID("0990000001"), let practice = StructureID("1990000001") else { return }
        let actor = CareActor(
            person: person,
            name: PersonName(family: "Essai", given: "Camille"),
            profession: Profession(role: Code("60", CodeSystem.profession)),
            structure: Structure(id: practice, name: "", sector: Code("SA07", CodeSystem.sector)),
            holder: .professional,
            authentication: .direct
        )
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: CalendarDate(daysSinceEpoch: 0)
        )
        policy.authorisations = [
            Authorisation(
                subject: actor.subject,
                name: actor.name,
                profession: actor.profession,
                structure: actor.structure,
                since: Instant(milliseconds: 0),
                until: nil,
                origin: .givenByHolder,
                lastAct: now
            )
        ]
        let context = Context(policy: policy, now: now)
        let types = ["11488-4", "68599-0", "56445-0", "18748-4", "83981-1", "11502-2", "75496-0", "no such type"]
        let documents = (0..<1000).map { place in
            DocumentFacts(
                typeCode: Code(types[place % types.count], CodeSystem.loinc),
                classCode: Code("10", CodeSystem.documentClass),
                visibility: place % 7 == 0 ? .maskedToProfessionals : []
            )
        }
        let subject = Subject.care(actor)
        // As a list decides: what does not change from one document to the next is prepared once.
        func decideAll() -> Int {
            let decider = Decider(subject: subject, act: .read, context: context, ruleBook: book)
            return documents.count { decider.decide(.document($0)).isPermitted }
        }
        let permitted = decideAll()
        let start = processorNanoseconds()
        var seen = 0
        for _ in 0..<1000 { seen += decideAll() }
        let million = processorNanoseconds() - start
        var lists: [UInt64] = []
        for _ in 0..<101 {
            let begun = processorNanoseconds()
            seen += decideAll()
            lists.append(processorNanoseconds() - begun)
        }
        lists.sort()
        print("processor time, asked for 1000 ms at most, and 3 ms:")
        print("a million decisions, in lists of 1,000: \(Self.milliseconds(million)) ms")
        print("a list of 1,000 documents, median of 101: \(Self.milliseconds(lists[50])) ms")
        print("permitted of a thousand: \(permitted); decided in all: \(1_102_000), permitted: \(seen + permitted)")
    }

    private static func milliseconds(_ nanoseconds: UInt64) -> String {
        let hundredths = nanoseconds / 10_000
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

import HealthRecord
import Testing

@testable import AccessRules

/// People, documents and records that tests speak of; all fictitious.
enum House {
    static let now = Instant(milliseconds: 1_775_000_000_000)  // 2026-03-31
    static let book: RuleBook? = try? RuleBook.bundled()
    static let adult = CalendarDate(year: 1970, month: 5, day: 1)
    static let child = CalendarDate(year: 2015, month: 5, day: 1)

    /// An RPPS of the test range with its check digit.
    static func person(_ number: Int) throws -> ProfessionalID {
        let body = "99900" + String(10_000 + number)
        let rpps = try #require((0...9).lazy.compactMap { RPPS(body + "\($0)") }.first)
        return ProfessionalID(rpps)
    }

    static func structure(_ number: Int, sector: String = "SA07") throws -> Structure {
        let id = try #require(StructureID("1" + String(990_000_000 + number)))
        return Structure(id: id, name: "Structure \(number)", sector: Code(sector, CodeSystem.sector))
    }

    static func care(
        _ role: String = "10",
        specialty: String? = nil,
        system: String = CodeSystem.profession,
        number: Int = 1,
        structure: Int = 1,
        sector: String = "SA07",
        holder: HolderKind = .professional,
        authentication: AuthenticationMode = .direct
    ) throws -> CareActor {
        CareActor(
            person: holder == .structure && authentication == .indirect ? nil : try person(number),
            name: PersonName(family: "Essai", given: "Camille"),
            profession: Profession(
                role: Code(role, system),
                specialty: specialty.map { Code($0, CodeSystem.specialty) }
            ),
            structure: try Self.structure(structure, sector: sector),
            holder: holder,
            authentication: authentication
        )
    }

    static func policy(_ birthDate: CalendarDate? = adult, set: String = "mes2026") throws -> RecordPolicy {
        RecordPolicy(policySet: set, state: .open(internet: .active), birthDate: try #require(birthDate))
    }

    static func leave(_ actor: CareActor, subject: CareSubject? = nil, until: Instant? = nil) -> Authorisation {
        Authorisation(
            subject: subject ?? actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: Instant(milliseconds: 0),
            until: until,
            origin: .givenByHolder,
            lastAct: Instant(milliseconds: 0)
        )
    }

    static func document(
        _ visibility: Visibility,
        status: AvailabilityStatus = .approved,
        relation: DocumentRelation = .none,
        origin: DocumentOrigin = .care,
        hiddenSince: Instant? = nil
    ) -> DocumentFacts {
        var facts = document(status: status, relation: relation, origin: origin)
        facts.visibility = visibility
        facts.hiddenSince = hiddenSince
        return facts
    }

    static func document(
        _ type: String = "11488-4",
        classCode: String = "10",
        status: AvailabilityStatus = .approved,
        relation: DocumentRelation = .none,
        origin: DocumentOrigin = .care
    ) -> DocumentFacts {
        let isLOINC = type.first?.isNumber == true
        return DocumentFacts(
            typeCode: Code(type, isLOINC ? CodeSystem.loinc : CodeSystem.frenchType),
            classCode: Code(classCode, CodeSystem.documentClass),
            status: status,
            relation: relation,
            origin: origin
        )
    }

    static let holder = Subject.holder(PersonName(family: "Essai", given: "Dominique"))

    static func representative(_ kind: Representation) -> Subject {
        .representative(PersonName(family: "Essai", given: "Claude"), kind)
    }

    /// Decides, and checks what every decision must carry.
    static func ask(
        _ subject: Subject,
        _ act: Act,
        _ resource: Resource,
        _ policy: RecordPolicy,
        mode: AccessMode = .normal,
        presence: HolderPresence = .declared,
        secrecy: SessionSecrecy = .ordinary,
        circumstances: Circumstances = Circumstances(),
        isFromCentre: Bool = true,
        book other: RuleBook? = nil
    ) throws -> Decision {
        var context = Context(
            policy: policy,
            mode: mode,
            now: now,
            presence: presence,
            secrecy: secrecy,
            circumstances: circumstances
        )
        // Who comes in that mode in tests comes from a centre.
        if mode == .regulation, isFromCentre { context.circumstances.isRegulationCentre = true }
        let book = try other ?? #require(Self.book)
        let decision = decide(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
        #expect(!decision.source.text.isEmpty)
        #expect(decision.obligations.contains(Obligation.trace))
        #expect(decision.isPermitted == (decision.denial == nil))
        return decision
    }
}

extension House {
    /// Asks about the record itself.
    static func ask(
        _ subject: Subject,
        _ act: Act,
        _ policy: RecordPolicy,
        mode: AccessMode = .normal,
        presence: HolderPresence = .declared,
        circumstances: Circumstances = Circumstances()
    ) throws -> Decision {
        try ask(subject, act, .record, policy, mode: mode, presence: presence, circumstances: circumstances)
    }
}

/// A seeded generator (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

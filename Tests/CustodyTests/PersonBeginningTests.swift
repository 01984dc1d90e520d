import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// TD0.5 by the beginnings of names (interop § 2.6, partial match).
@Suite struct PersonBeginningTests {
    private let house: House
    private let centre: CareActor

    init() throws {
        house = try House()
        centre = try People.doctor(1, specialty: "SM59")
    }

    private func open(candidates: Int = 500) throws -> Custodian {
        try house.open {
            $0.regulationCentres = [centre.structure.id]
            $0.searchCandidates = candidates
        }
    }

    private func search(
        _ family: String,
        _ given: String? = nil,
        isPartial: Bool = true,
        birthDate: CalendarDate? = nil,
        _ custodian: Custodian
    ) async throws -> [[INS]] {
        let query = PersonQuery(family: family, given: given, isPartial: isPartial, birthDate: birthDate)
        return try await custodian.search(query, try await house.admit(custodian, centre, mode: .regulation))
            .map(\.identifiers)
    }

    private func searches(_ person: Person, _ custodian: Custodian) async throws -> Int {
        try await custodian.chain(of: person.record).count { $0.act == .searchIdentity }
    }

    /// TD0.5: whose name has the same first letters and goes on otherwise is neither found nor told of a search.
    @Test func whoseNameGoesOnOtherwiseIsNoCandidate() async throws {
        let custodian = try open()
        let person = try await house.person(custodian)
        let birthDate = try People.traits().birthDate
        for (family, given) in [("Essor", "Dominique"), ("Essai", "Domitille"), ("Essais", "Dom"), ("Essai", "-")] {
            #expect(try await search(family, given, birthDate: birthDate, custodian).isEmpty, "\(family) \(given)")
        }
        #expect(try await search("Ess", isPartial: false, birthDate: birthDate, custodian).isEmpty)
        #expect(try await searches(person, custodian) == 0)
        #expect(try await search("Essa", "Domi", custodian) == [[person.ins]])
        #expect(try await searches(person, custodian) == 1)
        try custodian.close()
    }

    /// TD0.5: words, hyphens and accents count for a beginning as they do for a whole name.
    @Test func namesOfSeveralWordsAreOne() async throws {
        let custodian = try open()
        var traits = try People.traits()
        traits.birthFamilyName = "Le Goff"
        traits.birthGivenNames = ["Jean-Noël"]
        traits.usedFamilyName = "Ly"
        let person = try await house.person(custodian, 1, traits: traits)
        for (family, given) in [("LEG", "JEA"), ("le g", "Jean N"), ("Lé-Goff", "jeannoel")] {
            #expect(try await search(family, given, custodian) == [[person.ins]], "\(family) \(given)")
        }
        // Its letters are too few to be a beginning: it is asked whole.
        #expect(try await search("LY", isPartial: false, birthDate: traits.birthDate, custodian) == [[person.ins]])
        for family in ["Ly", "L e", "---"] {
            await #expect(throws: CustodyError.conflict("refine"), "\(family)") {
                try await search(family, "Jean", birthDate: traits.birthDate, custodian)
            }
        }
        try custodian.close()
    }

    /// TD0.5: the limits of whole names; nobody is looked at where too many names have these first letters.
    @Test func tooManyBeginningsAreRefined() async throws {
        let custodian = try open(candidates: 2)
        let one = try await house.person(custodian, 1)
        #expect(try await search("Ess", "Dom", custodian) == [[one.ins]])
        _ = try await house.person(custodian, 2)
        for family in ["Ess", "Essor"] {
            await #expect(throws: CustodyError.conflict("refine"), "\(family)") {
                try await search(family, "Dom", custodian)
            }
        }
        #expect(try await searches(one, custodian) == 1)
        for (family, given) in [("Essai", nil), ("Essai", "Do")] as [(String, String?)] {
            await #expect(throws: CustodyError.conflict("refine"), "\(given ?? "")") {
                try await search(family, given, custodian)
            }
        }
        try custodian.close()
    }

    /// TD0.5: lists that a version made which knew whole names alone are made again at the start.
    @Test func listsOfBeforeLearnTheBeginnings() async throws {
        let custodian = try open()
        let person = try await house.person(custodian)
        #expect(try await search("Ess", "Dom", custodian) == [[person.ins]])
        let index = custodian.ledger.registers.index
        try custodian.ledger.database.writeNow { database in
            for key in ["family-start/ESS", "given-start/DOM"] {
                let tag = Data(try index.tag(login: key).bytes)
                try database.execute(sql: "DELETE FROM trait WHERE tag = ?", arguments: [tag])
                #expect(database.changesCount == 1)
            }
        }
        #expect(try await search("Ess", "Dom", custodian).isEmpty)
        try custodian.ledger.database.writeNow { database in
            try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'beginnings of names'")
            #expect(database.changesCount == 1)
        }
        try custodian.close()
        let again = try open()
        #expect(try await search("Ess", "Dom", again) == [[person.ins]])
        // What was found before is found still.
        let birthDate = try People.traits().birthDate
        #expect(try await search("Essai", isPartial: false, birthDate: birthDate, again) == [[person.ins]])
        try again.close()
    }
}

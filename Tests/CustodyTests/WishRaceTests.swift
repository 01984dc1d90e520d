import HealthRecord
import Testing

@testable import Custody

/// What comes in after a wish of the holder follows it, whenever it was prepared (§ 3.5).
@Suite struct WishRaceTests {
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let author: CareActor

        init() async throws {
            house = try House()
            custodian = try house.open { $0.policySet = "mes2026" }
            person = try await house.person(custodian)
            author = try People.doctor()
        }

        func wish(_ visibility: Visibility) async throws {
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            _ = try await custodian.carryOut(.defaultVisibility(visibility), holder)
        }

        func prepare(_ visibility: Visibility) async throws -> PreparedWork {
            let entry = try house.entry(person, by: author, visibility: visibility)
            return try await house.prepare(custodian, [entry], by: author, for: person)
        }

        /// With what visibility documents came in, by the record's own trace.
        func filed() async throws -> [Visibility?] {
            try await custodian.chain(of: person.record).filter { $0.act == .deposit }.map(\.visibilityAfter)
        }
    }

    /// A mask chosen, or taken back, between the two: nothing comes in, and what is prepared again follows it.
    @Test(arguments: [[], .hiddenFromPatient] as [Visibility], [true, false])
    func aWishBetweenPreparationAndCommitIsFollowed(_ asked: Visibility, chooses: Bool) async throws {
        let scene = try await Scene()
        let custodian = scene.custodian
        let (before, after): (Visibility, Visibility) =
            chooses ? ([], .maskedToProfessionals) : (.maskedToProfessionals, [])
        try await scene.wish(before)
        let work = try await scene.prepare(asked)
        try await scene.wish(after)
        await #expect(throws: CustodyError.conflict("moved")) { try await custodian.commit(work.id, paths: []) }
        #expect(try await scene.filed().isEmpty)
        #expect(try await custodian.abort(work.id) == .aborted)
        _ = try await custodian.commit(try await scene.prepare(asked).id, paths: [])
        // Beside what is hidden from the patient the mask waits for the reveal.
        let mask: Visibility = asked.isEmpty ? .maskedToProfessionals : .maskedOnceRevealed
        #expect(try await scene.filed() == [chooses ? asked.union(mask) : asked])
        try custodian.close()
    }

    /// The other order, and a wish that is none for what comes in: the work is as it was prepared.
    @Test(arguments: [[], .hiddenFromPatient] as [Visibility])
    func whatTheWishesGiveAlikeIsCommitted(_ asked: Visibility) async throws {
        let scene = try await Scene()
        let custodian = scene.custodian
        try await scene.wish(.maskedToProfessionals)
        let work = try await scene.prepare(asked)
        let holder = try await scene.house.holder(
            custodian,
            try await scene.house.session(custodian, scene.person)
        )
        _ = try await custodian.carryOut(.refuseHeirs(true), holder)
        // Taken back and chosen again it is the same wish.
        try await scene.wish([])
        try await scene.wish(.maskedToProfessionals)
        let done = try await custodian.commit(work.id, paths: [])
        let mask: Visibility = asked.isEmpty ? .maskedToProfessionals : .maskedOnceRevealed
        #expect(try await scene.filed() == [asked.union(mask)])
        // A wish that comes after the commit changes nothing that is done: asked again, it answers the same.
        try await scene.wish([])
        #expect(try await custodian.commit(work.id, paths: []) == done)
        try custodian.close()
    }

    /// A new version that comes in masked as the one before it was waits for no wish.
    @Test func aVersionKeepsTheMaskOfTheOneBeforeIt() async throws {
        let scene = try await Scene()
        let (house, custodian, shelf) = (scene.house, scene.custodian, Shelf())
        try await house.deposit(custodian, [.maskedToProfessionals], by: scene.author, for: scene.person, on: shelf)
        let new = try await house.replace(custodian, 0, by: scene.author, for: scene.person, on: shelf)
        #expect(new.visibility.isEmpty)
        #expect(try await scene.filed() == [.maskedToProfessionals, .maskedToProfessionals])
        try custodian.close()
    }
}

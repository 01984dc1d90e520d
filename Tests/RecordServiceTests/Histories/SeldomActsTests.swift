import HealthRecord
import SampleRecords
import Testing

@testable import Custody
@testable import RecordService

/// Every permitted act has exactly one trace, those that are done seldom as well (issue 3; access and life cycle § 5; CSP R1111-43).
@Suite struct SeldomActsTests {
    /// What no history draws, and where else it is held.
    private static let undrawn: [TracedAct: String] = [
        .openRecord: "begins the life of every record, before there is a history",
        .activateAccess: "the same",
        .refuseRepresentation: "the answer of a letter: by nobody who was admitted to the record",
        .remind: "takes years without new directives",
        .tellIncident: "the operator's word about many records at once",
        .changeIdentity: "the register's word about a person",
        .searchIdentity: "is asked before a record is known",
        .linkIdentity: "the register's word about a matricule",
        .merge: "takes a second record",
        .changeAccess: "changes by what the scene itself signs in",
        .destroy: "nothing comes after it",
        .readRequest: "takes an author to whom a request was sent",
        .answerRequest: "the same",
        .grantEntry: "takes evidence that none of the cast comes with",
        .reviewEmergency: "takes an emergency that waits to be justified",
        .send: "takes a messaging service that carries what is sent",
    ]

    /// What comes of coming in, of time, of the operator and of the scenes themselves.
    private static let turns: Set<TracedAct> = [
        .signIn, .signOut, .deposit, .replace, .locate, .announce, .expire, .acceptRepresentation, .migrate, .suspend,
        .resume, .close, .reopen,
    ]

    @Test func theActsThatNoHistoryDrawsAreFewAndNamed() async throws {
        let scene = try await HistoryScene(seed: 9, set: "mes2026", life: .helped)
        let drawn = Set(try await scene.allMoves().compactMap(\.act)).union(Self.turns)
        #expect(Set(TracedAct.allCases).subtracting(drawn) == Set(Self.undrawn.keys))
        #expect(drawn.isDisjoint(with: Self.undrawn.keys))
        try await scene.office.close()
    }

    /// Each in turn, by whoever may; what the rules of today let be done is done.
    @Test func whatIsDoneSeldomIsDoneOnceAndTracedOnce() async throws {
        let scene = try await HistoryScene(seed: 11, set: "mes2026", life: .helped)
        try await scene.begin()
        _ = try await scene.plainLetter()
        let night = try #require(scene.callers.first { $0.name == "night" })
        _ = try await scene.office.service.list(try await scene.visit(night))
        var done: Set<TracedAct> = []
        for (move, hands) in try await scene.seldomMoves() {
            if try await scene.tryAll(move, hands) != nil, let act = move.act { done.insert(act) }
        }
        try await scene.suspendAndResume()
        let expected: Set<TracedAct> = [
            .nameAdministrator, .withdrawAdministrator, .export, .requestPresence, .confirmPresence, .readIdentity,
            .declareTeam, .endTeam, .delegateConsent, .declareRepresentative, .endRepresentation, .justifyEmergency,
        ]
        #expect(expected.subtracting(done).isEmpty, "\(expected.subtracting(done))")
        try await scene.office.close()
    }

    @Test(arguments: RichHistoryTests.scenes.indices)
    func amongEverythingElseTheLawHolds(number: Int) async throws {
        let (set, life) = RichHistoryTests.scenes[number]
        let scene = try await HistoryScene(seed: UInt64(number + 70), set: set, life: life)
        try await scene.begin()
        for step in 0..<18 {
            _ = step.isMultiple(of: 3) ? try await scene.step() : try await scene.seldomStep()
        }
        try await scene.suspendAndResume()
        try await scene.migrateThereAndBack()
        _ = try await scene.step()
        try await scene.expectNothingForTheBanned()
        try await scene.office.close()
    }
}

import HealthRecord
import Testing

@testable import Custody

/// Whoever passes to the record of another is the same person, signed in once (reference: identity-and-experience § 2.5).
@Suite struct ActingSessionTests {
    private struct Scene {
        let house: House
        let custodian: Custodian
        let parent: Person
        let child: Person
        let mandate: UniqueID

        /// The parent signs in on his own record.
        func signIn() async throws -> String { try await house.session(custodian, parent) }

        func act(_ token: String) async throws -> String { try await custodian.actFor(mandate, token: token).text }

        func lives(_ token: String) async -> Bool { (try? await house.holder(custodian, token)) != nil }
    }

    private func scene() async throws -> Scene {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        let parent = try await house.person(custodian, 2)
        let mandate = try await custodian.declareRepresentative(
            NewRepresentative(
                name: PersonName(family: "Essai", given: "Dominique"),
                birthDate: try People.traits().birthDate,
                ins: try People.qualified(2),
                kind: .parent,
                address: ["ici"]
            ),
            of: try People.qualified(1),
            basis: "essai"
        )
        let code = try house.lastCode()
        let own = try await house.holder(custodian, try await house.session(custodian, parent))
        try await custodian.acceptRepresentation(code: code, own)
        return Scene(house: house, custodian: custodian, parent: parent, child: child, mandate: mandate)
    }

    /// Passing on from a session by a mandate begins no new day.
    @Test func noChainOfSessionsOutlivesTheSignIn() async throws {
        let scene = try await scene()
        var token = try await scene.act(try await scene.signIn())
        for _ in 0..<(8 * 6 - 1) {
            scene.house.pass(600)
            token = try await scene.act(token)
        }
        scene.house.pass(599)
        #expect(await scene.lives(token))
        scene.house.pass(1)
        #expect(await !scene.lives(token))
        await #expect(throws: CustodyError.notAdmitted) { try await scene.act(token) }
        try scene.custodian.close()
    }

    @Test func aNewSecretEndsWhatIsOpenOnTheRecordsOfOthers() async throws {
        let scene = try await scene()
        let (own, elsewhere) = (try await scene.signIn(), try await scene.signIn())
        let acting = try await scene.act(elsewhere)
        try await scene.custodian.changeSecret(
            old: House.secret,
            new: "Douze-Marches-Sous-La-Neige",
            token: own,
            try await scene.house.holder(scene.custodian, own)
        )
        #expect(await scene.lives(own))
        #expect(await !scene.lives(elsewhere))
        #expect(await !scene.lives(acting))
        try scene.custodian.close()
    }

    @Test(arguments: [true, false])
    func aRecordThatClosesOrIsSuspendedSignsItsHolderOutEverywhere(closing: Bool) async throws {
        let scene = try await scene()
        let own = try await scene.signIn()
        let acting = try await scene.act(own)
        if closing {
            try await scene.custodian.closeOwn(
                secret: House.secret,
                erasing: false,
                try await scene.house.holder(scene.custodian, own)
            )
        } else {
            try await scene.custodian.suspend(try People.qualified(2), reason: "essai")
        }
        #expect(await !scene.lives(own))
        #expect(await !scene.lives(acting))
        try scene.custodian.close()
    }

    @Test func signingOutLeavesNoRecordOfAnotherOpen() async throws {
        let scene = try await scene()
        let (own, elsewhere) = (try await scene.signIn(), try await scene.signIn())
        scene.house.pass(1)
        let later = try await scene.signIn()
        let (acting, other) = (try await scene.act(own), try await scene.act(later))
        // Coming back from the child's record leaves one's own open.
        try await scene.custodian.endSession(token: other)
        #expect(await scene.lives(later))
        try await scene.custodian.endSession(token: own)
        #expect(await !scene.lives(acting))
        #expect(await scene.lives(elsewhere))
        try scene.custodian.close()
    }
}

import DMPWire
import HealthRecord
import Testing

@testable import Credentials

@Suite struct FreshnessTests {
    let world: World

    init() throws { world = try World.fast.get() }

    /// The limits of `IssueInstant` at −1, 0 and +1 second (security design V4).
    @Test(
        arguments: [
            (-301, .expired(part: "Assertion/@IssueInstant")), (-300, nil), (-299, nil), (0, nil), (299, nil),
            (300, nil),
            (301, .notYetValid(part: "Assertion/@IssueInstant")),
        ] as [(Int64, VIHFRefusal?)]
    )
    func issueInstantHasLimits(_ seconds: Int64, _ expected: VIHFRefusal?) async throws {
        var draft = try Draft.direct(world)
        draft.vihf.issueInstant = World.now.advanced(bySeconds: seconds)
        #expect(try await draft.verify(world).refusal == expected)
    }

    /// An operator's own tolerance goes both ways.
    @Test(
        arguments: [
            (-31, .expired(part: "Assertion/@IssueInstant")), (-30, nil), (30, nil),
            (31, .notYetValid(part: "Assertion/@IssueInstant")),
        ] as [(Int64, VIHFRefusal?)]
    )
    func theToleranceIsASetting(_ seconds: Int64, _ expected: VIHFRefusal?) async throws {
        #expect(Freshness().tolerance == 300 && Freshness.profileTolerance == 300)
        var draft = try Draft.direct(world)
        draft.vihf.issueInstant = World.now.advanced(bySeconds: seconds)
        let verifier = try world.assertions(freshness: Freshness(tolerance: 30))
        #expect(try await draft.verify(world, verifier).refusal == expected)
    }

    @Test(
        arguments: [
            (299, nil), (300, nil), (301, .notYetValid(part: "AuthnStatement/@AuthnInstant")),
        ] as [(Int64, VIHFRefusal?)]
    )
    func authenticationIsNotAhead(_ seconds: Int64, _ expected: VIHFRefusal?) async throws {
        var draft = try Draft.direct(world)
        draft.vihf.authenticatedAt = World.now.advanced(bySeconds: seconds)
        #expect(try await draft.verify(world).refusal == expected)
    }

    @Test(
        arguments: [
            (300, nil), (301, .notYetValid(part: "Conditions/@NotBefore")),
        ] as [(Int64, VIHFRefusal?)]
    )
    func conditionsBegin(_ seconds: Int64, _ expected: VIHFRefusal?) async throws {
        var draft = try Draft.direct(world)
        draft.vihf.notBefore = World.now.advanced(bySeconds: seconds)
        #expect(try await draft.verify(world).refusal == expected)
    }

    @Test(
        arguments: [
            (-1, .expired(part: "Conditions/@NotOnOrAfter")), (0, .expired(part: "Conditions/@NotOnOrAfter")), (1, nil),
        ] as [(Int64, VIHFRefusal?)]
    )
    func conditionsEnd(_ seconds: Int64, _ expected: VIHFRefusal?) async throws {
        var draft = try Draft.direct(world)
        draft.vihf.notOnOrAfter = World.now.advanced(bySeconds: seconds)
        #expect(try await draft.verify(world).refusal == expected)
    }

    @Test func everyRestrictionMustNameUs() async throws {
        let verifier = try world.assertions(audiences: ["urn:us"])
        var draft = try Draft.direct(world)
        draft.vihf.audiences = [["urn:others", "urn:us"]]
        #expect(try await draft.verify(world, verifier).refusal == nil)
        draft.vihf.audiences = [["urn:us"], ["urn:others"]]
        #expect(try await draft.verify(world, verifier).refusal == .wrongAudience)
        draft.vihf.audiences = [[]]
        #expect(try await draft.verify(world, verifier).refusal == .wrongAudience)
    }
}

import HealthRecord
import LPSKit
import SampleRecords
import Testing

@testable import DMPBench

/// A holder's way through a portal, over a real connection.
@Suite struct HolderTwinsTests {
    private let stage: Stage
    private let holder: SamplePatient

    init() throws {
        stage = try Stage()
        holder = try #require(stage.population.patients.first { $0.standing == .active })
    }

    private func visit(secret: String, _ act: (PageSite, BenchmarkOutbox) async throws -> Void) async throws {
        let portal = FakePortal(holder, secret: secret, outbox: stage.scratch)
        func text(_ file: String) -> String { String(decoding: stage.scratch.bytes(file), as: UTF8.self) }
        try await withDoor {
            try stage.door(routes: { portal.routes($0) }, onRunning: $0)
        } body: { port in
            let address = PageSite.Address(
                url: "https://localhost:\(port)/",
                authorities: [text("ca.pem")],
                card: PEMPair(certificate: text("authentication.pem"), privateKey: text("authentication.key"))
            )
            try await PageSite.visit(address) { site in
                try await act(site, BenchmarkOutbox(folder: stage.scratch.path))
            }
        }
    }

    @Test func aHolderSignsInReadsTheListAndIsRefused() async throws {
        let unknown = try #require(UniqueID("99999999-2222-4333-8444-555555555555"))
        try await visit(secret: holder.secretCode) { site, outbox in
            let twins = try await HolderTwins([holder], on: site, outbox)
            #expect(try await twins.count(holder) == FakePortal.documents.count)
            #expect(try await twins.ask(.list, holder)() > 0)
            #expect(try await twins.ask(.timeline, holder)() == FakePortal.timeline.utf8.count)
            #expect(try await twins.ask(.history, holder)() == FakePortal.history.utf8.count)
            #expect(try await twins.ask(.results, holder)() == FakePortal.results.utf8.count)
            #expect(try await twins.results(holder) == ResultsShown(curves: 2, documents: 1))
            #expect(try await twins.askDocument(unknown, of: holder)() == FakePortal.refusal.utf8.count)
            // A document that opens is no refusal, and no measure of one.
            let there = try #require(FakePortal.documents.first)
            await #expect(throws: BenchmarkError.refused(step: "pages", code: "status 200")) {
                _ = try await twins.askDocument(there, of: holder)()
            }
            let stranger = try #require(stage.population.patients.first { $0.ins != holder.ins })
            #expect(throws: BenchmarkError.nobody) { _ = try twins.ask(.results, stranger) }
        }
    }

    @Test func aSecretThatIsNotTakenIsSaidSo() async throws {
        try await visit(secret: holder.secretCode + "x") { site, outbox in
            await #expect(throws: BenchmarkError.refused(step: "forms", code: "status 422")) {
                _ = try await HolderTwins([holder], on: site, outbox)
            }
        }
    }

    @Test func wrongSecretsAreTriedUnderKnownAndUnknownMatricules() async throws {
        let matricule = holder.ins.matricule
        let stranger = try #require(SignInTries.stranger(beside: matricule, [matricule]))
        #expect(stranger != matricule && stranger.body.hasPrefix(matricule.body.prefix(10)))
        #expect(stranger.text.count == matricule.text.count)
        // Nobody's number is somebody's who is known.
        #expect(SignInTries.stranger(beside: matricule, [matricule, stranger]) != stranger)
        // As many as a network has, with none to spare for a thirteenth.
        #expect(SignInTries.each * SignInTries.most * 2 <= 100)
        try await visit(secret: holder.secretCode) { site, _ in
            let tries = try await SignInTries(on: site)
            let pairs = try tries.pairs([matricule])
            #expect(pairs.count == SignInTries.each)
            for (one, other) in pairs {
                let (unknown, known) = (try await one(), try await other())
                #expect(unknown == known)
            }
        }
    }

    /// An answer that is none to a wrong secret, as where the portal asks to wait, is no measure of one.
    @Test func aTryThatIsAnsweredOtherwiseIsSaidSo() async throws {
        try await visit(secret: SignInTries.secret) { site, _ in
            let tries = try await SignInTries(on: site)
            await #expect(throws: BenchmarkError.refused(step: "forms", code: "status 303")) {
                _ = try await tries.ask(holder.ins.matricule)()
            }
        }
    }
}

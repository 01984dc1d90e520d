import Custody
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing
import XDSWire

@testable import PortalDoor

/// What the portal lists is what the service lists to the same person, whatever was done to the record before (design § 2, law 5).
@Suite struct SameViewTests {
    /// What is done to one document of the record, by chance.
    private static func change(
        _ stack: PortalStack,
        _ entry: DocumentEntry,
        _ author: Visit,
        _ holder: Visit,
        _ random: inout some RandomNumberGenerator
    ) async throws {
        let changes: [(DocumentChange, Visit)] = [
            (.mask, holder), (.unmask, holder), (.hideFromRepresentatives, holder), (.archive, author),
            (.restore, author),
            (.delete, author), (.reveal(.hiddenFromPatient), author),
        ]
        guard let (change, visit) = changes.randomElement(using: &random) else { return }
        // What does not apply, or is not his to do, leaves the record as it was.
        _ = try? await stack.service.change(.uniqueIDs([entry.uniqueID]), change, visit)
    }

    private static func session(_ stack: PortalStack, _ person: SamplePatient) async throws -> Visit {
        let challenge = try await stack.service.beginSignIn(
            identifier: .matricule(person.ins),
            secret: person.secretCode,
            preferring: nil
        )
        let code = try #require(stack.lastCode)
        let token = try await stack.service.completeSignIn(token: challenge.token, code: code)
        return try await stack.service.admit(.session(token: token.text), request: UniqueID(random: (5, 5)))
    }

    private static func listed(_ browser: Browser) async throws -> Set<String> {
        let page = try await browser.get(Paths.documents)
        return Set(page.body.matches(of: /href="\/documents\/([0-9a-f-]{36})"/).map { String($0.1) })
    }

    @Test(arguments: UInt64(1)...3)
    func thePortalListsWhatTheServiceLists(seed: UInt64) async throws {
        let stack = try PortalStack()
        let jeanne = try #require(stack.people.patient("jeanne"))
        let carer = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            var random = Seeded(state: seed)
            let helped = Browser(client)
            try await RepresentativeTests.enter(helped, stack, parent: carer, of: jeanne, as: .carer)
            let own = Browser(client)
            try await WalkTests.signIn(own, stack, jeanne)
            let wished: [[Code]] = [
                [], [], [Visibility.maskedCode], [Visibility.hiddenFromPatientCode],
                [Visibility.hiddenFromRepresentativesCode],
            ]
            let documents = stack.people.documents(of: "jeanne").filter { $0.replaces == nil }.prefix(6)
            for document in documents {
                try await stack.deposit(document, visibility: wished.randomElement(using: &random) ?? [])
            }
            let people = [(own, jeanne), (helped, carer)]
            var shown = 0
            for _ in 0..<4 {
                let holder = try await Self.session(stack, jeanne)
                for document in documents where Bool.random(using: &random) {
                    let author = try await stack.visit(document.author, of: jeanne)
                    guard
                        let entry = try await stack.service.list(author).entries
                            .first(where: { $0.uniqueID == document.uniqueID })
                    else { continue }
                    try await Self.change(stack, entry, author, holder, &random)
                }
                for (browser, person) in people {
                    let entries = try await stack.service.list(try await Self.session(stack, person)).clinical
                    let ids = Set(entries.filter { $0.status != .deprecated }.map(\.id.text))
                    #expect(try await Self.listed(browser) == ids)
                    shown += ids.count
                }
            }
            #expect(shown > 8)
        }
    }
}

/// A generator whose runs can be repeated (Steele, Lea, Flood 2014).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing
import Wording

@testable import PortalDoor

/// A parent in a child's record: named on every page, and told nothing of what the child keeps (CSP L1111-5; design § 2, law 5).
@Suite struct RepresentativeTests {
    /// The pages that a parent reads.
    static let pages = [
        Paths.record, Paths.documents, Paths.timeline, Paths.results, Paths.professionals, Paths.history + "?qui=tous",
        Paths.settings, Paths.rights + "?type=11502-2", Paths.rights + "?profession=G15_10", Paths.confidentiality,
        Paths.confidentialityChange + "?masques=oui", Paths.emergency, Paths.wishes, Paths.family, Paths.notices,
        Paths.devices, Paths.closing,
    ]

    /// A parent whom the insurer declared, signed in on the child's record.
    static func enter(
        _ browser: Browser,
        _ stack: PortalStack,
        parent: SamplePatient,
        of child: SamplePatient,
        as kind: RepresentativeKind = .parent,
        limits: RepresentativeLimits = []
    ) async throws {
        try await WalkTests.open(Browser(browser.client), stack, child)
        let ins = try #require(QualifiedINS(parent.ins, in: .rehearsal))
        _ = try await stack.service.declareRepresentative(
            NewRepresentative(
                name: PersonName(family: parent.traits.birthFamilyName, given: parent.traits.birthGivenNames[0]),
                birthDate: parent.traits.birthDate,
                ins: ins,
                kind: kind,
                limits: limits,
                until: kind == .carer ? PortalStack.start.advanced(bySeconds: 400 * 86_400) : nil,
                address: ["1 rue des Lilas", "75020 Paris"]
            ),
            of: try #require(QualifiedINS(child.ins, in: .rehearsal)),
            basis: "assurance maladie"
        )
        _ = try await browser.get(Paths.newRepresentative)
        var fields = WalkTests.openingFields(parent, code: try #require(stack.lastLetterCode))
        fields[FormNames.consent] = nil
        try await accept(browser, stack, fields)
        try await WalkTests.signIn(browser, stack, parent)
    }

    /// Takes an invitation up without a record of one's own, with the codes that came.
    static func accept(_ browser: Browser, _ stack: PortalStack, _ fields: [String: String]) async throws {
        let asked = try await browser.post(Paths.newRepresentative, fields)
        #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [], "\(asked.body)")
        // Whose record it is, is said before it is accepted.
        #expect(asked.body.contains("Agir dans le dossier"))
        let accepted = try await browser.post(Paths.newRepresentativeProofs, try WalkTests.proofs(asked, stack))
        #expect(accepted.headers[.location] == Paths.newRepresentativeDone, "\(accepted.body)")
    }

    /// A page without what differs from one record to another by chance: identifiers and tokens.
    private static func shape(_ shown: Browser.Shown) -> String {
        "\(shown.status.code) "
            + shown.body.replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "id")
            .replacing(/name="jeton" value="[^"]*"/, with: "jeton")
            .replacing(/\/professionnels\/[A-Za-z0-9_-]{22}/, with: "handle")
    }

    /// Access and life cycle § 1.1: where both parents stand, the form for another is not even begun.
    @Test func aThirdParentIsRefusedBeforeTheForm() async throws {
        let stack = try PortalStack()
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let (first, second) = (
            try #require(stack.people.patient("paul")), try #require(stack.people.patient("jeanne"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await Self.enter(browser, stack, parent: first, of: child)
            #expect(try await browser.get(Paths.inviteParent).status == .ok)
            _ = try await stack.service.declareRepresentative(
                NewRepresentative(
                    name: PersonName(family: second.traits.birthFamilyName, given: second.traits.birthGivenNames[0]),
                    birthDate: second.traits.birthDate,
                    ins: try #require(QualifiedINS(second.ins, in: .rehearsal)),
                    kind: .parent,
                    address: ["1 rue des Lilas", "75020 Paris"]
                ),
                of: try #require(QualifiedINS(child.ins, in: .rehearsal)),
                basis: "assurance maladie"
            )
            let full = try await browser.get(Paths.inviteParent)
            #expect(full.status == .conflict && PageChecker.faults(in: full.body) == [])
            #expect(full.body.contains(FamilyText.twoParents(.french)) && !full.body.contains(FormNames.invitedINS))
        }
    }

    @Test func everyPageSaysWhoseRecordItIsAndIsSound() async throws {
        let stack = try PortalStack()
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let parent = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await Self.enter(browser, stack, parent: parent, of: child)
            for path in Self.pages {
                let shown = try await browser.get(path)
                #expect(shown.status == .ok, "\(path)")
                #expect(PageChecker.faults(in: shown.body) == [], "\(path)")
                #expect(shown.body.contains("Vous consultez le dossier de"), "\(path)")
            }
            // Directives are an adult's; the way to sign in is the parent's own, who has no record.
            #expect(try await browser.get(Paths.directives).status == .notFound)
            for path in [Paths.account, Paths.secret, Paths.channels] {
                #expect(try await browser.get(path).status == .ok, "\(path)")
            }
        }
    }

    /// Access and life cycle § 3.7.
    @Test func twoRecordsThatDifferByWhatTheChildKeepsReadAlike() async throws {
        let shapes = Mutex<[[String]]>([])
        for keepsSecret in [false, true] {
            let stack = try PortalStack()
            let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
            let parent = try #require(stack.people.patient("paul"))
            let documents = stack.people.documents(of: child.key).filter { $0.replaces == nil }
            let (first, second) = (try #require(documents.first), try #require(documents.dropFirst().first))
            try await stack.door().application.test(.router) { client in
                let browser = Browser(client)
                try await Self.enter(browser, stack, parent: parent, of: child)
                try await stack.deposit(first)
                // The consent is told in both; only the document is kept from the parent.
                if keepsSecret {
                    try await stack.deposit(second, visibility: [Visibility.hiddenFromRepresentativesCode])
                } else {
                    try await stack.declareConsent(second)
                }
                var found: [String] = []
                for path in Self.pages { found.append(Self.shape(try await browser.get(path))) }
                let all = found
                shapes.withLock { $0.append(all) }
            }
        }
        let read = shapes.withLock { $0 }
        #expect(read.count == 2 && read.allSatisfy { $0.count == Self.pages.count })
        for (path, pair) in zip(Self.pages, zip(read.first ?? [], read.last ?? [])) {
            #expect(pair.0 == pair.1, "\(path)")
        }
    }
}

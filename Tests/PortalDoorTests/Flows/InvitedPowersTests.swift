import AccessRules
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 24: what somebody invited could do is told before the letter goes out, as the rules of the record's own set decide it.
@Suite struct InvitedPowersTests {
    private static func powers(_ kind: InvitedKind, _ set: String) throws -> InvitedPowers {
        let people = SamplePopulation(seed: 1, now: PageSamples.now)
        let isChild = kind == .parent
        let holder = try #require(people.patients.first { $0.isMinor(on: PageSamples.now.date) == isChild })
        let policy = RecordPolicy(
            policySet: set,
            state: .open(internet: .active),
            birthDate: holder.traits.birthDate
        )
        return InvitedPowers(kind, in: policy, now: PageSamples.now, rules: try RuleBook.bundled())
    }

    /// Access and life cycle § 1.1: a carer reads, adds, hides and shows again, and decides on nobody's access.
    @Test func aCarerMayWhatTheRulesLetACarerDo() throws {
        let carer = try Self.powers(.carer, "mes2026")
        #expect(carer.may == [.read, .history, .add, .mask, .unmask, .tidy])
        #expect(carer.mayNot == [.share, .choices, .copy, .close, .invite, .contact])
    }

    /// A set without delegation lets a carer do nothing, and none is told to.
    @Test func aSetWithoutCarersGivesThemNothing() throws {
        let carer = try Self.powers(.carer, "era2019")
        #expect(carer.may == [] && carer.mayNot.contains(.read) && carer.mayNot.contains(.unmask))
    }

    /// The holder's own documents are taken by some sets only (`patient.canFile`), and so are his representative's.
    @Test(arguments: [("mes2026", true), ("era2007", false)])
    func aParentAddsWhereTheSetTakesDocuments(set: String, adds: Bool) throws {
        let parent = try Self.powers(.parent, set)
        #expect(parent.may.contains(.add) == adds && parent.mayNot.contains(.add) == !adds)
        #expect(parent.may.contains(.read) && parent.may.contains(.share) && parent.may.contains(.close))
        // What the child keeps secret (CSP R1111-50).
        #expect(parent.mayNot.contains(.secret))
    }

    /// The documents of the day are counted, hidden ones apart.
    @Test func theSummarySaysWhatWillBeRead() async throws {
        let stack = try PortalStack()
        let (holder, invited) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, holder)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil && $0.visibility.isEmpty })
                .prefix(2)
            {
                try await stack.deposit(document)
            }
            let list = try await browser.get(Paths.documents)
            let document = String(try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).1)
            _ = try await browser.get(document + "/masquer")
            #expect(try await browser.post(document + "/masquer", [:]).status == .seeOther)
            let form = try await browser.get(Paths.inviteCarer)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let summary = try await browser.post(
                Paths.inviteCarer,
                [
                    FormNames.given: "Paul", FormNames.family: "Modèle", FormNames.invitedBirthDate: "12 04 1980",
                    FormNames.invitedINS: invited.ins.matricule.text, FormNames.until: "31 12 2027",
                    FormNames.address: "1 rue des Lilas\n75020 Paris",
                ]
            )
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [], "\(summary.body)")
            for said in [PowerText.reads(2, of: 2, masked: 1), PowerText.unmask.phrase, EffectText.computed.phrase] {
                #expect(summary.body.contains(said.french), "\(said.french)")
            }
        }
    }
}

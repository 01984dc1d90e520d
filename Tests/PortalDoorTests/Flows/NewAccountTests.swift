import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Somebody who acts for another without a record of his own: his account and his name to sign in by.
@Suite struct NewAccountTests {
    private static func people(_ stack: PortalStack) throws -> (child: SamplePatient, parent: SamplePatient) {
        (
            try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) }),
            try #require(stack.people.patient("paul"))
        )
    }

    /// ASVS 6.4.4: a code that went to a wrong number opens nothing, and the page carries no secret.
    @Test func anAccountBeginsWithACodeThatCameBack() async throws {
        let stack = try PortalStack()
        let (child, parent) = try Self.people(stack)
        try await stack.door().application.test(.router) { client in
            try await WalkTests.open(Browser(client), stack, child)
            _ = try await stack.service.declareRepresentative(
                NewRepresentative(
                    name: parent.traits.name,
                    birthDate: parent.traits.birthDate,
                    ins: try #require(QualifiedINS(parent.ins, in: .rehearsal)),
                    kind: .parent,
                    address: ["1 rue des Lilas", "75020 Paris"]
                ),
                of: try #require(QualifiedINS(child.ins, in: .rehearsal)),
                basis: "assurance maladie"
            )
            let browser = Browser(client)
            _ = try await browser.get(Paths.newRepresentative)
            var fields = WalkTests.openingFields(parent, code: try #require(stack.lastLetterCode))
            fields[FormNames.consent] = nil
            let asked = try await browser.post(Paths.newRepresentative, fields)
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [])
            #expect(!asked.body.contains(parent.secretCode) && asked.body.contains(FamilyText.acceptConfirm(.french)))
            var typed = try WalkTests.proofs(asked, stack)
            let right = typed
            for kind in [ContactKind.sms, .email] where typed[ProofFields.codeName(kind)] != nil {
                typed[ProofFields.codeName(kind)] = "12"
            }
            let refused = try await browser.post(Paths.newRepresentativeProofs, typed)
            #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            // Nobody else's browser ends it, and nobody signs in before.
            let stranger = Browser(client)
            _ = try await stranger.get(Paths.newRepresentative)
            let strange = try await stranger.post(Paths.newRepresentativeProofs, right)
            #expect(strange.headers[.location] == Paths.newRepresentative)
            _ = try await stranger.get(Paths.signIn)
            let early = [FormNames.ins: parent.ins.matricule.text, FormNames.secret: parent.secretCode]
            #expect(try await stranger.post(Paths.signIn, early).status == .unprocessableContent)
            let done = try await browser.post(Paths.newRepresentativeProofs, right)
            #expect(done.headers[.location] == Paths.newRepresentativeDone, "\(done.body)")
            try await WalkTests.signIn(browser, stack, parent)
        }
    }

    /// Identity and experience § 2.6: a name of one's own, so that the matricule need not be typed.
    @Test func whoHasNoRecordChoosesANameToo() async throws {
        let stack = try PortalStack()
        let (child, parent) = try Self.people(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            let settings = try await browser.get(Paths.settings)
            #expect(settings.body.contains("href=\"\(Paths.account)\"") && PageChecker.faults(in: settings.body) == [])
            let form = try await browser.get(Paths.ownName)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            #expect(form.body.contains("href=\"\(Paths.account)\""))
            let kept = try await browser.follow(
                try await browser.post(Paths.ownName, [FormNames.ownName: "parent.du.jardin"])
            )
            #expect(kept.body.contains(OwnNameText.kept.phrase.french) && PageChecker.faults(in: kept.body) == [])
            let other = Browser(client)
            _ = try await other.get(Paths.signIn)
            let fields = [FormNames.ins: "parent.du.jardin", FormNames.secret: parent.secretCode]
            _ = try await other.follow(try await other.post(Paths.signIn, fields))
            let entered = try await other.post(Paths.code, [FormNames.code: try #require(stack.lastCode)])
            #expect(entered.headers[.location] == Paths.record)
            _ = try await browser.get(Paths.ownName)
            let dropped = try await browser.follow(try await browser.post(Paths.ownNameRemoval, [:]))
            #expect(dropped.body.contains(OwnNameText.dropped.phrase.french))
        }
    }

    /// § 7.1, page 27: who has no record of his own changes his secret and his ways to be reached all the same, with the proofs
    /// that a holder gives.
    @Test func whoHasNoRecordChangesHisSecretAndWhereHisCodesCome() async throws {
        let stack = try PortalStack()
        let (child, parent) = try Self.people(stack)
        let (secret, address) = ("Trois-Barques-Au-Matin", "nouvelle.adresse@example.org")
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            let account = try await browser.get(Paths.account)
            #expect(account.status == .ok && PageChecker.faults(in: account.body) == [])
            #expect(!account.body.contains(Paths.codeApp) && !account.body.contains(Paths.passkey))
            #expect(try await browser.get(Paths.devices).body.contains("href=\"\(Paths.secret)\""))
            let form = try await browser.get(Paths.channels)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let change = [
                FormNames.phone: "06 39 98 12 34", FormNames.email: address, FormNames.oldSecret: parent.secretCode,
            ]
            let asked = try await browser.post(
                Paths.channels,
                try WalkTests.proofs(form, stack).merging(change) { $1 }
            )
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [])
            let typed = try WalkTests.proofs(asked, stack)
            let done = try await browser.follow(try await browser.post(Paths.channelProofs, typed))
            #expect(done.body.replacing("<wbr>", with: "").contains("n•••@example.org"))
            let told = try await stack.news.compactMap { sent -> ContactChannel? in
                if case .accessChanged = sent.notice { sent.channel } else { nil }
            }
            #expect(told.contains(.email(parent.email)) && told.contains(.email(address)))
            _ = try await browser.get(Paths.secret)
            let changed = try await browser.post(
                Paths.secret,
                [
                    FormNames.oldSecret: parent.secretCode, FormNames.newSecret: secret,
                    FormNames.secretAgain: secret,
                ]
            )
            #expect(changed.headers[.location]?.hasPrefix(Paths.account) == true)
            let other = Browser(client)
            _ = try await other.get(Paths.signIn)
            func fields(_ secret: String) -> [String: String] {
                [FormNames.ins: parent.ins.matricule.text, FormNames.secret: secret]
            }
            #expect(try await other.post(Paths.signIn, fields(parent.secretCode)).status == .unprocessableContent)
            #expect(try await other.post(Paths.signIn, fields(secret)).headers[.location] == Paths.code)
        }
    }
}

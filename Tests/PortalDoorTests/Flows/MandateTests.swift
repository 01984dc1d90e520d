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

/// Every page as somebody sees it who acts for another: it says whose record it is, and offers what his mandate and the
/// court let him do, no more (identity and experience § 2.5; reference: access-and-lifecycle § 1.1).
@Suite struct MandateTests {
    /// Somebody who acts, and what he may not do.
    struct Case: Sendable, CustomTestStringConvertible {
        let kind: RepresentativeKind
        var limits: RepresentativeLimits = []

        var isForMinor: Bool { kind.endsAtMajority }
        var seesDocuments: Bool { !limits.contains(.noDocuments) }
        var shares: Bool { kind != .carer && !limits.contains(.noSharing) }
        var wishes: Bool { kind != .carer && !limits.contains(.noWishes) }
        var testDescription: String { "\(kind) \(limits.rawValue)" }
    }

    static let cases = [
        Case(kind: .parent), Case(kind: .guardian), Case(kind: .representation), Case(kind: .carer),
        Case(kind: .representation, limits: .noDocuments), Case(kind: .representation, limits: .noSharing),
        Case(kind: .representation, limits: .noWishes),
        Case(kind: .representation, limits: [.noDocuments, .noSharing, .noWishes]),
    ]

    /// Every page that somebody signed in reaches by an address, and whether it is to be seen.
    private static func pages(_ one: Case, mandate: UniqueID) -> [(path: String, status: HTTPResponse.Status)] {
        func given(_ condition: Bool) -> HTTPResponse.Status { condition ? .ok : .forbidden }
        let documents = [
            Paths.documents, Paths.documents + "?ordre=titre", Paths.timeline, Paths.results, Paths.adding,
        ]
        let always = [
            Paths.record, Paths.professionals, Paths.history, Paths.history + "?qui=tous", Paths.settings,
            Paths.rights, Paths.rights + "?type=11502-2", Paths.rights + "?profession=G15_10", Paths.confidentiality,
            Paths.emergency, Paths.wishes, Paths.family, Paths.endMandate + "?personne=" + mandate.text, Paths.notices,
            Paths.devices, Paths.endOtherSessions, Paths.closing, Paths.stepUp + "?suite=fermeture",
        ]
        let own = [Paths.account, Paths.secret, Paths.channels]
        return always.map { ($0, $0.hasPrefix(Paths.stepUp) ? .seeOther : .ok) }
            + documents.map { ($0, given(one.seesDocuments)) } + own.map { ($0, .ok) } + [
                (Paths.acceptInvitation, .notFound)
            ]
            + [
                (Paths.confidentialityChange + "?masques=oui", given(one.wishes && one.shares)),
                (Paths.wishesChange, given(one.wishes && one.seesDocuments)),
                (Paths.inviteCarer, one.isForMinor ? .notFound : given(one.shares)),
                (Paths.inviteParent, one.isForMinor ? .ok : .notFound),
                (Paths.directives, one.isForMinor ? .notFound : .ok),
            ]
            + [Paths.directivesWrite, Paths.directivesUpload, Paths.directivesPlace, Paths.directivesRevoke]
            .map { ($0, .notFound) }
    }

    /// Access and life cycle § 1.1 (CSP L1111-16): in place of an adult under protection one agrees once the person was asked; the
    /// history says so, and parents are asked nothing.
    @Test(arguments: [RepresentativeKind.representation, .parent])
    func thePersonUnderProtectionIsAskedFirst(kind: RepresentativeKind) async throws {
        let stack = try PortalStack()
        let one = Case(kind: kind)
        let (holder, actor) = (try Self.holder(stack, one), try #require(stack.people.patient("paul")))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: actor, of: holder, as: kind)
            try await stack.deposit(try Self.document(stack, holder))
            let people = try await browser.get(Paths.professionals)
            let link = try #require(people.body.firstMatch(of: /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/))
            // Whoever has leave loses it first, which needs nobody's opinion.
            let revoked = String(link.1) + "/" + ProfessionalChoice.revoke.rawValue
            _ = try await browser.get(revoked)
            #expect(try await browser.post(revoked, [:]).status == .seeOther)
            let path = String(link.1) + "/" + ProfessionalChoice.authorise.rawValue
            let form = try await browser.get(path)
            let asks = kind == .representation
            #expect(form.status == .ok && form.body.contains("name=\"avis\"") == asks)
            #expect(PageChecker.faults(in: form.body) == [])
            let unasked = try await browser.post(path, [:])
            #expect(unasked.status == (asks ? .unprocessableContent : .seeOther))
            #expect(unasked.body.contains("Cochez cette case après avoir demandé") == asks)
            guard asks else { return }
            #expect(PageChecker.faults(in: unasked.body) == [])
            #expect(try await browser.post(path, [FormNames.opinion: "oui"]).status == .seeOther)
            let history = try await browser.get(Paths.history + "?qui=tous")
            #expect(history.body.contains("L’avis de la personne a été demandé."))
        }
    }

    /// § 7.1, page 18: whom the record's set keeps as treating physician, it keeps from a guardian as from the holder, and says so;
    /// who may decide on nobody is told that instead.
    @Test(arguments: [(RepresentativeKind.representation, true), (.parent, true), (.carer, false)])
    func whoActsIsToldWhyAPhysicianStays(kind: RepresentativeKind, decides: Bool) async throws {
        let stack = try PortalStack()
        let one = Case(kind: kind)
        let (holder, actor) = (try Self.holder(stack, one), try #require(stack.people.patient("paul")))
        let ins = try #require(QualifiedINS(holder.ins, in: .rehearsal))
        let physician = try #require(stack.people.professional("gp"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: actor, of: holder, as: kind)
            try await stack.custodian.declareTreatingPhysician(ReadersTests.leave(physician), of: ins)
            let people = try await browser.get(Paths.professionals)
            let link = try #require(people.body.firstMatch(of: /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/))
            let sheet = try await browser.get(String(link.1))
            #expect(sheet.status == .ok && PageChecker.faults(in: sheet.body) == [])
            #expect(sheet.body.contains("ne permettent ni de le bloquer") == decides)
            #expect(sheet.body.contains("ne fait pas partie de votre rôle") == !decides)
            #expect(!sheet.body.contains("Rien à changer."))
        }
    }

    private static func holder(_ stack: PortalStack, _ one: Case) throws -> SamplePatient {
        let day = PortalStack.start.date
        return try #require(
            one.isForMinor ? stack.people.patients.first { $0.isMinor(on: day) } : stack.people.patient("jeanne")
        )
    }

    @Test(arguments: cases) func everyPageSaysWhoseRecordItIsAndKeepsToTheMandate(one: Case) async throws {
        let stack = try PortalStack()
        let (holder, actor) = (try Self.holder(stack, one), try #require(stack.people.patient("paul")))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(
                browser,
                stack,
                parent: actor,
                of: holder,
                as: one.kind,
                limits: one.limits
            )
            try await stack.deposit(try Self.document(stack, holder))
            try await Self.offersWhatWillBeDone(browser, one)
            let family = try await browser.get(Paths.family)
            let mandate = try #require(family.body.firstMatch(of: /personne=([0-9a-f-]{36})/))
            let whose = NameText.of(holder.traits.birthGivenNames.first ?? "")
            for (path, status) in Self.pages(one, mandate: try #require(UniqueID(String(mandate.1)))) {
                let shown = try await browser.get(path)
                #expect(shown.status == status, "\(path)")
                guard status != .seeOther else { continue }
                #expect(PageChecker.faults(in: shown.body) == [], "\(path)")
                let page = try HTMLParser.parse(shown.body)
                let menu = try #require(page.all("nav").first { $0.attributes["id"] == "menu" })
                let entries = menu.all("li").map(\.text.trimmed)
                #expect(entries.first == "Le dossier \(whose)", "\(path)")
                #expect(entries.contains("Ses documents") == one.seesDocuments, "\(path)")
                #expect(entries.allSatisfy { !$0.hasPrefix("Mes ") && !$0.hasPrefix("Mon ") })
                #expect(shown.body.contains("Vous consultez le dossier \(whose)"), "\(path)")
                for limit in FamilyText.limits(one.limits) {
                    #expect(shown.body.contains(limit(.french)), "\(path)")
                }
            }
        }
    }

    /// Something filed by somebody who is no treating physician: what may be decided of one depends on the rules' year.
    private static func document(_ stack: PortalStack, _ holder: SamplePatient) throws -> SampleDocument {
        try #require(
            stack.people.documents(of: holder.key).first { $0.replaces == nil && $0.author.key != "gp" }
        )
    }

    /// What is offered is what will be done, and nothing else is.
    private static func offersWhatWillBeDone(_ browser: Browser, _ one: Case) async throws {
        let people = try await browser.get(Paths.professionals)
        let link = try #require(people.body.firstMatch(of: /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/))
        let professional = String(link.1)
        let sheet = try await browser.get(professional)
        #expect(PageChecker.faults(in: sheet.body) == [])
        #expect(sheet.body.contains(professional + "/bloquer") == one.shares)
        let form = try await browser.get(professional + "/bloquer")
        #expect((form.status == .ok) == one.shares)
        _ = try await browser.get(Paths.settings)
        let blocked = try await browser.post(professional + "/bloquer", [:])
        #expect((blocked.status == .seeOther) == one.shares)
        let emergency = [FormNames.breakGlass: "non", FormNames.regulation: "oui", FormNames.masked: "non"]
        #expect((try await browser.post(Paths.emergencySummary, emergency).status == .ok) == one.wishes)
        let closing = [FormNames.choice: "fermer", FormNames.read: "oui"]
        #expect((try await browser.post(Paths.closingSummary, closing).status == .ok) == one.wishes)
        guard one.seesDocuments else { return }
        let list = try await browser.get(Paths.documents)
        let document = try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/))
        let path = String(document.1)
        let shown = try await browser.get(path)
        #expect(PageChecker.faults(in: shown.body) == [])
        // Masking is open to all who act (portal matrix); deleting a professional's document to none of them.
        #expect(shown.body.contains(path + "/masquer") && !shown.body.contains(path + "/supprimer"))
        #expect(try await browser.get(path + "/masquer").status == .ok)
        #expect(try await browser.get(path + "/supprimer").status == .notFound)
    }

    @Test func somebodyWhoAssistsOpensNothing() async throws {
        let stack = try PortalStack()
        let (holder, actor) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, holder)
            _ = try await stack.service.declareRepresentative(
                NewRepresentative(
                    name: PersonName(family: "Modèle", given: "Paul"),
                    birthDate: actor.traits.birthDate,
                    ins: try #require(QualifiedINS(actor.ins, in: .rehearsal)),
                    kind: .assistance,
                    address: ["1 rue des Lilas", "75020 Paris"]
                ),
                of: try #require(QualifiedINS(holder.ins, in: .rehearsal)),
                basis: "jugement"
            )
            // The holder reads what it means, and decides alone.
            let family = try await browser.get(Paths.family)
            #expect(family.body.contains(FamilyText.assistanceNote(.french)))
            #expect(try await browser.get(Paths.confidentialityChange + "?masques=oui").status == .ok)
            let assistant = Browser(client)
            _ = try await assistant.get(Paths.newRepresentative)
            var fields = WalkTests.openingFields(actor, code: try #require(stack.lastLetterCode))
            fields[FormNames.consent] = nil
            try await RepresentativeTests.accept(assistant, stack, fields)
            _ = try await assistant.get(Paths.signIn)
            let refused = try await assistant.post(
                Paths.signIn,
                [FormNames.ins: actor.ins.matricule.text, FormNames.secret: actor.secretCode]
            )
            #expect(refused.status == .unprocessableContent)
        }
    }
}

import AccessRules
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

/// Page 23 (identity and experience, § 7.1, page 23) has a line for each message that was sent, and none for what nobody was
/// told of.
@Suite struct NoticeReadingTests {
    /// What a message is on the page; nil for codes and letters.
    private static func kind(_ notice: Notice) -> NoticesText? {
        switch notice {
        case .firstAccess: .firstAccess
        case .emergencyAccess: .emergency
        case .newDocument: .newDocument
        case .treatingPhysicianDeclared: .treatingDeclared
        case .accessChanged: .accessChanged
        case .consentStated: .consentStated
        case .teamDeclared: .teamDeclared
        case .recordAdministered: .administered
        case .announcementDue: .announcementDue
        case .announcementReleased: .announcementReleased
        case .directivesReminder: .directivesReminder
        case .majorityReached: .majorityReached
        case .recordClosed: .recordClosed
        case .recordSuspended: .recordSuspended
        case .recordReopened: .recordReopened
        case .erasureAsked: .erasureAsked
        case .incident: .incident
        default: nil
        }
    }

    @Test func eachMessageHasItsLine() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let document = try #require(
            stack.people.documents(of: "jeanne").first { $0.replaces == nil && $0.author.key == "gp" }
        )
        let (reader, guest) = (
            try #require(stack.people.professional("pharmacist")), try #require(stack.people.professional("midwife"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let before = try await stack.news.count
            // Declares himself treating physician, which opens the record for him, and files a document.
            try await stack.deposit(document)
            // A first list, and a second one; then administrative data.
            let consent = try await stack.visit(reader, of: patient)
            _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), consent)
            for _ in 0..<2 { _ = try await stack.service.list(try await stack.visit(reader, of: patient)) }
            _ = try? await stack.service.administrativeData(try await stack.visit(reader, of: patient))
            // An emergency, looked into twice, and again when its time is over.
            let mode = AccessMode.breakGlass(reason: "Patient inconscient")
            for _ in 0..<2 { _ = try await stack.service.list(try await stack.visit(guest, of: patient, mode: mode)) }
            stack.advance(seconds: 86_400)
            let again = AccessMode.breakGlass(reason: "Arrêt cardiaque")
            _ = try await stack.service.list(try await stack.visit(guest, of: patient, mode: again))

            let sent = try await stack.news.dropFirst(before).compactMap { Self.kind($0.notice) }
            let later = Browser(client)
            try await WalkTests.signIn(later, stack, patient)
            let visit = try await stack.holder(later)
            let events = try await stack.service.history(limit: 1000, visit).events
            var reading = NoticeReading(rules: try RuleBook.bundled())
            let told = events.reversed().filter { !$0.isAboutLotSignature && $0.outcome == .permitted }
                .flatMap { reading.kinds(of: $0) }
            func counts(_ kinds: [NoticesText]) -> [NoticesText: Int] {
                Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
            }
            let expected = counts(sent)
            #expect(expected[.firstAccess] == 2 && expected[.emergency] == 2 && expected[.treatingDeclared] == 1)
            for kind in [NoticesText.firstAccess, .emergency, .newDocument, .treatingDeclared] {
                #expect(counts(told)[kind] == expected[kind], "\(kind)")
            }
            let page = try await later.get(Paths.notices)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains(NoticesText.treatingDeclared.phrase.french))
            // One act is one line, under the title of what it is.
            #expect(page.body.matches(of: /a déclaré être votre médecin traitant/).count == 1)
            stack.service.leave(visit)
        }
    }

    /// What time brings and what operators order is told of, and has its line (CSP R1111-19, R1111-36, R1111-53; GDPR article 34).
    @Test func eachMessageOfTheServiceHasItsLine() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
        let document = try #require(
            stack.people.documents(of: "jeanne").first { $0.replaces == nil && $0.author.key == "gp" }
        )
        let ofTheService: [NoticesText] = [
            .announcementDue, .announcementReleased, .directivesReminder, .recordSuspended, .recordReopened, .incident,
        ]
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let before = try await stack.news.count
            try await stack.deposit(document, visibility: [Visibility.hiddenFromPatientCode])
            let own = try await stack.holder(browser)
            _ = try await stack.service.depositOwn(
                OwnDocument(
                    title: "Mes directives anticipées",
                    type: Code("EXPPAT_3", CodeSystem.frenchType),
                    mediaType: "text/plain",
                    bytes: Array("Je veux.".utf8)
                ),
                own
            )
            stack.service.leave(own)
            try await stack.service.suspend(ins, reason: "fraude")
            try await stack.service.liftSuspension(ins)
            let incident = UniqueID(random: (7, 7))
            let facts = IncidentFacts(
                known: PortalStack.start,
                natures: [.confidentiality],
                touched: "une sauvegarde",
                risk: .high,
                gravity: .ordinary
            )
            try await stack.service.declareIncident(facts, as: incident)
            try await stack.service.tellOfIncident(incident, to: [ins], words: "Une sauvegarde a été perdue.")
            for _ in 0..<13 {
                // What leaves today is not given up for a month of silence.
                try await stack.custodian.settleNews()
                stack.advance(seconds: 30 * 86_400)
                _ = try await stack.service.timeBrings(limit: 100)
            }
            let sent = try await stack.news.dropFirst(before).compactMap { Self.kind($0.notice) }
            let later = Browser(client)
            try await WalkTests.signIn(later, stack, patient)
            let visit = try await stack.holder(later)
            let events = try await stack.service.history(limit: 1000, visit).events
            stack.service.leave(visit)
            var reading = NoticeReading(rules: try RuleBook.bundled())
            let told = events.reversed().filter { !$0.isAboutLotSignature && $0.outcome == .permitted }
                .flatMap { reading.kinds(of: $0) }
            let page = try await later.get(Paths.notices)
            #expect(PageChecker.faults(in: page.body) == [])
            for kind in ofTheService {
                #expect(sent.count { $0 == kind } == 1, "\(kind)")
                #expect(told.count { $0 == kind } == 1, "\(kind)")
                #expect(page.body.contains(kind.phrase.french), "\(kind)")
            }
        }
    }

    /// The holder is told that his record was closed, opened again or is to be destroyed, whoever asked for it on the portal.
    @Test(
        arguments: [
            (TracedAct.close, [:], [NoticesText.recordClosed]),
            (.close, ["request": "1"], [.recordClosed, .erasureAsked]),
            (.reopen, [:], [.recordReopened]), (.request, ["kind": "earlyErasure"], [.erasureAsked]),
            (.request, ["kind": "rectification"], []),
        ] as [(TracedAct, [String: String], [NoticesText])]
    )
    func linesGoByWhatWasAskedOnThePortal(act: TracedAct, details: [String: String], kinds: [NoticesText]) throws {
        let name = PersonName(family: "Perrin", given: "Noé")
        for actor in [Actor.holder(name), .representative(name, .legalRepresentative)] {
            var reading = NoticeReading(rules: try RuleBook.bundled())
            let event = TraceEvent(
                sequence: 1,
                time: PortalStack.start,
                act: act,
                actor: actor,
                mode: .normal,
                documents: [],
                outcome: .permitted,
                rule: "",
                policy: "",
                node: "",
                request: UniqueID(random: (1, 1)),
                details: details
            )
            #expect(reading.kinds(of: event) == kinds)
        }
    }

    /// What the service did and told nobody of has none.
    @Test(arguments: [
        (TracedAct.endRepresentation, "calendar.majority", [NoticesText.majorityReached]),
        (.close, "calendar.suspension", [.recordClosed]), (.endRepresentation, "calendar.mandate", []),
        (.close, "closure.authority", [.recordClosed]), (.request, "erasure.asked", [.erasureAsked]),
        (.close, "operator.close", []), (.expire, "calendar.leave", []), (.endTeam, "calendar.team", []),
        (.migrate, "migration", []), (.deposit, "service", []), (.declareRepresentative, "operator", []),
    ])
    func linesGoByWhatWasSent(act: TracedAct, rule: String, kinds: [NoticesText]) throws {
        var reading = NoticeReading(rules: try RuleBook.bundled())
        let event = TraceEvent(
            sequence: 1,
            time: PortalStack.start,
            act: act,
            actor: .system("calendar"),
            mode: .normal,
            documents: [],
            outcome: .permitted,
            rule: rule,
            policy: "mes2026@1",
            node: "",
            request: UniqueID(random: (1, 2)),
            details: [:]
        )
        #expect(reading.kinds(of: event) == kinds)
    }
}

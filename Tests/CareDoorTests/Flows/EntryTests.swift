import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// TD0.10 (interop § 2.1; access and life cycle § 2.2, PDT-INF-606): an address with a secret opens one record once, in a browser
/// without a card.
@Suite struct EntryTests {
    /// The path that a professional's software is given.
    private static func grant(
        _ stack: CareStack,
        _ patient: SamplePatient,
        by key: String = "gp",
        mode: AccessMode = .normal
    ) async throws -> String {
        let who = try #require(stack.people.professional(key))
        let visit = try await stack.visit(who, of: patient, as: .reinforcedIndirect, mode: mode)
        defer { stack.service.leave(visit) }
        let origin = try #require(WebOrigin(CareStack.origin))
        let address = CareDoor.entryAddress(at: origin, token: try await stack.service.grantEntry(visit).token)
        #expect(address.hasPrefix(CareStack.origin + "/AccesDirect/Entree/"))
        #expect(!address.contains(patient.ins.matricule.text))
        return String(address.dropFirst(CareStack.origin.count))
    }

    private static func opened(_ stack: CareStack, _ key: String = "jeanne") async throws -> SamplePatient {
        let patient = try #require(stack.people.patient(key))
        try await stack.open(patient)
        return patient
    }

    /// The leave that the professional's software has declared before.
    private static func authorise(_ stack: CareStack, _ patient: SamplePatient, _ key: String = "gp") async throws {
        let visit = try await stack.visit(try #require(stack.people.professional(key)), of: patient)
        _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), visit)
        stack.service.leave(visit)
    }

    /// Opens the address and presses its button.
    private static func enter(_ browser: Browser, _ path: String) async throws -> Browser.Shown {
        let offered = try await browser.get(path)
        #expect(offered.status == .ok && offered.body.contains("Ouvrir ce dossier"))
        return try await browser.post(path)
    }

    @Test func opensTheRecordWithoutACard() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let path = try await Self.grant(stack, patient)
            // Looking at the address uses nothing up.
            for _ in 0..<2 { try await browser.get(path) }
            let shown = try await browser.follow(try await Self.enter(browser, path))
            #expect(shown.status == .ok && shown.body.contains("Récapitulatif"))
            #expect(!shown.path.contains(patient.ins.matricule.text))
        }
    }

    /// The names of TD0.9's pages lead to the same pages.
    @Test func leadsToThePageThatItsAddressNames() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            for page in DirectAccess.ofPatient where page != .dashboard {
                let browser = Browser(client)
                let sent = try await Self.enter(browser, try await Self.grant(stack, patient) + "/" + page.rawValue)
                let handle = try Walk.handle(sent.headers[.location])
                #expect(sent.headers[.location] == page.path(handle))
                #expect(try await browser.follow(sent).status == .ok)
            }
            let browser = Browser(client)
            let path = try await Self.grant(stack, patient)
            #expect(try await browser.get(path + "/Ailleurs").status == .notFound)
            #expect(try await browser.get(path + "/Parametrages").status == .notFound)
            #expect(try await Self.enter(browser, path).status == .seeOther)
        }
    }

    @Test func consentComesBeforeThePage() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let sent = try await Self.enter(browser, try await Self.grant(stack, patient) + "/Documents")
            let handle = try Walk.handle(sent.headers[.location])
            let asked = try await browser.follow(sent)
            #expect(asked.path == "/dossiers/\(handle)/accord" && !asked.body.contains("/urgence"))
            let agreed = try await browser.post("/dossiers/\(handle)/accord")
            #expect(agreed.headers[.location] == "/dossiers/\(handle)/documents")
            #expect(try await browser.follow(agreed).status == .ok)
        }
    }

    /// Wrong, used, over: the same page to the letter, before as after.
    @Test func aBadAddressTellsNothing() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let used = try await Self.grant(stack, patient)
            #expect(try await Self.enter(Browser(client), used).status == .seeOther)
            let over = try await Self.grant(stack, patient)
            stack.advance(seconds: 120)
            let wrong = Paths.entry(String(repeating: "A", count: 43))
            var pages: Set<String> = []
            for path in [used, over, wrong] {
                let browser = Browser(client)
                let refused = try await Self.enter(browser, path)
                #expect(refused.status == .gone && refused.body.contains("Cette adresse n’ouvre rien"))
                #expect(browser.cookies.keys.allSatisfy { !$0.hasSuffix("dmp-pro") })
                // The form's own token and the address are the browser's.
                pages.insert(
                    refused.body.replacing(/value="[^"]*"/, with: "").replacing(path, with: "")
                )
            }
            #expect(pages.count == 1)
        }
    }

    /// A form of another site uses nothing up.
    @Test func anotherSiteCannotEnterForSomebody() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let path = try await Self.grant(stack, patient)
            try await browser.get(path)
            #expect(try await browser.post(path, site: "cross-site").status == .forbidden)
            #expect(try await browser.post(path, token: "faux").status == .forbidden)
            #expect(try await Self.enter(browser, path).status == .seeOther)
        }
    }

    /// The register, another patient, an emergency, a minor's secrecy: none of it is in the assertion.
    @Test func nothingElseIsOpen() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        let other = try await Self.opened(stack, "paul")
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let sent = try await Self.enter(browser, try await Self.grant(stack, patient))
            let handle = try Walk.handle(sent.headers[.location])
            try await browser.follow(sent)
            for path in ["/patients", "/patients/sans-matricule", "/dossiers/\(handle)/urgence"]
                + ["/dossiers/\(handle)/connexion-secrete"]
            {
                let refused = try await browser.get(path)
                #expect(refused.status == .forbidden && refused.body.contains("Un seul dossier est ouvert"), "\(path)")
                #expect(refused.body.contains("href=\"/dossiers/\(handle)\""))
            }
            let search = try await browser.post("/patients/recherche", ["matricule": other.ins.matricule.text])
            #expect(search.status == .forbidden && search.body.contains("Un seul dossier est ouvert"))
            let glass = ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            #expect(try await browser.post("/dossiers/\(handle)/urgence", glass).status == .forbidden)
            let events = try await stack.service.history(try await stack.signIn(patient)).events
            #expect(events.allSatisfy { $0.mode == .normal })
            #expect(try await browser.get("/dossiers/\(handle)").status == .ok)
        }
    }

    /// Feeding is refused under the reinforced mode for everybody, on the site too.
    @Test func nothingIsFiled() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let sent = try await Self.enter(browser, try await Self.grant(stack, patient))
            let handle = try Walk.handle(sent.headers[.location])
            for path in ["", "/documents", "/vaccinations"] {
                let page = try await browser.get("/dossiers/\(handle)\(path)")
                #expect(page.status == .ok && !page.body.contains("/ajouter"), "\(path)")
            }
            let wishes = "/dossiers/\(handle)/volontes"
            let shown = try await browser.get(wishes)
            #expect(shown.status == .ok && !shown.body.contains(wishes + "/consigner"))
            #expect(!shown.body.contains(wishes + "/urgence"))
            #expect(try await browser.get(wishes + "/consigner").headers[.location] == wishes)
            try await browser.get("/dossiers/\(handle)/autorisations")
            let fields = ["type": "11488-4", "titre": "Essai", "texte": "Essai.", "visible": "tous", "date": ""]
            let refused = try await browser.upload("/dossiers/\(handle)/ajouter", fields)
            #expect(refused.status == .forbidden)
            let visit = try await stack.signIn(patient)
            #expect(try await stack.service.list(visit).entries.isEmpty)
        }
    }

    /// The mode of the assertion is the mode of the session, from the patient's notice to the trace.
    @Test func anEmergencyIsOpenedAsSuch() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack, "paul")
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let glass = AccessMode.breakGlass(reason: "Perte de connaissance")
            let path = try await Self.grant(stack, patient, by: "cardiologist", mode: glass)
            let shown = try await browser.follow(try await Self.enter(browser, path))
            #expect(shown.status == .ok && shown.body.contains("Il prend fin à"))
            let events = try await stack.service.history(try await stack.signIn(patient)).events
            let modes = events.filter { $0.mode != .normal }
            #expect(!modes.isEmpty && modes.allSatisfy { $0.mode == glass })
            #expect(Set(modes.compactMap { $0.details[TraceEvent.entryKey] }).count == 1)
        }
    }

    /// Leaving the record ends the session: there is nothing else to go to.
    @Test func leavingEndsTheSession() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let sent = try await Self.enter(browser, try await Self.grant(stack, patient))
            let handle = try Walk.handle(sent.headers[.location])
            try await browser.get("/dossiers/\(handle)/quitter")
            #expect(try await browser.post("/dossiers/\(handle)/quitter").headers[.location] == "/au-revoir")
            #expect(try await browser.get("/dossiers/\(handle)").status == .unauthorized)
        }
    }

    /// Somebody signed in by card goes over to the record that the software opened, and his former session ends.
    @Test func anEarlierSessionEnds() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let before = browser.cookies
            let sent = try await Self.enter(browser, try await Self.grant(stack, patient))
            #expect(try await browser.follow(sent).status == .ok)
            let former = Browser(client, card: "card:gp")
            former.cookies = before
            #expect(try await former.get("/patients").status == .unauthorized)
        }
    }

    /// A record closed meanwhile is told as by TD0.9, and no session stays.
    @Test func aRecordThatIsNotOpenGivesNoSession() async throws {
        let stack = try CareStack()
        let patient = try await Self.opened(stack)
        try await Self.authorise(stack, patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let path = try await Self.grant(stack, patient)
            let holder = try await stack.signIn(patient)
            try await stack.service.closeOwn(secret: patient.secretCode, holder)
            let shown = try await Self.enter(browser, path)
            #expect(shown.status == .conflict)
            #expect(browser.cookies.keys.allSatisfy { !$0.hasSuffix("dmp-pro") })
        }
    }
}

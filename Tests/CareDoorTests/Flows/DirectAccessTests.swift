import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing

@testable import CareDoor

/// TD0.9 (access and life cycle § 2.2, PDT-INF-526; identity and experience § 5.2): the nine addresses that a professional's
/// software opens.
@Suite struct DirectAccessTests {
    /// The page of each address, by the heading that shows it.
    private static let pages: [(page: DirectAccess, tail: String, heading: String)] = [
        (.record, "", "Récapitulatif"), (.management, "/autorisations", "Autorisations"),
        (.documents, "/documents", "Documents"), (.carePath, "/documents?vue=parcours", "Documents"),
        (.history, "/historique", "Historique des accès"), (.wishes, "/volontes", "Volontés et droits"),
        (.vaccinations, "/vaccinations", "Carnet de vaccination"),
    ]

    /// Follows redirections to a page; no address on the way holds the matricule.
    private static func settle(
        _ browser: Browser,
        _ shown: Browser.Shown,
        without ins: String
    ) async throws
        -> Browser.Shown
    {
        var shown = shown
        while shown.status == .seeOther {
            #expect(shown.headers[.location]?.contains(ins) == false)
            shown = try await browser.follow(shown)
        }
        return shown
    }

    private static func opened(_ stack: CareStack) async throws -> (patient: SamplePatient, ins: String) {
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        return (patient, patient.ins.matricule.text)
    }

    @Test(arguments: pages) func eachAddressLeadsToItsPage(
        page: DirectAccess,
        tail: String,
        heading: String
    ) async throws {
        let stack = try CareStack()
        let (patient, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let arrived = try await browser.get("/AccesDirect/\(page.rawValue)/\(ins)")
            let shown = try await Self.settle(browser, arrived, without: ins)
            #expect(shown.path == "/dossiers/\(handle)\(tail)" && shown.status == .ok)
            #expect(shown.body.contains(heading) && !shown.body.contains("href=\"/AccesDirect"))
        }
    }

    /// Without authorisation, the consent comes first, and then the page that was asked for.
    @Test(arguments: pages) func consentComesBeforeThePage(
        page: DirectAccess,
        tail: String,
        heading: String
    ) async throws {
        let stack = try CareStack()
        let (_, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let arrived = try await browser.get("/AccesDirect/\(page.rawValue)/\(ins)")
            let asked = try await Self.settle(browser, arrived, without: ins)
            let handle = try Walk.handle(asked.path)
            #expect(asked.path == "/dossiers/\(handle)/accord")
            let agreed = try await browser.post("/dossiers/\(handle)/accord")
            #expect(agreed.headers[.location] == "/dossiers/\(handle)\(tail)")
            #expect(try await browser.follow(agreed).body.contains(heading))
        }
    }

    /// With the card alone: the situation first, the page afterwards; the name of the arrival serves once.
    @Test(arguments: ["card:gp", "card:gp+"]) func theSignInComesFirst(card: String) async throws {
        let stack = try CareStack()
        let (patient, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let before = Browser(client, card: "card:gp")
            _ = try await Walk.consult(before, patient)
            let browser = Browser(client, card: card)
            let arrived = try await browser.get("/AccesDirect/Documents/\(ins)")
            let entrance = try await Self.settle(browser, arrived, without: ins)
            #expect(entrance.status == .ok && !entrance.body.contains(ins))
            let suite = try #require(entrance.body.firstMatch(of: /name="suite" value="([^"]+)"/)).1
            #expect(entrance.path == "/contexte/\(suite)")
            // The mandatory choice, once without one.
            let missing = try await browser.post("/connexion", ["suite": String(suite)])
            #expect(missing.status == .unprocessableContent && missing.body.contains("value=\"\(suite)\""))
            let key = try #require(entrance.body.firstMatch(of: /name="situation"[^>]* value="([^"]+)"/)).1
            let entered = try await browser.post("/connexion", ["situation": String(key), "suite": String(suite)])
            #expect(entered.headers[.location] == "/contexte/\(suite)")
            let shown = try await Self.settle(browser, entered, without: ins)
            #expect(shown.path.hasSuffix("/documents") && shown.status == .ok)
            #expect(try await browser.get("/contexte/\(suite)").headers[.location] == "/patients")
        }
    }

    /// What waits for one card is nothing to another one, and lasts ten minutes.
    @Test func anArrivalWaitsForItsOwnCard() async throws {
        let stack = try CareStack()
        let (_, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let name = try #require(try await browser.get("/AccesDirect/Documents/\(ins)").headers[.location])
            let other = Browser(client, card: "card:cardiologist")
            try await other.enter()
            #expect(try await other.get(name).headers[.location] == "/patients")
            #expect(try await Browser(client).get(name).headers[.location] == "/")
            #expect(try await browser.get(name).status == .ok)
            stack.advance(seconds: ArrivalBook.seconds)
            #expect(try await browser.get(name).headers[.location] == "/")
        }
    }

    /// Nothing is kept for whoever shows no card in force: he reads what is wrong with it.
    @Test func withoutACardTheAddressOpensTheSignInAlone() async throws {
        let stack = try CareStack()
        let (_, ins) = try await Self.opened(stack)
        stack.refuse("card:cardiologist", .expired)
        try await stack.door().application.test(.router) { client in
            for card in [nil, "card:cardiologist"] {
                for tail in DirectAccess.ofPatient.map({ "\($0.rawValue)/\(ins)" }) + ["TableauDeBord"] {
                    let answer = try await Browser(client, card: card).get("/AccesDirect/" + tail)
                    #expect(answer.headers[.location] == "/", "\(tail)")
                }
                let settings = try await Browser(client, card: card).get("/AccesDirect/Parametrages")
                #expect(settings.headers[.location] == "/situation")
            }
        }
    }

    @Test func theSettingsAreTheSituation() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp+")
            let shown = try await browser.follow(try await browser.get("/AccesDirect/Parametrages"))
            #expect(shown.body.contains("Choisir ma situation d’exercice"))
            try await browser.enter()
            #expect(try await browser.get("/AccesDirect/TableauDeBord").headers[.location] == "/patients")
        }
    }

    /// The dashboard says what the professional may do next with the patient of his screen.
    @Test func theDashboardTakesAPatientAlong() async throws {
        let stack = try CareStack()
        let (patient, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let arrived = try await browser.get("/AccesDirect/TableauDeBord/\(ins)")
            let page = try await Self.settle(browser, arrived, without: ins)
            #expect(page.status == .ok && page.body.contains("Patient de votre logiciel"))
            #expect(page.body.contains(patient.traits.name.family))
            let consent = String(try #require(page.body.firstMatch(of: /href="(\/dossiers\/[^"]+\/accord)"/)).1)
            #expect(try await browser.get(consent).status == .ok)
            let none = try await browser.get("/AccesDirect/TableauDeBord/255081416802538")
            let nobody = try await Self.settle(browser, none, without: "255081416802538")
            #expect(nobody.body.contains("Aucun dossier ne peut être ouvert ici"))
        }
    }

    /// The desk sees who the patient is, whatever address its software opened (§ 5.3: with a CPE).
    @Test(arguments: pages.map(\.page)) func theDeskComesToItsOwnPage(page: DirectAccess) async throws {
        let stack = try CareStack()
        let (_, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:secretary")
            try await browser.enter()
            let arrived = try await browser.get("/AccesDirect/\(page.rawValue)/\(ins)")
            let shown = try await Self.settle(browser, arrived, without: ins)
            #expect(shown.status == .ok && shown.body.contains("Accueil du patient"))
        }
    }

    /// No record, a record never opened, no matricule at all: the same bytes (design § 2, law 5); a closed one is told as by TD0.2.
    @Test(arguments: DirectAccess.ofPatient) func nobodyLearnsWhoHasARecord(page: DirectAccess) async throws {
        let stack = try CareStack()
        let (patient, open) = try await Self.opened(stack)
        let closed = try #require(stack.people.patient("amina"))
        try await stack.open(closed)
        let visit = try await stack.signIn(closed)
        try await stack.service.closeOwn(secret: closed.secretCode, visit)
        let unknown = try #require(stack.people.patients.last { $0.ins != patient.ins && $0.ins != closed.ins })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            var shapes: Set<String> = []
            let told = try await Self.settle(
                browser,
                try await browser.get("/AccesDirect/\(page.rawValue)/\(closed.ins.matricule.text)"),
                without: closed.ins.matricule.text
            )
            #expect(told.status == .conflict && told.body.contains("Dossier fermé") && !told.body.contains(open))
            for ins in [unknown.ins.matricule.text, "000000000000000", "x"] {
                let shown = try await Self.settle(
                    browser,
                    try await browser.get("/AccesDirect/\(page.rawValue)/\(ins)"),
                    without: unknown.ins.matricule.text
                )
                #expect(shown.status == (page == .dashboard ? .ok : .notFound), "\(ins)")
                shapes.insert(
                    shown.body.replacing(/name="jeton" value="[^"]*"/, with: "jeton")
                        .replacing(/nonce-[A-Za-z0-9+\/=_-]+/, with: "nonce")
                        .replacing(/\/contexte\/[0-9a-f-]{36}/, with: "/contexte")
                )
            }
            #expect(shapes.count == 1)
            #expect(shapes.allSatisfy { !$0.contains(open) && $0.contains("/patients") })
        }
    }

    /// The address counts as the search that it is.
    @Test func whoArrivesTooOftenWaits() async throws {
        let stack = try CareStack(searchBurst: 2)
        let (_, ins) = try await Self.opened(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            for expected in [HTTPResponse.Status.ok, .ok, .tooManyRequests] {
                let arrived = try await browser.get("/AccesDirect/Documents/\(ins)")
                #expect(try await Self.settle(browser, arrived, without: ins).status == expected)
            }
        }
    }

    /// What waits is few, for one card and in all.
    @Test func theDoorKeepsFewArrivals() {
        let book = ArrivalBook()
        let arrival = Arrival(page: .documents, ins: nil)
        for number in 0...ArrivalBook.perCard {
            book.keep(arrival, as: "\(number)", forCard: [1], now: Instant(milliseconds: Int64(number)))
        }
        let now = Instant(milliseconds: 10)
        #expect(!book.holds("0", forCard: [1], now: now) && book.holds("1", forCard: [1], now: now))
        #expect(book.take("1", forCard: [1], now: now) != nil && book.take("1", forCard: [1], now: now) == nil)
        for number in 0..<ArrivalBook.capacity {
            book.keep(arrival, as: "n\(number)", forCard: [2, UInt8(number % 250), UInt8(number / 250)], now: now)
        }
        #expect(!book.holds("2", forCard: [1], now: now))
    }
}

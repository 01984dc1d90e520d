import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing
import Wording

@testable import CareDoor

/// Who does not get in, and what he is told.
@Suite struct GuardTests {
    @Test func withoutACardAPageSaysHowToSignIn() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let page = try await browser.get("/")
            #expect(page.status == .ok && page.body.contains("Aucune carte n’a été présentée"))
            #expect(try await browser.get("/patients").status == .unauthorized)
        }
    }

    /// § 7.2, page 1: card read errors are told plainly.
    @Test(arguments: CardFault.allCases)
    func whatIsWrongWithACardIsSaidPlainly(fault: CardFault) async throws {
        let stack = try CareStack()
        stack.refuse("card:gp", fault)
        let text = try #require(CardText(rawValue: fault.rawValue))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let page = try await browser.get("/")
            #expect(page.status == .forbidden)
            #expect(page.body.contains(text.phrase.french) && page.body.contains(text.remedy.french))
            #expect(!page.body.contains("Vasseur"))
        }
    }

    @Test func aSessionIsGoodForItsOwnCardOnly() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            // Another card of the same person is another certificate; no card is none.
            for other in ["card:gp#2", "card:cardiologist", nil] {
                browser.card = other
                #expect(try await browser.get("/patients").status == .unauthorized, "\(other ?? "none")")
            }
        }
    }

    /// Card, session and open record come before the first byte of a file.
    @Test func nobodyHasMegabytesReadWhoHasNoRecordOpen() async throws {
        let stack = try CareStack()
        let file = [UInt8](repeating: 0x25, count: 6_000_000)
        try await stack.door().application.test(.router) { client in
            let stranger = try await Browser(client).upload(Paths.chart("aucun", .add), [:], file: file)
            #expect(stranger.status == .unauthorized)
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            #expect(try await browser.upload(Paths.chart("aucun", .add), [:], file: file).status == .notFound)
        }
    }

    @Test func aCardRevokedMeanwhileEndsTheSession() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            #expect(try await browser.get("/patients").status == .ok)
            // What is not known of a card for a moment ends nothing; what is known of it ends the session for good.
            stack.refuse("card:gp", .revocationUnknown)
            #expect(try await browser.get("/patients").status == .unauthorized)
            stack.refuse("card:gp", nil)
            #expect(try await browser.get("/patients").status == .ok)
            stack.refuse("card:gp", .revoked)
            #expect(try await browser.get("/patients").status == .unauthorized)
            stack.refuse("card:gp", nil)
            #expect(try await browser.get("/patients").status == .unauthorized)
        }
    }

    /// Security design § 5.3: thirty minutes without a request, eight hours in all.
    @Test func aSessionEndsByItself() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let idle = Browser(client, card: "card:gp")
            try await idle.enter()
            stack.advance(seconds: 1799)
            #expect(try await idle.get("/patients").status == .ok)
            stack.advance(seconds: 1800)
            #expect(try await idle.get("/patients").status == .unauthorized)
            let busy = Browser(client, card: "card:gp")
            try await busy.enter()
            for _ in 0..<16 {
                stack.advance(seconds: 1790)
                #expect(try await busy.get("/patients").status == .ok)
            }
            stack.advance(seconds: 170)
            #expect(try await busy.get("/patients").status == .unauthorized)
        }
    }

    /// § 7.2, page 2.
    @Test func theSituationMustBeChosen() async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp+")
            let page = try await browser.get("/")
            #expect(page.body.contains("Choisir ma situation d’exercice"))
            let keys = page.body.matches(of: /name="situation" value="([^"]+)"/).map { String($0.1) }
            #expect(keys.count == 2)
            let none = try await browser.post("/connexion")
            #expect(none.status == .unprocessableContent)
            let chosen = try await browser.post("/connexion", ["situation": keys[1], "garder": "oui"])
            #expect(chosen.headers[.location] == "/patients")
            let again = try await browser.get("/situation")
            #expect(again.body.contains("value=\"\(keys[1])\" checked"))
        }
    }

    /// Nobody chooses a place that the directory does not give him.
    @Test func aSituationOfSomebodyElseIsRefused() async throws {
        let stack = try CareStack()
        let other = try #require(stack.people.professional("pharmacist")?.actor())
        await #expect(throws: ServiceError.self) {
            _ = try await stack.service.beginCareSession(certificate: Array("card:gp".utf8), in: other)
        }
    }

    @Test func aFormOfAnotherSiteIsRefused() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let fields = ["matricule": patient.ins.matricule.text]
            #expect(try await browser.post("/patients/recherche", fields, site: "cross-site").status == .forbidden)
            try await browser.get("/patients")
            #expect(try await browser.post("/patients/recherche", fields, token: "autre").status == .forbidden)
            try await browser.get("/patients")
            #expect(try await browser.post("/patients/recherche", fields).status == .seeOther)
        }
    }

    /// A record that is closed: whose it is, and nothing else of it, stands with the one who searches.
    private static func closed(_ stack: CareStack) async throws -> SamplePatient {
        let patient = try #require(stack.people.patient("paul"))
        try await stack.open(patient)
        let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
        try await stack.service.close(ins, reason: .holderRequest)
        return patient
    }

    /// Interop § 2.4: the state, its date and its reason are told as TD0.2 tells them, to the same people (§ 7.2, page 4).
    @Test func aClosedRecordIsToldAsToHisSoftware() async throws {
        let stack = try CareStack()
        let patient = try await Self.closed(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let page = try await browser.find(patient.ins.matricule.text)
            #expect(page.status == .conflict && page.body.contains("Dossier fermé"))
            #expect(page.body.contains("4\u{A0}janvier\u{A0}2026") && page.body.contains("à la demande du titulaire"))
            #expect(!page.body.contains(patient.traits.birthFamilyName) && !page.body.contains("/dossiers/"))
        }
    }

    /// Security design § 5.4: whoever may not know of a record is told of a closed one, an open one and none alike, byte for byte
    /// (§ 7.2, page 4).
    @Test func whoMayNotKnowOfARecordLearnsNothingOfIt() async throws {
        let stack = try CareStack()
        let closed = try await Self.closed(stack)
        let unknown = try #require(stack.people.patient("jeanne"))
        let open = try #require(stack.people.patient("amina"))
        try await stack.open(open)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp!")
            try await browser.enter()
            let first = try await browser.find(unknown.ins.matricule.text)
            #expect(first.status == .notFound)
            for patient in [closed, open] {
                let other = try await browser.find(patient.ins.matricule.text)
                #expect(other.status == .notFound && first.body == other.body)
                #expect(first.headers.map(\.name) == other.headers.map(\.name))
            }
        }
    }

    /// No personal datum in an address, a log line or an error.
    @Test func aNumberIsInNoAddressAndNoLog() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let number = patient.ins.matricule.text
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(number)
            let page = try await browser.follow(found)
            let links = page.body.matches(of: /(?:href|action|src)="([^"]*)"/).map { String($0.1) }
            for address in links + [found.headers[.location] ?? ""] {
                #expect(!address.contains(number) && !address.contains(patient.traits.birthFamilyName))
            }
        }
        let lines = stack.log.withLock { $0 }.joined(separator: "\n")
        #expect(!lines.isEmpty && !lines.contains(number) && !lines.contains(patient.traits.birthFamilyName))
    }

    @Test func aHandleIsWorthNothingInAnotherSession() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let one = Browser(client, card: "card:gp")
            try await one.enter()
            let path = try #require(try await one.find(patient.ins.matricule.text).headers[.location])
            let other = Browser(client, card: "card:cardiologist")
            try await other.enter()
            #expect(try await other.get(path).status == .notFound)
        }
    }

    @Test func searchesAreCounted() async throws {
        let stack = try CareStack(searchBurst: 2)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            for _ in 0..<2 { #expect(try await browser.find(patient.ins.matricule.text).status == .notFound) }
            let third = try await browser.find(patient.ins.matricule.text)
            #expect(third.status == .tooManyRequests && third.headers[.retryAfter] != nil)
        }
    }

    /// A blocked professional is told what he may do: file, and ask the patient (CSP R1111-47)
    /// (access and life cycle § 3.2).
    @Test func whoIsBlockedIsToldWhatHeMayDo() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let doctor = try #require(stack.people.professional("gp"))
        try await stack.open(patient)
        let holder = try await stack.signIn(patient)
        _ = try await stack.service.carryOut(
            .block(
                Block(
                    subject: .person(doctor.id),
                    name: doctor.name,
                    profession: doctor.profession,
                    since: CareStack.start
                )
            ),
            holder
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let page = try await browser.follow(try await browser.find(patient.ins.matricule.text))
            #expect(page.body.contains("Le patient a refusé votre accès") && page.body.contains("/ajouter"))
            let path = try #require(page.path.split(separator: "/").dropLast().last.map(String.init))
            let refused = try await browser.get("/dossiers/\(path)/documents")
            #expect(refused.status == .forbidden && refused.body.contains("Le patient refuse votre accès."))
            // Nobody is named or hinted at who may have noted the refusal.
            #expect(!refused.body.contains("médecin traitant"))
        }
    }

    @Test(arguments: [
        Array("%PDF-1.4\n1 0 obj << /OpenAction << /JS (x) >> >> endobj".utf8), Array("MZ programme".utf8),
        [UInt8](repeating: 65, count: 5_100_000),
    ])
    func filesThatMayActOrAreNoPDFAreRefused(file: [UInt8]) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let handle = try #require(found.headers[.location]?.split(separator: "/").dropFirst().first)
            try await browser.get("/dossiers/\(handle)/ajouter")
            let sent = try await browser.upload(
                "/dossiers/\(handle)/ajouter",
                ["type": "11488-4", "titre": "Fichier", "texte": "", "visible": "tous"],
                file: file
            )
            #expect(sent.status == .unprocessableContent)
        }
    }
}

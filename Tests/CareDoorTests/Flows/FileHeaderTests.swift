import ClinicalDocuments
import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// What a PDF in the record answers, be it plain, active or damaged (security design § 5.6).
@Suite struct FileHeaderTests {
    /// Opens a record with this file in it, as software may have filed it; gives the path of its document.
    private static func filed(_ pdf: String, _ browser: Browser, _ stack: CareStack) async throws -> String {
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let handle = try await Walk.consult(browser, patient)
        let card = Array("card:gp".utf8)
        let who = try #require(stack.people.professional("gp"))
        let token = try await stack.service.beginCareSession(certificate: card, in: who.actor())
        let visit = try await stack.service.admit(
            .careSession(CareSessionEvidence(token: token, peerCertificate: card, patient: patient.ins)),
            request: UniqueID(random: (501, 98))
        )
        let type = try #require(try ValueSets.bundled()[.type]?.codes.first { $0.value == "11488-4" })
        let draft = WebDraft(
            type: type,
            title: "Lettre",
            actDate: CareStack.start.date,
            visibility: [],
            file: WebDraft.File(mediaType: "application/pdf", bytes: Array(pdf.utf8)),
            zoneMinutes: 60
        )
        let entry = try await stack.service.file(draft, traits: patient.traits, visit)
        stack.service.leave(visit)
        stack.service.endCareSession(token: token)
        return "/dossiers/\(handle)/documents/\(entry.id.text)"
    }

    private static func name(_ path: String) throws -> String {
        "document-" + String(try #require(path.split(separator: "/").last).prefix(8))
    }

    private static func expectGuarded(_ shown: Browser.Shown, _ policy: String, _ disposition: String) {
        #expect(shown.status == .ok)
        for (name, value) in FileHeaders.guarding(policy: policy, disposition: disposition) {
            #expect(shown.headers.filter { $0.name.canonicalName == name }.map(\.value) == [value], "\(name)")
        }
    }

    /// Nothing runs, nothing is sent, and pictures come from the page itself.
    private static func expectConfined(_ shown: Browser.Shown) {
        #expect(shown.status == .ok && shown.headers[.contentType] == "text/html; charset=utf-8")
        let policy = "sandbox; default-src 'none'; img-src data:; style-src 'nonce-"
        #expect(shown.headers[.contentSecurityPolicy]?.hasPrefix(policy) == true)
        #expect(shown.headers[.contentDisposition] == "inline" && shown.headers[.cacheControl] == "no-store")
    }

    /// Its pages are pictures in a frame that may do nothing, whatever the file would do; it is handed over as it was filed.
    @Test(arguments: [FileHeaders.plainPDF, FileHeaders.activePDF])
    func aPDFIsShownAsPicturesAndMayDoNothing(pdf: String) async throws {
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let path = try await Self.filed(pdf, browser, stack)
            let name = try Self.name(path)
            let page = try await browser.get(path)
            let frame = try #require(page.body.firstMatch(of: /<iframe [^>]*>/)).output
            #expect(frame.contains("src=\"\(path)/contenu\"") && frame.contains("sandbox=\"\""))
            let shown = try await browser.get(path + "/contenu")
            Self.expectConfined(shown)
            let content = try HTMLParser.parse(shown.body)
            let pictures = content.all("img")
            #expect(pictures.map { $0.attributes["alt"] } == ["Page 1 sur 1"])
            #expect(pictures.allSatisfy { $0.attributes["src"]?.hasPrefix("data:image/") == true })
            #expect(content.all("pre").map(\.text).joined().contains("Tension stable"))
            #expect(!shown.body.contains("%PDF") && !shown.body.contains("JavaScript"))
            for part in ["/lecture", "/original"] {
                #expect(page.body.contains("<a href=\"\(path)\(part)\" class=\"button quiet\" download"), "\(part)")
            }
            #expect(page.body.contains("Télécharger le PDF") && page.body.contains("pour logiciel médical"))
            let saved = try await browser.get(path + "/lecture")
            #expect(saved.headers[.contentType] == "application/octet-stream" && saved.body == pdf)
            Self.expectGuarded(saved, FileHeaders.sandbox, "attachment; filename=\"\(name).pdf\"")
            let original = try await browser.get(path + "/original")
            #expect(original.headers[.contentType] == "application/octet-stream")
            Self.expectGuarded(original, FileHeaders.sandbox, "attachment; filename=\"\(name).xml\"")
        }
    }

    /// What cannot be drawn says so, and is still a file to take away.
    @Test func aDamagedPDFIsOnlyADownload() async throws {
        let pdf = "%PDF-1.4\nrien\n"
        let stack = try CareStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let path = try await Self.filed(pdf, browser, stack)
            let shown = try await browser.get(path + "/contenu")
            Self.expectConfined(shown)
            #expect(shown.body.contains("Ce fichier PDF est abîmé") && !shown.body.contains("<img"))
            #expect(try await browser.get(path + "/lecture").body == pdf)
        }
    }
}

import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing

@testable import CareDoor

/// Twin records that differ only by what is masked read alike, byte for byte, on every page of the professionals' site (design § 2,
/// law 5; access and life cycle § 3.5, CSP R1111-49).
@Suite struct SilenceTests {
    /// A page without what is drawn by chance: identifiers, handles, tokens.
    private static func shape(_ shown: Browser.Shown, _ handle: String) -> String {
        let headers = shown.headers.filter { $0.name != .setCookie }.map { "\($0.name): \($0.value)" }.sorted()
        let text = ([shown.status.description] + headers + [shown.body]).joined(separator: "\n")
        return text.replacing(handle, with: "handle")
            .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.ignoresCase(), with: "id")
            .replacing(/name="jeton" value="[^"]*"/, with: "jeton")
            // The name of an author or a specialty in the addresses of one record.
            .replacing(/<option value="[A-Za-z0-9_-]{22}">/, with: "<option value=\"mark\">")
            .replacing(/nonce-[A-Za-z0-9+\/=_-]+/, with: "nonce")
            .replacing(/(?i)(x-request-id|x-correlation-id): .*/, with: "request")
    }

    private static func handle(_ path: String?) throws -> String {
        String(try #require(path).split(separator: "/")[1].prefix { $0 != "?" })
    }

    /// A record in which the practitioner filed one document for all, and another one that he masks, or none.
    private static func twin(_ isHiding: Bool) async throws -> [(String, String)] {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let found = Mutex<[(String, String)]>([])
        try await stack.door().application.test(.router) { client in
            let reader = Browser(client, card: "card:cardiologist")
            try await reader.enter()
            let own = try handle(try await reader.find(patient.ins.matricule.text).headers[.location])
            try await reader.get("/dossiers/\(own)/accord")
            try await reader.post("/dossiers/\(own)/accord")
            let author = Browser(client, card: "card:gp")
            try await author.enter()
            let his = try handle(try await author.find(patient.ins.matricule.text).headers[.location])
            for (title, isMasked) in [("Lettre pour tous", false), ("Lettre masquée", true)] where isHiding || !isMasked
            {
                try await author.get("/dossiers/\(his)/ajouter")
                let sent = try await author.upload(
                    "/dossiers/\(his)/ajouter",
                    [
                        "type": "11488-4", "titre": title, "texte": "Tension stable.",
                        "visible": isMasked ? "masque" : "tous", "date": "",
                    ]
                )
                #expect(sent.status == .seeOther, "\(sent.body)")
            }
            let record = "/dossiers/\(own)"
            let pages = [
                "/patients", "/patients?ordre=ajout", record, record + "/documents", record + "/documents?vue=parcours",
                record + "/documents?vue=miniatures", record + "/documents?vue=parcours&periode=mois",
                record + "/a-annoncer",
                record + "/vaccinations", record + "/volontes", record + "/autorisations", record + "/historique",
                record + "/historique/tableau", record + "/ajouter", record + "/quitter", "/patients",
            ]
            for path in pages {
                let shown = shape(try await reader.get(path), own)
                found.withLock { $0.append((path.replacing(own, with: "handle"), shown)) }
            }
        }
        return found.withLock { $0 }
    }

    /// Access and life cycle § 3.5, CSP R1111-49.
    @Test func everyPageIsTheSameOfBothTwins() async throws {
        let (without, with) = (try await Self.twin(false), try await Self.twin(true))
        #expect(without.count == with.count && without.count > 10)
        for (one, other) in zip(without, with) { #expect(one.1 == other.1, "\(one.0)") }
        #expect(without.contains { $0.1.contains("Lettre pour tous") })
        #expect(!with.contains { $0.1.contains("Lettre masquée") })
    }
}

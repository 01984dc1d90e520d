import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, pages 3, 8 and 9: patients in the order asked for, documents by each field of the filter, a document's bytes.
@Suite struct ListTests {
    @Test func patientsStandInTheOrderAskedFor() async throws {
        let stack = try CareStack()
        let patients = try ["jeanne", "paul", "amina"].map { try #require(stack.people.patient($0)) }
        for patient in patients { try await stack.open(patient) }
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            var handles: [String] = []
            try await browser.enter()
            for patient in patients {
                let found = try await browser.find(patient.ins.matricule.text)
                handles.append(try Walk.handle(found.headers[.location]))
                try await browser.follow(found)
                try await browser.post("/dossiers/\(handles[handles.count - 1])/accord")
            }
            for index in [1, 2, 0] {
                stack.advance(seconds: 60)
                let colleague = Browser(client, card: "card:cardiologist")
                _ = try await Walk.add(colleague, try await Walk.consult(colleague, patients[index]))
            }
            for index in [2, 0, 1] {
                stack.advance(seconds: 60)
                try await browser.get("/dossiers/\(handles[index])/documents")
            }
            func order(_ name: String) async throws -> [Int] {
                let page = try await browser.get("/patients?ordre=" + name).body
                return page.matches(of: /<th scope="row"><a href="\/dossiers\/([^"\/?]+)"/)
                    .compactMap { handles.firstIndex(of: String($0.1)) }
            }
            let byName = patients.indices.sorted {
                patients[$0].traits.name.family < patients[$1].traits.name.family
            }
            #expect(try await order("nom") == byName)
            #expect(try await order("ajout") == [0, 2, 1])
            #expect(try await order("acces") == [1, 0, 2])
            // Any other word is the order by name.
            #expect(try await order("autre") == byName)
        }
    }

    /// Each field of the filter parts the list: every document stands under one value, and under that value alone.
    @Test func eachFieldOfTheFilterPartsTheList() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Walk.consult(colleague, patient)
            _ = try await Walk.add(colleague, theirs, title: "Avis du cœur")
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            _ = try await Walk.add(browser, handle, title: "Avis du cabinet")
            _ = try await Walk.add(browser, handle, title: "Traitement du cabinet", ["type": "57833-6"])
            let titles = ["Avis du cœur", "Avis du cabinet", "Traitement du cabinet"]
            let list = "/dossiers/\(handle)/documents"
            func shown(_ query: String) async throws -> Set<String> {
                let page = try await browser.get(list + query).body
                return Set(titles.filter(page.contains))
            }
            let whole = try await browser.get(list).body
            #expect(titles.allSatisfy(whole.contains))
            for field in ["auteur", "specialite", "type", "rubrique"] {
                let values = Self.values(of: field, in: whole)
                #expect(values.count == 2, "\(field): \(values)")
                var seen: [String] = []
                for (value, _) in values {
                    let some = try await shown("?\(field)=\(value)")
                    #expect(!some.isEmpty && some.count < titles.count, "\(field)")
                    seen += some
                }
                #expect(seen.sorted() == titles.sorted(), "\(field)")
            }
            let family = try #require(stack.people.professional("cardiologist")).name.family
            let author = try #require(Self.values(of: "auteur", in: whole).first { $0.label.contains(family) })
            #expect(try await shown("?auteur=\(author.value)") == ["Avis du cœur"])
            #expect(try await shown("?type=57833-6") == ["Traitement du cabinet"])
            // Two fields narrow together; what nobody is shows nothing.
            #expect(try await shown("?auteur=\(author.value)&type=57833-6").isEmpty)
            #expect(try await shown("?auteur=personne").isEmpty)
        }
    }

    /// The bytes: what a frame shows, and what there is to take away.
    @Test func theBytesOfADocumentAreThoseFiled() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let text = "/dossiers/\(handle)/documents/\(try await Walk.add(browser, handle).id)"
            #expect(try await browser.get(text + "/contenu").body.contains("Tension stable."))
            let original = try await browser.get(text + "/original")
            #expect(original.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"document-") == true)
            let words = Data("Tension stable.".utf8).base64EncodedString()
            #expect(original.body.contains("<ClinicalDocument") && original.body.contains(words))
            try await browser.get("/dossiers/\(handle)/ajouter")
            let fields = ["type": "11488-4", "titre": "Avis numérisé", "texte": "", "visible": "tous", "date": ""]
            let scan = Array(FileHeaders.plainPDF.utf8)
            let sent = try await browser.upload("/dossiers/\(handle)/ajouter", fields, file: scan)
            let page = try await browser.follow(sent)
            let scanned = String(page.path.prefix { $0 != "?" })
            #expect(try await browser.get(scanned + "/contenu").body.contains("<img src=\"data:image/"))
            let file = try await browser.get(scanned + "/lecture")
            #expect(file.body == FileHeaders.plainPDF)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"document-") == true)
        }
    }

    private static func values(of field: String, in page: String) -> [(value: String, label: String)] {
        guard let start = page.range(of: "<select id=\"\(field)\""),
            let end = page.range(of: "</select>", range: start.upperBound..<page.endIndex)
        else { return [] }
        return page[start.upperBound..<end.lowerBound].matches(of: /<option value="([^"]+)"[^>]*>([^<]*)</)
            .map { (String($0.1), String($0.2)) }
    }
}

import HTTPTypes
import HealthRecord
import SampleRecords
import Testing

@testable import CareDoor

/// Steps that many walks begin with.
enum Walk {
    /// The handle in an address of a record.
    static func handle(_ path: String?) throws -> String {
        String(try #require(path).split(separator: "/")[1].prefix { $0 != "?" })
    }

    /// Signs in, finds a patient whose record is open and states the consent where it is missing.
    static func consult(
        _ browser: Browser,
        _ patient: SamplePatient,
        asTreating: Bool = false
    ) async throws -> String {
        try await browser.enter()
        let found = try await browser.find(patient.ins.matricule.text)
        let handle = try handle(found.headers[.location])
        try await browser.follow(found)
        if found.headers[.location]?.hasSuffix("/accord") == true {
            let agreed = try await browser.post("/dossiers/\(handle)/accord", asTreating ? ["traitant": "oui"] : [:])
            try await browser.follow(agreed)
        }
        return handle
    }

    /// Opens somebody's record for a physician who has the consent; the browser stands on the summary.
    static func consult(
        _ stack: CareStack,
        _ browser: Browser,
        _ patient: SamplePatient,
        asTreating: Bool = false
    ) async throws -> String {
        try await stack.open(patient)
        try await browser.enter()
        let found = try await browser.find(patient.ins.matricule.text)
        let handle = try handle(found.headers[.location])
        #expect(found.headers[.location] == "/dossiers/\(handle)/accord")
        try await browser.follow(found)
        let agreed = try await browser.post("/dossiers/\(handle)/accord", asTreating ? ["traitant": "oui"] : [:])
        let summary = try await browser.follow(agreed)
        #expect(summary.status == .ok && summary.body.contains("L’accord du patient est enregistré."))
        return handle
    }

    /// Files a text; the browser stands on the page of the document.
    static func add(
        _ browser: Browser,
        _ handle: String,
        title: String = "Consultation du jour",
        seenBy: String = "tous",
        _ more: [String: String] = [:]
    ) async throws -> (page: Browser.Shown, id: String) {
        try await browser.get("/dossiers/\(handle)/ajouter")
        let fields = ["type": "11488-4", "titre": title, "texte": "Tension stable.", "visible": seenBy, "date": ""]
        let sent = try await browser.upload(
            "/dossiers/\(handle)/ajouter",
            fields.merging(more, uniquingKeysWith: { $1 })
        )
        let page = try await browser.follow(sent)
        return (page, String(try #require(page.path.firstMatch(of: /documents\/([0-9a-f-]{36})/)).1))
    }
}

extension CareStack {
    /// Somebody under age on the day of the tests.
    func minor() throws -> SamplePatient {
        let today = people.now.date
        return try #require(people.patients.first { $0.traits.birthDate.age(on: today) < 18 })
    }
}

extension String {
    /// As French typography sets a literal.
    var typeset: String {
        replacing(" : ", with: "\u{A0}: ").replacing("'", with: "’")
    }
}

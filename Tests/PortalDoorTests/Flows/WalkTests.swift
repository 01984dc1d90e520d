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

@testable import PortalDoor

/// One person's whole way through the portal, over the real service.
@Suite struct WalkTests {
    static func openingFields(_ patient: SamplePatient, code: String) -> [String: String] {
        let date = patient.traits.birthDate
        return [
            FormNames.ins: patient.ins.matricule.text, FormNames.letterCode: code,
            FormNames.birthDate: "\(date.day)/\(date.month)/\(date.year)", FormNames.consent: "oui",
            FormNames.secret: patient.secretCode,
            FormNames.secretAgain: patient.secretCode, FormNames.phone: "06 39 98 12 34",
            FormNames.email: patient.email,
            FormNames.breakGlass: "oui", FormNames.regulation: "oui",
        ]
    }

    /// Opens, activates and signs in.
    static func enter(_ browser: Browser, _ stack: PortalStack, _ patient: SamplePatient) async throws {
        try await open(browser, stack, patient)
        try await signIn(browser, stack, patient)
    }

    /// Opens and activates; a child's record not by the pages, which open none.
    static func open(_ browser: Browser, _ stack: PortalStack, _ patient: SamplePatient) async throws {
        try await stack.invite(patient)
        guard !patient.isMinor(on: PortalStack.start.date) else { return try await openForChild(stack, patient) }
        _ = try await browser.get(Paths.opening)
        let opened = try await browser.post(Paths.opening, openingFields(patient, code: try #require(stack.lastCode)))
        #expect(opened.status == .seeOther, "\(opened.body)")
        let activated = try await activate(browser, stack, patient)
        #expect(activated.headers[.location] == Paths.activated)
    }

    /// The record of a child, as it stands once somebody has opened it for the child; where the set gives a child an access of its
    /// own, with that.
    private static func openForChild(_ stack: PortalStack, _ child: SamplePatient) async throws {
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        try await stack.service.open(
            OpeningRequest(
                ins: ins,
                code: try #require(stack.lastCode),
                birthDate: child.traits.birthDate,
                secret: child.secretCode,
                phone: "+33639981234",
                email: child.email,
                emergency: EmergencyWishes()
            )
        )
        guard stack.service.givesOwnAccess(born: child.traits.birthDate, on: PortalStack.start.date) else { return }
        let letter = try #require(stack.lastCode)
        let proofs = try await stack.service.beginActivation(ins: ins, code: letter, secret: child.secretCode)
        let codes = stack.notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await stack.service.completeActivation(ins: ins, typed)
    }

    /// Activates with the second letter, and proves every way to be reached.
    static func activate(
        _ browser: Browser,
        _ stack: PortalStack,
        _ patient: SamplePatient
    ) async throws -> Browser.Shown {
        _ = try await browser.get(Paths.activation)
        let asked = try await browser.post(
            Paths.activation,
            [
                FormNames.ins: patient.ins.matricule.text, FormNames.letterCode: try #require(stack.lastCode),
                FormNames.secret: patient.secretCode,
            ]
        )
        #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [], "\(asked.body)")
        return try await browser.post(Paths.activationProofs, try proofs(asked, stack))
    }

    /// What goes along with a page of proofs, and the codes that came.
    static func proofs(_ page: Browser.Shown, _ stack: PortalStack) throws -> [String: String] {
        var fields: [String: String] = [:]
        for hidden in page.body.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/)
        where hidden.1 != FormNames.token {
            fields[String(hidden.1)] = String(hidden.2)
        }
        for sent in stack.notices {
            guard case .oneTimeCode(let code, _) = sent.notice else { continue }
            fields[ProofFields.codeName(sent.channel.kind)] = code
        }
        return fields
    }

    static func signIn(_ browser: Browser, _ stack: PortalStack, _ patient: SamplePatient) async throws {
        _ = try await browser.get(Paths.signIn)
        let first = try await browser.post(
            Paths.signIn,
            [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
        )
        let code = try await browser.follow(first)
        #expect(code.body.contains("•• •• •• •• 34"))
        #expect(PageChecker.faults(in: code.body) == [])
        let second = try await browser.post(Paths.code, [FormNames.code: try #require(stack.lastCode)])
        #expect(second.headers[.location] == Paths.record)
    }

    /// § 7.1, page 2; § 7.1, page 4; § 7.1, page 8; § 7.1, page 22.
    @Test func fromTheLetterToTheWayOut() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await Self.enter(browser, stack, patient)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(14) {
                try await stack.deposit(document)
            }
            try await Self.readAndMask(browser, stack, patient)
            try await Self.blockAndLookBack(browser, stack, patient)
            try await Self.leave(browser)
        }
        let log = stack.log.withLock { $0.joined() }
        #expect(!log.isEmpty && !log.contains(patient.ins.matricule.text) && !log.contains(patient.secretCode))
    }

    private static func sound(_ shown: Browser.Shown) {
        #expect(shown.status == .ok, "\(shown.body.prefix(400))")
        #expect(PageChecker.faults(in: shown.body) == [])
    }

    private static func save(_ shown: Browser.Shown, _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["SAVE_PAGES"] else { return }
        try Data(shown.body.utf8).write(to: URL(filePath: folder + "/" + name + ".html"))
    }

    private static func readAndMask(_ browser: Browser, _ stack: PortalStack, _ patient: SamplePatient) async throws {
        let record = try await browser.get(Paths.record)
        sound(record)
        try save(record, "flow-record")
        let list = try await browser.get(Paths.documents)
        sound(list)
        try save(list, "flow-documents")
        let link = try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/))
        let path = String(link.1)
        let document = try await browser.get(path)
        sound(document)
        try save(document, "flow-document")
        let content = try await browser.get(path + "/contenu")
        #expect(content.headers[.contentSecurityPolicy]?.hasPrefix("sandbox; default-src 'none'") == true)
        try save(content, "flow-content")
        try await readEveryKind(browser, list)
        let original = try await browser.get(path + "/original")
        #expect(original.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        let results = try await browser.get(Paths.results)
        sound(results)
        try save(results, "flow-results")
        sound(try await browser.get(path + "/masquer"))
        let masked = try await browser.follow(try await browser.post(path + "/masquer", [:]))
        #expect(masked.body.contains("maintenant masqué"))
        #expect(try await browser.post(path + "/masquer", [:]).status == .conflict)
        let filtered = try await browser.get(Paths.documents + "?depuis=01%2F01%2F1990&ordre=titre")
        sound(filtered)
        #expect(filtered.body.contains("Masqué aux professionnels"))
        // The way back stands where the document was masked.
        #expect(filtered.body.contains("href=\"\(path)/rendre-visible\""))
        #expect(!filtered.body.contains("href=\"\(path)/masquer\""))
        #expect(try await browser.get(Paths.documents + "?depuis=hier").status == .unprocessableContent)
        let shown = try await browser.follow(try await browser.post(path + "/rendre-visible", [:]))
        #expect(shown.body.contains("de nouveau visible"))
    }

    /// A structured document is read as text, a scanned one as pictures of its pages.
    private static func readEveryKind(_ browser: Browser, _ list: Browser.Shown) async throws {
        var kinds: Set<String> = []
        for link in list.body.matches(of: /href="(\/documents\/[0-9a-f-]{36})"/) {
            let page = try await browser.get(String(link.1))
            let frame = try #require(page.body.firstMatch(of: /iframe src="([^"]*)"/))
            let shown = try await browser.get(String(frame.1))
            #expect(shown.status == .ok && shown.headers[.cacheControl] == "no-store")
            #expect(shown.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
            #expect(!shown.body.contains("ne peut pas être affiché"))
            let content = try HTMLParser.parse(shown.body)
            let isDrawn = content.all("section").isEmpty
            #expect(content.all("figure").isEmpty != isDrawn)
            try save(shown, isDrawn ? "flow-pages" : "flow-narrative")
            // To take along first comes what can be read; the file for software comes second.
            let (ending, label) =
                isDrawn ? ("pdf", "Télécharger le PDF") : ("html", "Télécharger le document")
            #expect(page.body.contains(label) && page.body.contains("pour logiciel médical"))
            let file = try await browser.get(String(link.1) + "/lecture")
            #expect(file.headers[.contentDisposition]?.hasSuffix(".\(ending)\"") == true)
            if kinds.insert(ending).inserted { try save(page, "flow-page-\(kinds.count)") }
        }
        #expect(kinds == ["html", "pdf"])
    }

    private static func blockAndLookBack(
        _ browser: Browser,
        _ stack: PortalStack,
        _ patient: SamplePatient
    ) async throws {
        let cardiologist = try #require(stack.people.professional("midwife"))
        let emergency = try await stack.visit(
            cardiologist,
            of: patient,
            mode: .breakGlass(reason: "Personne inconsciente")
        )
        _ = try? await stack.service.list(emergency)
        stack.service.leave(emergency)
        let history = try await browser.get(Paths.history)
        sound(history)
        try save(history, "flow-history")
        sound(try await browser.get(Paths.history + "?qui=tous&urgences=oui"))
        let people = try await browser.get(Paths.professionals)
        sound(people)
        try save(people, "flow-professionals")
        #expect(!people.body.contains("99970"))
        let link = try #require(people.body.firstMatch(of: /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/))
        let path = String(link.1)
        let one = try await browser.get(path)
        sound(one)
        try save(one, "flow-professional")
        sound(try await browser.get(path + "/bloquer"))
        let blocked = try await browser.follow(try await browser.post(path + "/bloquer", [:]))
        sound(blocked)
        #expect(blocked.body.contains("maintenant bloqué"))
        #expect(try await browser.post(path + "/bloquer", [:]).status == .conflict)
        let free = try await browser.follow(try await browser.post(path + "/debloquer", [:]))
        #expect(free.body.contains("n’est plus bloqué"))
        let again = try await browser.follow(try await browser.post(path + "/autoriser", [:]))
        #expect(again.body.contains("maintenant autorisé"))
        sound(try await browser.get(Paths.record))
        _ = try await browser.get(Paths.history)
        let table = try await browser.post(Paths.historyCSV, [:])
        #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(table.body.split(separator: "\r\n").count > 10)
        let proof = try await browser.post(Paths.historyProof, [:])
        let bundle = try JSONSerialization.jsonObject(with: Data(proof.body.utf8)) as? [String: Any]
        // What happened today is not proved yet: something might wait to be announced (R1111-53).
        #expect((bundle?["events"] as? [Any])?.isEmpty == true && bundle?["until"] as? String == "2026-03-01")
        #expect(try await browser.get(Paths.history).body.contains("1er\u{A0}mars\u{A0}2026 inclus"))
    }

    private static func leave(_ browser: Browser) async throws {
        let session = try #require(browser.cookies["__Host-dmp"])
        _ = try await browser.get(Paths.record)
        let out = try await browser.post(Paths.signOut, [:])
        #expect(out.headers[.location] == Paths.goodbye)
        let name = try #require(HTTPField.Name("Clear-Site-Data"))
        #expect(out.headers[name]?.contains("\"cache\"") == true)
        #expect(browser.cookies["__Host-dmp"] == nil)
        // The session is over on the server as well.
        browser.cookies["__Host-dmp"] = session
        #expect(try await browser.get(Paths.record).status == .unauthorized)
    }
}

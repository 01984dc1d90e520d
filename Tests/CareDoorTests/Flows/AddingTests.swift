import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, pages 10 and 11: type, date, events, who sees it, a receipt.
@Suite struct AddingTests {
    /// § 7.2, page 10.
    @Test func theCodesOfTheActsStandInTheEntry() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            try await browser.get("/dossiers/\(handle)/ajouter")
            let wrong = try await browser.upload(
                "/dossiers/\(handle)/ajouter",
                ["type": "11488-4", "titre": "ECG", "texte": "Sinusal.", "visible": "tous", "actes": "cœur"]
            )
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("par exemple DEQP003"))
            let (page, id) = try await Walk.add(browser, handle, title: "ECG", ["actes": "deqp003, I10"])
            #expect(page.body.contains("DEQP003 I10"))
            // A new version starts from the same codes.
            let form = try await browser.get("/dossiers/\(handle)/documents/\(id)/remplacer")
            #expect(form.body.contains("value=\"DEQP003 I10\""))
        }
        let entry = try #require(try await stack.service.list(try await stack.signIn(patient)).entries.first)
        #expect(entry.eventCodes == [Code("DEQP003", ActCodes.ccam), Code("I10", ActCodes.icd)])
    }

    @Test(arguments: [
        ("", 0), ("A00 A01 A02 A03", 4), ("A00 A01 A02 A03 A04", ActCodes.most), ("DEQP003", 1), ("deqp003 DEQP003", 1),
        ("E11.9;I10", 2), ("A00 A01 A02 A03 A04 A05", nil),
        ("12345", nil),
    ])
    func codesAreKnownByTheirForm(text: String, count: Int?) {
        #expect(ActCodes.read(text)?.count == count)
    }

    /// A file ends at its length, and so does the form around it; what is shorter is judged by what it is.
    @Test(arguments: [-1, 0, 1])
    func aFileAndItsFormEndAtTheirLengths(step: Int) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let path = "/dossiers/\(handle)/ajouter"
            let fields = ["type": "11488-4", "titre": "Vide", "texte": "", "visible": "tous", "date": ""]
            func send(_ count: Int) async throws -> Browser.Shown {
                try await browser.get(path)
                return try await browser.upload(path, fields, file: [UInt8](repeating: 0, count: count))
            }
            let file = try await send(CareDoor.fileLimit + step)
            #expect(file.status == .unprocessableContent)
            #expect(file.body.contains("Le fichier dépasse") == (step > 0))
            #expect(file.body.contains("Choisissez un PDF") == (step <= 0))
            try await browser.get(path)
            let around = browser.form(fields).count
            let form = try await send(CareDoor.uploadLimit.bytes - around + step)
            #expect(form.status == (step > 0 ? .contentTooLarge : .unprocessableContent))
            // Whose record it is stays in sight, and so does the way back to the form.
            #expect(form.body.contains("Le fichier dépasse 5 Mo. Rien n’a été ajouté.") == (step > 0))
            #expect(form.body.contains(patient.traits.name.family) && form.body.contains(path))
        }
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func aDayEndsAtItsLength(step: Int, isRead: Bool) {
        let gap = String(repeating: "/", count: DayEntry.maximumLength + step - "1".count - "2/2020".count)
        #expect((DayEntry.read("1" + gap + "2/2020") == CalendarDate(year: 2020, month: 2, day: 1)) == isRead)
    }

    /// Sign, send, see the receipt: what was taken in, when, under which number; for who filed it (§ 7.2, page 10).
    @Test func theAuthorSeesAReceipt() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let (page, id) = try await Walk.add(browser, handle, seenBy: "pas-encore")
            let path = "/dossiers/\(handle)/documents/\(id)/recu"
            #expect(page.body.contains(path) && page.body.contains("Ouvrir seul pour imprimer"))
            let receipt = try await browser.get(path)
            #expect(receipt.status == .ok && receipt.body.contains("2.25."))
            #expect(receipt.body.contains("Pas encore visible par le patient"))
            #expect(receipt.body.contains("Consultation du jour"))
            let colleague = Browser(client, card: "card:cardiologist")
            let other = try await Walk.consult(colleague, patient)
            let theirs = try await colleague.get("/dossiers/\(other)/documents/\(id)")
            #expect(theirs.status == .ok && !theirs.body.contains("/recu"))
            #expect(try await colleague.get("/dossiers/\(other)/documents/\(id)/recu").status == .notFound)
        }
    }

    /// Two windows delete the same document: it is deleted, and the second says no other thing than the first.
    @Test func whatIsDeletedTwiceIsDeleted() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let (_, id) = try await Walk.add(browser, handle)
            let path = "/dossiers/\(handle)/documents/\(id)/changer/supprimer"
            try await browser.get(path)
            for _ in 0..<2 {
                let deleted = try await browser.post(path)
                #expect(deleted.headers[.location] == "/dossiers/\(handle)/documents?fait=supprimer")
            }
            #expect(!(try await browser.get("/dossiers/\(handle)/documents").body.contains("Consultation du jour")))
        }
    }

    /// CSP R1111-47: filing is open to all who care; who may not read is told that it is filed, not that he may not read.
    @Test(arguments: ["occupational", "cardiologist"])
    func whoMayNotReadIsToldThatItIsFiled(card: String) async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:\(card)")
            try await browser.enter()
            let handle = try Walk.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            let (page, id) = try await Walk.add(browser, handle)
            #expect(page.status == .ok && page.path.hasPrefix("/dossiers/\(handle)/documents/\(id)/recu"))
            #expect(page.body.contains("Consultation du jour") && page.body.contains("n’ajoutez pas le document"))
            #expect(!page.body.contains("/documents/\(id)\""))
            // The page of the document is refused as ever, and sends nobody to where he would be refused again.
            let refused = try await browser.get("/dossiers/\(handle)/documents/\(id)")
            #expect(refused.status == .forbidden)
            #expect(refused.body.contains("/dossiers/\(handle)/accord") == (card == "cardiologist"))
        }
        let filed = try await stack.service.list(try await stack.signIn(patient)).entries
        #expect(filed.count == 1)
    }

    /// R1111-53 since 2022: reminded after two weeks, shown after a month; before, no rule says so.
    @Test(arguments: [("mes2026", true), ("era2019", false)])
    func theDaysOfAnAnnouncementAreThoseOfTheSet(set: String, hasDays: Bool) async throws {
        let stack = try CareStack(policySet: set)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let form = try await browser.get("/dossiers/\(handle)/ajouter")
            // Filed on 4 January 2026.
            #expect(form.body.contains("Rappel le 18\u{A0}janvier\u{A0}2026") == hasDays)
            #expect(form.body.contains("4\u{A0}février\u{A0}2026") == hasDays)
            _ = try await Walk.add(browser, handle, seenBy: "pas-encore")
            let waiting = try await browser.get("/dossiers/\(handle)/a-annoncer")
            #expect(waiting.body.contains("18\u{A0}janvier\u{A0}2026") == hasDays)
            #expect(waiting.body.contains("Pas de date fixée") == !hasDays)
        }
    }

    /// § 7.2, page 19: where the set knows no secret connection, no page offers one.
    @Test(arguments: [("mes2026", true), ("era2007", false)])
    func secrecyIsOfferedWhereTheSetHasIt(set: String, isOffered: Bool) async throws {
        let stack = try CareStack(policySet: set)
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let path = "/dossiers/\(handle)/connexion-secrete"
            #expect(try await browser.get("/dossiers/\(handle)").body.contains(path) == isOffered)
            #expect(try await browser.get(path).status == (isOffered ? .ok : .notFound))
        }
    }
}

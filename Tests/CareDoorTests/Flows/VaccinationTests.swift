import ClinicalDocuments
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import CareDoor

/// § 7.2, page 12: what a document only reports is confirmed by somebody who has seen the proof.
@Suite struct VaccinationTests {
    /// A record in which a nurse's history reports one injection.
    private static func reported(_ stack: CareStack) async throws -> SamplePatient {
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.report(
            VaccinationNote(
                name: "Vaccin contre la grippe",
                code: Code("J07BB02", "2.16.840.1.113883.6.73", label: "Grippe, vaccin inactivé"),
                day: try #require(CalendarDate(year: 2025, month: 10, day: 14)),
                lot: "GR-4417",
                confirms: false
            ),
            of: patient,
            by: try #require(stack.people.professional("nurse"))
        )
        return patient
    }

    /// Where the page offers to confirm.
    private static func confirmation(_ page: Browser.Shown) throws -> String {
        String(try #require(page.body.firstMatch(of: /href="(\/dossiers\/[^"]+\/vaccinations\/confirmer\/[^"]+)"/)).1)
    }

    /// What a doctor's book offers to confirm, brought by somebody else into his own chart of the same patient.
    private struct Borrowed {
        let browser: Browser
        let handle: String
        private let path: String
        private let doctors: String

        init(_ client: any TestClientProtocol, _ patient: SamplePatient, card key: String) async throws {
            let doctor = Browser(client, card: "card:gp")
            doctors = try await Walk.consult(doctor, patient)
            path = try VaccinationTests.confirmation(try await doctor.get("/dossiers/\(doctors)/vaccinations"))
            browser = Browser(client, card: "card:\(key)")
            try await browser.enter()
            handle = try Walk.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
        }

        /// The offer's path, as it would be in a chart.
        func offer(in chart: String) -> String { path.replacing(doctors, with: chart) }
    }

    /// Access and life cycle § 3.8, PDT-INF-527: the form says what is known; the proof is stated, then the line is whole.
    @Test func whatAHistoryReportsIsConfirmed() async throws {
        let stack = try CareStack()
        let patient = try await Self.reported(stack)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            let book = "/dossiers/\(handle)/vaccinations"
            let before = try await browser.get(book)
            #expect(before.body.contains("Rapportée") && !before.body.contains("Confirmée par"))
            let path = try Self.confirmation(before)
            let form = try await browser.get(path)
            #expect(form.status == .ok && form.body.contains("Confirmez-la si vous en avez vu la preuve."))
            for known in ["Vaccin contre la grippe", "14/10/2025", "GR-4417"] {
                #expect(form.body.contains("value=\"\(known)\""), "\(known)")
            }
            var fields = [
                "vaccin": "Vaccin contre la grippe", "maladie": "J07BB", "date": "14/10/2025", "lot": "GR-4417",
                "confirme": "oui",
            ]
            let unproved = try await browser.post(book + "/ajouter", fields)
            #expect(unproved.status == .unprocessableContent && unproved.body.contains("Cochez cette case"))
            #expect(unproved.body.contains("Confirmer une vaccination"))
            fields["preuve"] = "oui"
            let done = try await browser.follow(try await browser.post(book + "/ajouter", fields))
            #expect(done.body.contains("La vaccination est confirmée.") && done.body.contains("Confirmée par"))
            #expect(!done.body.contains("Rapportée") && !done.body.contains("/confirmer/"))
            // What is confirmed is not confirmed again.
            let again = try await browser.get(path)
            #expect(again.status == .seeOther && again.headers[.location] == book)
        }
        let holder = try await stack.signIn(patient)
        let types = try await stack.service.list(holder).entries.map(\.typeCode.value).sorted()
        #expect(types == ["11369-6", "87273-9"])
    }

    /// Without leave nobody reads the book, and so confirms nothing in it; the desk of an establishment sees no document.
    @Test(arguments: ["cardiologist", "secretary"])
    func whoMayNotReadConfirmsNothing(key: String) async throws {
        let stack = try CareStack()
        let patient = try await Self.reported(stack)
        try await stack.door().application.test(.router) { client in
            let other = try await Borrowed(client, patient, card: key)
            let refused = try await other.browser.get(other.offer(in: other.handle))
            #expect(refused.status != .ok && refused.status != .seeOther && !refused.body.contains("grippe"))
        }
    }

    /// A broken glass shows the book and lets nobody vouch for a line of it.
    @Test func anEmergencyConfirmsNothing() async throws {
        let stack = try CareStack()
        let patient = try await Self.reported(stack)
        try await stack.door().application.test(.router) { client in
            let other = try await Borrowed(client, patient, card: "cardiologist")
            let night = other.browser
            try await night.get("/dossiers/\(other.handle)/urgence")
            let opened = try await night.post(
                "/dossiers/\(other.handle)/urgence",
                ["cas": "bris-de-glace", "motif": "Perte de connaissance"]
            )
            let glass = try Walk.handle(opened.headers[.location])
            let book = try await night.get("/dossiers/\(glass)/vaccinations")
            #expect(book.body.contains("Rapportée") && !book.body.contains("/confirmer/"))
            let refused = try await night.get(other.offer(in: glass))
            #expect(refused.status == .seeOther && refused.headers[.location] == "/dossiers/\(glass)/vaccinations")
            // Nor does a form that no page offered.
            let sent = try await night.post(
                "/dossiers/\(glass)/vaccinations/ajouter",
                [
                    "vaccin": "Vaccin contre la grippe", "maladie": "J07BB", "date": "14/10/2025", "lot": "GR-4417",
                    "confirme": "oui", "preuve": "oui",
                ]
            )
            #expect(sent.status == .seeOther && sent.headers[.location] == "/dossiers/\(glass)/vaccinations")
        }
        let entries = try await stack.service.list(try await stack.signIn(patient)).entries
        #expect(entries.map(\.typeCode.value) == ["11369-6"])
    }

    /// One page opens the latest documents; from the first one that it leaves closed it says so, and lists them all.
    @Test func aBookOfManyDocumentsSaysWhichWereRead() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let nurse = try #require(stack.people.professional("nurse"))
        try await stack.open(patient)
        let said = CareVaccinationText.partial(.french)
        let limit = CareDoor.vaccinationLimit
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(browser, patient)
            for count in 1...(limit + 1) {
                let day = CalendarDate(daysSinceEpoch: CareStack.start.date.daysSinceEpoch - count)
                try await stack.report(
                    VaccinationNote(name: "Essai-\(100 + count)", code: nil, day: day, lot: nil, confirms: false),
                    of: patient,
                    by: nurse
                )
                guard count >= limit - 1 else { continue }
                let book = try await browser.get("/dossiers/\(handle)/vaccinations")
                let read = (1...count).count { book.body.contains("Essai-\(100 + $0)") }
                #expect(read == min(count, limit), "\(count)")
                #expect(book.body.contains(said) == (count > limit), "\(count)")
                let sources = Set(
                    book.body.matches(of: /href="\/dossiers\/[^"\/]+\/documents\/([0-9a-f-]{36})"/).map { String($0.1) }
                )
                #expect(sources.count == count)
            }
        }
    }
}

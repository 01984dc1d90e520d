import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import CareDoor

/// The desk of an establishment, with an employee's card (functional matrix, column CPE).
@Suite struct DeskTests {
    /// TD0.4; § 7.2, page 3, and § 7.2, page 21: the leave is the structure's, and so is the list; the desk sees when it
    /// begins and ends.
    @Test func theDeskListsThePatientsOfItsStructure() async throws {
        let stack = try CareStack()
        let (own, other) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("amina"))
        )
        try await stack.open(own)
        try await stack.open(other)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            _ = try await Walk.consult(doctor, other)
            let desk = Browser(client, card: "card:secretary")
            try await desk.enter()
            #expect(try await desk.get("/patients").body.contains("Aucun patient"))
            let handle = try Walk.handle(try await desk.find(own.ins.matricule.text).headers[.location])
            let before = try await desk.get("/dossiers/\(handle)")
            // What the leave will bring is known, and not shown yet: the page says so.
            #expect(
                !before.body.contains("Non renseigné") && before.body.contains("une fois votre structure autorisée")
            )
            for known in [own.phone, own.email].compactMap(\.self) { #expect(!before.body.contains(known.typeset)) }
            #expect(!before.body.contains("Fin de l’autorisation"))
            let declared = try await desk.follow(try await desk.post("/dossiers/\(handle)/accord"))
            // From the moment of the declaration, for as long as the set lets a structure's leave last.
            let begin = DateText.moment(CareStack.start).french
            #expect(declared.body.contains("Début de l’autorisation") && declared.body.contains(begin))
            #expect(declared.body.contains("Fin de l’autorisation") && !declared.body.contains("autorise notre"))
            #expect(declared.body.contains("Une carte CPE ne change pas cette autorisation."))
            let list = try await desk.get("/patients")
            #expect(list.body.contains("/dossiers/\(handle)") && list.body.contains(own.traits.name.family))
            #expect(!list.body.contains(other.traits.name.family))
            // The next day, from the list and without a search.
            stack.advance(seconds: 3600)
            let later = Browser(client, card: "card:secretary")
            try await later.enter()
            let line = try await later.get("/patients")
            let path = String(try #require(line.body.firstMatch(of: /href="(\/dossiers\/[^"\/]+)"/)).1)
            let page = try await later.get(path)
            #expect(page.status == .ok && page.body.contains("Accueil du patient"))
            // A line may break between the parts of an address.
            let shown = page.body.replacing("<wbr>", with: "")
            for known in [own.traits.address[0], own.phone, own.email].compactMap(\.self) {
                #expect(shown.contains(known.typeset), "\(known)")
            }
            // Read an hour ago at this desk.
            #expect(!line.body.contains("Jamais"))
        }
    }

    /// § 7.2, page 21: before any leave the desk reads what the patient wishes for emergencies, each for itself, as it holds.
    @Test func theDeskReadsTheWishesForEmergencies() async throws {
        let stack = try CareStack()
        let (refusing, silent) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("amina"))
        )
        try await stack.open(refusing, emergency: EmergencyWishes(refusesBreakGlass: true))
        try await stack.open(silent)
        try await stack.door().application.test(.router) { client in
            let desk = Browser(client, card: "card:secretary")
            try await desk.enter()
            let objects = try await Self.wishes(desk, refusing)
            #expect(objects["Bris de glace"] == "Le patient s’y oppose")
            #expect(objects["Appel au 15 (Samu)"] == "Le patient ne s’y oppose pas")
            #expect(try await Self.wishes(desk, silent)["Bris de glace"] == "Le patient ne s’y oppose pas")
            // What the desk reads is what a physician meets.
            let physician = Browser(client, card: "card:cardiologist")
            try await physician.enter()
            for (patient, isRefused) in [(refusing, true), (silent, false)] {
                let found = try await physician.find(patient.ins.matricule.text)
                let path = "/dossiers/\(try Walk.handle(found.headers[.location]))/urgence"
                try await physician.get(path)
                let answer = try await physician.post(path, ["cas": "bris-de-glace", "motif": "Perte de connaissance"])
                #expect(answer.status == (isRefused ? .forbidden : .seeOther))
            }
        }
    }

    /// What the desk's page of a patient says of emergencies, line by line.
    private static func wishes(_ desk: Browser, _ patient: SamplePatient) async throws -> [String: String] {
        let page = try await desk.follow(try await desk.find(patient.ins.matricule.text))
        let part = try HTMLParser.parse(page.body).all("section").first {
            $0.attributes["aria-labelledby"] == "urgence"
        }
        let lines = try #require(part)
        let (labels, values) = (lines.all("dt"), lines.all("dd"))
        return Dictionary(
            zip(labels.map(\.text.trimmingSpace), values.map(\.text.trimmingSpace)),
            uniquingKeysWith: { first, _ in first }
        )
    }
}

import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, page 14: whom the list of who else may read names, and whom it does not.
@Suite struct AuthorisationListTests {
    /// The page and its line of somebody, where it has one.
    private static func lines(
        _ browser: Browser,
        _ handle: String,
        of who: SampleProfessional
    ) async throws -> (page: Browser.Shown, line: String?) {
        let page = try await browser.get("/dossiers/\(handle)/autorisations")
        let authorised = page.body.split(separator: "id=\"bloques\"").first.map(String.init) ?? ""
        let line = authorised.split(separator: "<tr>").first { row in
            row.contains("scope=\"row\"") && row.contains(who.name.family)
        }
        return (page, line.map(String.init))
    }

    private static func value(_ column: String, _ line: String?) throws -> String {
        let line = try #require(line)
        let cell = try #require(line.firstRange(of: "<td data-column=\"\(column)\">"))
        return String(line[cell.upperBound...].prefix { $0 != "<" })
    }

    /// § 7.2, page 14; access and life cycle § 3.3 (CSP L1111-16): a treating physician reads on by the role when his leave of a
    /// consultation has ended.
    ///
    /// The page names him, says what he is, and lets whoever acts for the patient refuse him.
    @Test func aTreatingPhysicianIsListedOnceHisLeaveHasEnded() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let physician = try #require(stack.people.professional("gp"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            _ = try await Walk.consult(Browser(client, card: "card:gp"), patient, asTreating: true)
            let early = Browser(client, card: "card:cardiologist")
            let first = try await Walk.consult(early, patient)
            let before = try await Self.lines(early, first, of: physician).line
            #expect(before?.contains("Médecin traitant") == true)
            #expect(try Self.value("Depuis", before).contains("2026"))
            #expect(try Self.value("Jusqu’au", before).contains("2026"))
            stack.advance(seconds: 2 * 86_400)
            let colleague = Browser(client, card: "card:cardiologist")
            let handle = try await Walk.consult(colleague, patient)
            let (page, line) = try await Self.lines(colleague, handle, of: physician)
            #expect(line?.contains("Médecin traitant") == true && !page.body.contains("/bloquer/"))
            #expect(try Self.value("Depuis", line).isEmpty)
            #expect(try Self.value("Jusqu’au", line) == "Sans date de fin")
            for column in ["Profession", "Lieu"] {
                #expect(try Self.value(column, line) == Self.value(column, before))
                #expect(try !Self.value(column, line).isEmpty)
            }
            // Who becomes treating physician himself acts for the patient.
            let rights = "/dossiers/\(handle)/autorisations"
            try await colleague.get(rights + "/devenir-medecin-traitant")
            try await colleague.post(rights + "/devenir-medecin-traitant")
            let offered = try await Self.lines(colleague, handle, of: physician).line
            let path = String(try #require(offered?.firstMatch(of: /href="([^"]+\/bloquer\/[^"]+)"/)).1)
            #expect(try await colleague.get(path).body.contains(physician.name.family))
            _ = try await colleague.follow(try await colleague.post(path, ["demande": "oui"]))
            let (after, none) = try await Self.lines(colleague, handle, of: physician)
            #expect(none == nil && after.body.contains("Professionnels bloqués"))
            #expect(after.body.contains(physician.name.family))
        }
    }

    /// § 7.2, page 14; access and life cycle § 3.2: whom the patient refuses by the name of the place where he works does not read,
    /// and is not listed, though his own leave stands.
    @Test func nobodyIsListedWhomThePatientRefusesThroughHisPlace() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let physician = try #require(stack.people.professional("gp"))
        let place = physician.actor().structure
        try await stack.open(patient)
        let holder = try await stack.signIn(patient)
        try await stack.door().application.test(.router) { client in
            _ = try await Walk.consult(Browser(client, card: "card:gp"), patient)
            let colleague = Browser(client, card: "card:cardiologist")
            let handle = try await Walk.consult(colleague, patient)
            #expect(try await Self.lines(colleague, handle, of: physician).line != nil)
            let block = Block(
                subject: .structure(place.id),
                name: PersonName(family: place.name, given: ""),
                profession: nil,
                since: CareStack.start
            )
            _ = try await stack.service.carryOut(.block(block), holder)
            let (page, line) = try await Self.lines(colleague, handle, of: physician)
            #expect(page.status == .ok && line == nil)
            #expect(page.body.contains("Personne d’autre n’est autorisé."))
        }
    }
}

import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// The desk of an establishment, with an employee's card (functional matrix, column CPE).
@Suite struct DeskTests {
    /// TD0.4 and § 7.2, page 3: the leave is the structure's, and so is the list.
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
            try await desk.follow(try await desk.post("/dossiers/\(handle)/accord"))
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
}

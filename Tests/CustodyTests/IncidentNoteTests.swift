import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// Effects, measures and later facts beside an incident (GDPR article 33(4), 33(5)).
@Suite struct IncidentNoteTests {
    private func declared(_ house: House, _ custodian: Custodian) async throws -> UniqueID {
        let incident = house.requestID()
        let facts = IncidentFacts(
            known: house.now,
            natures: [.confidentiality],
            touched: "sauvegarde",
            risk: .unlikely,
            gravity: .ordinary
        )
        try await custodian.declareIncident(facts, as: incident)
        return incident
    }

    private func statement(
        _ words: String,
        _ aspect: IncidentAspect = .effects,
        by role: OperatorRole = .support
    ) -> IncidentStatement { IncidentStatement(aspect, words: words, by: role) }

    @Test func entriesStandInTheirOrderAndOutliveARestart() async throws {
        let house = try House()
        var custodian = try house.open()
        let incident = try await declared(house, custodian)
        let began = house.now
        // Two at the same moment, one later: none takes the place of another.
        let said = [
            statement("Aucun dossier lu"), statement("Clé changée", .measures, by: .officer),
            statement("Le 29, et non le 30", .facts, by: .dataProtection),
        ]
        for (rank, one) in said.enumerated() {
            if rank == 2 { house.pass(60) }
            try await custodian.addToIncident(incident, one, as: house.requestID())
        }
        try custodian.close()
        custodian = try house.open()
        let kept = try #require(try await custodian.incidents().first).notes
        #expect(kept.map(\.statement) == said)
        #expect(kept.map(\.at) == [began, began, began.advanced(bySeconds: 60)])
        // What was declared stays as it was.
        #expect(try await custodian.incidents().first?.facts.touched == "sauvegarde")
        try custodian.close()
    }

    @Test func anOrderSentAgainWritesNothingMore() async throws {
        let house = try House()
        let custodian = try house.open()
        let incident = try await declared(house, custodian)
        let order = house.requestID()
        for words in ["d’abord", "ensuite"] {
            try await custodian.addToIncident(incident, statement(words), as: order)
        }
        #expect(try await custodian.incidents().first?.notes.map(\.statement.words) == ["d’abord"])
        try custodian.close()
    }

    @Test func nothingIsWrittenBesideWhatIsNotThere() async throws {
        let house = try House()
        let custodian = try house.open()
        let incident = try await declared(house, custodian)
        await #expect(throws: CustodyError.conflict("unknown")) {
            try await custodian.addToIncident(house.requestID(), statement("mots"), as: house.requestID())
        }
        #expect(try await custodian.incidents().map(\.id) == [incident])
        #expect(try await custodian.incidents().first?.notes.isEmpty == true)
        try custodian.close()
    }

    /// Each incident has its own entries, and their number an end.
    @Test func besideOneIncidentAsManyAsFitAndBesideAnotherItsOwn() async throws {
        let house = try House()
        let custodian = try house.open()
        let (full, other) = (try await declared(house, custodian), try await declared(house, custodian))
        func count(_ incident: UniqueID) async throws -> Int? {
            try await custodian.incidents().first { $0.id == incident }?.notes.count
        }
        for _ in 0..<Custodian.incidentNotes {
            try await custodian.addToIncident(full, statement("mots"), as: house.requestID())
        }
        #expect(try await count(full) == Custodian.incidentNotes)
        await #expect(throws: CustodyError.conflict("full")) {
            try await custodian.addToIncident(full, statement("mots"), as: house.requestID())
        }
        #expect(try await count(full) == Custodian.incidentNotes)
        try await custodian.addToIncident(other, statement("mots"), as: house.requestID())
        #expect(try await count(other) == 1)
        try custodian.close()
    }

    /// § 6, GDPR article 33(5): not even by the database's own verbs; and it lies sealed.
    @Test(arguments: ["UPDATE incident_note SET at = 0", "DELETE FROM incident_note"])
    func anEntryIsNeitherChangedNorTakenAway(verb: String) async throws {
        let house = try House()
        let custodian = try house.open()
        let incident = try await declared(house, custodian)
        try await custodian.addToIncident(incident, statement("CANARI"), as: house.requestID())
        let sealed = try await custodian.ledger.read { try Data.fetchOne($0, sql: "SELECT note_ct FROM incident_note") }
        #expect(try #require(sealed).range(of: Data("CANARI".utf8)) == nil)
        await #expect(throws: (any Error).self) {
            _ = try await custodian.ledger.commit { try $0.database.execute(sql: verb) }
        }
        #expect(try await custodian.incidents().first?.notes.map(\.at) == [house.now])
        try custodian.close()
    }
}

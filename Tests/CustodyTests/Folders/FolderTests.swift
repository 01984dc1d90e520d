import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// Folders that somebody sorts his list by (identity and experience § 4.2; § 7.1, page 7).
@Suite struct FolderTests {
    private func name(_ text: String) throws -> FolderName { try #require(FolderName(text)) }

    @Test func foldersAreOnesOwnAndOutliveARestart() async throws {
        let house = try House()
        var custodian = try house.open()
        let (one, other) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        let first = try await house.holder(custodian, try await house.session(custodian, one))
        let second = try await house.holder(custodian, try await house.session(custodian, other))
        let traces = try await custodian.chain(of: one.record).count
        let document = house.requestID()
        let heart = try await custodian.addFolder(try name("Cardiologie"), first)
        let back = try await custodian.addFolder(try name("arthrose"), first)
        try await custodian.file(document, in: [heart, back], first)
        #expect(try await custodian.folders(first).map(\.name.text) == ["arthrose", "Cardiologie"])
        #expect(try await custodian.folders(first).allSatisfy { $0.documents == [document] })
        #expect(try await custodian.folders(second).isEmpty)
        await #expect(throws: CustodyError.conflict("folder")) {
            try await custodian.renameFolder(heart, to: try name("À moi"), second)
        }
        // A way of looking, and no act on the record.
        #expect(try await custodian.chain(of: one.record).count == traces)
        let token = try await house.session(custodian, one)
        try custodian.close()
        custodian = try house.open()
        let again = try await house.holder(custodian, token)
        #expect(try await custodian.folders(again).map(\.id) == [back, heart])
        try custodian.close()
    }

    @Test func noWordOfThemIsReadable() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let document = house.requestID()
        let folder = try await custodian.addFolder(try name("Cardiologie"), holder)
        try await custodian.file(document, in: [folder], holder)
        let row = try #require(
            try await custodian.ledger.read { try Data.fetchOne($0, sql: "SELECT sealed FROM folder") }
        )
        for secret in [Data("Cardiologie".utf8), Data(document.text.utf8), Data(document.bytes), Data(folder.bytes)] {
            #expect(row.range(of: secret) == nil)
        }
        try custodian.close()
    }

    @Test func aDocumentLiesInOneInSeveralOrInNone() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let (old, new) = (house.requestID(), house.requestID())
        let one = try await custodian.addFolder(try name("Un"), holder)
        let two = try await custodian.addFolder(try name("Deux"), holder)
        func contents() async throws -> [UniqueID: Set<UniqueID>] {
            Dictionary(uniqueKeysWithValues: try await custodian.folders(holder).map { ($0.id, $0.documents) })
        }
        try await custodian.file(old, in: [one], holder)
        #expect(try await contents() == [one: [old], two: []])
        // The version that took its place takes it in the folders too.
        try await custodian.file(new, replacing: [old], in: [one, two], holder)
        #expect(try await contents() == [one: [new], two: [new]])
        try await custodian.refile(from: new, to: old, holder)
        #expect(try await contents() == [one: [old], two: [old]])
        await #expect(throws: CustodyError.conflict("folder")) {
            try await custodian.file(old, in: [one, house.requestID()], holder)
        }
        try await custodian.removeFolder(two, holder)
        #expect(try await contents() == [one: [old]])
        await #expect(throws: CustodyError.conflict("folder")) { try await custodian.removeFolder(two, holder) }
        try await custodian.file(old, in: [], holder)
        #expect(try await contents() == [one: []])
        try custodian.close()
    }

    @Test func aNameIsOneLineOfFiftyCharactersAndHadOnce() async throws {
        #expect(FolderName(String(repeating: "é", count: FolderName.maximumLength - 1)) != nil)
        #expect(FolderName(String(repeating: "é", count: FolderName.maximumLength)) != nil)
        #expect(FolderName(String(repeating: "é", count: FolderName.maximumLength + 1)) == nil)
        for wrong in ["", "  ", "deux\nlignes", "a\u{0}b"] { #expect(FolderName(wrong) == nil) }
        #expect(FolderName(" Mes yeux ")?.text == "Mes yeux")
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let id = try await custodian.addFolder(try name("Épaule"), holder)
        await #expect(throws: CustodyError.conflict("name")) {
            try await custodian.addFolder(try name("epaule"), holder)
        }
        let other = try await custodian.addFolder(try name("Genou"), holder)
        await #expect(throws: CustodyError.conflict("name")) {
            try await custodian.renameFolder(other, to: try name("ÉPAULE"), holder)
        }
        // Its own name may be written otherwise.
        try await custodian.renameFolder(id, to: try name("ÉPAULE"), holder)
        #expect(try await custodian.folders(holder).map(\.name.text) == ["ÉPAULE", "Genou"])
        try custodian.close()
    }

    @Test func thereAreAsManyAsMayBe() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for number in 1..<Custodian.folderLimit { try await custodian.addFolder(try name("Nº \(number)"), holder) }
        let last = try await custodian.addFolder(try name("Dernier"), holder)
        await #expect(throws: CustodyError.conflict("folders")) {
            try await custodian.addFolder(try name("De trop"), holder)
        }
        #expect(try await custodian.folders(holder).count == Custodian.folderLimit)
        for _ in 0..<Custodian.folderDocumentLimit {
            try await custodian.file(house.requestID(), in: [last], holder)
        }
        await #expect(throws: CustodyError.conflict("full")) {
            try await custodian.file(house.requestID(), in: [last], holder)
        }
        let full = try #require(try await custodian.folders(holder).first { $0.id == last })
        #expect(full.documents.count == Custodian.folderDocumentLimit)
        // What lies there already does not count twice.
        try await custodian.file(try #require(full.documents.first), in: [last], holder)
        try custodian.close()
    }

    @Test func whoActsForSomebodyHasHisOwnAndTheyGoWithTheMandate() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let end = house.now.advanced(bySeconds: 90 * 86_400)
        let mandate = try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
        try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
        let carer = try await house.holder(custodian, try await house.relative(custodian, 60))
        try await custodian.addFolder(try name("Le mien"), holder)
        try await custodian.addFolder(try name("À moi"), carer)
        #expect(try await custodian.folders(holder).map(\.name.text) == ["Le mien"])
        #expect(try await custodian.folders(carer).map(\.name.text) == ["À moi"])
        try await custodian.endRepresentation(mandate, holder)
        let rows = try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM folder") }
        #expect(rows == 1)
        #expect(try await custodian.folders(holder).map(\.name.text) == ["Le mien"])
        try custodian.close()
    }
}

import AccessRules
import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// What holders report has a reader, and each look is traced (§ 3.8; security design § 1.3).
@Suite struct OpenReportTests {
    private func report(_ words: String, _ subject: CareSubject) -> HolderRequestKind {
        .report(HolderReport(about: .professional(subject), reason: .noCare, text: words))
    }

    /// Security design § 1.3: the words of those who wait, on all records; settled ones and others are not in it.
    @Test func theWordsAreReadAndTheLookIsTraced() async throws {
        let house = try House()
        let custodian = try house.open()
        let subject = try People.doctor().subject
        #expect(try await custodian.openReports().isEmpty)
        var asked: [UniqueID] = []
        for number in 1...3 {
            let person = try await house.person(custodian, number)
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            guard number != 3 else { continue }
            house.pass(1)
            asked.append(try await custodian.ask(report("Je n'y étais pas, \(number).", subject), holder))
            _ = try await custodian.ask(.copy, holder)
        }
        let found = try await custodian.openReports()
        #expect(found.map(\.request) == asked)
        #expect(found.map(\.words) == ["Je n'y étais pas, 1.", "Je n'y étais pas, 2."])
        #expect(found.map(\.matricule) == [try People.ins(1), try People.ins(2)].map(\.matricule.text))
        #expect(found.allSatisfy { $0.subject == subject.text && $0.reason == .noCare && !$0.byRepresentative })
        for (number, looks) in [(1, 1), (2, 1), (3, 0)] {
            let record = try await custodian.record(of: try People.qualified(number))
            let events = try await custodian.chain(of: record).filter { $0.rule == "operator.reports" }
            #expect(events.count == looks)
            // A trace says that somebody looked, and nothing of what was written.
            #expect(events.allSatisfy { !$0.details.values.contains { $0.contains("étais") } })
        }
        try await custodian.settleRequest(asked[0], of: try People.qualified(1), granted: true)
        #expect(try await custodian.openReports().map(\.request) == [asked[1]])
        try custodian.close()
    }

    /// § 3.6, § 3.8, CSP R1111-36 and R1111-47: objections and what no author is asked for have the same reader.
    @Test func whateverIsWrittenToTheOperatorIsRead() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let document = try #require(UniqueID(bytes: [UInt8](repeating: 7, count: 16)))
        func wrong(_ author: CareSubject?) -> HolderRequestKind {
            .rectification(
                Rectification(document: document, title: "Note", words: "C'est le bras gauche", author: author)
            )
        }
        _ = try await custodian.ask(.feedingObjection("Ma sœur y travaille"), holder)
        house.pass(1)
        _ = try await custodian.ask(wrong(nil), holder)
        // What its author is asked is for him alone.
        _ = try await custodian.ask(wrong(try People.doctor().subject), holder)
        let found = try await custodian.openReports()
        #expect(found.map(\.words) == ["Ma sœur y travaille", "C'est le bras gauche"])
        #expect(found.map(\.about) == ["feedingObjection", "rectification"])
        #expect(found.map(\.subject) == ["", document.text] && found.allSatisfy { $0.reason == nil })
        try await custodian.settleRequest(found[0].request, of: try People.qualified(1), granted: false)
        try await custodian.settleRequest(found[1].request, of: try People.qualified(1), granted: false)
        #expect(try await custodian.openReports().isEmpty)
        try custodian.close()
    }

    /// Security design § 2: at rest the words are nowhere in the clear.
    @Test func theWordsAreSealedAtRest() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let words = "Quelqu'un d'autre a pris mon rendez-vous"
        _ = try await custodian.ask(report(words, try People.doctor().subject), holder)
        try custodian.close()
        let files = try #require(FileManager.default.enumerator(atPath: house.folder)).compactMap { $0 as? String }
        for name in files {
            guard let data = FileManager.default.contents(atPath: house.folder + "/" + name) else { continue }
            #expect(data.range(of: Data(words.utf8)) == nil, "\(name)")
        }
    }
}

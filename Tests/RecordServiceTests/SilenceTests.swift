import Custody
import Foundation
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Twin records that differ by hidden things alone give equal answers, ids and times made alike (design § 2, law 5).
@Suite struct SilenceTests {
    /// What is hidden in one twin and not there in the other.
    enum Hidden: CaseIterable {
        case maskedDocument, unannouncedDocument, maskedLater
    }

    /// One twin: a record with two plain documents, and with the hidden thing or without.
    ///
    /// - Parameter days: how long after the first document the rest comes.
    private func twin(
        _ hidden: Hidden?,
        after days: Int64 = 0,
        in folder: Folder
    ) async throws -> (Office, SamplePatient) {
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        try await office.authorise(try reader(), patient)
        try await office.file(1, of: patient, by: gp)
        office.pass(days * 86_400)
        switch hidden {
        case .maskedDocument: try await office.file(3, of: patient, by: gp, visibility: .maskedToProfessionals)
        case .unannouncedDocument: try await office.file(3, of: patient, by: gp, visibility: .hiddenFromPatient)
        case .maskedLater:
            let document = try await office.file(3, of: patient, by: gp)
            _ = try await office.service.change(.uniqueIDs([document]), .mask, try await office.holder(patient))
        case nil: break
        }
        try await office.file(2, of: patient, by: gp)
        return (office, patient)
    }

    /// A physician with a leave who wrote nothing.
    private func reader() throws -> SampleProfessional {
        try #require(
            Office.world.professionals.first { one in
                let actor = one.actor()
                return one.key != "gp" && actor.profession.role.value == "10" && actor.holder == .professional
            }
        )
    }

    /// Entries without what is drawn by chance.
    private func plain(_ listing: RecordListing) -> [String] {
        listing.entries.map {
            "\($0.uniqueID.text) \($0.title) \($0.typeCode.value) \($0.visibility.rawValue) \($0.status)"
        }
            + ["sets \(listing.sets.count)", "leaves \(listing.policy.authorisations.count)"]
    }

    private func plain(_ page: HistoryPage) -> [String] {
        page.events.map { event in
            let details = event.details.keys.sorted().joined(separator: ",")
            return "\(event.act.rawValue) \(event.outcome) \(event.rule) \(event.documents.count) \(details)"
        } + ["next \(page.next != nil)"]
    }

    /// Access and life cycle § 3.5, CSP R1111-49.
    @Test(arguments: [Hidden.maskedDocument, .maskedLater])
    func aProfessionalGetsTheSameOfBothTwins(_ hidden: Hidden) async throws {
        var answers: [[String]] = []
        for thing in [hidden, nil] {
            let folder = try Folder()
            let (office, patient) = try await twin(thing, in: folder)
            let other = try reader()
            var answer = plain(try await office.service.list(try await office.visit(other, patient)))
            let absent = try #require(OID("2.25.77703"))
            let found = try await office.service.find(.uniqueIDs([absent]), try await office.visit(other, patient))
            answer.append("found \(found.count)")
            if case .notFound = try #require(
                try await office.service.read([absent], try await office.visit(other, patient)).first
            ) {
                answer.append("not found")
            }
            let masking = try await office.visit(other, patient)
            do {
                _ = try await office.service.change(.uniqueIDs([absent]), .mask, masking)
                answer.append("changed")
            } catch { answer.append("\(error)") }
            answer += plain(try await office.service.history(limit: 2, try await office.visit(other, patient)))
            let lines = try await office.service.myPatients(StandingQuery(), try await office.visit(other, patient))
            answer.append("patients \(lines.count) \(lines.first?.lastAdd == office.now)")
            answers.append(answer)
            try await office.close()
        }
        #expect(answers[0] == answers[1])
    }

    /// Access and life cycle § 3.5, CSP R1111-53.
    @Test func theHolderGetsTheSameOfBothTwinsUntilTheAnnouncement() async throws {
        var answers: [[String]] = []
        for thing in [Hidden.unannouncedDocument, nil] {
            let folder = try Folder()
            let (office, patient) = try await twin(thing, after: 40, in: folder)
            let gp = try Lots.professional("gp")
            // The author leafs through his own as well.
            _ = try await office.service.list(try await office.visit(gp, patient))
            let notices = try await office.news.count
            let visit = try await office.holder(patient)
            var answer = plain(try await office.service.list(visit))
            answer += plain(try await office.service.history(limit: 3, visit))
            answer += plain(try await office.service.history(limit: 1000, visit))
            let bundle = try await office.service.exportTraces(visit)
            let proved = try bundle.events.map { try TraceEvent.decode([UInt8](try #require($0.event))).event }
            #expect(proved.contains { $0.documents.count == 1 })
            answer += zip(bundle.events, proved).map { "\($0.index) \($1.act.rawValue) \($1.documents.count)" }
            answer.append("proved \(bundle.until ?? "to the end") \(bundle.head.recSeq) \(bundle.events.count)")
            answer.append("notices \(notices)")
            answers.append(answer)
            try await office.close()
        }
        #expect(answers[0] == answers[1])
    }
}

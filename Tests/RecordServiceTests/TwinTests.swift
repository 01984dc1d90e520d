import Custody
import Foundation
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Twins byte for byte: whole answers of every verb that a reader has, ids and times made alike (design § 2, law 5; access and
/// life cycle § 3.5, CSP R1111-49).
@Suite struct TwinTests {
    /// All that a value holds, with what is drawn by chance named in the order of its appearance.
    static func whole(_ value: Any) -> String {
        var text = ""
        dump(value, to: &text)
        var names: [Substring: String] = [:]
        let chance = /\b\d{12,}\b|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\b[0-9a-f]{32,}\b|(high|low): \d+|[A-Za-z0-9_-]{40,}/
        // What is sealed is sealed anew each time: its length alone is the same or not.
        let sealed = text.replacing(/(\d+) elements(\n +- \d+){16,}/) { "\($0.output.1) bytes" }
            .replacing(/\[\d+(, \d+){15,}\]/) { "\($0.output.0.split(separator: ",").count) bytes" }
        // The rank of an event in the record's chain stays inside the house: no door shows it (`HouseTests`, `RankTests`).
        let plain = sealed.replacing(/sequence: \d+/, with: "sequence")
        return plain.replacing(chance) { match in
            let name = names[match.output.0] ?? "#\(names.count)"
            names[match.output.0] = name
            return name
        }
    }

    /// An event, its details in their order.
    static func lines(_ event: TraceEvent) -> [Any] {
        let details = event.details.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return [
            event.act, event.outcome, event.rule, event.policy, event.mode, event.time, event.actor, event.documents,
            event.node, event.request, details,
        ]
    }

    /// The answer, or the refusal in its own words.
    static func answer<Value>(_ name: String, _ verb: () async throws -> Value) async -> (String, String) {
        do { return (name, whole(try await verb())) } catch { return (name, "refused: \(whole(error))") }
    }

    /// The seconds at which those listed last acted, in the order of the list; few enough digits to be compared as they are.
    static func lastActs(_ service: RecordService, _ visit: Visit) async throws -> [Int64?] {
        let list = try await service.authorisations(telling: .leavesAndLastActs, visit)
        return list.authorisations.map { list.lastActs[$0.subject].map { $0.milliseconds / 1000 } }
    }

    /// Says the first line that differs.
    static func expectSame(_ with: (String, String), _ without: (String, String)) {
        let (one, other) = (with.1.split(separator: "\n"), without.1.split(separator: "\n"))
        let differing = zip(one, other).first { $0 != $1 }
        #expect(one.count == other.count, "\(with.0)")
        if let (hidden, absent) = differing { Issue.record("\(with.0): \(hidden.suffix(300)) / \(absent.suffix(300))") }
    }

    private func reader() throws -> SampleProfessional {
        try #require(
            Office.world.professionals.first { one in
                let actor = one.actor()
                return one.key != "gp" && actor.profession.role.value == "10" && actor.holder == .professional
            }
        )
    }

    /// A record with two plain documents, and one that is hidden between them, or none.
    private func twin(_ hidden: Visibility?, in folder: Folder) async throws -> (Office, SamplePatient) {
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        try await office.authorise(try reader(), patient)
        try await office.file(1, of: patient, by: gp)
        if let hidden { try await office.file(3, of: patient, by: gp, visibility: hidden) }
        try await office.file(2, of: patient, by: gp)
        // From here on both count their requests from the same number.
        while office.number < 1000 {}
        return (office, patient)
    }

    /// Access and life cycle § 3.5: everything that a physician with a leave can ask.
    @Test func everyAnswerToAProfessionalIsTheSame() async throws {
        var answers: [[(String, String)]] = []
        for hidden in [Visibility.maskedToProfessionals, nil] {
            let folder = try Folder()
            let (office, patient) = try await twin(hidden, in: folder)
            let (service, other) = (office.service, try reader())
            let visit = { try await office.visit(other, patient) }
            let ids = try ["2.25.77701", "2.25.77703", "2.25.77709"].map { try #require(OID($0)) }
            var all: [(String, String)] = []
            all.append(await Self.answer("standing") { try await service.standing(try await visit()) })
            all.append(await Self.answer("list") { try await service.list(try await visit()) })
            all.append(await Self.answer("find") { try await service.find(.uniqueIDs(ids), try await visit()) })
            all.append(await Self.answer("read") { try await service.read(ids, try await visit()).map(\.text) })
            for change in [DocumentChange.mask, .unmask, .archive, .delete, .hideFromRepresentatives] {
                all.append(
                    await Self.answer("\(change)") {
                        try await service.change(.uniqueIDs([ids[1]]), change, try await visit())
                    }
                )
            }
            all.append(
                await Self.answer("authorisations") { try await service.authorisations(try await visit()) }
            )
            all.append(
                await Self.answer("last acts") { try await Self.lastActs(service, try await visit()) }
            )
            all.append(
                await Self.answer("administrative data") { try await service.administrativeData(try await visit()) }
            )
            all.append(
                await Self.answer("history") {
                    try await service.history(limit: 100, try await visit()).events.map(Self.lines)
                }
            )
            all.append(
                await Self.answer("patients") { try await service.myPatients(StandingQuery(), try await visit()) }
            )
            all.append(await Self.answer("notices") { try await service.careNotices(try await visit()) })
            all.append(await Self.answer("list again") { try await service.list(try await visit()) })
            answers.append(all)
            try await office.close()
        }
        for (with, without) in zip(answers[0], answers[1]) { Self.expectSame(with, without) }
        #expect(answers[0].count == 16 && answers[0].contains { $0.1.contains("2.25.77701") })
        #expect(!answers[0].contains { $0.1.contains("2.25.77703") && !$0.1.hasPrefix("refused") })
    }

    /// Access and life cycle § 3.5, CSP R1111-53: everything that the holder gets, what he is sent and what he takes away.
    @Test func everyAnswerToTheHolderIsTheSameUntilTheAnnouncement() async throws {
        var answers: [[(String, String)]] = []
        for hidden in [Visibility.hiddenFromPatient, nil] {
            let folder = try Folder()
            let (office, patient) = try await twin(hidden, in: folder)
            let service = office.service
            let ids = try ["2.25.77701", "2.25.77703", "2.25.77709"].map { try #require(OID($0)) }
            var all: [(String, String)] = []
            let visit = try await office.holder(patient)
            all.append(await Self.answer("list") { try await service.list(visit) })
            all.append(await Self.answer("find") { try await service.find(.uniqueIDs(ids), visit) })
            all.append(await Self.answer("read") { try await service.read(ids, visit).map(\.text) })
            for change in [DocumentChange.mask, .delete, .hideFromRepresentatives] {
                all.append(
                    await Self.answer("\(change)") { try await service.change(.uniqueIDs([ids[1]]), change, visit) }
                )
            }
            all.append(
                await Self.answer("history") { try await service.history(limit: 100, visit).events.map(Self.lines) }
            )
            all.append(
                await Self.answer("proofs") {
                    let bundle = try await service.exportTraces(visit)
                    return ["\(bundle.until ?? "")", "\(bundle.head)", "\(bundle.events.count)"]
                }
            )
            all.append(await Self.answer("file") { try await service.file(visit) })
            all.append(await Self.answer("requests") { try await service.requests(visit) })
            all.append(await Self.answer("emergencies") { try await service.emergencies(visit) })
            let news = try await office.news.map { "\($0.notice)" }
            all.append(("notices", news.map { $0.replacing(/"[^"]*"/, with: "code") }.joined(separator: "\n")))
            answers.append(all)
            try await office.close()
        }
        for (with, without) in zip(answers[0], answers[1]) { Self.expectSame(with, without) }
        #expect(answers[0].count == 12)
    }
}

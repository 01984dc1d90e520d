import Custody
import Foundation
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Rectification is asked of the author, else of the operator (access and life cycle § 3.6; GDPR, article 12 and 16).
@Suite struct RectificationTests {
    private static let words = "Je suis allergique à la pénicilline, et non à l'aspirine."

    private struct Scene {
        let office: Office
        let folder: Folder
        let patient: SamplePatient
        let gp: SampleProfessional
        let document: UniqueID

        /// What the holder asks.
        func ask(_ words: String = RectificationTests.words) async throws -> UniqueID {
            try await office.service.askRectification(
                of: document,
                words: words,
                try await office.holder(patient)
            )
        }

        func requests() async throws -> [HolderRequest] {
            try await office.service.requests(try await office.holderAfterAnAct(patient))
        }
    }

    private static func scene() async throws -> Scene {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        try await office.file(1, of: patient, by: gp)
        let listing = try await office.service.list(try await office.holder(patient))
        let entry = try #require(listing.entries.first { !$0.isLotSignature })
        return Scene(office: office, folder: folder, patient: patient, gp: gp, document: entry.id)
    }

    @Test func theAuthorIsAskedAndPutsItRight() async throws {
        let scene = try await Self.scene()
        let office = scene.office
        let id = try await scene.ask()
        // His own inbox: found by his national identifier, without a trace on the record.
        let notices = try await office.service.careNotices(try await office.visit(scene.gp, scene.patient))
        #expect(notices.map(\.matter) == [.rectificationAsked(id)])
        let visit = try await office.visit(scene.gp, scene.patient)
        let request = try #require(try await office.service.rectifications(visit).first)
        #expect(request.rectification?.words == Self.words && request.rectification?.document == scene.document)
        // As long as the document stands as it was, it is not put right.
        let early = await outcome { () async throws(ServiceError) in
            try await office.service.answerRectification(request, .rectified, visit)
        }
        #expect(early.contains("notReplaced"))
        _ = try await office.service.change(
            .logicalIDs([scene.document]),
            .delete,
            try await office.visit(scene.gp, scene.patient)
        )
        try await office.service.answerRectification(
            request,
            .rectified,
            try await office.visit(scene.gp, scene.patient)
        )
        #expect(try await scene.requests().map(\.standing) == [.done(at: office.now)])
        #expect(try await office.service.careNotices(try await office.visit(scene.gp, scene.patient)).isEmpty)
        // Each act has its trace, and no trace holds the words.
        let events = try await office.service.history(limit: 100, try await office.holder(scene.patient)).events
        for act in [TracedAct.request, .readRequest, .answerRequest] {
            let found = events.filter { $0.act == act && $0.outcome == .permitted }
            #expect(found.count == 1 && found.first?.documents == [scene.document], "\(act)")
        }
        #expect(!"\(events)".contains("pénicilline"))
        try await office.close()
    }

    @Test(arguments: [-1, 0, 1]) func theReasonOfARefusalIsMeasured(step: Int) async throws {
        let scene = try await Self.scene()
        let office = scene.office
        _ = try await scene.ask()
        let visit = try await office.visit(scene.gp, scene.patient)
        let request = try #require(try await office.service.rectifications(visit).first)
        let reason = String(repeating: "a", count: Rectification.mostText + step)
        let fault = await conflict {
            try await office.service.answerRectification(
                request,
                .refused(reason: reason),
                try await office.visit(scene.gp, scene.patient)
            )
        }
        #expect(fault == (step > 0 ? "text" : nil))
        #expect(try await scene.requests().first?.answer == (step > 0 ? nil : reason))
        try await office.close()
    }

    /// Refused with a reason that the holder reads; asked again, it is the operator's.
    @Test func aRefusalIsToldAndTheOperatorIsNext() async throws {
        let scene = try await Self.scene()
        let office = scene.office
        _ = try await scene.ask()
        let visit = try await office.visit(scene.gp, scene.patient)
        let request = try #require(try await office.service.rectifications(visit).first)
        for empty in ["", "…", String(repeating: "a", count: Rectification.mostText + 1)] {
            #expect(
                await conflict {
                    _ = try await office.service.answerRectification(
                        request,
                        .refused(reason: empty),
                        try await office.visit(scene.gp, scene.patient)
                    )
                } == "text"
            )
        }
        try await office.service.answerRectification(
            request,
            .refused(reason: "C'est ce que dit le laboratoire."),
            try await office.visit(scene.gp, scene.patient)
        )
        #expect(try await scene.requests().first?.answer == "C'est ce que dit le laboratoire.")
        // Once.
        #expect(
            await conflict {
                _ = try await office.service.answerRectification(
                    request,
                    .refused(reason: "Encore"),
                    try await office.visit(scene.gp, scene.patient)
                )
            } == "unknown"
        )
        let second = try await scene.ask()
        let waiting = try await scene.requests().last
        #expect(waiting?.id == second && waiting?.rectification?.author == nil)
        #expect(
            await conflict {
                _ = try await office.service.rectifications(try await office.visit(scene.gp, scene.patient))
            } == "unknown"
        )
        let ins = try #require(QualifiedINS(scene.patient.ins, in: .rehearsal))
        try await office.service.settleRequest(second, of: ins, granted: true)
        #expect(try await scene.requests().last?.standing == .done(at: office.now))
        try await office.close()
    }

    /// An author who does not answer for a month (GDPR, article 12(3)) is asked no more; the operator is.
    @Test func afterAMonthTheOperatorIsAsked() async throws {
        let scene = try await Self.scene()
        _ = try await scene.ask()
        #expect(await conflict { _ = try await scene.ask("Autre chose") } == "asked")
        scene.office.pass(Int64(Rectification.authorDays) * 86_400 + 1)
        let late = try await scene.ask("Toujours pas de réponse")
        #expect(try await scene.requests().first { $0.id == late }?.rectification?.author == nil)
        try await scene.office.close()
    }

    /// Nobody but the author asked sees that there is a request, and its words lie sealed.
    @Test func nobodyElseReadsTheWords() async throws {
        let scene = try await Self.scene()
        let office = scene.office
        let nurse = try Lots.professional("nurse")
        try await office.authorise(nurse, scene.patient)
        let before = await outcome { () async throws(ServiceError) in
            try await office.service.rectifications(try await Self.visit(office, nurse, scene.patient))
        }
        _ = try await scene.ask()
        let after = await outcome { () async throws(ServiceError) in
            try await office.service.rectifications(try await Self.visit(office, nurse, scene.patient))
        }
        #expect(before == after && after.contains("unknown"))
        #expect(try await office.service.careNotices(try await office.visit(nurse, scene.patient)).isEmpty)
        try await office.close()
        let files = try #require(FileManager.default.enumerator(atPath: scene.folder.path)).compactMap { $0 as? String }
        #expect(files.count > 3)
        for file in files {
            let bytes = FileManager.default.contents(atPath: scene.folder.path + "/" + file) ?? Data()
            #expect(bytes.range(of: Data("pénicilline".utf8)) == nil, "\(file)")
        }
    }

    /// What does not fit; nil where all went well.
    private func conflict(_ act: () async throws -> Void) async -> String? {
        do {
            try await act()
            return nil
        } catch ServiceError.conflict(let what) {
            return what
        } catch {
            return "\(error)"
        }
    }

    private static func visit(
        _ office: Office,
        _ who: SampleProfessional,
        _ patient: SamplePatient
    ) async throws(ServiceError) -> Visit {
        do { return try await office.visit(who, patient) } catch { throw .unavailable }
    }
}

extension Office {
    /// A holder's request in which something was done already: what was asked is told to nobody else.
    fileprivate func holderAfterAnAct(_ patient: SamplePatient) async throws -> Visit {
        let visit = try await holder(patient)
        _ = try await service.list(visit)
        return visit
    }
}

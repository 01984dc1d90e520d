import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import NIOCore
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 17: who acts for the patient sees all, everybody else his own acts.
extension CareDoor {
    private static let historyCount = 50
    /// How many events are looked at for the accesses on a record's first page, and how many of these it shows.
    private static let latestRange = 200
    private static let latestCount = 3

    func history(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let choice = HistoryChoice(
            from: turn.asked(Names.from).trimmed,
            to: turn.asked(Names.to).trimmed,
            onlyEmergencies: turn.asked(Names.emergencies) == "oui"
        )
        let faults = [(Names.from, choice.from), (Names.to, choice.to)]
            .filter { !$0.1.isEmpty && DayEntry.read($0.1) == nil }
            .map { FieldFault($0.0, FieldText.dateFault.phrase) }
        // One reading is one act: what is narrowed down is narrowed from a longer page.
        let limit = choice.isDefault ? Self.historyCount : Custodian.historyLimit
        let page = try await service.history(before: HistoryCursor(turn.asked(Names.before)), limit: limit, now.visit)
        return .page(
            HistoryPage(
                handle: now.handle,
                showsAll: showsAll(page.events, now),
                lines: page.events.filter(choice.holds).map(AccessLine.init),
                choice: choice,
                next: page.next,
                faults: faults
            ),
            status: faults.isEmpty ? .ok : .unprocessableContent
        )
    }

    /// The latest accesses before this session, and those of others until the record was opened in it; nil where the reader may
    /// see none.
    ///
    /// To read the history is an act of its own, decided and traced (CSP R1111-43), which the list's decision does not cover: a
    /// record opened in a session has it read once, and once more where the reader comes to see more or less of it. What would be
    /// refused is not asked for: the patient would read of an attempt that nobody made.
    func latestAccesses(under policy: RecordPolicy, _ now: Consultation) async throws -> [AccessLine]? {
        guard let reach = service.traceReach(under: policy, now.visit) else { return nil }
        if let known = now.chart.accesses, known.reach == reach { return known.lines }
        let events = try await service.history(limit: Self.latestRange, now.visit).events
        let earlier = events.filter { $0.actor != now.visit.actor || $0.time < now.stay.session.began }
        let lines = AccessVisits.joined(earlier).prefix(Self.latestCount).map(AccessLine.init)
        charts.keep(lines, reach, of: now.handle, in: now.stay.cookie)
        return lines
    }

    private func showsAll(_ events: [TraceEvent], _ now: Consultation) -> Bool {
        events.contains { $0.actor != now.visit.actor } || now.chart.isTreating
    }

    /// The same as a table for a spreadsheet: one reading, traced as one.
    func historyTable(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        let events = try await service.history(limit: Custodian.historyLimit, now.visit).events
            .filter(HistoryChoice().holds)
        let language = turn.language
        let table = AccessTable(events: events, numbering: .none, language: language) {
            TraceSentence($0, reader: .other).whole[language]
        }
        var response = Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: #"attachment; filename="historique-des-acces.csv""#,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: table.text))
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nil).apply(to: &response)
        return .raw(response)
    }
}

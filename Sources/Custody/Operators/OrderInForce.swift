import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization

/// The order under which the current task works.
///
/// Everything that a task commits under it is traced with the operator's name, whichever verb it calls: no verb can forget
/// to, and the order is in the journal with the first trace or not at all.
final class OrderInForce: Sendable {
    @TaskLocal static var current: OrderInForce?

    let order: OperatorOrder
    let content: [UInt8]
    private let state = Mutex<(traces: [CommittedTrace], isKept: Bool)>(([], false))

    init(_ order: OperatorOrder, content: [UInt8]) {
        self.order = order
        self.content = content
    }

    /// What was traced under it so far.
    var traces: [CommittedTrace] { state.withLock { $0.traces } }
    var isKept: Bool { state.withLock { $0.isKept } }

    func note(_ traces: [CommittedTrace]) {
        state.withLock { state in
            state.traces += traces
            if !traces.isEmpty { state.isKept = true }
        }
    }
}

extension CustodyTransaction {
    /// Writes the order of the work into the journal, beside the first event that it traced.
    ///
    /// - Throws: `conflict("order")` where somebody was faster: nothing is done twice.
    func keepOrder() throws {
        guard let order, !order.isKept, let trace = traces.first else { return }
        try database.keep(order.order, content: order.content, index: trace.logIndex, at: now)
    }

    /// What the trace of an act of the service says of the one who ordered it; the first trace of a record, of the one who
    /// had its holder invited.
    func ordered(_ draft: TraceDraft) -> TraceDraft {
        var named = draft
        if draft.act == .openRecord, let invitedBy { named.details.merge(invitedBy) { own, _ in own } }
        guard case .system = draft.actor, let order else { return named }
        named.details.merge(order.order.details) { own, _ in own }
        return named
    }

    /// Looks up who had a person invited, before the invitation goes.
    mutating func nameInviter(_ tag: BlindTag) throws {
        for table in ["invitation", "announcement"] {
            let sealed = try Data.fetchOne(
                database,
                sql: "SELECT traits_ct FROM \(table) WHERE tag = ?",
                arguments: [Data(tag.bytes)]
            )
            guard let sealed, let place = RecordID(bytes: Array(tag.bytes.prefix(16))),
                let plain = try? registers.lines.open([UInt8](sealed), record: place),
                let invitation = try? JSONDecoder().decode(Invitation.self, from: Data(plain))
            else { continue }
            invitedBy = invitation.ordered
            return
        }
    }
}

extension Database {
    /// Writes a done order into the journal, over the first half of one that took two.
    func keep(_ order: OperatorOrder, content: [UInt8], index: UInt64?, at now: Instant) throws {
        let (first, second) = (order.first ?? order.by, order.first.map { _ in order.by })
        try execute(
            sql: """
                INSERT INTO operator_order (order_id, verb, content, state, name, role, certificate, second_name, second_role,
                    second_certificate, at, log_index)
                VALUES (?, ?, ?, 'done', ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (order_id) DO UPDATE SET state = 'done', second_name = excluded.second_name,
                    second_role = excluded.second_role, second_certificate = excluded.second_certificate,
                    at = excluded.at, log_index = excluded.log_index
                WHERE state = 'awaiting' AND content = excluded.content
                """,
            arguments: [
                Data(order.id.bytes), order.verb.rawValue, Data(content), first.name, first.role.rawValue,
                Data(first.certificate), second?.name, second?.role.rawValue, second.map { Data($0.certificate) },
                now.milliseconds, index.map { Int64($0) },
            ]
        )
        guard changesCount == 1 else { throw CustodyError.conflict("order") }
    }
}

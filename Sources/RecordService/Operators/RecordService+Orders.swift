public import Custody
public import HealthRecord

/// What became of an operator's order.
public struct OrderReceipt: Sendable, Hashable {
    /// Where an order stands.
    public enum Standing: Sendable, Hashable {
        /// Carried out now.
        case done
        /// Carried out before, when the same was ordered under the same name.
        case doneBefore
        /// It waits for a second person, until then.
        case awaitsSecond(until: Instant)
    }

    /// The order.
    public let order: UniqueID
    /// Where it stands.
    public let standing: Standing
    /// Places of its events in the trace log.
    public let traces: [UInt64]
    /// The identifier of what came of it, such as a mandate's.
    public let result: String?
}

/// Orders of operators, each one verb of the custodian under the operator's name.
extension RecordService {
    /// Carries an order out, once: repeated under the same name it answers what it answered, and one that takes two waits for
    /// the second.
    ///
    /// - Parameters:
    ///   - content: all that was asked, in one form.
    ///   - act: the verb; what it answers is the identifier of what came of it, if anything did.
    public func carryOut(
        _ order: OperatorOrder,
        content: [UInt8],
        _ act: () async throws(ServiceError) -> UniqueID?
    ) async throws(ServiceError) -> OrderReceipt {
        let standing = try await custody { () async throws(CustodyError) in
            try await custodian.take(order, content: content)
        }
        switch standing {
        case .awaitsSecond(let until):
            return OrderReceipt(order: order.id, standing: .awaitsSecond(until: until), traces: [], result: nil)
        case .done(let index, let result):
            return OrderReceipt(
                order: order.id,
                standing: .doneBefore,
                traces: index.map { [$0] } ?? [],
                result: result
            )
        case .due(let order):
            let (made, traces) = try await custodian.under(order, content: content) {
                () async throws(ServiceError) -> UniqueID? in
                guard order.verb.isBlind else { return try await act() }
                return try await withoutWord(act)
            }
            try await custody { () async throws(CustodyError) in
                try await custodian.keep(order, content: content, traces: traces, result: made?.text)
            }
            return OrderReceipt(
                order: order.id,
                standing: .done,
                traces: traces.map(\.logIndex),
                result: made?.text
            )
        }
    }

    /// Does something of which the one who orders it is told nothing: what does not apply is as if it had been done, and the
    /// journal alone knows.
    private func withoutWord(_ act: () async throws(ServiceError) -> UniqueID?) async throws(ServiceError) -> UniqueID?
    {
        do throws(ServiceError) { return try await act() } catch {
            switch error {
            case .unavailable, .incomplete: throw error
            default: return nil
            }
        }
    }

    /// What waits for an answer on a record; the look is traced under the order.
    public func pendingRequests(
        _ order: OperatorOrder,
        of ins: QualifiedINS
    ) async throws(ServiceError) -> (requests: [PendingRequest], traces: [UInt64]) {
        let (found, traces) = try await custodian.under(order, content: order.id.bytes) {
            () async throws(ServiceError) -> [PendingRequest] in
            try await custody { () async throws(CustodyError) in try await custodian.pendingRequests(of: ins) }
        }
        return (found, traces.map(\.logIndex))
    }

    /// What holders reported and nobody has answered, in their words; the look is traced on each record under the order.
    public func openReports(
        _ order: OperatorOrder
    ) async throws(ServiceError) -> (reports: [OpenReport], traces: [UInt64]) {
        let (found, traces) = try await custodian.under(order, content: order.id.bytes) {
            () async throws(ServiceError) -> [OpenReport] in
            try await custody { () async throws(CustodyError) in try await custodian.openReports() }
        }
        // A look that found nothing is in the journal as well.
        if traces.isEmpty {
            try await custody { () async throws(CustodyError) in
                try await custodian.keep(order, content: order.id.bytes, traces: [], result: nil)
            }
        }
        return (found, traces.map(\.logIndex))
    }

    /// Whether the answer to a request takes two people.
    public func takesTwo(_ request: UniqueID, of ins: QualifiedINS) async throws(ServiceError) -> Bool {
        try await custody { () async throws(CustodyError) in try await custodian.takesTwo(request, of: ins) }
    }

    /// Ends the mandate of a person on the word of a court.
    public func endRepresentation(
        by representative: INS,
        of ins: QualifiedINS,
        basis: String
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            let mandate = try await custodian.mandate(of: representative, on: ins)
            try await custodian.endRepresentation(mandate, of: ins, basis: basis)
        }
    }

    /// Records that nobody is declared to the health insurance as treating physician any more.
    public func endDeclaration(ofTreatingPhysician ins: QualifiedINS) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.endDeclaration(ofTreatingPhysician: ins)
        }
    }

    /// What operators did since a moment, without anybody's record.
    public func journal(since: Instant, limit: Int) async throws(ServiceError) -> [JournalLine] {
        try await custody { () async throws(CustodyError) in try await custodian.journal(since: since, limit: limit) }
    }

    /// How often professionals opened records in emergencies, those with that many openings or more.
    public func emergencyCounts(
        since day: CalendarDate,
        atLeast least: Int
    ) async throws(ServiceError) -> [EmergencyCount] {
        try await custody { () async throws(CustodyError) in
            try await custodian.emergencyCounts(since: day, atLeast: least)
        }
    }

    /// The lines of the security log since a day, by day and kind.
    public func securityCounts(since day: CalendarDate) async throws(ServiceError) -> [SecurityCount] {
        try await custody { () async throws(CustodyError) in try await custodian.securityCounts(since: day) }
    }

    /// How the custodian's keys stand.
    public func keyStanding() async throws(ServiceError) -> KeyStanding {
        try await custody { () async throws(CustodyError) in try await custodian.keyStanding() }
    }

    /// Begins a new epoch of the custodian's keys, once under one order.
    public func renewKeys(as order: UniqueID) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.renewKeys(as: order) }
    }

    /// The proof that the trace log holds an entry.
    public func proof(ofEntry index: UInt64) async throws(ServiceError) -> String {
        try await custody { () async throws(CustodyError) in try await custodian.proof(ofEntry: index) }
    }
}

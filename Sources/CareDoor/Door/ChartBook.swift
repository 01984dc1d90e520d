import ClinicalDocuments
import Custody
import HealthRecord
import ServerKit
import Synchronization

/// A patient's record as it is open in one session: who it is, in what mode.
///
/// It stands in the door's memory, so that addresses carry nothing but its handle.
struct Chart: Sendable {
    let handle: String
    /// The record itself, whatever matricule led to it.
    let record: UniqueID
    let ins: INS
    let traits: PatientTraits
    let mode: AccessMode
    let isSecret: Bool
    /// How far the session goes, where an assertion opened it.
    var bounds: EntryBounds?
    /// What the search said of the professional's own standing.
    var standing: AuthorisationStatus
    var isTreating: Bool
    /// His own access before this session.
    var previousAccess: Instant?
    var seen: Instant
    /// When an emergency ends by itself (rules: `emergency.timeBox`); nil in ordinary care.
    var emergencyEnds: Instant?
    /// When consent declared now would end; nil for no such day.
    var leaveWouldEnd: Instant?
    /// The dated set of rules under which the record lives; empty before it is known.
    var policySet = ""
    /// How far the proof of the patient's presence has come.
    var presence = PresenceState.none
    /// The page that software asked for, to be shown once consent is stated.
    var wanted: DirectAccess?
    /// The people to warn, once read: the page opened again is no other reading.
    var people: (document: UniqueID, sheet: WishesSheet?)?
    /// The emergency that is to be justified, once read.
    var review: EmergencyReview?
    /// The latest accesses, once read, and whose.
    var accesses: (reach: TraceReach, lines: [AccessLine])?
}

extension EntryFacts {
    /// What the site knows of a record that a session has open.
    init(_ chart: Chart) {
        self.init(
            policySet: chart.policySet,
            birthDate: chart.traits.birthDate,
            standing: chart.standing,
            isTreating: chart.isTreating
        )
    }
}

/// The records open in each session.
final class ChartBook: Sendable {
    /// The most records of one session.
    static let capacity = 2000

    private let sessions = Mutex<[OpaqueID: [String: Chart]]>([:])

    func open(_ chart: Chart, in session: OpaqueID) {
        sessions.withLock { sessions in
            var charts = sessions[session] ?? [:]
            var chart = chart
            if let known = charts[chart.handle] {
                if case .none = chart.presence { chart.presence = known.presence }
                // What this session reads itself makes nothing old.
                chart.previousAccess = known.previousAccess
            }
            // A secret connection stays until it is closed: what is opened after it would not be secret.
            if charts.count >= Self.capacity,
                let oldest = charts.values.filter({ !$0.isSecret }).min(by: { $0.seen < $1.seen })
            {
                charts[oldest.handle] = nil
            }
            charts[chart.handle] = chart
            sessions[session] = charts
        }
    }

    func chart(_ handle: String, in session: OpaqueID, now: Instant) -> Chart? {
        sessions.withLock { sessions in
            guard var chart = sessions[session]?[handle] else { return nil }
            chart.seen = now
            sessions[session]?[handle] = chart
            return chart
        }
    }

    /// The emergency that a session has open on a record, the latest one; nil for none that still runs.
    func emergency(of record: UniqueID, in session: OpaqueID, now: Instant) -> Chart? {
        sessions.withLock { sessions in
            sessions[session]?.values.filter { chart in
                chart.record == record && chart.mode != .normal && chart.bounds == nil
                    && chart.emergencyEnds.map { now < $0 } ?? true
            }.max { $0.seen < $1.seen }
        }
    }

    /// The secret connection that a session has open on a record, by whatever matricule; nil for none.
    func secret(of record: UniqueID, in session: OpaqueID) -> Chart? {
        sessions.withLock { sessions in
            sessions[session]?.values.first { $0.record == record && $0.isSecret && $0.bounds == nil }
        }
    }

    /// The record that a session looked at last.
    func latest(in session: OpaqueID) -> Chart? {
        sessions.withLock { $0[session]?.values.max { $0.seen < $1.seen } }
    }

    /// Keeps the latest accesses with the record that is open.
    func keep(_ accesses: [AccessLine], _ reach: TraceReach, of handle: String, in session: OpaqueID) {
        sessions.withLock { $0[session]?[handle]?.accesses = (reach, accesses) }
    }

    func close(_ handle: String, in session: OpaqueID) {
        sessions.withLock { $0[session]?[handle] = nil }
    }

    func end(_ session: OpaqueID) { sessions.withLock { $0[session] = nil } }

    func forget(before limit: Instant) {
        sessions.withLock { sessions in
            sessions = sessions.mapValues { $0.filter { $0.value.seen >= limit } }.filter { !$0.value.isEmpty }
        }
    }
}

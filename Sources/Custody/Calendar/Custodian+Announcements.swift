import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// Puts what its author hides from the patient on the calendar, and takes what has been shown off it (R1111-53).
    func putOnCalendar(
        _ entry: DocumentEntry,
        isNew: Bool,
        _ context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        let record = Data(context.record.bytes)
        guard entry.waitsToBeAnnounced else {
            try transaction.database.execute(
                sql: "DELETE FROM due WHERE record_id = ? AND ref = ? AND kind IN ('announce', 'release')",
                arguments: [record, Data(entry.id.bytes)]
            )
            return
        }
        guard let set = rules.policySets[context.policy.policySet] else { return }
        for (kind, term) in [(DueKind.announce, set.announceAfter), (.release, set.releaseAfter)] {
            // The patient is told once.
            guard isNew || kind == .release, let term else { continue }
            try transaction.database.execute(
                sql: "INSERT OR IGNORE INTO due (record_id, kind, ref, at) VALUES (?, ?, ?, ?)",
                arguments: [
                    record, kind.rawValue, Data(entry.id.bytes),
                    term.end(from: entry.depositedAt.dayInFrance).midnightInFrance.milliseconds,
                ]
            )
        }
    }

    /// Leaves whoever files what the patient does not see, without leave to find it in the record again, a line on his own list;
    /// takes it off with what has been shown or replaced (R1111-53).
    ///
    /// Of two versions the current one is announced, and has its own line where it is hidden.
    func remindAuthor(
        of entry: DocumentEntry,
        isNew: Bool,
        by actor: Actor,
        _ context: RecordContext,
        _ transaction: CustodyTransaction
    ) throws {
        guard entry.waitsToBeAnnounced, entry.status != .deprecated else {
            for author in isNew ? [] : Set(entry.authors.compactMap(\.professional)) {
                try transaction.dropNotices(to: .person(author), about: entry.id, on: context.record, custodian: self)
            }
            return
        }
        guard isNew, case .care(let care) = actor, let person = care.person,
            DocumentFacts(entry, for: actor).relation == .author,
            status(of: care, under: context.policy, now: transaction.now) != .valid
        else { return }
        let since = entry.depositedAt.dayInFrance
        let grace = context.policy.announcementGrace
        let release = rules.policySets[context.policy.policySet]?.releaseDay(ofHiddenSince: since, grace: grace)
        try transaction.leave(
            .announcementWaits(entry.id, until: release),
            to: .person(person),
            on: context,
            custodian: self
        )
    }

    /// Until when the holder is told nothing of what waits, or waited, for the patient; nil where he may be told at once.
    ///
    /// A minor's mail is the family's, who must not learn of what is closed to them (§ 3.7). A day after the majority the
    /// calendar has taken their ways off the record.
    func silence(over visibility: Visibility, on context: RecordContext, now: Instant) -> Instant? {
        guard !visibility.isDisjoint(with: [.hiddenFromRepresentatives, .secretConnection]),
            let end = rules.majority(of: context.policy)?.advanced(bySeconds: 86_400), now < end
        else { return nil }
        return end
    }
}

extension DocumentEntry {
    /// Whether its author hides it from the patient until he has told him.
    fileprivate var waitsToBeAnnounced: Bool {
        visibility.contains(.hiddenFromPatient) && status != .deleted && !isLotSignature
    }
}

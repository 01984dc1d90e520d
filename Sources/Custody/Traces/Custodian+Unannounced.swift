import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// Documents that the holder must not learn of yet, by the record's own traces (R1111-53): their events wait with them.
    ///
    /// Empty for everybody but the holder and those who act for him.
    func unannounced(
        in context: RecordContext,
        to admission: Admission,
        now: Instant
    ) async throws(CustodyError) -> Set<UniqueID> {
        switch admission.actor {
        case .care, .system: return []
        case .holder, .representative: break
        }
        let (marks, foreign) = try await knownMarks(in: context)
        return foreign.union(
            marks.filter { _, mark in
                guard !mark.visibility.isDisjoint(with: Self.hidingBits) else { return false }
                // The rules say when the wait is over; the type of the document does not matter to them here.
                let facts = DocumentFacts(
                    typeCode: Code("11488-4", CodeSystem.loinc),
                    classCode: Code("10", CodeSystem.documentClass),
                    visibility: mark.visibility,
                    hiddenSince: mark.visibility.contains(.hiddenFromPatient)
                        ? DocumentFacts.hiddenSince(mark.since) : nil
                )
                return judge(.read, .document(facts), by: admission, on: context, now: now).refusal != nil
            }.keys
        )
    }

    /// What hides a document from somebody on the portal.
    private static let hidingBits: Visibility = [.hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection]

    /// What the traces of a record and of those joined with it tell of its documents, and the documents of those that it was
    /// parted from.
    func knownMarks(
        in context: RecordContext
    ) async throws(CustodyError) -> (marks: [UniqueID: VisibilityMarks.Mark], foreign: Set<UniqueID>) {
        var marks = try await marks(of: context).marks
        var foreign: Set<UniqueID> = []
        for part in context.joined {
            // When a document came in is told by the part that it came into, and what became of it by both alike.
            marks.merge(try await self.marks(of: part).marks) { _, own in own }
        }
        for parted in context.file.parted {
            guard let other = try await contextAfterCommit(of: parted) else { continue }
            foreign.formUnion(try await self.marks(of: other).marks.keys)
        }
        return (marks, foreign)
    }

    /// The visibility of the record's documents as of a moment of it; each trace is opened for this once.
    private func marks(of context: RecordContext) async throws(CustodyError) -> VisibilityMarks {
        var marks = visibilities.marks(of: context.record, upTo: context.traceSequence)
        guard marks.sequence < context.traceSequence else { return marks }
        for event in try await events(of: context, after: marks.sequence) { marks.read(event) }
        visibilities.keep(marks, of: context.record)
        return marks
    }

    /// The events of a record from one on, whoever may read them.
    func events(
        of context: RecordContext,
        after sequence: UInt64
    ) async throws(CustodyError) -> [TraceEvent] {
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT rec_seq, ct FROM trace WHERE record_id = ? AND rec_seq > ? AND rec_seq <= ? ORDER BY rec_seq",
                arguments: [
                    Data(context.record.bytes), Int64(clamping: sequence), Int64(clamping: context.traceSequence),
                ]
            ).map { (sequence: UInt64(clamping: $0["rec_seq"] as Int64), sealed: [UInt8]($0["ct"] as Data)) }
        }
        var events: [TraceEvent] = []
        for row in rows {
            guard let opened = try? context.traceKey.open(row.sealed, record: context.record, sequence: row.sequence),
                let event = try? TraceEvent.decode(opened.event).event
            else { throw .stateMismatch }
            events.append(event)
        }
        return events
    }
}

extension TraceEvent {
    /// The visibility that a deposit or a change left a document with, as its trace keeps it.
    var visibilityAfter: Visibility? {
        guard let bits = details["after"]?.split(separator: "/").last.flatMap({ UInt8($0) }) else { return nil }
        return Visibility(rawValue: bits)
    }

    /// Whether a change left a document deleted, as its trace keeps it.
    var isDeletedAfter: Bool { details["after"]?.split(separator: "/").first == "\(AvailabilityStatus.deleted)" }

    /// Whether somebody may learn of the event at all: a secret act is kept from those who act for the holder (§ 3.7).
    func isShown(to actor: Actor) -> Bool {
        if case .representative = actor { !isSecret } else { true }
    }

    /// Whether the event tells of nothing but these documents.
    func concernsOnly(_ hidden: Set<UniqueID>) -> Bool {
        !documents.isEmpty && documents.allSatisfy(hidden.contains)
    }
}

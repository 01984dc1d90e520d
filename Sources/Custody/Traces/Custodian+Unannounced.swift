import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// What somebody may not learn of by a record's history.
struct Concealment: Sendable {
    /// The name of no document.
    private static let noDocument = UniqueID(random: (0, 0))

    /// The documents whose names stand in no line.
    var documents: Set<UniqueID> = []
    /// The traces that make no line at all, as far as that is known before they are opened.
    var traces: Set<UInt64> = []

    /// The same documents, for looking up what each trace names: a set without a member answers sooner than any other, and would
    /// tell whether anything is hidden.
    var withheld: Set<UniqueID> { documents.union([Self.noDocument]) }
}

/// What the traces of a record, and of those joined with it, tell of its documents.
struct KnownMarks: Sendable {
    /// Each document's.
    var marks: [UniqueID: VisibilityMarks.Mark]
    /// The documents of the records that it was parted from.
    var foreign: Set<UniqueID>
    /// What tells which of the record's own traces a reader is shown nothing of.
    let veiled: VeiledTraces
}

extension Custodian {
    /// Documents that the holder must not learn of yet, by the record's own traces (R1111-53): their events wait with them.
    ///
    /// Empty for everybody but the holder and those who act for him.
    func unannounced(
        in context: RecordContext,
        to admission: Admission,
        now: Instant
    ) async throws(CustodyError) -> Set<UniqueID> {
        try await concealment(in: context, to: admission, now: now).documents
    }

    /// The same, with the traces that tell of nothing else.
    func concealment(
        in context: RecordContext,
        to admission: Admission,
        now: Instant
    ) async throws(CustodyError) -> Concealment {
        switch admission.actor {
        case .care, .system: return Concealment()
        case .holder, .representative: break
        }
        let known = try await knownMarks(in: context)
        var hidden = known.foreign
        // What is hidden alike since one day is decided once: deciding takes as long for one document as for a hundred.
        var verdicts: [Hiding: Bool] = [:]
        for (document, mark) in known.marks where !mark.visibility.isDisjoint(with: Hiding.bits) {
            let hiding = Hiding(mark)
            let isHidden =
                verdicts[hiding]
                ?? (judge(.read, .document(hiding.facts), by: admission, on: context, now: now).refusal != nil)
            verdicts[hiding] = isHidden
            if isHidden { hidden.insert(document) }
        }
        return Concealment(documents: hidden, traces: known.veiled.ranks(hiding: hidden, from: admission.actor))
    }

    /// What the traces of a record and of those joined with it tell of its documents, and the documents of those that it was
    /// parted from.
    func knownMarks(in context: RecordContext) async throws(CustodyError) -> KnownMarks {
        let own = try await marks(of: context)
        var known = KnownMarks(marks: own.marks, foreign: [], veiled: own.veiled)
        for part in context.joined {
            // When a document came in is told by the part that it came into, and what became of it by both alike.
            known.marks.merge(try await marks(of: part).marks) { _, own in own }
        }
        for parted in context.file.parted {
            guard let other = try await contextAfterCommit(of: parted) else { continue }
            known.foreign.formUnion(try await marks(of: other).marks.keys)
        }
        return known
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
            ).map(SealedTrace.init)
        }
        var events: [TraceEvent] = []
        for row in rows { events.append(try row.opened(in: context)) }
        return events
    }
}

/// How a document is hidden, and since which day: all that the rules look at here.
private struct Hiding: Hashable {
    /// What hides a document from somebody on the portal.
    static let bits: Visibility = [.hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection]

    let visibility: Visibility
    /// Nil where no wait runs.
    let since: Instant?

    init(_ mark: VisibilityMarks.Mark) {
        visibility = mark.visibility
        since = mark.visibility.contains(.hiddenFromPatient) ? mark.day : nil
    }

    /// The rules say when the wait is over; the type of the document does not matter to them here.
    var facts: DocumentFacts {
        DocumentFacts(
            typeCode: Code("11488-4", CodeSystem.loinc),
            classCode: Code("10", CodeSystem.documentClass),
            visibility: visibility,
            hiddenSince: since
        )
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

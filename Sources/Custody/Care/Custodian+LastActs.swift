import AccessRules
import HealthRecord

extension Custodian {
    /// Traces opened at a time, the newest first: who comes often is found among them.
    private static let lastActsPage = 200

    /// The most traces opened for one list: of whoever acted before them no last act is told.
    static let lastActsReach = 10_000

    /// When each of those listed last acted on the record since he was let in, as far as the asker may learn of it.
    ///
    /// The record's own traces tell; what is not yet one of them, such as the question itself, does not count. Nobody is looked
    /// for before the day that he was let in.
    func lastActs(
        of listed: [CareSubject: Instant],
        in context: RecordContext,
        to admission: Admission,
        within reach: Int = Custodian.lastActsReach
    ) async throws(CustodyError) -> [CareSubject: Instant] {
        let sight = try await sightOfActs(in: context, admission)
        var (missing, found) = (listed, [CareSubject: Instant]())
        var (position, left) = (context.traceSequence + 1, reach)
        while !missing.isEmpty, left > 0 {
            let count = min(left, Self.lastActsPage)
            let rows = try await traces(of: context, before: position, limit: count)
            for (_, event) in rows where sight.shows(event) {
                for subject in event.careSubjects {
                    guard let since = missing[subject], event.time >= since else { continue }
                    found[subject] = event.time
                    missing[subject] = nil
                }
            }
            guard rows.count == count, let last = rows.last else { break }
            missing = missing.filter { $0.value <= last.event.time }
            position = last.sequence
            left -= count
        }
        return found
    }

    /// Whoever reads everybody's history learns of every act; anybody else by no date of what is kept from him.
    private func sightOfActs(
        in context: RecordContext,
        _ admission: Admission
    ) async throws(CustodyError) -> ActSight {
        let judgement = judge(.readHistory, .record, by: admission, on: context, now: clock())
        guard judgement.refusal != nil || judgement.decision.obligations.contains(.limitToOwnTraces) else {
            return ActSight(reader: admission.actor, hidden: nil)
        }
        let known = try await knownMarks(in: context)
        let masked = known.marks.filter { $0.value.visibility.contains(.maskedToProfessionals) }.keys
        let unseen = try await unseen(among: Array(known.marks.keys), in: context, by: admission)
        return ActSight(reader: admission.actor, hidden: known.foreign.union(masked).union(unseen))
    }

    /// Those documents that a search would not show the asker: not by a mask alone, but by what his profession reads, by a category
    /// that is closed to it, or because the holder deleted them.
    ///
    /// What is not known of yet, of before it was kept, is told by its mask alone.
    private func unseen(
        among documents: [UniqueID],
        in context: RecordContext,
        by admission: Admission
    ) async throws(CustodyError) -> Set<UniqueID> {
        let (registers, now) = (ledger.registers, clock())
        let records = [context.record] + context.joined.map(\.record)
        let standings = try await ledger.read { database in
            try registers.documentStandings(of: documents, in: records, database)
        }
        let hidden = standings.filter { _, standing in
            let facts = standing.facts(for: admission.actor)
            return judge(.search, .document(facts), by: admission, on: context, now: now).refusal != nil
        }
        return Set(hidden.keys)
    }
}

/// Which acts somebody may learn of by the date of them.
private struct ActSight {
    let reader: Actor
    /// Documents that he may not know of; nil for whoever may read each line of the history.
    let hidden: Set<UniqueID>?

    func shows(_ event: TraceEvent) -> Bool {
        guard event.outcome == .permitted, !event.isFruitless(for: event.actor), !event.isUnseenByActor,
            event.isShown(to: reader)
        else { return false }
        guard let hidden, event.actor != reader else { return true }
        return !event.isSecret && !event.concernsOnly(hidden)
    }
}

extension TraceEvent {
    /// Whose act it is among those whom a list of leaves may name: a professional, and the structure that he acts in.
    fileprivate var careSubjects: Set<CareSubject> {
        guard case .care(let actor) = actor else { return [] }
        return [actor.subject, .structure(actor.structure.id)]
    }
}

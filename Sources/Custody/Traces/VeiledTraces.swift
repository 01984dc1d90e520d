import HealthRecord

/// The traces of a record that some reader on the portal is to be shown nothing of, by their ranks.
///
/// Which they are is known before any is opened: a page opens as many traces whatever lies between its lines, and takes as long
/// (design § 2, law 5).
struct VeiledTraces: Sendable {
    /// What hides a document from somebody on the portal.
    static let bits: Visibility = [.hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection]

    /// A trace that names documents of this kind and no other.
    private struct Veiled: Sendable {
        let sequence: UInt64
        let documents: [UniqueID]
    }

    /// The documents that were hidden from somebody there at any time.
    private var documents: Set<UniqueID> = []
    private var traces: [Veiled] = []
    /// Those of acts that were kept from the representatives (§ 3.7).
    private var secret: Set<UInt64> = []
    /// Whether a document was hidden that traces read before may name.
    private(set) var isBehind = false

    /// The same documents, and no trace yet.
    var fromTheFirst: VeiledTraces {
        var veiled = VeiledTraces()
        veiled.documents = documents
        return veiled
    }

    /// Takes up the next trace.
    mutating func read(_ event: TraceEvent) {
        if event.outcome == .permitted, let after = event.visibilityAfter, !after.isDisjoint(with: Self.bits) {
            let known = documents.count
            documents.formUnion(event.documents)
            // What comes in hidden was named by nothing before.
            if event.act != .deposit, documents.count > known { isBehind = true }
        }
        if event.isSecret { secret.insert(event.sequence) }
        if event.concernsOnly(documents) { traces.append(Veiled(sequence: event.sequence, documents: event.documents)) }
    }

    /// The ranks of which a reader is shown nothing, to whom these documents are hidden.
    func ranks(hiding hidden: Set<UniqueID>, from reader: Actor) -> Set<UInt64> {
        var ranks: Set<UInt64> = if case .representative = reader { secret } else { [] }
        for trace in traces where trace.documents.allSatisfy(hidden.contains) { ranks.insert(trace.sequence) }
        return ranks
    }
}

/// A kind of request, in the order in which they are measured.
public enum BenchmarkPhase: String, CaseIterable, Sendable {
    /// TD2.1, a signed lot of one document.
    case deposit
    /// TD3.1, whole entries.
    case list
    /// TD3.1, identifiers only.
    case listReferences
    /// TD3.2, one document.
    case retrieve
    /// The same by one client alone.
    case retrieveUnloaded

    func count(_ options: BenchmarkOptions) -> Int {
        switch self {
        case .deposit: options.deposits
        case .list, .listReferences: options.lists
        case .retrieve: options.retrievals
        case .retrieveUnloaded: options.unloaded
        }
    }

    /// What the bare server makes durable: the document, or the trace of a reading.
    var kept: BarePipeProcess.Kept { self == .deposit ? .body : .trace }
}

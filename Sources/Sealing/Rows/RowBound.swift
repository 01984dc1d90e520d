/// How long a sealed row may be, which keeps a hostile length from being believed.
public enum RowBound: Sendable {
    /// What belongs to one person or one document: 1 MiB.
    case row
    /// The plan of a work, 64 MiB: a mask goes over every version of what it replaces, and some documents have hundreds.
    case plan

    /// In bytes, before padding.
    public var length: Int {
        switch self {
        case .row: 1 << 20
        case .plan: 1 << 26
        }
    }
}

/// Why a message changes a record (code system `1.2.250.1.213.1.1.4.11`).
public enum RecordReason: String, Hashable, Sendable, CaseIterable {
    /// TD1.1: open it.
    case creation = "CREA_RD"
    /// TD1.2: open a closed one again.
    case reactivation = "REAC"
    /// TD1.3b: change administrative data or wishes.
    case modification = "MODIF_DATA"
    /// TD1.4: close it.
    case closure = "FERM"

    /// The message that carries it.
    public var message: RecordMessage { self == .creation ? .creation : .update }
}

/// The two messages that change records, and what answers each (interop sheet § 2.7).
public enum RecordMessage: Hashable, Sendable, CaseIterable {
    /// PRPA_IN201311UV02.
    case creation
    /// PRPA_IN201314UV02.
    case update

    var request: String { self == .creation ? "PRPA_IN201311UV02" : "PRPA_IN201314UV02" }
    var acceptance: String { self == .creation ? "PRPA_IN201312UV02" : "PRPA_IN201315UV02" }
    var refusal: String { self == .creation ? "PRPA_IN201313UV02" : "PRPA_IN201316UV02" }
    /// The French element around either answer.
    var wrapper: String { request + "_Response" }
}

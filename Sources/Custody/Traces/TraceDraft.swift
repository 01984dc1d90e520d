import HealthRecord

/// An event before the custodian gives it its rank, its time and its place in the chain.
struct TraceDraft: Sendable {
    var act: TracedAct
    var actor: Actor
    var mode: AccessMode
    var request: UniqueID
    var node: String
    var documents: [UniqueID] = []
    var outcome: TracedOutcome = .permitted
    var rule: String
    var policy: String
    var details: [String: String] = [:]
    /// What the decision depended on; nil where none was taken.
    var facts: String?

    /// The details as they are kept.
    var keptDetails: [String: String] {
        details.merging([TraceEvent.factsKey: facts].compactMapValues { $0 }) { own, _ in own }
    }

    /// Refused for what is there, although the rules permit it.
    mutating func refuse(for conflict: String) {
        outcome = .refused
        details[TraceEvent.conflictKey] = conflict
    }
}

extension TraceDraft {
    /// What an admitted request does, before any decision.
    init(_ act: TracedAct, by admission: Admission, documents: [UniqueID] = []) {
        self.act = act
        actor = admission.actor
        mode = admission.mode
        request = admission.request
        node = admission.node
        self.documents = documents
        rule = ""
        policy = ""
        details = admission.software.isEmpty ? [:] : [TraceEvent.softwareKey: admission.software]
        if admission.isCareSession { details[TraceEvent.webKey] = "1" }
        if let entry = admission.entry { details[TraceEvent.entryKey] = entry.text }
        if admission.isSecretConnection { details[TraceEvent.secretKey] = "1" }
        if let mandate = admission.mandate { details["mandate"] = mandate.text }
    }
}

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
        details = admission.software.isEmpty ? [:] : ["software": admission.software]
        if admission.isSecretConnection { details[TraceEvent.secretKey] = "1" }
        if let mandate = admission.mandate { details["mandate"] = mandate.text }
    }
}

import HealthRecord

/// One question as the steps see it.
struct Question {
    let inquiry: Inquiry
    let resource: Resource

    var subject: Subject { inquiry.subject }
    var act: Act { inquiry.act }
    var context: Context { inquiry.context }
    var book: RuleBook { inquiry.book }
    var set: PolicySet { inquiry.set }
    var mode: ModeKind { inquiry.mode }
    var age: Int { inquiry.age }
    var isMinor: Bool { inquiry.isMinor }
    var standing: Standing { inquiry.standing }
    var party: Party { inquiry.party }
    var policy: RecordPolicy { inquiry.context.policy }
    var switches: Switches { inquiry.set.switches }
    var document: DocumentFacts? { resource.document }

    /// Whether a treating physician acts as such: in ordinary care, and when the glass is broken.
    var isTreating: Bool { if case .care(_, .treating) = party { mode != .regulation } else { false } }

    /// Whether the document is the actor's own: he wrote it, or a structure or its employee come for the structure's.
    var isOwnDocument: Bool {
        guard let document else { return false }
        switch (party, document.relation) {
        case (.portal, _): return document.origin == .holder
        case (.care, .author): return true
        case (.care(_, let column), .ownStructure): return column == .structure || column == .employee
        case (.care, .none): return false
        }
    }

    /// Whether the term of the announcement has come, so that the patient sees what was hidden (CSP R1111-53).
    var isReleased: Bool {
        let state = document?.announcement(
            on: context.today,
            notice: nil,
            release: switches.releaseAfter,
            grace: policy.announcementGrace
        )
        return state == .released
    }
}

import HealthRecord

/// One question as the steps see it.
struct Question {
    let inquiry: Inquiry
    let resource: Resource

    var act: Act { inquiry.act }
    var context: Context { inquiry.context }
    var matrices: Matrices { inquiry.matrices }
    var set: PolicySet { inquiry.set }
    var mode: ModeKind { inquiry.mode }
    var age: Int { inquiry.age }
    var isMinor: Bool { inquiry.isMinor }
    var standing: Standing { party.standing }
    var party: Party { inquiry.party }
    var policy: RecordPolicy { inquiry.context.policy }
    var switches: Switches { inquiry.set.switches }
    var document: DocumentFacts? { resource.document }

    /// Whether a treating physician acts as such: in ordinary care, and when the glass is broken.
    var isTreating: Bool { party.column == .treating && mode != .regulation }

    /// Whether the document is the actor's own: he wrote it, or a structure or its employee come for the structure's.
    var isOwnDocument: Bool {
        guard let document else { return false }
        guard case .care(let party) = party else { return document.origin == .holder }
        switch document.relation {
        case .author: return true
        case .ownStructure: return party.column == .structure || party.column == .employee
        case .none: return false
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

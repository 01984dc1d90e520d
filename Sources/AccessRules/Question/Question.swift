import HealthRecord

/// One question as the steps see it.
struct Question {
    let subject: Subject
    let act: Act
    let resource: Resource
    let context: Context
    let book: RuleBook
    let set: PolicySet
    let mode: ModeKind
    let age: Int
    let isMinor: Bool
    let standing: Standing
    let party: Party

    init(subject: Subject, act: Act, resource: Resource, context: Context, book: RuleBook, set: PolicySet) {
        self.subject = subject
        self.act = act
        self.resource = resource
        self.context = context
        self.book = book
        self.set = set
        mode = ModeKind(context.mode)
        age = context.policy.birthDate.age(on: context.today)
        isMinor = age < set.switches.majority
        standing = Standing(subject, context, set.switches)
        party = Party(subject, standing, isMinor: isMinor)
    }

    var policy: RecordPolicy { context.policy }
    var switches: Switches { self.set.switches }
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
        let state = document?.announcement(on: context.today, notice: nil, release: switches.releaseAfter)
        return state == .released
    }
}

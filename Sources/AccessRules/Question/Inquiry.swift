import HealthRecord

/// What of a question stays the same from one resource to the next: who asks, for what, of whose record, under which set.
///
/// Shared by reference: a list asks the same about hundreds of documents.
final class Inquiry: Sendable {
    let act: Act
    let context: Context
    let matrices: Matrices
    let set: PolicySet
    let mode: ModeKind
    let age: Int
    let isMinor: Bool
    let party: Party
    /// Whether the holder refused the actor by name.
    let isBlocked: Bool
    /// What the matrix of professions holds for the actor.
    let reach: ProfessionReach

    init(subject: Subject, act: Act, context: Context, book: RuleBook, set: PolicySet) {
        self.act = act
        self.context = context
        matrices = book.matrices
        self.set = set
        mode = ModeKind(context.mode)
        age = context.policy.birthDate.age(on: context.today)
        isMinor = age < set.switches.majority
        party = Party(subject, context, set.switches, isMinor: isMinor)
        isBlocked =
            if case .care(let party) = party { context.policy.refuses(party.actor, set.switches) } else { false }
        reach = ProfessionReach(party, set.professions)
    }
}

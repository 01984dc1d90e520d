import HealthRecord

/// What of a question stays the same from one resource to the next: who asks, for what, of whose record, under which set.
///
/// Shared by reference: a list asks the same about hundreds of documents.
final class Inquiry: Sendable {
    let subject: Subject
    let act: Act
    let context: Context
    let book: RuleBook
    let set: PolicySet
    let mode: ModeKind
    let age: Int
    let isMinor: Bool
    let standing: Standing
    let party: Party

    init(subject: Subject, act: Act, context: Context, book: RuleBook, set: PolicySet) {
        self.subject = subject
        self.act = act
        self.context = context
        self.book = book
        self.set = set
        mode = ModeKind(context.mode)
        age = context.policy.birthDate.age(on: context.today)
        isMinor = age < set.switches.majority
        standing = Standing(subject, context, set.switches)
        party = Party(subject, standing, isMinor: isMinor)
    }
}

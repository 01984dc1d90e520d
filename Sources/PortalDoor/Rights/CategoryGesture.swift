import AccessRules
import Custody
import HealthRecord
import Wording

/// What the holder may do with a category of documents and a profession: close it, or open it again (order of 26/10/2023).
struct CategoryGesture: Sendable {
    /// The profession as page 19 names it.
    let profession: String
    let closure: CategoryClosure
    /// Whether the gesture closes; else it opens again.
    let closes: Bool

    var label: Phrase { (closes ? RightsText.close : .reopen).phrase }
    /// The word of addresses and forms.
    var word: String { closes ? Self.closing : Self.opening }
    var path: String {
        Paths.categoryClosure
            + "?\(FormNames.profession)=\(profession)&\(FormNames.category)=\(closure.category)&\(FormNames.choice)=\(word)"
    }

    private static let closing = "fermer"
    private static let opening = "ouvrir"

    /// The gestures for each category of which the rules give the profession anything, by the category's code.
    static func all(
        for key: String,
        _ profession: Profession,
        _ rules: RuleBook,
        _ policy: RecordPolicy
    ) -> [String: CategoryGesture] {
        let role = profession.role.value
        let pairs = rules.categories(ofProfession: role, under: policy.policySet).map { category in
            let closure = CategoryClosure(profession: role, category: category)
            return (
                category,
                CategoryGesture(profession: key, closure: closure, closes: !policy.closures.contains(closure))
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The gesture that an address or a form names; nil for what the rules do not know, or is done already.
    static func asked(
        _ values: (profession: String, category: String, word: String),
        among professions: [(key: String, profession: Profession, label: Phrase)],
        _ rules: RuleBook,
        _ policy: RecordPolicy
    ) -> (gesture: CategoryGesture, label: Phrase)? {
        guard let chosen = professions.first(where: { $0.key == values.profession }),
            let gesture = all(for: chosen.key, chosen.profession, rules, policy)[values.category],
            gesture.word == values.word
        else { return nil }
        return (gesture, chosen.label)
    }

    /// What the holder decides by it.
    var wish: HolderWish { closes ? .closeCategory(closure) : .openCategory(closure) }
}

/// What is said otherwise to whoever acts for somebody else: there *vous* is the reader, and the record is another's.
///
/// Every text is written for the holder first; a page of somebody else's record is told in the words below, and says *cette
/// personne* of the one whose record it is. What reads true for both is not here; what is made up with a name or a date is told
/// by a function that is called as the holder's.
package enum ForAnother {
    /// A text of the holder's, and the same for whoever acts for him.
    package typealias Pair = (own: Phrase, other: Phrase)

    /// A text as it is said in somebody else's record.
    package static func said(_ phrase: Phrase) -> Phrase { phrases[phrase] ?? phrase }

    /// The same of a text in one language, such as a heading.
    package static func said(_ text: String, _ language: Language) -> String {
        switch language {
        case .french: french[text] ?? text
        case .english: english[text] ?? text
        }
    }

    /// Every pair: what the holder reads, and what whoever acts for him reads.
    package static let pairs: [Pair] =
        [
            headings, closing, emergency, wishes, directives, readers, professionals, choices, sending, documents,
            adding, trouble,
            leave, roles, teams, rights, confidentiality, copies, sessions, notices, objections, carers,
        ].flatMap { $0 }

    private static let phrases = Dictionary(pairs.map { ($0.own, $0.other) }) { first, _ in first }
    private static let french = Dictionary(pairs.map { ($0.own.french, $0.other.french) }) { first, _ in first }
    private static let english = Dictionary(pairs.map { ($0.own.english, $0.other.english) }) { first, _ in first }
}

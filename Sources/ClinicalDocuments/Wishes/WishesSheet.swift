/// The wishes of a person as they stand in the record: a plain text that everybody can read, and that pages read back.
///
/// The person files it, or a professional at the person's request; both sites read the same sheet.
public struct WishesSheet: Hashable, Sendable {
    /// Somebody to call or to trust.
    public struct Person: Hashable, Sendable {
        /// Given and family name.
        public var name = ""
        /// Who that is to the patient.
        public var tie = ""
        /// Telephone.
        public var phone = ""

        /// Somebody.
        public init(name: String = "", tie: String = "", phone: String = "") {
            self.name = name
            self.tie = tie
            self.phone = phone
        }

        /// Whether nothing was written.
        public var isEmpty: Bool { name.isEmpty && tie.isEmpty && phone.isEmpty }
    }

    /// What was noted about organ donation.
    public enum Organs: String, CaseIterable, Sendable {
        /// Told the rules.
        case informed = "informe"
        /// Not told them.
        case notInformed = "non-informe"
        /// Nothing noted.
        case unsaid = "rien"
    }

    /// At most three are kept.
    public static let most = 3
    /// Longest text read, in bytes.
    public static let mostText = 16_384

    /// Longest name, tie or number of a person, in characters, as the forms take it.
    public static let mostEntry = 80

    /// Whom to warn.
    public var contacts: [Person] = []
    /// The trusted person.
    public var trusted: Person?
    /// Who helps day by day, named as a contact only: it opens nothing.
    public var carer: Person?
    /// About organ donation.
    public var organs = Organs.unsaid

    /// Whether nothing was noted.
    public var isEmpty: Bool { contacts.isEmpty && trusted == nil && carer == nil && organs == .unsaid }

    private static let head = "VOLONTÉS ET DROITS"
    private static let contactMark = "Personne à prévenir : "
    private static let trustedMark = "Personne de confiance : "
    private static let carerMark = "Proche aidant, sans accès au dossier : "
    private static let organsMark = "Don d'organes : "
    private static let organWords: [(Organs, String)] = [
        (.informed, "la personne a été informée"), (.notInformed, "la personne n'a pas été informée"),
    ]

    /// The text that is filed.
    public var text: String {
        var lines = [Self.head, ""]
        lines += contacts.prefix(Self.most).map { Self.contactMark + Self.line($0) }
        if let trusted { lines.append(Self.trustedMark + Self.line(trusted)) }
        if let carer { lines.append(Self.carerMark + Self.line(carer)) }
        if let words = Self.organWords.first(where: { $0.0 == organs })?.1 { lines.append(Self.organsMark + words) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a text that was filed so; nil for any other.
    public init?(text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.first == Self.head, text.utf8.count <= Self.mostText else { return nil }
        for line in lines {
            if line.hasPrefix(Self.contactMark), contacts.count < Self.most {
                contacts.append(Self.person(line.dropFirst(Self.contactMark.count)))
            } else if line.hasPrefix(Self.trustedMark) {
                trusted = Self.person(line.dropFirst(Self.trustedMark.count))
            } else if line.hasPrefix(Self.carerMark) {
                carer = Self.person(line.dropFirst(Self.carerMark.count))
            } else if line.hasPrefix(Self.organsMark) {
                let words = line.dropFirst(Self.organsMark.count)
                organs = Self.organWords.first { $0.1 == words }?.0 ?? .unsaid
            }
        }
    }

    /// An empty sheet.
    public init() {}

    private static func line(_ person: Person) -> String {
        [person.name, person.tie, person.phone].map(plain).joined(separator: " | ")
    }

    private static func person(_ line: Substring) -> Person {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(stripped)
        return Person(
            name: parts.first ?? "",
            tie: parts.count > 1 ? parts[1] : "",
            phone: parts.count > 2 ? parts[2] : ""
        )
    }

    private static func stripped(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Without what separates.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "|" || $0.isNewline ? " " : $0 })
    }
}

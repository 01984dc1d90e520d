import HealthRecord
import Wording

/// The wishes of a person as they stand in the record: a plain text that everybody can read, and that the page reads back.
struct WishesSheet: Hashable, Sendable {
    /// Somebody to call or to trust.
    struct Person: Hashable, Sendable {
        var name = ""
        var tie = ""
        var phone = ""

        var isEmpty: Bool { name.isEmpty && tie.isEmpty && phone.isEmpty }
    }

    /// What was noted about organ donation.
    enum Organs: String, CaseIterable, Sendable {
        case informed = "informe"
        case notInformed = "non-informe"
        case unsaid = "rien"
    }

    /// At most three are kept.
    static let most = 3

    var contacts: [Person] = []
    var trusted: Person?
    var organs = Organs.unsaid

    var isEmpty: Bool { contacts.isEmpty && trusted == nil && organs == .unsaid }

    private static let head = "VOLONTÉS ET DROITS"
    private static let contactMark = "Personne à prévenir : "
    private static let trustedMark = "Personne de confiance : "
    private static let organsMark = "Don d'organes : "
    private static let organWords: [(Organs, String)] = [
        (.informed, "la personne a été informée"), (.notInformed, "la personne n'a pas été informée"),
    ]

    /// The text that is filed.
    var text: String {
        var lines = [Self.head, ""]
        lines += contacts.prefix(Self.most).map { Self.contactMark + Self.line($0) }
        if let trusted { lines.append(Self.trustedMark + Self.line(trusted)) }
        if let words = Self.organWords.first(where: { $0.0 == organs })?.1 { lines.append(Self.organsMark + words) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a text that was filed so; nil for any other.
    init?(text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.first == Self.head, text.utf8.count <= 16_384 else { return nil }
        for line in lines {
            if line.hasPrefix(Self.contactMark), contacts.count < Self.most {
                contacts.append(Self.person(line.dropFirst(Self.contactMark.count)))
            } else if line.hasPrefix(Self.trustedMark) {
                trusted = Self.person(line.dropFirst(Self.trustedMark.count))
            } else if line.hasPrefix(Self.organsMark) {
                let words = line.dropFirst(Self.organsMark.count)
                organs = Self.organWords.first { $0.1 == words }?.0 ?? .unsaid
            }
        }
    }

    init() {}

    private static func line(_ person: Person) -> String {
        [person.name, person.tie, person.phone].map(plain).joined(separator: " | ")
    }

    private static func person(_ line: Substring) -> Person {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
        return Person(
            name: parts.first ?? "",
            tie: parts.count > 1 ? parts[1] : "",
            phone: parts.count > 2 ? parts[2] : ""
        )
    }

    /// Without what separates.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "|" || $0.isNewline ? " " : $0 })
    }
}

import Foundation
public import HealthRecord

extension ListedProfessional {
    /// Whether each word asked for begins one of the name's words, whatever the accents.
    public func isNamed(_ asked: String) -> Bool {
        let words = Self.words(name.family + " " + name.given)
        let sought = Self.words(asked)
        return !sought.isEmpty && sought.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }

    private static func words(_ text: String) -> [Substring] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }
    }
}

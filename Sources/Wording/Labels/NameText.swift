import Foundation
public import HealthRecord

/// People and structures as they are called in sentences.
public enum NameText {
    /// `Dr Anne Exemple`, `Paul Modèle`.
    ///
    /// A title is for who is registered: somebody in training bears none.
    public static func titled(
        _ name: PersonName,
        _ profession: Profession,
        _ holder: HolderKind = .professional
    ) -> String {
        let title = holder == .trainee ? "" : ProfessionText.title(profession)
        return title.isEmpty ? name.spoken : title + "\u{A0}" + name.spoken
    }

    /// Somebody who acts.
    public static func titled(_ actor: CareActor) -> String { titled(actor.name, actor.profession, actor.holder) }

    /// Whoever holds a leave.
    public static func titled(_ leave: Authorisation) -> String { titled(leave.name, leave.profession, leave.bearer) }

    /// `de Camille`, `d’Élise`: the word before a name that begins with a vowel, or with a mute `h`, loses its own.
    public static func of(_ name: String) -> String {
        let start = name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter { $0.isASCII }.prefix(
            2
        )
        let (first, second) = (start.first, start.dropFirst().first)
        let isMute = first == "h" && (second == "e" || second == "i" || second == "o")
        let isVowel = first.map { "aeiou".unicodeScalars.contains($0) } ?? false
        return isMute || isVowel || first == "y" && second == "v" ? "d\u{2019}\(name)" : "de \(name)"
    }

    /// `du Dr Anne Exemple`, `de Camille`: the word before a name that may bear a title.
    public static func ofTitled(_ name: String) -> String {
        name.hasPrefix("Dr\u{A0}") || name.hasPrefix("Dr ") ? "du \(name)" : of(name)
    }

    /// `le Dr Anne Exemple, médecin généraliste, Cabinet des Lilas`; a structure alone where nobody is named.
    public static func described(_ actor: CareActor) -> Phrase {
        let place = structure(actor.structure)
        guard actor.person != nil else {
            let service = actor.name.spoken
            guard !service.isEmpty, service != place.french else { return place }
            return Phrase("\(place.french) (\(service))", "\(place.english) (\(service))")
        }
        let titled = titled(actor)
        let word = ProfessionText.label(actor.profession, actor.holder)
        let article = titled == actor.name.spoken ? "" : "le\u{A0}"
        return Phrase(
            french: "\(article)\(titled), \(word.french), \(place.french)",
            english: "\(titled), \(word.english), \(place.english)"
        )
    }

    /// The name of a structure; what kind of structure it is where the sender gave no name.
    public static func structure(_ structure: Structure) -> Phrase {
        structure.name.isEmpty ? SectorText.label(structure.sector) : Phrase(verbatim: structure.name)
    }
}

import Testing
import Wording

/// The word before a name that begins with a vowel loses its own.
@Suite struct NameOfTests {
    @Test(arguments: [
        ("Camille", "de Camille"), ("Élise", "d’Élise"), ("Anne", "d’Anne"), ("Hélène", "d’Hélène"), ("Yves", "d’Yves"),
        ("Yasmine", "de Yasmine"), ("Hakim", "de Hakim"), ("", "de "),
    ]) func aNameIsJoinedAsItIsSpoken(name: String, joined: String) { #expect(NameText.of(name) == joined) }

    @Test(arguments: [
        ("Dr\u{A0}Anne Exemple", "du Dr\u{A0}Anne Exemple"), ("Driss Modèle", "de Driss Modèle"), ("Anne", "d’Anne"),
    ]) func aTitleTakesItsArticle(name: String, joined: String) { #expect(NameText.ofTitled(name) == joined) }
}

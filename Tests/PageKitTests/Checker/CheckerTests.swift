import PageChecks
import Testing

@testable import PageKit

/// A checker that never fails proves nothing: each rule has a page that breaks it.
@Suite struct CheckerTests {
    static let good = """
        <!doctype html>
        <html lang="fr"><head><meta name="viewport" content="width=device-width"><title>Page — DMP</title></head><body>\
        <a href="#contenu">Aller au contenu</a><header><p>DMP</p></header><nav aria-label="Menu"><a href="/">Accueil</a></nav>\
        <main id="contenu"><h1>Page</h1><h2>Partie</h2><img src="/a" alt="">\
        <form method="post" action="/x"><input type="hidden" name="jeton" value="a"><label for="ins">Numéro</label>\
        <input type="text" id="ins" name="ins" autocomplete="username"><label for="s">Code</label>\
        <input type="password" id="s" name="s" autocomplete="current-password"><fieldset><legend>Choix</legend></fieldset>\
        <button type="submit">Envoyer</button></form>\
        <table><caption>Liste</caption><tr><th scope="col">A</th></tr><tr><td>b</td></tr></table>\
        <svg aria-hidden="true"></svg><iframe src="/d" title="Texte"></iframe></main><footer><p>Fin</p></footer></body></html>

        """

    @Test func aGoodPageHasNoFault() { #expect(PageChecker.faults(in: Self.good) == []) }

    @Test(arguments: [
        ("<!doctype html>\n", "", "markup: doctype"), (" lang=\"fr\"", "", "lang"),
        ("<title>Page — DMP</title>", "<title></title>", "title"),
        ("<h1>Page</h1>", "", "h1"), ("<h1>Page</h1>", "<h1>Page</h1><h1>Deux</h1>", "h1"),
        ("<h2>Partie</h2>", "<h3>Partie</h3>", "heading order"),
        ("<h2>Partie</h2>", "<h2></h2>", "empty heading"), ("id=\"s\"", "id=\"ins\"", "id twice"),
        ("<label for=\"ins\">Numéro</label>", "", "label"),
        ("<label for=\"ins\">", "<label for=\"other\">", "reference"),
        ("name=\"ins\" ", "name=\"ins\" aria-describedby=\"rien\" ", "reference"),
        ("href=\"#contenu\"", "href=\"#ailleurs\"", "skip link"),
        (" autocomplete=\"username\"", "", "autocomplete"),
        ("autocomplete=\"current-password\"", "autocomplete=\"off\"", "autocomplete"),
        ("name=\"s\"", "name=\"s\" value=\"secret\"", "secret sent back"), ("<legend>Choix</legend>", "", "legend"),
        ("<input type=\"hidden\" name=\"jeton\" value=\"a\">", "", "token"), (">Envoyer<", "><", "name of button"),
        (">Accueil<", "><", "name of a"), (" type=\"submit\"", "", "button type"), (" alt=\"\"", "", "alt"),
        (" aria-hidden=\"true\"", "", "drawing"),
        (" title=\"Texte\"", "", "frame title"), ("<caption>Liste</caption>", "", "caption"),
        (" scope=\"col\"", "", "scope"),
        (" aria-label=\"Menu\"", "", "landmark: nav"), ("<footer><p>Fin</p></footer>", "", "landmark: footer"),
        ("<p>Fin</p>", "<script></script>", "script"), ("<p>Fin</p>", "<p onclick=\"x\">Fin</p>", "attribute"),
        ("<p>Fin</p>", "<p style=\"x\">Fin</p>", "attribute"), ("<p>Fin</p>", "<p tabindex=\"2\">Fin</p>", "tabindex"),
        ("src=\"/a\"", "src=\"https://ailleurs.example/a\"", "third party"),
        ("<p>Fin</p>", "<p>Fin !</p>", "typography"),
        ("<p>Fin</p>", "<p>Fin: voilà</p>", "typography"), ("<p>Fin</p>", "<p>L&#39;été</p>", "typography"),
        ("<p>Fin</p>", "<p>Jeton VIHF</p>", "forbidden word"), ("<p>Fin</p>", "<p>Fin", "markup"),
        ("<p>Fin</p>", "<p>a & b</p>", "markup"),
        ("name=\"ins\"", "name=\"ins\" aria-invalid=\"true\"", "error in title"),
        ("name=\"ins\"", "name=\"ins\" aria-invalid=\"true\"", "fault without words"),
        ("name=\"viewport\"", "name=\"x\"", "viewport"),
    ])
    func everyRuleIsBrokenByAPage(part: String, replacement: String, rule: String) {
        #expect(Self.good.contains(part))
        let bad = Self.good.replacing(part, with: replacement, maxReplacements: 1)
        #expect(PageChecker.faults(in: bad).contains { $0.hasPrefix(rule) }, "\(PageChecker.faults(in: bad))")
    }
}

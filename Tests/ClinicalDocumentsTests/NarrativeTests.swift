import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// The narrative comes out by an allow-list (security design § 5.6).
@Suite struct NarrativeTests {
    private func sections(_ text: String, title: String = "Résultats", entries: String = "") throws -> [RenderedSection]
    {
        NarrativeHTML.sections(of: try Fixture.document(Fixture.section(text, title: title, entries: entries)))
    }

    private func html(_ text: String, entries: String = "") throws -> String {
        let rendered = try #require(try sections(text, entries: entries).first)
        let frame = "<section><h2>Résultats</h2>"
        #expect(rendered.html.hasPrefix(frame) && rendered.html.hasSuffix("</section>"))
        return String(rendered.html.dropFirst(frame.count).dropLast("</section>".count))
    }

    @Test(arguments: [
        ("Bonjour", "Bonjour"),
        ("<paragraph>a &lt;b&gt; \"c\" 'd' &amp;</paragraph>", "<p>a &lt;b&gt; &quot;c&quot; &#39;d&#39; &amp;</p>"),
        ("<content styleCode=\"Bold\">a</content>", "<strong>a</strong>"),
        ("<content styleCode=\"Bold Italics xFoo\">a</content>", "<strong><em>a</em></strong>"),
        ("<content styleCode=\"Underline\" ID=\"x\">a</content>", "<span class=\"underline\">a</span>"),
        ("<content revised=\"delete\">a</content><content revised=\"insert\">b</content>", "<del>a</del><ins>b</ins>"),
        ("<content>a</content>", "a"),
        ("10<sup>9</sup>/L, CO<sub>2</sub><br/>x", "10<sup>9</sup>/L, CO<sub>2</sub><br>x"),
        (
            "<list><item>a</item><item>b<list listType=\"ordered\"><item>c</item></list></item></list>",
            "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>"
        ),
        ("<list><caption>Liste</caption><item>a</item></list>", "<p class=\"caption\">Liste</p><ul><li>a</li></ul>"),
        ("<footnote>note</footnote>", "<small>note</small>"),
        ("<![CDATA[<script>alert(1)</script>]]>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("05\u{202E}01", "0501"),
    ])
    func rendersWhatIsAllowed(text: String, expected: String) throws {
        #expect(try html(text) == expected)
    }

    @Test func tablesHaveACaptionAndScopes() throws {
        let text = """
            <table border="1" onclick="x()"><caption>Bilan</caption><colgroup><col/></colgroup><thead><tr><th>Examen</th>\
            <td>Valeur</td><th/></tr></thead><tbody><tr ID="r"><th>Glucose</th><td colspan="2" style="x">1,10</td></tr>\
            </tbody></table>
            """
        let expected = """
            <table><caption>Bilan</caption><thead><tr><th scope="col">Examen</th><th scope="col">Valeur</th><td></td></tr>\
            </thead><tbody><tr><th scope="row">Glucose</th><td colspan="2">1,10</td></tr></tbody></table>
            """
        #expect(try html(text) == expected)
    }

    @Test func aTableWithoutCaptionTakesTheTitleOfItsSection() throws {
        #expect(
            try html("<table><tr><td>a</td></tr></table>")
                == "<table><caption>Résultats</caption><tbody><tr><td>a</td></tr></tbody></table>"
        )
    }

    @Test(arguments: [
        ("2", " colspan=\"2\""), ("100", " colspan=\"100\""), ("101", ""), ("1", ""), ("0", ""), ("-2", ""),
        ("2\" onclick=\"x", ""), ("9999999999999999999", ""),
    ])
    func spansAreBounded(span: String, attribute: String) throws {
        let escaped = HTMLText.escaped(span)
        #expect(
            try html("<table><tbody><tr><td colspan=\"\(escaped)\">a</td></tr></tbody></table>")
                == "<table><caption>Résultats</caption><tbody><tr><td\(attribute)>a</td></tr></tbody></table>"
        )
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func addressesAreBounded(step: Int, isShown: Bool) throws {
        let start = "https://a.example/"
        let rest = NarrativeRenderer.longestAddress - start.utf8.count + step
        let address = start + String(repeating: "x", count: rest)
        let shown = " <span class=\"link-target\">(adresse\u{A0}: \(address))</span>"
        #expect(try html("<linkHtml href=\"\(address)\">clic</linkHtml>") == "clic" + (isShown ? shown : ""))
    }

    /// Hostile texts, what comes out, and how many elements are left out.
    static let hostile: [(String, String, Int)] = [
        ("<script>alert(1)</script>a", "a", 1),
        ("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>", "", 1),
        ("<paragraph xmlns=\"http://www.w3.org/1999/xhtml\" onclick=\"x()\">a</paragraph>", "", 1),
        ("<paragraph onclick=\"alert(1)\" style=\"position:fixed\">a</paragraph>", "<p>a</p>", 0),
        ("<content styleCode=\"&quot;&gt;&lt;script&gt;\">a</content>", "a", 0),
        ("<img src=\"http://evil.example/x.png\"/>", "", 1), ("<iframe src=\"javascript:1\"/>", "", 1),
        ("<linkHtml href=\"javascript:alert(1)\">clic</linkHtml>", "clic", 0),
        ("<linkHtml href=\" https://a.example\">clic</linkHtml>", "clic", 0),
        ("<linkHtml href=\"data:text/html,x\">clic</linkHtml>", "clic", 0),
        (
            "<linkHtml href=\"https://a.example/?q=&quot;&gt;\">clic</linkHtml>",
            "clic <span class=\"link-target\">(adresse\u{A0}: https://a.example/?q=&quot;&gt;)</span>", 0
        ),
        ("<renderMultiMedia referencedObject=\"none\"/>", "<span class=\"left-out\">[image non affichée]</span>", 1),
        (
            "<table><tbody><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></tbody></table>",
            "<table><caption>Résultats</caption><tbody><tr><td>ab c <br></td></tr></tbody></table>", 0
        ),
        (
            "<table><tbody><script/><tr><object/></tr></tbody><form/></table>",
            "<table><caption>Résultats</caption><tbody><tr></tr></tbody></table>", 3
        ),
        ("<list><script>x</script><item>a</item></list>", "<ul><li>a</li></ul>", 1),
        (
            "<paragraph><list><item>a</item></list><table><tr><td>b</td></tr></table></paragraph>",
            "<p>a<br>b <br></p>", 0
        ),
        ("<?php x ?><!-- <script> -->a", "a", 0), ("<content><svg onload=\"x()\"/>a</content>", "a", 1),
        ("<TABLE><tr><td>a</td></tr></TABLE>", "", 1), ("<style>p{}</style><link/><meta/>", "", 3),
    ]

    @Test(arguments: hostile)
    func hostileTextsCanDoNothing(text: String, expected: String, dropped: Int) throws {
        // Instructions other than a style sheet never pass the parser.
        if text.contains("<?php") {
            #expect(throws: XMLError.self) { try Fixture.document(Fixture.section(text)) }
            return
        }
        #expect(try html(text) == expected)
        #expect(try sections(text).first?.droppedElements == dropped)
    }

    @Test func titlesAreText() throws {
        let rendered = try #require(try sections("a", title: "&lt;b&gt;").first)
        #expect(rendered.title == "<b>")
        #expect(rendered.html == "<section><h2>&lt;b&gt;</h2>a</section>")
    }

    @Test func headingsFollowTheNesting() throws {
        func nest(_ depth: Int) -> String {
            depth == 0
                ? ""
                : "<component><section><title>N\(depth)</title><text>t</text>\(nest(depth - 1))</section></component>"
        }
        let body = "<component><structuredBody>\(nest(6))</structuredBody></component>"
        let html = try #require(NarrativeHTML.sections(of: try Fixture.document(body)).first?.html)
        let levels = ["h2", "h3", "h4", "h5", "h6", "h6"]
        for (index, level) in levels.enumerated() { #expect(html.contains("<\(level)>N\(6 - index)</\(level)>")) }
    }

    @Test func aSectionWithoutTitleTakesNoLevel() throws {
        let body = """
            <component><structuredBody><component><section><text>a</text><component><section><title>T</title>\
            <text>b</text></section></component></section></component></structuredBody></component>
            """
        let html = NarrativeHTML.sections(of: try Fixture.document(body), headingLevel: 3).first?.html
        #expect(html == "<section>a<section><h3>T</h3>b</section></section>")
    }
}

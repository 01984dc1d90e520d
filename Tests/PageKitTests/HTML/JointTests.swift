import PageChecks
import Testing

@testable import PageKit

/// Where a line may break within what has no spaces (RGAA 10.11).
@Suite struct JointTests {
    @Test(arguments: [
        ("jeanne.lavigne@patients.example", "jeanne<wbr>.lavigne@<wbr>patients<wbr>.example"),
        ("a@b", "a@<wbr>b"), (".x", ".x"), ("..x", ".<wbr>.x"), ("", ""), ("sans", "sans"), ("fin@", "fin@"),
        ("<b>.&", "&lt;b&gt;<wbr>.&amp;"),
    ])
    func anAddressBreaksBetweenItsParts(text: String, markup: String) throws {
        #expect(Node.jointed(text).markup == markup)
        let page = try HTMLParser.parse("<!doctype html>\n<p>" + Node.jointed(text).markup + "</p>")
        // Nothing is added to what is copied.
        #expect(page.text == text)
    }
}

import Wording

/// Holds a rendered page against what RGAA 4.1.2 and the house rules ask for and a program can see (§ 8.4).
package struct PageChecker {
    private(set) var faults: [String] = []
    private let page: HTMLElement

    /// Everything wrong with a page.
    package static func faults(in html: String) -> [String] {
        do {
            var checker = PageChecker(try HTMLParser.parse(html))
            checker.check()
            return checker.faults
        } catch {
            return ["markup: \(error)"]
        }
    }

    private init(_ page: HTMLElement) { self.page = page }

    private mutating func fault(_ rule: String, _ detail: String = "") { faults.append("\(rule): \(detail)") }

    private mutating func check() {
        checkFrame()
        checkHeadings()
        checkReferences()
        checkFields()
        checkNames()
        checkTables()
        checkSafety()
        checkWords()
    }

    private mutating func checkFrame() {
        let html = page.all("html")
        if html.count != 1 || !["fr", "en"].contains(html.first?.attributes["lang"] ?? "") { fault("lang") }
        let titles = page.all("head").flatMap { $0.all("title") }
        if titles.count != 1 || titles.allSatisfy({ $0.text.trimmingSpace.isEmpty }) { fault("title") }
        for landmark in ["header", "main", "footer"] where page.all(landmark).count != 1 { fault("landmark", landmark) }
        let navigations = page.all("nav")
        let labels = navigations.compactMap { $0.attributes["aria-label"] }.filter { !$0.isEmpty }
        if navigations.isEmpty || labels.count != navigations.count || Set(labels).count != labels.count {
            fault("landmark", "nav")
        }
        if page.all("a").first?.attributes["href"] != "#contenu" { fault("skip link") }
        if !page.all("meta").contains(where: { $0.attributes["name"] == "viewport" }) { fault("viewport") }
    }

    private mutating func checkHeadings() {
        if page.all("h1").count != 1 { fault("h1", "\(page.all("h1").count)") }
        var level = 0
        for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6") {
            let next = Int(heading.name.dropFirst()) ?? 0
            if next > level + 1 { fault("heading order", heading.text) }
            if heading.text.trimmingSpace.isEmpty { fault("empty heading") }
            level = next
        }
    }

    private mutating func checkReferences() {
        let ids = page.descendants.compactMap { $0.attributes["id"] }
        for (id, count) in Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +) where count > 1 {
            fault("id twice", id)
        }
        for element in page.descendants {
            for key in ["for", "aria-describedby", "aria-labelledby"] {
                for id in element.attributes[key]?.split(separator: " ") ?? [] where !ids.contains(String(id)) {
                    fault("reference", "\(key)=\(id)")
                }
            }
            if let href = element.attributes["href"], href.hasPrefix("#"), !ids.contains(String(href.dropFirst())) {
                fault("reference", href)
            }
        }
    }

    private static let autocomplete = [
        "ins": "username", "naissance": "bday", "telephone": "tel", "courriel": "email", "code": "one-time-code",
    ]

    private mutating func checkFields() {
        let labels = page.all("label").filter { !$0.text.trimmingSpace.isEmpty }.compactMap { $0.attributes["for"] }
        for field in page.all("input", "select", "textarea") where field.attributes["type"] != "hidden" {
            let id = field.attributes["id"] ?? ""
            if labels.count(where: { $0 == id }) != 1 { fault("label", id) }
            if field.attributes["name", default: ""].isEmpty { fault("name", id) }
            if let wanted = Self.autocomplete[id], field.attributes["autocomplete"] != wanted {
                fault("autocomplete", id)
            }
            if field.attributes["type"] == "password" {
                let given = field.attributes["autocomplete"] ?? ""
                if !["current-password", "new-password"].contains(given) { fault("autocomplete", id) }
                if field.attributes["value"] != nil { fault("secret sent back", id) }
            }
            if field.attributes["aria-invalid"] == "true", field.attributes["aria-describedby"] == nil {
                fault("fault without words", id)
            }
        }
        for set in page.all("fieldset") where set.all("legend").isEmpty { fault("legend") }
        for form in page.all("form") where form.attributes["method"] == "post" {
            let tokens = form.all("input").filter { $0.attributes["name"] == "jeton" }
            if tokens.count != 1 || tokens.contains(where: { $0.attributes["value", default: ""].isEmpty }) {
                fault("token")
            }
        }
        let isAtFault = page.descendants.contains { $0.attributes["aria-invalid"] == "true" }
        let title = page.all("title").first?.text.trimmingSpace ?? ""
        if isAtFault, !(title.hasPrefix("Erreur") || title.hasPrefix("Error")) { fault("error in title") }
        if isAtFault, !page.descendants.contains(where: { $0.attributes["role"] == "alert" }) { fault("summary") }
    }

    private mutating func checkNames() {
        for element in page.all("a", "button")
        where (element.attributes["aria-label"] ?? element.text).trimmingSpace.isEmpty {
            fault("name of \(element.name)", element.attributes["href"] ?? "")
        }
        for element in page.all("button") where element.attributes["type"] == nil { fault("button type") }
        for image in page.all("img") where image.attributes["alt"] == nil { fault("alt") }
        for drawing in page.all("svg") {
            let isHidden = drawing.attributes["aria-hidden"] == "true"
            let isNamed = drawing.attributes["role"] == "img" && drawing.attributes["aria-labelledby"] != nil
            if !isHidden && !isNamed { fault("drawing") }
        }
        for frame in page.all("iframe") where frame.attributes["title", default: ""].isEmpty { fault("frame title") }
    }

    private mutating func checkTables() {
        for table in page.all("table") {
            if table.all("caption").count != 1 { fault("caption") }
            let heads = table.all("th")
            if heads.isEmpty || heads.contains(where: { !["row", "col"].contains($0.attributes["scope"] ?? "") }) {
                fault("scope")
            }
        }
    }

    private mutating func checkSafety() {
        for element in page.descendants {
            // The one script is a file of the portal's own, and is where a page cannot do without (passkeys).
            let source = element.attributes["src", default: ""]
            let isOwnScript =
                element.attributes.count == 2 && element.attributes["defer"] != nil && source.hasPrefix("/assets/")
                && source.hasSuffix("/cle.js") && element.text.isEmpty
            if element.name == "script", !isOwnScript { fault("script") }
            for (key, value) in element.attributes {
                if key.hasPrefix("on") || key == "style" { fault("attribute", key) }
                // A key for the application of codes stays on the reader's own device.
                if key == "href", value.hasPrefix("otpauth://totp/DMP:") { continue }
                if ["href", "src", "action"].contains(key), value.contains(":") || value.hasPrefix("//") {
                    fault("third party", value)
                }
            }
            if let index = element.attributes["tabindex"], (Int(index) ?? 1) > 0 { fault("tabindex") }
        }
    }

    private mutating func checkWords() {
        guard let html = page.all("html").first else { return }
        for block in html.descendants where Self.blocks.contains(block.name) {
            let language: Language = html.attributes["lang"] == "en" ? .english : .french
            let text = Self.words(block).trimmingSpace
            for fault in TypographyFault.all(in: text, language) { self.fault("typography", "\(fault) in \(text)") }
        }
        // Letters among digits are no word: a digest in base 16 spells anything.
        let words = Set(html.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        for word in Self.forbidden where words.contains(word) { fault("forbidden word", word) }
    }

    package static let forbidden = [
        "provisionner", "provisionné", "xds", "vihf", "ebxml", "cda", "uuid", "oid", "token", "backend", "undefined",
        "nil", "null",
        "habilitation",
    ]

    private static let blocks: Set<String> = [
        "p", "li", "td", "th", "h1", "h2", "h3", "dt", "dd", "label", "legend", "caption", "button", "option", "title",
        "desc",
        "figcaption", "summary",
    ]

    /// The text of a block, without blocks inside it; what somebody else wrote keeps its own spelling.
    private static func words(_ element: HTMLElement) -> String {
        element.children.map { child in
            switch child {
            case .text(let text): return text.replacing("\n", with: "")
            case .element(let inner):
                if inner.name == "bdi" { return "x" }
                if inner.attributes["lang"] != nil || blocks.contains(inner.name) || inner.name == "svg" { return "" }
                return ["ul", "ol", "div", "details", "dl", "table"].contains(inner.name) ? "" : words(inner)
            }
        }.joined()
    }
}

extension String {
    package var trimmingSpace: String {
        String(drop { $0 == " " || $0 == "\n" }.reversed().drop { $0 == " " || $0 == "\n" }.reversed())
    }
}

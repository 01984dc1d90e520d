import Wording

/// The frame around a page: title, ways round, whose record, menus, main part, footer.
extension Page {
    /// The whole page.
    package func render(in frame: Frame) -> String {
        let heading = frame.name(of: self)
        return .document(
            heading: title(frame),
            frame: frame,
            body: nodes {
                tag("div", .class("skip")) {
                    link(frame(ShellText.skipToContent), to: "#contenu")
                    link(frame(ShellText.skipToMenu), to: "#menu")
                }
                Layout.banner(frame)
                Layout.standing(frame)
                Layout.menu(frame, place)
                Layout.trail(trail, heading, headingMark(frame), frame)
                tag("main", .id("contenu"), Attribute("tabindex", "-1")) {
                    Layout.summary(faults, frame)
                    if let notice {
                        tag("p", .class("notice"), Attribute("role", "status")) {
                            Icon.check.node
                            frame(notice)
                        }
                    }
                    if let step { paragraph(frame(step), class: "step") }
                    tag("h1", headingMark(frame)) { heading }
                    content(frame)
                }
                Layout.footer(frame)
            }
        )
    }

    /// What marks a heading in another language than the page's.
    private func headingMark(_ frame: Frame) -> Attribute? {
        headingLanguage.flatMap { $0 == frame.language ? nil : Attribute("lang", $0.rawValue) }
    }

    private func title(_ frame: Frame) -> String {
        var parts: [String] = []
        if !faults.isEmpty { parts.append(frame(ShellText.errorTitle)) }
        if let step { parts.append(frame(step)) }
        parts.append(frame.name(of: self))
        parts.append("DMP")
        return parts.joined(separator: " — ")
    }
}

extension String {
    fileprivate static func document(heading: String, frame: Frame, body: [Node]) -> String {
        Node.document(
            language: frame.language.rawValue,
            nodes {
                tag("head") {
                    Node.void("meta", [Attribute("charset", "utf-8")])
                    tag("title") { heading }
                    Node.void("meta", [.name("viewport"), Attribute("content", "width=device-width, initial-scale=1")])
                    Node.void("meta", [.name("color-scheme"), Attribute("content", "light dark")])
                    Node.void("meta", [.name("robots"), Attribute("content", "noindex")])
                    Node.void("link", [Attribute("rel", "stylesheet"), .href(frame.site.assets.styles)])
                    Node.void(
                        "link",
                        [Attribute("rel", "icon"), .type("image/svg+xml"), .href(frame.site.assets.logo)]
                    )
                }
                tag("body") { body }
            }
        )
    }
}

/// The parts of the frame.
enum Layout {
    static func banner(_ frame: Frame) -> Node {
        tag("header", .class("banner")) {
            tag("div", .class("brand")) {
                tag("a", .href(frame.visitor == nil ? frame.site.home.visitor : frame.site.home.member)) {
                    Node.void(
                        "img",
                        [
                            Attribute("src", frame.site.assets.logo), Attribute("alt", ""), Attribute("width", "40"),
                            Attribute("height", "40"),
                        ]
                    )
                    tag("span") {
                        tag("strong") { "DMP" }
                        tag("span", .class("brand-name")) { frame(frame.site.name) }
                    }
                }
            }
            if let sheet = frame.visitor?.sheet { paragraph(frame(sheet), class: "print-only") }
            tag("div", .class("tools")) {
                if let visitor = frame.visitor {
                    tag("p", .class("whose")) { frame(visitor.label) }
                }
                other(frame)
                if menuFolds(frame) {
                    tag("a", .class("menu-opener"), .href("#menu")) {
                        Icon.menu.node
                        frame(ShellText.menu)
                    }
                }
                if frame.visitor != nil { signOut(frame) }
            }
        }
    }

    /// What must not be overlooked on any page.
    static func standing(_ frame: Frame) -> Node? {
        guard let banner = frame.visitor?.standing else { return nil }
        return tag(
            "div",
            .class("standing \(banner.tone.rawValue)"),
            Attribute("role", "region"),
            Attribute("aria-label", frame(banner.text))
        ) {
            tag("p") {
                banner.icon.node
                tag("strong") { frame(banner.text) }
                if let hint = banner.hint { " " + frame(hint) }
            }
            if let target = banner.link { link(frame(target.label), to: target.path, class: "button quiet") }
        }
    }

    private static func other(_ frame: Frame) -> Node {
        let other: Language = frame.language == .french ? .english : .french
        return tag(
            "a",
            .class("language"),
            .href(frame.path + "?lang=" + other.rawValue),
            Attribute("hreflang", other.rawValue),
            Attribute("lang", other.rawValue)
        ) { frame(ShellText.otherLanguage) }
    }

    private static func signOut(_ frame: Frame) -> Node {
        tag("form", Attribute("method", "post"), Attribute("action", frame.site.signOut)) {
            Forms.token(frame)
            tag("button", .type("submit"), .class("button quiet")) { frame(ActionText.signOut) }
        }
    }

    /// Whether a narrow screen shows the menu only when it is asked for; a short one takes no room.
    private static func menuFolds(_ frame: Frame) -> Bool { frame.menu.count > 3 }

    static func menu(_ frame: Frame, _ place: Place?) -> Node {
        tag(
            "nav",
            .class(menuFolds(frame) ? "menu folds" : "menu"),
            .id("menu"),
            Attribute("tabindex", "-1"),
            Attribute("aria-label", frame(ShellText.mainMenu))
        ) {
            tag("ul") {
                for entry in frame.menu {
                    tag("li") {
                        tag("a", .href(entry.path), entry.path == place?.path ? Attribute("aria-current", "page") : nil)
                        {
                            entry.icon.node
                            frame(entry.label)
                        }
                    }
                }
            }
            if menuFolds(frame) {
                tag("p", .class("menu-close")) { link(frame(ShellText.closeMenu), to: "#contenu") }
            }
        }
    }

    static func trail(_ trail: [Crumb], _ heading: String, _ mark: Attribute?, _ frame: Frame) -> Node? {
        guard !trail.isEmpty else { return nil }
        return tag("nav", .class("trail"), Attribute("aria-label", frame(ShellText.trail))) {
            tag("ol") {
                for crumb in trail { tag("li") { link(frame.name(crumb), to: crumb.path) } }
                tag("li") { tag("span", Attribute("aria-current", "page")) { tag("bdi", mark) { heading } } }
            }
        }
    }

    static func summary(_ faults: [FieldFault], _ frame: Frame) -> Node? {
        guard !faults.isEmpty else { return nil }
        return tag(
            "div",
            .class("summary"),
            .id("erreurs"),
            Attribute("role", "alert"),
            Attribute("tabindex", "-1"),
            // Puts the reader on the summary without a script (RGAA 11.10).
            Attribute("autofocus"),
            .labelled(by: "titre-erreurs")
        ) {
            tag("p", .id("titre-erreurs"), .class("summary-title")) {
                Icon.alarm.node
                frame(ShellText.errorSummary)
            }
            tag("ul") {
                for fault in faults { tag("li") { link(frame(fault.message), to: "#" + fault.field) } }
            }
        }
    }

    static func footer(_ frame: Frame) -> Node {
        tag("footer", .class("footer")) {
            if let visitor = frame.visitor {
                paragraph(
                    frame(ShellText.sessionEnds(DateText.time(visitor.sessionEnds), minutes: visitor.idleMinutes)) + " "
                        + frame(ShellText.stayHint),
                    class: "session"
                )
            }
            tag("nav", Attribute("aria-label", frame(ShellText.footerMenu))) {
                tag("ul") {
                    for (label, path) in frame.site.footer { tag("li") { link(frame(label), to: path) } }
                }
            }
            if frame.site.isRehearsal { paragraph(frame(ShellText.demonstration), class: "rehearsal") }
        }
    }
}

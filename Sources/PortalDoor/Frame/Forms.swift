import Wording

/// A field of a form: its label, its help, its fault and the element itself.
struct Field: Sendable {
    enum Kind: String, Sendable { case text, password, tel, email }

    let name: String
    let label: Phrase
    var hint: Phrase?
    var kind = Kind.text
    var autocomplete: String?
    var inputMode: String?
    var value = ""
    var isRequired = true
    /// Whether "optional" is said; in a filter everything is.
    var saysOptional = true
    var width = ""
    var maximum: Int?

    /// The field, with its fault where it has one.
    func node(_ frame: Frame, _ faults: [FieldFault]) -> Node {
        let fault = faults.first { $0.field == name }
        let described = [hint.map { _ in name + "-aide" }, fault.map { _ in name + "-erreur" }].compactMap { $0 }
        return tag("div", .class(fault == nil ? "field" : "field at-fault")) {
            tag("label", Attribute("for", name)) {
                frame(label)
                if !isRequired, saysOptional {
                    tag("span", .class("optional")) { " (" + frame(ShellText.optional) + ")" }
                }
            }
            if let hint { tag("p", .class("hint"), .id(name + "-aide")) { frame(hint) } }
            if let fault {
                tag("p", .class("fault"), .id(name + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            Node.void(
                "input",
                [
                    .type(kind.rawValue), .id(name), .name(name), width.isEmpty ? nil : .class(width),
                    autocomplete.map { Attribute("autocomplete", $0) }, inputMode.map { Attribute("inputmode", $0) },
                    // A secret is never sent back.
                    kind == .password || value.isEmpty ? nil : .value(value),
                    maximum.map { Attribute("maxlength", "\($0)") }, isRequired ? Attribute("required") : nil,
                    Attribute("spellcheck", "false"), Attribute("autocapitalize", "none"),
                    fault == nil ? nil : Attribute("aria-invalid", "true"), .described(by: described),
                ].compactMap { $0 }
            )
        }
    }
}

/// Parts of forms.
enum Forms {
    static func token(_ frame: Frame) -> Node {
        Node.void("input", [.type("hidden"), .name(FormNames.token), .value(frame.formToken)])
    }

    /// A form that changes something.
    static func post(
        _ path: String,
        _ frame: Frame,
        class name: String = "form",
        @HTMLBuilder content: () -> [Node]
    ) -> Node {
        tag(
            "form",
            Attribute("method", "post"),
            Attribute("action", path),
            .class(name),
            // The server says what is wrong, in words and beside the field.
            Attribute("novalidate")
        ) {
            token(frame)
            content()
        }
    }

    /// A form that narrows a list.
    static func get(_ path: String, legend: String, @HTMLBuilder content: () -> [Node]) -> Node {
        tag(
            "form",
            Attribute("method", "get"),
            Attribute("action", path),
            .class("filter"),
            Attribute("role", "search")
        ) {
            tag("fieldset") {
                tag("legend") { legend }
                tag("div", .class("filter-fields")) { content() }
            }
        }
    }

    static func submit(_ text: String, class name: String = "button", _ extra: Attribute...) -> Node {
        .element("button", [.type("submit"), .class(name)] + extra, [.text(text)])
    }

    /// A box to tick.
    static func box(_ name: String, _ label: String, isTicked: Bool, faults: [FieldFault] = [], _ frame: Frame) -> Node
    {
        let fault = faults.first { $0.field == name }
        return tag("div", .class(fault == nil ? "box" : "box at-fault")) {
            if let fault {
                tag("p", .class("fault"), .id(name + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            Node.void(
                "input",
                [
                    .type("checkbox"), .id(name), .name(name), .value("oui"), isTicked ? Attribute("checked") : nil,
                    fault == nil ? nil : Attribute("aria-invalid", "true"),
                    .described(by: fault == nil ? [] : [name + "-erreur"]),
                ].compactMap { $0 }
            )
            tag("label", Attribute("for", name)) { label }
        }
    }

    /// A choice of one among several.
    static func select(
        _ name: String,
        _ label: String,
        _ options: [(value: String, label: String)],
        chosen: String
    ) -> Node {
        tag("div", .class("field")) {
            tag("label", Attribute("for", name)) { label }
            tag("select", .id(name), .name(name)) {
                for option in options {
                    tag("option", .value(option.value), option.value == chosen ? Attribute("selected") : nil) {
                        option.label
                    }
                }
            }
        }
    }
}

/// Names of form fields, which are ids as well.
enum FormNames {
    static let token = "jeton"
    static let ins = "ins"
    static let letterCode = "code-courrier"
    static let birthDate = "naissance"
    static let secret = "secret"
    static let secretAgain = "secret-bis"
    static let phone = "telephone"
    static let email = "courriel"
    static let consent = "consentement"
    static let breakGlass = "urgence"
    static let regulation = "samu"
    static let masked = "masques"
    static let channel = "moyen"
    static let code = "code"
    static let category = "categorie"
    static let author = "auteur"
    static let from = "depuis"
    static let to = "jusqua"
    static let sort = "ordre"
    static let page = "page"
    static let who = "qui"
    static let emergencies = "urgences"
    static let before = "avant"
    static let document = "document"
}

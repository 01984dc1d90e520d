package import Wording

/// A field of a form: its label, its help, its fault and the element itself.
package struct Field: Sendable {
    package enum Kind: String, Sendable { case text, password, tel, email, search }

    package let name: String
    package let label: Phrase
    package var hint: Phrase?
    package var kind = Kind.text
    package var autocomplete: String?
    package var inputMode: String?
    package var value = ""
    package var isRequired = true
    /// Whether "optional" is said; in a filter everything is.
    package var saysOptional = true
    package var width = ""
    package var maximum: Int?

    package init(
        name: String,
        label: Phrase,
        hint: Phrase? = nil,
        kind: Kind = .text,
        autocomplete: String? = nil,
        inputMode: String? = nil,
        value: String = "",
        isRequired: Bool = true,
        saysOptional: Bool = true,
        width: String = "",
        maximum: Int? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.kind = kind
        self.autocomplete = autocomplete
        self.inputMode = inputMode
        self.value = value
        self.isRequired = isRequired
        self.saysOptional = saysOptional
        self.width = width
        self.maximum = maximum
    }

    /// The field, with its fault where it has one.
    package func node(_ frame: Frame, _ faults: [FieldFault]) -> Node {
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

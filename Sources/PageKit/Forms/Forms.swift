import Wording

/// Parts of forms.
package enum Forms {
    /// The name of the field that proves a form to be ours.
    package static let tokenName = "jeton"

    /// The field that proves a form to be ours.
    package static func token(_ frame: Frame) -> Node {
        Node.void("input", [.type("hidden"), .name(tokenName), .value(frame.formToken)])
    }

    /// A form that changes something.
    package static func post(
        _ path: String,
        _ frame: Frame,
        class name: String = "form",
        id: String? = nil,
        @HTMLBuilder content: () -> [Node]
    ) -> Node {
        tag(
            "form",
            id.map { .id($0) },
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

    /// A form that carries a file.
    package static func upload(_ path: String, _ frame: Frame, @HTMLBuilder content: () -> [Node]) -> Node {
        tag(
            "form",
            Attribute("method", "post"),
            Attribute("action", path),
            Attribute("enctype", "multipart/form-data"),
            .class("form"),
            Attribute("novalidate")
        ) {
            token(frame)
            content()
        }
    }

    /// A file to choose.
    package static func file(
        _ name: String,
        _ label: String,
        hint: String,
        accept: String,
        faults: [FieldFault] = [],
        _ frame: Frame
    ) -> Node {
        let fault = faults.first { $0.field == name }
        return tag("div", .class(fault == nil ? "field" : "field at-fault")) {
            tag("label", Attribute("for", name)) { label }
            tag("p", .class("hint"), .id(name + "-aide")) { hint }
            if let fault {
                tag("p", .class("fault"), .id(name + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            Node.void(
                "input",
                [
                    .type("file"), .id(name), .name(name), Attribute("accept", accept), Attribute("required"),
                    fault == nil ? nil : Attribute("aria-invalid", "true"),
                    .described(by: [name + "-aide"] + (fault == nil ? [] : [name + "-erreur"])),
                ].compactMap { $0 }
            )
        }
    }

    /// A form that narrows a list.
    package static func get(_ path: String, legend: String, @HTMLBuilder content: () -> [Node]) -> Node {
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

    package static func submit(_ text: String, class name: String = "button", _ extra: Attribute...) -> Node {
        .element("button", [.type("submit"), .class(name)] + extra, [.text(text)])
    }

    /// A box to tick.
    package static func box(
        _ name: String,
        _ label: String,
        isTicked: Bool,
        faults: [FieldFault] = [],
        _ frame: Frame
    ) -> Node {
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

    /// A choice of one among several, all of them in sight.
    package static func radios(
        _ name: String,
        _ legend: String,
        _ options: [(value: String, label: String)],
        chosen: String?,
        hint: String? = nil,
        faults: [FieldFault] = [],
        _ frame: Frame
    ) -> Node {
        let fault = faults.first { $0.field == name }
        let described = [hint.map { _ in name + "-aide" }, fault.map { _ in name + "-erreur" }].compactMap { $0 }
        return tag(
            "fieldset",
            .class(fault == nil ? "choices" : "choices at-fault"),
            .described(by: described)
        ) {
            tag("legend") { legend }
            if let hint { tag("p", .class("hint"), .id(name + "-aide")) { hint } }
            if let fault {
                tag("p", .class("fault"), .id(name + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            for (rank, option) in options.enumerated() {
                // The first one bears the group's name, so that a fault can point to it.
                let id = rank == 0 ? name : "\(name)-\(rank + 1)"
                tag("div", .class("box")) {
                    Node.void(
                        "input",
                        [
                            .type("radio"), .id(id), .name(name), .value(option.value),
                            option.value == chosen ? Attribute("checked") : nil,
                        ].compactMap { $0 }
                    )
                    tag("label", Attribute("for", id)) { option.label }
                }
            }
        }
    }

    /// A text of several lines.
    package static func area(
        _ name: String,
        _ label: String,
        _ value: String,
        hint: String? = nil,
        rows: Int = 4,
        maximum: Int = 3000,
        isRequired: Bool = false,
        faults: [FieldFault] = [],
        _ frame: Frame
    ) -> Node {
        let fault = faults.first { $0.field == name }
        let described = [hint.map { _ in name + "-aide" }, fault.map { _ in name + "-erreur" }].compactMap { $0 }
        return tag("div", .class(fault == nil ? "field" : "field at-fault")) {
            tag("label", Attribute("for", name)) {
                label
                if !isRequired { tag("span", .class("optional")) { " (" + frame(ShellText.optional) + ")" } }
            }
            if let hint { tag("p", .class("hint"), .id(name + "-aide")) { hint } }
            if let fault {
                tag("p", .class("fault"), .id(name + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            tag(
                "textarea",
                .id(name),
                .name(name),
                Attribute("rows", "\(rows)"),
                Attribute("maxlength", "\(maximum)"),
                isRequired ? Attribute("required") : nil,
                fault == nil ? nil : Attribute("aria-invalid", "true"),
                .described(by: described)
            ) { value }
        }
    }

    /// A value that goes along unseen.
    package static func hidden(_ name: String, _ value: String) -> Node {
        Node.void("input", [.type("hidden"), .name(name), .value(value)])
    }

    /// A choice of one among several, folded.
    package static func select(
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

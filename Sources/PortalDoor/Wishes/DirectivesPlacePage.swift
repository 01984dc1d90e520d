import PageKit
import Wording

/// Where somebody's directives are and who keeps them, when they are not in the record themselves (CSP R1111-19).
struct DirectivesPlace: Hashable, Sendable {
    /// The most characters of each part, in the form and of what comes back.
    enum Longest {
        static let place = 300
        static let keeper = 80
        static let phone = 30
    }

    var place = ""
    var keeper = ""
    var phone = ""

    /// The values under the names of their fields.
    var pairs: [(name: String, value: String)] {
        [(FormNames.whereabouts, place), (FormNames.keeper, keeper), (FormNames.keeperPhone, phone)]
    }

    /// The text that is filed, in French.
    var text: String {
        let lines: [(DirectivesText, String)] = [(.placeMark, place), (.keeperMark, keeper), (.phoneMark, phone)]
        return
            ([DirectivesText.placeHead.phrase.french, ""]
            + lines.filter { !$0.1.isEmpty }.map { $0.0.phrase.french + "\u{A0}: " + $0.1 })
            .joined(separator: "\n")
    }

    /// What is wrong with it.
    var faults: [FieldFault] {
        var faults: [FieldFault] = []
        if place.isEmpty { faults.append(FieldFault(FormNames.whereabouts, DirectivesText.placeMissing.phrase)) }
        if !phone.isEmpty, !(6...15).contains(phone.count { $0.isASCII && $0.isNumber }) {
            faults.append(FieldFault(FormNames.keeperPhone, DirectivesText.keeperPhoneFault.phrase))
        }
        return faults
    }
}

/// The form for it.
struct DirectivesPlacePage: Page {
    var entered = DirectivesPlace()
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: DirectivesText.title.phrase, path: Paths.directives)] }

    func heading(_ language: Language) -> String { DirectivesText.placeOnly(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(DirectivesText.placeLead), class: "lead")
            Forms.post(Paths.directivesPlace, frame) {
                Forms.area(
                    FormNames.whereabouts,
                    frame(DirectivesText.place),
                    entered.place,
                    hint: frame(DirectivesText.placeExample),
                    rows: 3,
                    maximum: DirectivesPlace.Longest.place,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                Field(
                    name: FormNames.keeper,
                    label: DirectivesText.keeper.phrase,
                    autocomplete: "off",
                    value: entered.keeper,
                    isRequired: false,
                    maximum: DirectivesPlace.Longest.keeper
                ).node(frame, faults)
                Field(
                    name: FormNames.keeperPhone,
                    label: DirectivesText.keeperPhone.phrase,
                    kind: .tel,
                    autocomplete: "off",
                    value: entered.phone,
                    isRequired: false,
                    width: "medium",
                    maximum: DirectivesPlace.Longest.phone
                ).node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(DirectivesText.placeCheck))
                    link(frame(DirectivesText.cancel), to: Paths.directives, class: "button quiet")
                }
            }
        }
    }
}

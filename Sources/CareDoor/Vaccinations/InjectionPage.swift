import HealthRecord
import PageKit
import Wording

/// Page 12, the form: an injection to note, or to confirm.
struct InjectionPage: Page {
    let handle: String
    let form: InjectionForm
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .vaccinations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.vaccinations.phrase, path: Paths.chart(handle, .vaccinations))
        ]
    }

    func heading(_ language: Language) -> String {
        form.confirms ? CareInjectionText.confirmTitle(language) : CareInjectionText.title(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(form.confirms ? CareInjectionText.confirmLead : .lead), class: "lead")
            Forms.post(Paths.injection(handle), frame) {
                if form.confirms { Forms.hidden(Names.confirms, "oui") }
                field(Names.vaccine, .name, .nameHint, form.name, isRequired: true, 120).node(frame, faults)
                Forms.select(
                    Names.disease,
                    frame(CareInjectionText.disease),
                    [("", frame(CareInjectionText.otherDisease))]
                        + VaccineText.choices.map { (value: $0.value, label: disease($0, frame)) },
                    chosen: VaccineText.code(form.disease)?.value ?? ""
                )
                field(Names.day, .date, .dateHint, form.day, isRequired: true, 10).node(frame, faults)
                field(Names.lot, .lot, .lotHint, form.lot, isRequired: false, 40).node(frame, faults)
                Forms.box(
                    Names.proof,
                    frame(form.confirms ? CareInjectionText.proofConfirm : .proof),
                    isTicked: false,
                    faults: faults,
                    frame
                )
                tag("p", .class("panel")) {
                    Icon.pen.node
                    " " + frame(CareAddText.unsigned)
                }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(form.confirms ? CareInjectionText.confirmSave : .save))
                    link(
                        frame(CareInjectionText.cancel),
                        to: Paths.chart(handle, .vaccinations),
                        class: "button quiet"
                    )
                }
            }
        }
    }

    private func disease(_ code: Code, _ frame: Frame) -> String {
        VaccineText.disease(code).map { frame($0) } ?? code.value
    }

    private func field(
        _ name: String,
        _ label: CareInjectionText,
        _ hint: CareInjectionText,
        _ value: String,
        isRequired: Bool,
        _ most: Int
    ) -> Field {
        Field(
            name: name,
            label: label.phrase,
            hint: hint.phrase,
            autocomplete: "off",
            inputMode: name == Names.day ? "numeric" : nil,
            value: value,
            isRequired: isRequired,
            width: name == Names.day ? "short" : "medium",
            maximum: most
        )
    }
}

import HealthRecord
import PageKit
import Wording

/// A patient in the list.
struct PatientLine: Sendable {
    let handle: String
    let name: PersonName
    let born: CalendarDate
    let isTreating: Bool
    /// Whether the record opens in the secret connection that is under way.
    let isSecret: Bool
    let lastAccess: Instant?
    let lastUpdate: Instant?
    let lastAddition: Instant?
    /// Whether something waits for the professional.
    let hasTask: Bool

    /// Whether something came in since the professional's own last access.
    var isNew: Bool { lastAddition.map { addition in lastAccess.map { addition > $0 } ?? true } ?? false }
}

/// Pages 3 and 4: the patients who authorised the professional, and the way to another one.
struct PatientsPage: Page {
    /// Nil where the list cannot be given; otherwise `limit` of them at most.
    let lines: [PatientLine]?
    /// How many patients fit, shown or not.
    let count: Int
    let notices: [NoticeLine]
    let choice: PatientChoice
    let offersRegulation: Bool
    let ins: String
    var faults: [FieldFault] = []
    /// What came of the patient whom software named.
    var context: Context?
    var notice: Phrase?

    /// The patient of the software's own screen, as far as the professional may learn of a record.
    enum Context: Sendable {
        case nobody
        case patient(PatientTraits, path: String, isKnown: Bool)
    }

    /// Lines shown at most.
    static let limit = 200

    var place: Place? { .patients }

    func heading(_ language: Language) -> String { CareShellText.patients(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if let context { named(context, frame) }
            section("trouver", CarePatientsText.search, frame, class: "panel") {
                // Never in an address: what is typed here is sent in the body of the request.
                Forms.post(Paths.search, frame) {
                    Field(
                        name: Names.ins,
                        label: CarePatientsText.ins.phrase,
                        hint: CarePatientsText.insHint.phrase,
                        autocomplete: "off",
                        value: ins,
                        width: "medium",
                        maximum: 30
                    ).node(frame, faults)
                    Forms.submit(frame(CarePatientsText.find))
                }
                if offersRegulation {
                    tag("p") { link(frame(CareRegulationText.offer), to: Paths.regulation) }
                }
            }
            if !notices.isEmpty { NoticeLine.section(notices, frame) }
            tag("section", .labelled(by: "liste")) {
                tag("h2", .id("liste")) { frame(CarePatientsText.list) }
                list(frame)
            }
        }
    }

    private func named(_ context: Context, _ frame: Frame) -> Node {
        section("contexte", CarePatientsText.fromSoftware, frame, class: "panel") {
            switch context {
            case .nobody:
                paragraph(frame(CarePatientsText.none))
                paragraph(frame(CarePatientsText.noneOpen))
            case .patient(let traits, let path, let isKnown):
                paragraph(frame(CareShellText.record(of: traits.name, born: traits.birthDate)))
                tag("p") {
                    link(
                        frame(isKnown ? CarePatientsText.open.phrase : CareConsentText.title.phrase),
                        to: path,
                        class: "button"
                    )
                }
            }
        }
    }

    private func list(_ frame: Frame) -> [Node] {
        guard let lines else { return [tag("p", .class("empty")) { frame(CarePatientsText.notOffered) }] }
        guard !lines.isEmpty || !choice.name.isEmpty else {
            return [tag("p", .class("empty")) { frame(CarePatientsText.empty) }]
        }
        return nodes {
            filterForm(frame) {
                Field(
                    name: Names.name,
                    label: CarePatientsText.filterName.phrase,
                    autocomplete: "off",
                    value: choice.name,
                    isRequired: false,
                    saysOptional: false,
                    maximum: 60
                ).node(frame, [])
                Forms.select(
                    Names.sort,
                    frame(CarePatientsText.sort),
                    PatientOrder.allCases.map { ($0.rawValue, frame($0.label)) },
                    chosen: choice.order.rawValue
                )
                tag("div", .class("filter-end")) { Forms.submit(frame(CarePatientsText.show)) }
            }
            if lines.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) { frame(CarePatientsText.emptyFiltered) }
            }
            if !choice.name.isEmpty { tag("p") { link(frame(CarePatientsText.showAll), to: Paths.patients) } }
            if count > lines.count { paragraph(frame(CarePatientsText.cut(lines.count, of: count))) }
            if !lines.isEmpty { table(lines, frame) }
        }
    }

    /// Posted: a patient's name stands in no address.
    private func filterForm(_ frame: Frame, @HTMLBuilder content: () -> [Node]) -> Node {
        tag(
            "form",
            Attribute("method", "post"),
            Attribute("action", Paths.patients),
            .class("filter"),
            Attribute("role", "search")
        ) {
            Forms.token(frame)
            tag("fieldset") {
                tag("legend") { frame(CarePatientsText.filter) }
                tag("div", .class("filter-fields")) { content() }
            }
        }
    }

    private func table(_ lines: [PatientLine], _ frame: Frame) -> Node {
        tag("table", .class("list stacked")) {
            tag("caption") { frame(CarePatientsText.caption) }
            columns([CarePatientsText.name, .born, .treating, .lastAccess, .lastUpdate, .lastAddition], frame)
            tag("tbody") {
                for line in lines {
                    tag("tr") {
                        tag("th", Attribute("scope", "row")) {
                            tag("a", .href(Paths.chart(line.handle))) { foreign(line.name.spoken) }
                            if line.isSecret {
                                " "
                                mark(.hidden, frame(CareSecretText.banner), .warning)
                            }
                        }
                        cell(CarePatientsText.born, frame) { frame(DateText.date(line.born)) }
                        cell(CarePatientsText.treating, frame) {
                            if line.isTreating { mark(.heart, frame(CarePatientsText.isTreating), .good) }
                            if line.hasTask { mark(.bell, frame(CarePatientsText.message), .warning) }
                            if !line.isTreating, !line.hasTask { "—" }
                        }
                        cell(CarePatientsText.lastAccess, frame) {
                            line.lastAccess.map { frame(DateText.date($0)) } ?? frame(CarePatientsText.never)
                        }
                        cell(CarePatientsText.lastUpdate, frame) {
                            line.lastUpdate.map { frame(DateText.date($0)) } ?? "—"
                        }
                        cell(CarePatientsText.lastAddition, frame) {
                            line.lastAddition.map { frame(DateText.date($0)) } ?? "—"
                            if line.isNew {
                                " "
                                mark(.star, frame(CarePatientsText.newSince))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// No record for this number: unknown and refused look alike.
struct NoRecordPage: Page {
    var place: Place? { .patients }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CarePatientsText.noneTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CarePatientsText.none), class: "lead")
            section("suite", CarePatientsText.noneNext, frame, class: "panel") {
                tag("ul") {
                    tag("li") { frame(CarePatientsText.noneCheck) }
                    tag("li") { frame(CarePatientsText.noneOpen) }
                }
            }
            tag("p") { link(frame(CarePatientsText.again), to: Paths.patients, class: "button") }
        }
    }
}

/// A record that is closed, as the test of existence tells it: since when and why.
struct ClosedRecordPage: Page {
    let shut: Finding.Shut

    var place: Place? { .patients }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CarePatientsText.closedTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CarePatientsText.closed), class: "lead")
            tag("dl", .class("panel")) {
                TraitList.pair(CarePatientsText.closedSince, Node.text(frame(DateText.date(shut.since))), frame)
                if let reason = shut.reason {
                    TraitList.pair(CarePatientsText.closedWhy, Node.text(frame(reason.label)), frame)
                }
            }
            if shut.reason == .holderRequest { paragraph(frame(CarePatientsText.closedReopen)) }
            tag("p") { link(frame(CarePatientsText.again), to: Paths.patients, class: "button") }
        }
    }
}

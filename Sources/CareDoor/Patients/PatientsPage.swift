import Foundation
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

/// The order of the list; the raw value stands in the address.
enum PatientOrder: String, CaseIterable, Sendable {
    case name = "nom"
    case addition = "ajout"
    case access = "acces"

    var label: Phrase {
        switch self {
        case .name: CarePatientsText.byName.phrase
        case .addition: CarePatientsText.byAddition.phrase
        case .access: CarePatientsText.byAccess.phrase
        }
    }

    func sorted(_ lines: [PatientLine]) -> [PatientLine] {
        let zero = Instant(milliseconds: 0)
        func key(_ line: PatientLine) -> String {
            (line.name.family + " " + line.name.given)
                .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        }
        return switch self {
        case .name: lines.sorted { (key($0), $0.born, $0.handle) < (key($1), $1.born, $1.handle) }
        case .addition: lines.sorted { ($0.lastAddition ?? zero, $0.handle) > ($1.lastAddition ?? zero, $1.handle) }
        case .access: lines.sorted { ($0.lastAccess ?? zero, $0.handle) > ($1.lastAccess ?? zero, $1.handle) }
        }
    }
}

/// Pages 3 and 4: the patients who authorised the professional, and the way to another one.
struct PatientsPage: Page {
    /// Nil where the list cannot be given.
    let lines: [PatientLine]?
    let notices: [NoticeLine]
    let sort: PatientOrder
    let filter: String
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
        guard !lines.isEmpty || !filter.isEmpty else {
            return [tag("p", .class("empty")) { frame(CarePatientsText.empty) }]
        }
        return nodes {
            filterForm(frame) {
                Field(
                    name: Names.name,
                    label: CarePatientsText.filterName.phrase,
                    autocomplete: "off",
                    value: filter,
                    isRequired: false,
                    saysOptional: false,
                    maximum: 60
                ).node(frame, [])
                Forms.select(
                    Names.sort,
                    frame(CarePatientsText.sort),
                    PatientOrder.allCases.map { ($0.rawValue, frame($0.label)) },
                    chosen: sort.rawValue
                )
                tag("div", .class("filter-end")) { Forms.submit(frame(CarePatientsText.show)) }
            }
            if lines.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) { frame(CarePatientsText.emptyFiltered) }
            }
            if !filter.isEmpty { tag("p") { link(frame(CarePatientsText.showAll), to: Paths.patients) } }
            if lines.count > Self.limit { paragraph(frame(CarePatientsText.truncated)) }
            if !lines.isEmpty { table(Array(lines.prefix(Self.limit)), frame) }
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

import PageKit
import Wording

/// Page 19: the rules made readable, by profession or by type of document, with the reason of each answer.
struct RightsPage: Page {
    /// A line of a list to choose from.
    typealias Option = (value: String, label: String)

    /// A category of documents for one profession.
    struct Category: Sendable {
        let label: String
        let types: [(label: String, answer: TypeRights.Answer)]
        /// What the holder may do with it; nil for whoever may not decide, and where the rules give the profession nothing.
        var gesture: CategoryGesture?

        var readable: Int { types.count { $0.answer.isPermitted } }
    }

    /// A profession for one type of document.
    struct Line: Sendable {
        let label: Phrase
        let answer: TypeRights.Answer
    }

    /// One of the holder's own professionals.
    struct Person: Sendable {
        let handle: Handle
        let name: String
        let profession: Phrase
        /// For a type: the answer for a new document of it.
        let answer: TypeRights.Answer?
        let readable: Int
        let all: Int
    }

    /// What was asked, with its answer.
    enum Result: Sendable {
        case nothing
        case profession(Phrase, [Category])
        /// Two professions side by side, category by category.
        case comparison((label: Phrase, categories: [Category]), (label: Phrase, categories: [Category]))
        case type(String, [Line])
    }

    let professions: [(value: String, label: Phrase)]
    let types: [Option]
    var chosenProfession = ""
    /// The profession that the chosen one is compared with.
    var comparedProfession = ""
    var chosenType = ""
    var result = Result.nothing
    /// The holder's own professionals concerned; nil for somebody who has not signed in.
    var people: [Person]?
    var notice: Phrase?

    var place: Place? { people == nil ? nil : .settings }
    var trail: [Crumb] {
        people == nil
            ? [Crumb(label: ShellText.home.phrase, path: Paths.home)]
            : [Crumb(label: SettingsText.title.phrase, path: Paths.settings)]
    }

    func heading(_ language: Language) -> String { RightsText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(RightsText.lead), class: "lead")
            choosing(frame)
            switch result {
            case .nothing: paragraph(frame(RightsText.chooseHint), class: "empty")
            case .profession(let label, let categories): professionTable(label, categories, frame)
            case .comparison(let one, let other): comparison(one, other, frame)
            case .type(let label, let lines): typeTable(label, lines, frame)
            }
            if let people, !isEmpty { own(people, frame) }
            if people == nil { paragraph(frame(RightsText.publicNote), class: "hint") }
            section("jamais", RightsText.never, frame, class: "panel") { paragraph(frame(RightsText.neverText)) }
        }
    }

    private var isEmpty: Bool { if case .nothing = result { true } else { false } }

    private func choosing(_ frame: Frame) -> Node {
        tag("div", .class("cards no-print")) {
            Forms.get(Paths.rights, legend: frame(RightsText.byProfession)) {
                Forms.select(
                    FormNames.profession,
                    frame(RightsText.profession),
                    [("", frame(RightsText.all))] + professions.map { ($0.value, frame($0.label)) },
                    chosen: chosenProfession
                )
                Forms.select(
                    FormNames.compared,
                    frame(RightsText.compareWith),
                    [("", frame(RightsText.nobodyElse))] + professions.map { ($0.value, frame($0.label)) },
                    chosen: comparedProfession
                )
                tag("div", .class("filter-end")) { Forms.submit(frame(RightsText.show)) }
            }
            Forms.get(Paths.rights, legend: frame(RightsText.byType)) {
                Forms.select(
                    FormNames.type,
                    frame(RightsText.type),
                    [("", frame(RightsText.all))] + types,
                    chosen: chosenType
                )
                tag("div", .class("filter-end")) { Forms.submit(frame(RightsText.show)) }
            }
        }
    }

    private func professionTable(_ label: Phrase, _ categories: [Category], _ frame: Frame) -> [Node] {
        nodes {
            tag("h2", .id("reponse")) { frame(label) }
            paragraph(frame(RightsText.legend))
            tag("table", .class("list stacked rights")) {
                tag("caption") { frame(RightsText.caption) }
                columns([RightsText.categoryColumn, .answerColumn], frame)
                tag("tbody") {
                    for category in categories {
                        tag("tr") {
                            tag("th", Attribute("scope", "row")) { category.label }
                            cell(RightsText.answerColumn, frame) { answer(category, frame) }
                        }
                    }
                }
            }
        }
    }

    func answer(_ category: Category, _ frame: Frame) -> [Node] {
        nodes {
            if category.readable == category.types.count {
                mark(.eye, frame(RightsText.reads), .good)
            } else if category.readable == 0 {
                mark(.hidden, frame(RightsText.readsNot), .quiet)
            } else {
                mark(.sheet, frame(RightsText.someTypes), .plain)
            }
            if let reason = category.types.first?.answer.reason,
                category.types.allSatisfy({ $0.answer.reason == reason })
            {
                tag("span", .class("reason")) { frame(reason) }
            }
            tag("details") {
                tag("summary") { frame(RightsText.detail(category.types.count)) }
                tag("ul", .class("plain")) {
                    for type in category.types {
                        tag("li") {
                            badge(type.answer, frame)
                            " " + type.label
                        }
                    }
                }
            }
            if let gesture = category.gesture {
                link(frame(gesture.label), to: gesture.path, class: "button quiet no-print")
            }
        }
    }

    private func badge(_ answer: TypeRights.Answer, _ frame: Frame) -> Node {
        answer.isPermitted
            ? mark(.eye, frame(RightsText.reads), .good) : mark(.hidden, frame(RightsText.readsNot), .quiet)
    }

    private func typeTable(_ label: String, _ lines: [Line], _ frame: Frame) -> [Node] {
        nodes {
            tag("h2", .id("reponse")) { label }
            paragraph(frame(RightsText.legend))
            tag("table", .class("list stacked rights")) {
                tag("caption") { frame(RightsText.typeCaption) }
                columns([RightsText.professionColumn, .answerColumn], frame)
                tag("tbody") {
                    for line in lines {
                        tag("tr") {
                            tag("th", Attribute("scope", "row")) { frame(line.label) }
                            cell(RightsText.answerColumn, frame) {
                                tag("span") {
                                    badge(line.answer, frame)
                                    tag("span", .class("reason")) { frame(line.answer.reason) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func own(_ people: [Person], _ frame: Frame) -> Node {
        section("les-votres", RightsText.yours, frame) {
            paragraph(frame(RightsText.yoursHint))
            if people.isEmpty {
                paragraph(frame(RightsText.noPerson), class: "empty")
            } else {
                tag("table", .class("list stacked rights")) {
                    tag("caption") { frame(RightsText.personCaption) }
                    columns([RightsText.personColumn, .professionColumn, .documentsColumn], frame)
                    tag("tbody") { for person in people { row(person, frame) } }
                }
            }
        }
    }

    private func row(_ person: Person, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                tag("a", .href(Paths.professional(person.handle))) { foreign(person.name) }
            }
            cell(RightsText.professionColumn, frame) { frame(person.profession) }
            cell(RightsText.documentsColumn, frame) {
                tag("span") {
                    if let answer = person.answer {
                        badge(answer, frame)
                        tag("span", .class("reason")) { frame(answer.reason) }
                    }
                    tag("span", .class("reason")) {
                        if let answer = person.answer, !answer.isPermitted, person.readable > 0 {
                            frame(RightsText.ownOnes(person.readable, of: person.all))
                        } else {
                            frame(EffectText.keeps(person.readable, of: person.all))
                        }
                    }
                }
            }
        }
    }
}

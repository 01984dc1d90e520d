import Foundation
import HealthRecord
import PageKit
import Wording

/// Page 17, somebody whom the record does not know yet: looked for by name in the deployment's directory.
struct SearchPage: Page {
    /// What was asked.
    struct Asked: Sendable {
        var name = ""
        var place = ""
    }

    /// Somebody found.
    struct Line: Sendable {
        let name: String
        let profession: Phrase
        let place: String
        /// What is sent back of him: sealed, so that nobody is made up.
        let sealed: String
        /// What may be decided about him now.
        let choices: [ProfessionalChoice]
        /// His page, where the record knows him.
        var handle: Handle?
    }

    enum State: Sendable {
        /// The deployment has no directory that can be asked.
        case noDirectory
        case form
        case unavailable
        case found([Line], areMore: Bool)
    }

    var asked = Asked()
    var state: State
    var faults: [FieldFault] = []

    var place: Place? { .professionals }
    var trail: [Crumb] { [Crumb(label: ShellText.professionals.phrase, path: Paths.professionals)] }

    func heading(_ language: Language) -> String { SearchText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if case .noDirectory = state {
                paragraph(frame(SearchText.noDirectory), class: "lead")
                paragraph(frame(SearchText.otherWay))
            } else {
                paragraph(frame(SearchText.lead), class: "lead")
                form(frame)
                answer(frame)
            }
        }
    }

    private func form(_ frame: Frame) -> Node {
        // Sent as a form: whom somebody looks for stands in no address and in no log.
        Forms.post(Paths.search, frame) {
            Field(
                name: FormNames.family,
                label: SearchText.name.phrase,
                hint: SearchText.nameHint.phrase,
                autocomplete: "off",
                value: asked.name,
                maximum: ProfessionalSearch.mostText
            ).node(frame, faults)
            Field(
                name: FormNames.whereabouts,
                label: SearchText.place.phrase,
                hint: SearchText.placeHint.phrase,
                autocomplete: "off",
                value: asked.place,
                isRequired: false,
                maximum: ProfessionalSearch.mostText
            ).node(frame, faults)
            tag("div", .class("buttons")) {
                Forms.submit(frame(SearchText.search))
                link(frame(SearchText.back), to: Paths.professionals, class: "button quiet")
            }
        }
    }

    private func answer(_ frame: Frame) -> [Node] {
        nodes {
            switch state {
            case .noDirectory, .form: nil
            case .unavailable: tag("p", .class("empty"), Attribute("role", "status")) { frame(SearchText.unavailable) }
            case .found(let lines, let areMore):
                section("trouves", SearchText.found, frame) {
                    tag("p", .class("count"), Attribute("role", "status")) {
                        lines.isEmpty ? frame(SearchText.nobody) : frame(SearchText.count(lines.count))
                    }
                    if areMore { paragraph(frame(SearchText.more), class: "hint") }
                    if !lines.isEmpty { table(lines, frame) }
                }
            }
        }
    }

    private func table(_ lines: [Line], _ frame: Frame) -> Node {
        tag("table", .class("list stacked")) {
            tag("caption") { frame(SearchText.caption) }
            columns([SearchText.nameColumn, .professionColumn, .placeColumn, .decideColumn], frame)
            tag("tbody") {
                for line in lines {
                    tag("tr") {
                        tag("th", Attribute("scope", "row")) {
                            if let handle = line.handle {
                                tag("a", .href(Paths.professional(handle))) { foreign(line.name) }
                            } else {
                                foreign(line.name)
                            }
                        }
                        cell(SearchText.professionColumn, frame) { frame(line.profession) }
                        cell(SearchText.placeColumn, frame) { foreign(line.place) }
                        cell(SearchText.decideColumn, frame) { decide(line, frame) }
                    }
                }
            }
        }
    }

    private func decide(_ line: Line, _ frame: Frame) -> [Node] {
        nodes {
            if line.choices.isEmpty { line.handle == nil ? "—" : frame(SearchText.known) }
            if !line.choices.isEmpty {
                tag("div", .class("buttons")) { for choice in line.choices { gesture(choice, line, frame) } }
            }
        }
    }

    private func gesture(_ choice: ProfessionalChoice, _ line: Line, _ frame: Frame) -> Node {
        Forms.post(Paths.found, frame, class: "inline") {
            Forms.hidden(FormNames.professional, line.sealed)
            Forms.hidden(FormNames.choice, choice.rawValue)
            Forms.submit(
                frame(choice.texts.action),
                class: "button quiet",
                Attribute("aria-label", frame(choice.texts.action) + ", " + line.name)
            )
        }
    }
}

extension ListedProfessional {
    /// Whether each word asked for is in the town, in the name of the place or in the profession, whatever the accents.
    func isAt(_ asked: String) -> Bool {
        func folded(_ text: String) -> String {
            text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        }
        let label = ProfessionText.label(profession)
        let words = [structure.name, town, label.french, label.english] + ProfessionText.otherNames(profession)
        let known = folded(words.joined(separator: " "))
        return folded(asked).split { !$0.isLetter && !$0.isNumber }.allSatisfy { known.contains($0) }
    }
}

import HealthRecord
import PageKit
import Wording

/// Page 16: the directives in force, those before them, and the ways to write them.
struct DirectivesPage: Page {
    /// One version.
    struct Version: Sendable {
        let id: UniqueID
        let date: Phrase
    }

    var current: Version?
    var earlier: [Version] = []
    /// Whether they are the own act of the one signed in.
    var mayDecide = true
    /// Whether the record's set keeps directives.
    var areKept = true
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { DirectivesText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        areKept || current != nil ? kept(frame) : notKept(frame)
    }

    private func notKept(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(DirectivesText.notKept), class: "lead")
            paragraph(frame(DirectivesText.notKeptWay))
            paragraph(frame(DirectivesText.noneHint), class: "hint")
        }
    }

    private func kept(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(DirectivesText.lead), class: "lead")
            section("en-vigueur", DirectivesText.current, frame, class: "panel") {
                if let current {
                    paragraph(frame(DirectivesText.date) + " " + frame(current.date))
                    tag("p") { link(frame(DirectivesText.see), to: Paths.document(current.id), class: "button quiet") }
                } else {
                    paragraph(frame(DirectivesText.none))
                    paragraph(frame(DirectivesText.noneHint), class: "hint")
                }
            }
            if mayDecide { ways(frame) } else { paragraph(frame(DirectivesText.ownAct), class: "hint") }
            section("lecteurs", DirectivesText.readers, frame, class: "panel") {
                paragraph(frame(DirectivesText.readersText))
            }
            section("versions", DirectivesText.earlier, frame, class: "panel") {
                if earlier.isEmpty {
                    paragraph(frame(DirectivesText.noEarlier))
                } else {
                    tag("ul") {
                        for version in earlier {
                            tag("li") { link(frame(version.date), to: Paths.document(version.id)) }
                        }
                    }
                }
            }
        }
    }

    private func ways(_ frame: Frame) -> Node {
        tag("ul", .class("cards no-print")) {
            if areKept {
                card(.pen, current == nil ? .write : .replace, .guidedLead, Paths.directivesWrite, frame)
                card(.plus, .upload, .uploadHint, Paths.directivesUpload, frame)
                card(.house, .placeOnly, .placeHint, Paths.directivesPlace, frame)
            }
            if current != nil { card(.archive, .revoke, .revokeLead, Paths.directivesRevoke, frame) }
        }
    }

    private func card(
        _ icon: Icon,
        _ title: DirectivesText,
        _ hint: DirectivesText,
        _ path: String,
        _ frame: Frame
    ) -> Node {
        tag("li", .class("card")) {
            icon.node
            tag("a", .href(path), .class("card-link")) { frame(title) }
            paragraph(frame(hint))
        }
    }
}

/// Answers to the guide's three questions.
struct DirectiveAnswers: Hashable, Sendable {
    /// The names of the three fields.
    static let names = ["reponse-1", "reponse-2", "reponse-3"]
    /// The most characters of one answer.
    static let most = 3000

    var texts = ["", "", ""]

    var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

    static let questions: [(title: DirectivesText, hint: DirectivesText)] = [
        (.question1, .hint1), (.question2, .hint2), (.question3, .hint3),
    ]

    /// The text that is filed, in French.
    func text(name: String, day: Phrase) -> String {
        var lines = ["DIRECTIVES ANTICIPÉES", "", DirectivesText.declaration(name, on: day).french, ""]
        for (question, answer) in zip(Self.questions, texts) where !answer.isEmpty {
            lines += [question.title.phrase.french + "\u{A0}:", answer, ""]
        }
        return lines.joined(separator: "\n")
    }
}

/// The guide of page 16.
struct DirectivesFormPage: Page {
    var answers = DirectiveAnswers()
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: DirectivesText.title.phrase, path: Paths.directives)] }

    func heading(_ language: Language) -> String { DirectivesText.guided(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(DirectivesText.guidedLead), class: "lead")
            Forms.post(Paths.directivesWrite, frame) {
                for (rank, question) in DirectiveAnswers.questions.enumerated() {
                    Forms.area(
                        DirectiveAnswers.names[rank],
                        frame(question.title),
                        answers.texts[rank],
                        hint: frame(question.hint),
                        rows: 5,
                        maximum: DirectiveAnswers.most,
                        faults: faults,
                        frame
                    )
                }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(DirectivesText.keep))
                    link(frame(DirectivesText.cancel), to: Paths.directives, class: "button quiet")
                }
            }
        }
    }
}

/// The directives as they will be filed, to be read once more.
struct DirectivesSummaryPage: Page {
    let text: String
    let replaces: Bool
    /// What goes along, where it goes, and where it can be changed.
    let carried: [(name: String, value: String)]
    var action = Paths.directivesSummary
    var again = Paths.directivesAgain
    var confirm = DirectivesText.keepConfirm
    var title = DirectivesText.summary

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: DirectivesText.title.phrase, path: Paths.directives)] }

    func heading(_ language: Language) -> String { title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("div", .class("panel letter")) {
                for line in text.split(separator: "\n") { tag("p") { foreign(String(line)) } }
            }
            if replaces { paragraph(frame(DirectivesText.replaced)) }
            paragraph(frame(DirectivesText.readersText))
            paragraph(frame(EffectText.undo), class: "hint")
            Forms.post(action, frame) {
                for pair in carried { Forms.hidden(pair.name, pair.value) }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(confirm))
                    Forms.submit(
                        frame(DirectivesText.back),
                        class: "button quiet",
                        Attribute("formaction", again)
                    )
                }
            }
        }
    }
}

/// Directives already written, as a file.
struct DirectivesUploadPage: Page {
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: DirectivesText.title.phrase, path: Paths.directives)] }

    func heading(_ language: Language) -> String { DirectivesText.upload(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(DirectivesText.uploadHint), class: "lead")
            paragraph(frame(AddingText.formats))
            Forms.upload(Paths.directivesUpload, frame) {
                Forms.file(
                    FormNames.file,
                    frame(AddingText.file),
                    hint: frame(AddingText.fileHint),
                    accept: OwnFile.accepted,
                    faults: faults,
                    frame
                )
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AddingText.add))
                    link(frame(DirectivesText.cancel), to: Paths.directives, class: "button quiet")
                }
            }
        }
    }
}

import Custody
import HealthRecord
import PageKit
import Wording

/// Page 1: what the card says.
struct ConnectionPage: Page {
    /// What the connection showed.
    enum Card: Sendable {
        case absent
        case refused(CardText)
        /// A card in force, with the name of its only situation.
        case known(CareHolder, key: String)
    }

    let card: Card
    /// The name of what software asked for.
    var arrival: String?

    var place: Place? { .connection }

    func heading(_ language: Language) -> String { CareSignInText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareSignInText.lead), class: "lead")
            switch card {
            case .absent: trouble(CareSignInText.noCardTitle.phrase, CareSignInText.noCard.phrase, frame)
            case .refused(let text): trouble(text.phrase, text.remedy, frame)
            case .known(let holder, let key): known(holder, key, frame)
            }
            section("comment", CareSignInText.howTo, frame, class: "panel") {
                tag("ol") {
                    tag("li") { frame(CareSignInText.insert) }
                    tag("li") { frame(CareSignInText.choose) }
                    tag("li") { frame(CareSignInText.pin) }
                }
            }
        }
    }

    private func trouble(_ title: Phrase, _ remedy: Phrase, _ frame: Frame) -> Node {
        tag("section", .class("panel alert"), .labelled(by: "carte"), Attribute("role", "status")) {
            tag("h2", .id("carte")) {
                Icon.alarm.node
                " " + frame(title)
            }
            paragraph(frame(remedy))
            tag("p") { link(frame(CareSignInText.again), to: Paths.home, class: "button") }
        }
    }

    private func known(_ holder: CareHolder, _ key: String, _ frame: Frame) -> Node {
        section("carte", CareSignInText.known, frame, class: "panel") {
            tag("dl") {
                tag("div") {
                    tag("dt") { frame(CareSignInText.identity) }
                    tag("dd") { foreign(holder.name.spoken) }
                }
                if let situation = holder.situations.first {
                    tag("div") {
                        tag("dt") { frame(CareShellText.situation) }
                        tag("dd") { frame(CareSignInText.situation(situation)) }
                    }
                }
            }
            if holder.kind == .employee { paragraph(frame(CareSignInText.employeeHint), class: "hint") }
            Forms.post(Paths.signIn, frame, class: "inline") {
                Forms.hidden(Names.situation, key)
                if let arrival { Forms.hidden(Names.arrival, arrival) }
                Forms.submit(frame(CareSignInText.enter))
            }
        }
    }
}

/// Page 2: where the holder acts now.
struct SituationPage: Page {
    let options: [(value: String, label: Phrase)]
    let chosen: String?
    let isUsual: Bool
    let isDesk: Bool
    var arrival: String?
    var faults: [FieldFault] = []

    var place: Place? { .situation }

    func heading(_ language: Language) -> String { CareSignInText.situationTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareSignInText.situationLead), class: "lead")
            if isDesk { paragraph(frame(CareSignInText.employeeHint), class: "hint") }
            Forms.post(Paths.signIn, frame) {
                if let arrival { Forms.hidden(Names.arrival, arrival) }
                Forms.radios(
                    Names.situation,
                    frame(CareSignInText.situation),
                    options.map { (value: $0.value, label: frame($0.label)) },
                    chosen: chosen,
                    faults: faults,
                    frame
                )
                Forms.box(Names.keep, frame(CareSignInText.keep), isTicked: isUsual, frame)
                Forms.submit(frame(CareSignInText.go))
            }
        }
    }
}

/// The end of a session.
struct GoodbyePage: Page {
    func heading(_ language: Language) -> String { CareSignInText.goodbyeTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareSignInText.goodbye), class: "lead")
            paragraph(frame(CareSignInText.goodbyeCard))
            tag("p") { link(frame(CareSignInText.signInAgain), to: Paths.home, class: "button") }
        }
    }
}

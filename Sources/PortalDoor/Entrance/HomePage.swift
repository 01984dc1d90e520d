import PageKit
import Wording

/// Page 1: the public first page.
struct HomePage: Page {
    var place: Place? { .home }

    func heading(_ language: Language) -> String { HomeText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(HomeText.lead), class: "lead")
            tag("section", .labelled(by: "actions")) {
                tag("h2", .id("actions")) { frame(HomeText.actions) }
                tag("ul", .class("cards")) {
                    card(.signIn, HomeText.signInHint, Paths.signIn, .key, frame)
                    card(.openRecord, HomeText.openHint, Paths.opening, .sheet, frame)
                    card(.activateAccess, HomeText.activateHint, Paths.activation, .check, frame)
                }
            }
            tag("section", .labelled(by: "autres")) {
                tag("h2", .id("autres")) { frame(HomeText.otherSteps) }
                tag("ul", .class("cards")) {
                    card(.objectToOpening, HomeText.objectHint, Paths.objection, .hidden, frame)
                    card(.activateOpened, HomeText.openedHint, Paths.firstAccess, .check, frame)
                    card(.actForSomebody, HomeText.actHint, Paths.newRepresentative, .people, frame)
                }
            }
            tag("section", .labelled(by: "bref")) {
                tag("h2", .id("bref")) { frame(HomeText.inBrief) }
                tag("ol", .class("sentences")) {
                    for sentence in HomeText.sentences { tag("li") { frame(sentence) } }
                }
            }
        }
    }

    private func card(_ action: ActionText, _ hint: HomeText, _ path: String, _ icon: Icon, _ frame: Frame) -> Node {
        tag("li", .class("card")) {
            icon.node
            tag("a", .href(path), .class("card-link")) { frame(action) }
            paragraph(frame(hint))
        }
    }
}

import PageKit
import Wording

/// Pages about the site.
struct StaticPage: Page {
    enum Subject: Sendable { case help, accessibility }

    let subject: Subject
    let phone: String

    var place: Place? { subject == .help ? .help : nil }

    func heading(_ language: Language) -> String {
        switch subject {
        case .help: CareStaticText.helpTitle(language)
        case .accessibility: CareStaticText.accessTitle(language)
        }
    }

    func content(_ frame: Frame) -> [Node] {
        switch subject {
        case .help:
            nodes {
                for (title, text) in [
                    (CareStaticText.card, CareStaticText.cardText), (.patient, .patientText), (.hidden, .hiddenText),
                ] {
                    tag("h2") { frame(title) }
                    paragraph(frame(text))
                }
                if !phone.isEmpty {
                    tag("h2") { frame(CareStaticText.support) }
                    paragraph(phone, class: "big")
                }
            }
        case .accessibility:
            nodes {
                for text in [CareStaticText.access, .accessScope, .accessReport] { paragraph(frame(text)) }
                if !phone.isEmpty { paragraph(phone) }
            }
        }
    }
}

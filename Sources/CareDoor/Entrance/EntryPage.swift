import PageKit
import Wording

/// The way in that a professional's software has opened; it is used up by the button alone.
struct EntryPage: Page {
    /// Its own address.
    let path: String

    func heading(_ language: Language) -> String { CareEntryText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareEntryText.lead), class: "lead")
            Forms.post(path, frame, class: "buttons") { Forms.submit(frame(CareEntryText.enter)) }
        }
    }
}

/// A way in that is unknown, used or over: one page, which tells none of the three.
struct EntryOverPage: Page {
    func heading(_ language: Language) -> String { CareEntryText.overTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes { paragraph(frame(CareEntryText.over), class: "lead") }
    }
}

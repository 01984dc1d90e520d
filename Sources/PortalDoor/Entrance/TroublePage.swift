import PageKit
import Wording

/// Page 32: what went wrong, and one clear way out.
struct TroublePage: Page {
    enum Trouble: Hashable, Sendable, CaseIterable {
        case ended, needed, notFound, tooMany, paused, refused, minor, stale, incomplete, bad, conflict, tooMuch
    }

    let trouble: Trouble
    /// How long to wait, in seconds.
    var wait: Int?
    /// The page from which one came, where there is one to try again on.
    var back: String?
    /// What was written in a form that came too late, to be copied before it is gone.
    var written: [String] = []
    /// How far an order over many documents came, where it stopped on its way.
    var progress: ChangeProgress?
    /// What the help desk can look up.
    var incident: String?

    func heading(_ language: Language) -> String { texts.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(texts.text), class: "lead")
            if let progress {
                if progress.keepsChoice { paragraph(frame(TroubleText.kept)) }
                paragraph(
                    frame(
                        TroubleText.stopped(after: progress.changed, of: progress.asked, orMore: progress.isLeast)
                    )
                )
                if let advice { paragraph(frame(advice)) }
            }
            if let wait { paragraph(frame(TroubleText.wait(seconds: wait))) }
            for text in written.filter({ !$0.trimmed.isEmpty }) {
                tag("section", .class("panel")) {
                    tag("h2") { frame(TroubleText.written) }
                    paragraph(frame(TroubleText.writtenHint))
                    tag("div", .class("information")) {
                        for line in text.split(whereSeparator: \.isNewline) { paragraph(String(line)) }
                    }
                }
            }
            if let incident { paragraph(frame(TroubleText.incident(incident))) }
            tag("p") { link(frame(way.label), to: way.path, class: "button") }
            if trouble == .ended {
                tag("p") { link(frame(HelpText.deathTitle), to: Paths.helpAfterDeath) }
            }
            tag("p") { link(frame(ShellText.help), to: Paths.help) }
        }
    }

    private var texts: (title: TroubleText, text: TroubleText) {
        guard let progress else { return cause }
        // Half of it is done, whatever stopped the rest: what the cause says alone would deny that.
        return (progress.changed == 0 && progress.keepsChoice ? .keptTitle : .partTitle, .part)
    }

    /// What a cause asks for that stands beside what is done and denies nothing of it.
    private var advice: TroubleText? {
        switch trouble {
        case .ended, .tooMany, .paused, .incomplete: cause.text
        case .needed, .notFound, .refused, .minor, .stale, .bad, .conflict, .tooMuch: nil
        }
    }

    private var cause: (title: TroubleText, text: TroubleText) {
        switch trouble {
        case .ended: (.endedTitle, .ended)
        case .needed: (.neededTitle, .needed)
        case .notFound: (.notFoundTitle, .notFound)
        case .tooMany: (.tooManyTitle, .tooMany)
        case .paused: (.pausedTitle, .paused)
        case .refused: (.refusedTitle, .refused)
        case .minor: (.minorTitle, .minor)
        case .stale: (.staleTitle, .stale)
        case .incomplete: (.incompleteTitle, .incomplete)
        case .bad: (.badTitle, .bad)
        case .conflict: (.conflictTitle, .conflict)
        case .tooMuch: (.tooMuchTitle, .tooMuch)
        }
    }

    private var way: (label: Phrase, path: String) {
        if let back { return (TroubleText.back.phrase, back) }
        return switch trouble {
        case .ended: (TroubleText.signInAgain.phrase, Paths.signIn)
        case .needed: (ActionText.signIn.phrase, Paths.signIn)
        case .minor: (ShellText.contact.phrase, Paths.contact)
        case .refused, .conflict, .tooMuch: (TroubleText.toRecord.phrase, Paths.record)
        case .notFound, .tooMany, .paused, .stale, .incomplete, .bad: (TroubleText.toHome.phrase, Paths.home)
        }
    }
}

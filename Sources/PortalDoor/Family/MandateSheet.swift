import HealthRecord
import PrintedPages
import Wording

/// What somebody who acts for another can show on paper: who, for whom, in what quality, until when, and what that lets him
/// do (identity and experience § 2.5, *justificatif*).
///
/// No matricule stands on it: it is shown to people who have no business with one.
struct MandateSheet: Sendable {
    let mandate: Representative
    let holder: PersonName
    let holderBirth: CalendarDate
    let service: ServiceSheet
    let now: Instant
    /// When the mandate ended, on the proof of its end.
    var ended: Instant?

    /// The file, in one language; the same words on the same day give the same bytes.
    func printed(_ language: Language) throws(PDFError) -> [UInt8] {
        let title = ended == nil ? MandateText.title : .endedTitle
        let pen = PaperPen(title: title(language), day: ParisTime.civil(now).date.iso8601)
        for (rank, line) in service.senderLines.enumerated() {
            pen.put("P", line, rank == 0 ? .sans(11, .bold) : .sans(10), after: 0)
        }
        pen.skip(22)
        pen.put("H1", title(language), .sans(17, .bold), after: 12)
        pen.put("P", (ended == nil ? MandateText.lead : .endedLead)(language), .sans(12), after: 14)
        for (label, value) in facts(language) {
            pen.put("H2", label, .sans(10, .bold), after: 0)
            pen.put("P", value, .sans(13), after: 8)
        }
        for (title, items) in [(MandateText.may, rights.may), (.mayNot, rights.mayNot)] where !items.isEmpty {
            pen.put("H2", title(language), .sans(12, .bold), after: 2)
            for item in items { pen.put("P", "– " + item(language), .sans(12), indent: 10, after: 2) }
            pen.skip(8)
        }
        pen.rule()
        let notes: [MandateText] = ended == nil ? [.traced, .check, .notSignature] : [.traced, .notSignature]
        for text in notes { pen.put("P", text(language), .sans(10), after: 4) }
        pen.put("P", MandateText.issued(DateText.date(now), number: mandate.id.text)[language], .sans(10))
        return try pen.finish()
    }

    private func facts(_ language: Language) -> [(String, String)] {
        // A name longer than any name leaves the rest of the page its room.
        func spoken(_ name: PersonName) -> String { String(name.spoken.prefix(160)) }
        return [
            (MandateText.person(language), MandateText.born(spoken(mandate.name), on: mandate.birthDate)[language]),
            (MandateText.holder(language), MandateText.born(spoken(holder), on: holderBirth)[language]),
            (MandateText.kind(language), mandate.kind.text(language)),
            (MandateText.since(language), DateText.date(mandate.since)[language]),
            end(language),
        ]
    }

    private func end(_ language: Language) -> (String, String) {
        if let ended { return (MandateText.endedOn(language), DateText.date(ended)[language]) }
        let until = mandate.until.map { DateText.date($0)[language] }
        return (MandateText.until(language), until ?? MandateText.noEnd(language))
    }

    /// What the mandate lets its bearer do, as the law and a court have it.
    private var rights: (may: [MandateText], mayNot: [MandateText]) {
        // An access that is over lets nobody do anything.
        guard ended == nil else { return ([], []) }
        let (limits, isCarer) = (mandate.limits, mandate.kind == .carer)
        let documents = !limits.contains(.noDocuments)
        let sharing = !isCarer && !limits.contains(.noSharing)
        let wishes = !isCarer && !limits.contains(.noWishes)
        let may: [(MandateText, Bool)] = [
            (.reads, documents), (.adds, documents), (.history, true), (.sharing, sharing), (.wishes, wishes),
        ]
        let mayNot: [(MandateText, Bool)] = [
            (.notDocuments, !documents), (.notSharing, !sharing), (.notAccount, true), (.notClose, isCarer),
            (.notWishes, !isCarer && !wishes),
        ]
        return (may.filter(\.1).map(\.0), mayNot.filter(\.1).map(\.0))
    }
}

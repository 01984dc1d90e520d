import HealthRecord
import PageKit
import Wording

/// What a person says of a file that he adds.
struct OwnEntry: Hashable, Sendable, Codable {
    var title = ""
    var kind: OwnDocumentKind?
    /// The day of what it tells, as it was written; empty for today.
    var date = ""
    var isMasked = false
    /// Whether it is closed to those who act for the holder.
    var isClosed = false

    var visibility: Visibility {
        var visibility: Visibility = isMasked ? [.maskedToProfessionals] : []
        if isClosed { visibility.insert(.hiddenFromRepresentatives) }
        return visibility
    }

    /// The fields again, for the form that confirms.
    var pairs: [(name: String, value: String)] {
        [
            (FormNames.title, title), (FormNames.category, kind?.rawValue ?? ""), (FormNames.actDate, date),
            (FormNames.visibility, isMasked ? "masque" : "visible"),
        ] + (isClosed ? [(FormNames.closed, "oui")] : [])
    }

    /// Most characters of a title typed here.
    static let mostTitle = 100

    /// Whether a text, trimmed, is a title: one line, not too long.
    static func isTitle(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.count <= mostTitle && !text.contains(where: \.isNewline)
    }

    /// Reads a form, with what is wrong with it.
    static func read(_ text: (String) -> String?, today: CalendarDate) -> (entered: OwnEntry, faults: [FieldFault]) {
        let entered = OwnEntry(
            title: String((text(FormNames.title)?.trimmed ?? "").prefix(400)),
            kind: text(FormNames.category).flatMap(OwnDocumentKind.init),
            date: String((text(FormNames.actDate)?.trimmed ?? "").prefix(Entries.Longest.date)),
            isMasked: text(FormNames.visibility) == "masque",
            isClosed: text(FormNames.closed) == "oui"
        )
        var faults: [FieldFault] = []
        if !isTitle(entered.title) {
            faults.append(FieldFault(FormNames.title, AddingText.nameMissing.phrase))
        }
        if entered.kind == nil { faults.append(FieldFault(FormNames.category, AddingText.kindMissing.phrase)) }
        if !entered.date.isEmpty {
            let day = Entries.date(entered.date)
            if day.map({ $0 > today }) ?? true {
                faults.append(
                    FieldFault(FormNames.actDate, (day == nil ? FieldText.dateFault : .dateAhead).phrase)
                )
            }
        }
        return (entered, faults)
    }
}

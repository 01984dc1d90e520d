import HealthRecord
import PageKit
import Wording

/// From entries to what pages say of them.
extension PortalDoor {
    func line(_ entry: DocumentEntry, newSince: Instant? = nil) -> DocumentLine {
        DocumentLine(
            id: entry.id,
            title: entry.title,
            date: date(entry.serviceStart ?? entry.creationTime),
            author: author(entry),
            category: valueSets.plainCategory(entry.classCode),
            states: DocumentState.states(of: entry),
            isNew: newSince.map { entry.depositedAt > $0 } ?? false
        )
    }

    func author(_ entry: DocumentEntry) -> String {
        guard let author = entry.authors.first else { return DocumentsPageText.unknownAuthor.phrase.french }
        let name = author.name.spoken
        return name.isEmpty ? author.institutions.first?.name ?? "" : title(of: author) + name
    }

    private func title(of author: Author) -> String {
        // The author's specialty starts with the profession, `G15_10/SM26` (JDV_J01).
        let role = author.specialty?.value.split(separator: "/").first.map(String.init) ?? ""
        return ["G15_10", "G15_21", "G15_40"].contains(role) ? "Dr\u{A0}" : ""
    }

    /// A day, in France where the hour is known.
    func date(_ time: HL7Time) -> Phrase { DateText.date(DateText.day(of: time)) }
}

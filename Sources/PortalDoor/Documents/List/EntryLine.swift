import ClinicalDocuments
import HealthRecord
import Wording

/// From entries to what pages say of them.
extension PortalDoor {
    func line(_ entry: DocumentEntry, newSince: Instant? = nil) -> DocumentLine {
        DocumentLine(
            id: entry.id,
            title: entry.title,
            date: date(entry.serviceStart ?? entry.creationTime),
            author: author(entry),
            category: category(entry.classCode),
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

    func category(_ code: Code) -> String {
        if code.value == Self.signatureClass { return ServiceText.lotSignature(.french) }
        return Typography.french(valueSets.label(code, in: .classCode) ?? code.label ?? code.value)
    }

    /// The class of a lot's signature, which the value set names in English alone (JDV_J57).
    private static let signatureClass = "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1"

    func type(_ code: Code) -> String {
        if code.value == "E1762", code.system == "ASTM" { return ServiceText.lotSignature(.french) }
        let label = Typography.french(valueSets.label(code, in: .type) ?? code.label ?? code.value)
        // The value set's own abbreviation of *compte rendu*.
        return label.hasPrefix("CR ") ? "Compte rendu " + label.dropFirst(3) : label
    }

    /// A day, in France where the hour is known.
    func date(_ time: HL7Time) -> Phrase {
        time.precision < .hour ? DateText.date(time.start.date) : DateText.date(time.start)
    }
}

import ClinicalDocuments
import HealthRecord
import PageKit
import RecordService
import Wording

/// From entries to what pages say of them.
extension CareDoor {
    func line(_ entry: DocumentEntry, _ now: Consultation) -> DocumentLine {
        DocumentLine(
            id: entry.id,
            title: entry.title,
            date: date(entry.serviceStart ?? entry.creationTime),
            author: author(entry),
            specialty: specialty(entry),
            type: valueSets.officialType(entry.typeCode),
            category: (entry.classCode.value, valueSets.officialCategory(entry.classCode)),
            states: DocumentMark.marks(of: entry, isMine: isMine(entry, now.stay))
        )
    }

    func isMine(_ entry: DocumentEntry, _ stay: Stay) -> Bool {
        guard let person = stay.actor.person else { return false }
        return entry.authors.contains { $0.professional == person }
    }

    func author(_ entry: DocumentEntry) -> String {
        guard let author = entry.authors.first else { return DocumentsPageText.unknownAuthor.phrase.french }
        let name = author.name.spoken
        guard !name.isEmpty else { return author.institutions.first?.name ?? "" }
        // The author's specialty starts with the profession, `G15_10/SM26` (JDV_J01).
        let role = author.specialty?.value.split(separator: "/").first.map(String.init) ?? ""
        return (["G15_10", "G15_21", "G15_40"].contains(role) ? "Dr\u{A0}" : "") + name
    }

    /// The specialty of who wrote it; nil where nothing says one.
    func specialty(_ entry: DocumentEntry) -> Phrase? {
        guard let code = entry.authors.first?.specialty else { return nil }
        let french = Typography.french(Self.bare(valueSets.label(code, in: .authorSpecialty) ?? code.label ?? ""))
        return french.isEmpty ? nil : Phrase("\(french)", "\(Self.english(code) ?? french)")
    }

    /// A physician's specialty in English, which the value set has not: `G15_10/SM26` (JDV_J01).
    private static func english(_ code: Code) -> String? {
        guard code.value.hasPrefix("G15_10/") else { return nil }
        return SpecialtyText.physician(Code(String(code.value.dropFirst("G15_10/".count)), CodeSystem.specialty))?
            .capitalised.english
    }

    /// `Médecin - Biologie médicale (SM)` as colleagues say it: the table of specialties is nobody's news.
    private static func bare(_ label: String) -> String {
        guard label.hasPrefix("Médecin - ") else { return label }
        let specialty = label.dropFirst("Médecin - ".count)
        return String(specialty.hasSuffix(" (SM)") ? specialty.dropLast(" (SM)".count) : specialty)
    }

    /// A day, in France where the hour is known.
    func date(_ time: HL7Time) -> Phrase { DateText.date(day(time)) }

    func day(_ time: HL7Time) -> CalendarDate { DateText.day(of: time) }
}

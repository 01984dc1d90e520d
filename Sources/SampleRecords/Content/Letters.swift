internal import HealthRecord

/// Letters and reports that are pages.
enum Letters {
    static func page(
        _ title: String,
        _ paragraphs: [String],
        conclusion: String,
        patient: SamplePatient,
        author: SampleProfessional,
        at time: Instant
    ) -> CDAContent {
        let name = patient.traits.name
        let born = FrenchText.date(patient.traits.birthDate)
        let agreement = patient.traits.sex == .female ? "née" : "né"
        var blocks: [PDFBlock] = [
            .letterhead(
                name: author.name.spoken,
                lines: [author.authorSpecialty.label ?? "", author.workplace.structure.name] + author.workplace.address
            ),
            .address([name.spoken] + patient.traits.address),
            .paragraph("Le \(FrenchText.date(ParisTime.date(time)))"),
            .title(title),
            .paragraph("Patient\u{A0}: \(name.spoken), \(agreement) le \(born)."),
        ]
        blocks += paragraphs.map(PDFBlock.paragraph)
        blocks += [.heading("Conclusion"), .paragraph(conclusion), .space(20), .paragraph(author.name.spoken)]
        return .page(
            PDFPage(
                title: title,
                author: author.workplace.structure.name,
                blocks: blocks,
                footer: "Document fictif — personnes et structures imaginaires"
            )
        )
    }

    /// Sections of words without statements.
    static func sections(model: String?, _ parts: [(code: String, title: String, text: [String])]) -> CDAContent {
        .sections(
            model: model.flatMap { OID($0) },
            parts.map { part in
                CDASection(
                    code: Code(part.code, CodeSystem.loinc, label: part.title),
                    title: part.title,
                    blocks: part.text.count > 1 ? [.list(part.text)] : part.text.map(CDABlock.paragraph)
                )
            }
        )
    }
}

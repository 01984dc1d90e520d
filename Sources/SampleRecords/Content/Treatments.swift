internal import HealthRecord

/// Prescriptions, dispensations and vaccinations.
enum Treatments {
    static func prescription(_ drugs: [PrescribedDrug], at time: Instant) -> CDAContent {
        .sections(
            model: OID(literal: "1.2.250.1.213.1.1.1.39"),
            [
                CDASection(
                    code: Code("57828-6", CodeSystem.loinc, label: "Prescription"),
                    title: "Prescription",
                    blocks: [table("Médicaments prescrits", drugs), .paragraph("À renouveler selon avis médical.")],
                    entries: drugs.map { entry($0, at: time) }
                )
            ]
        )
    }

    static func dispensation(_ drugs: [PrescribedDrug], at time: Instant) -> CDAContent {
        .sections(
            model: OID(literal: "1.2.250.1.213.1.1.1.54"),
            [
                CDASection(
                    code: Code("60590-7", CodeSystem.loinc, label: "Dispensation de médicaments"),
                    title: "Médicaments délivrés",
                    blocks: [
                        table("Médicaments délivrés", drugs),
                        .paragraph("Conseils donnés au comptoir\u{A0}; aucune interaction relevée."),
                    ],
                    entries: drugs.map { entry($0, at: time) }
                )
            ]
        )
    }

    static func vaccinations(_ vaccines: [Vaccine], model: Vaccine.Model) -> CDAContent {
        .sections(
            model: model.template,
            [
                CDASection(
                    code: Code("11369-6", CodeSystem.loinc, label: "Vaccinations"),
                    title: "Vaccinations",
                    blocks: [
                        .table(
                            caption: "Vaccins reçus",
                            head: ["Vaccin", "Date", "Lot"],
                            rows: vaccines.map {
                                [$0.name, FrenchText.date(ParisTime.date($0.time)), $0.lot]
                            }
                        )
                    ],
                    entries: vaccines.map {
                        .vaccination(code: $0.code, name: $0.name, time: $0.time, lot: $0.lot)
                    }
                )
            ]
        )
    }

    private static func table(_ caption: String, _ drugs: [PrescribedDrug]) -> CDABlock {
        .table(
            caption: caption,
            head: ["Médicament", "Posologie", "Durée"],
            rows: drugs.map { [$0.name, $0.instructions, "\($0.days)\u{A0}jours"] }
        )
    }

    private static func entry(_ drug: PrescribedDrug, at time: Instant) -> CDAEntry {
        .medication(
            code: nil,
            name: drug.name,
            start: time,
            stop: time.advanced(bySeconds: Int64(drug.days) * 86_400),
            dose: drug.dose,
            unit: drug.unit
        )
    }
}

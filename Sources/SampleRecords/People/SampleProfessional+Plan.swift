internal import HealthRecord

extension SampleProfessional {
    /// TRE_G05, sub-sections of the pharmacists' register.
    private static let pharmacySection = "1.2.250.1.71.4.2.6"

    static func plan(_ structures: [SampleStructure]) -> [SampleProfessional] {
        let maker = Maker(places: Dictionary(structures.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
        let specialty = CodeSystem.specialty
        return [
            maker(
                "gp",
                1,
                "Vasseur",
                "Claire",
                "10",
                "Médecin",
                Code("SM26", specialty, label: "Qualifié en Médecine Générale (SM)"),
                "practice",
                "Médecin - Qualifié en Médecine Générale (SM)"
            ),
            maker(
                "cardiologist",
                2,
                "Okonkwo",
                "Samuel",
                "10",
                "Médecin",
                Code("SM04", specialty, label: "Cardiologie et maladies vasculaires (SM)"),
                "hospital",
                "Médecin - Cardiologie et maladies vasculaires (SM)"
            ),
            maker(
                "pharmacist",
                3,
                "Delaunay",
                "Hélène",
                "21",
                "Pharmacien",
                Code("A", pharmacySection, label: "Pharmacien titulaire d'officine"),
                "pharmacy",
                "Pharmacien titulaire d'officine"
            ),
            maker("nurse", 4, "Roussel", "Bruno", "60", "Infirmier", nil, "practice", "Infirmier"),
            maker("midwife", 5, "Charpentier", "Louise", "50", "Sage-Femme", nil, "practice", "Sage-Femme"),
            maker(
                "dentist",
                6,
                "Nguyen",
                "Thomas",
                "40",
                "Chirurgien-Dentiste",
                nil,
                "practice",
                "Chirurgien-Dentiste"
            ),
            maker(
                "physiotherapist",
                7,
                "Lemaire",
                "Sonia",
                "70",
                "Masseur-Kinésithérapeute",
                nil,
                "practice",
                "Masseur-Kinésithérapeute"
            ),
            maker(
                "regulator",
                8,
                "Besson",
                "Karim",
                "10",
                "Médecin",
                Code("SM59", specialty, label: "Médecine d'urgence (SM)"),
                "samu",
                "Médecin - Médecine d'urgence (SM)"
            ),
            maker(
                "occupational",
                9,
                "Marchand",
                "Odile",
                "10",
                "Médecin",
                Code("SM25", specialty, label: "Médecine du travail (SM)"),
                "work",
                "Médecin - Médecine du travail (SM)"
            ),
            maker.secretary("secretary", "Petitjean", "Nadine", "hospital"),
            maker(
                "biologist",
                11,
                "Ferrand",
                "Isabelle",
                "10",
                "Médecin",
                Code("SM03", specialty, label: "Biologie médicale (SM)"),
                "laboratory",
                "Médecin - Biologie médicale (SM)"
            ),
            maker(
                "radiologist",
                12,
                "Diallo",
                "Mariama",
                "10",
                "Médecin",
                Code("SM44", specialty, label: "Radio-diagnostic (SM)"),
                "hospital",
                "Médecin - Radio-diagnostic (SM)"
            ),
            maker(
                "surgeon",
                13,
                "Castel",
                "Étienne",
                "10",
                "Médecin",
                Code("SM08", specialty, label: "Chirurgie orthopédique et Traumatologie (SM)"),
                "hospital",
                "Médecin - Chirurgie orthopédique et Traumatologie (SM)"
            ),
            maker(
                "pathologist",
                14,
                "Weber",
                "Anne",
                "10",
                "Médecin",
                Code("SM01", specialty, label: "Anatomie et Cytologie pathologiques (SM)"),
                "hospital",
                "Médecin - Anatomie et Cytologie pathologiques (SM)"
            ),
        ].compactMap(\.self)
    }

    private struct Maker {
        let places: [String: SampleStructure]

        func callAsFunction(
            _ key: String,
            _ rank: Int,
            _ family: String,
            _ given: String,
            _ role: String,
            _ roleLabel: String,
            _ specialty: Code?,
            _ place: String,
            _ authorLabel: String
        ) -> SampleProfessional? {
            guard let rpps = SampleIdentifiers.rpps(rank), let workplace = places[place] else { return nil }
            let profession = Profession(
                role: Code(role, CodeSystem.profession, label: roleLabel),
                specialty: specialty
            )
            return SampleProfessional(
                key: key,
                id: ProfessionalID(rpps),
                name: PersonName(family: family, given: given),
                profession: profession,
                holder: .professional,
                workplace: workplace,
                authorSpecialty: Code(profession.matrixKey, CodeSystem.authorSpecialty, label: authorLabel)
            )
        }

        /// Somebody with a card of the establishment (CPE), known by its FINESS and an internal number.
        func secretary(_ key: String, _ family: String, _ given: String, _ place: String) -> SampleProfessional? {
            guard let workplace = places[place],
                let id = ProfessionalID("3" + workplace.structure.id.text.dropFirst() + "/CPET0001")
            else { return nil }
            let role = Code("SECRETARIAT_MEDICAL", CodeSystem.nonProfession, label: "Secrétariat médical")
            return SampleProfessional(
                key: key,
                id: id,
                name: PersonName(family: family, given: given),
                profession: Profession(role: role),
                holder: .employee,
                workplace: workplace,
                authorSpecialty: role
            )
        }
    }
}

internal import HealthRecord

extension DocumentPlanner {
    private static let treating = Code("PCP", "2.16.840.1.113883.5.88", label: "Médecin traitant")
    private static let synthesisModel = "1.2.250.1.213.1.1.1.13"

    mutating func planDiabetes() {
        biology(
            [
                Course(.glucose, from: 1.62, to: 1.18, swing: 0.08), Course(.hba1c, from: 8.1, to: 6.7, swing: 0.2),
                Course(.cholesterol, from: 2.4, to: 1.9, swing: 0.1), Course(.ldl, from: 1.5, to: 1.05, swing: 0.08),
                Course(.hdl, from: 0.45, to: 0.5, swing: 0.03), Course(.creatinine, from: 78, to: 84, swing: 4),
            ],
            count: 8,
            every: 92,
            lastDaysAgo: 21
        )
        let first = sections(
            SampleType.synthesis,
            "Volet de synthèse médicale",
            by: "gp",
            daysAgo: 400,
            model: Self.synthesisModel,
            role: Self.treating,
            [
                ("11450-4", "Problèmes actifs", ["Diabète de type 2 depuis 2014", "Hypertension artérielle"]),
                ("48765-2", "Allergies", ["Aucune allergie connue"]),
                ("10160-0", "Traitements au long cours", ["Metformine 850 mg matin et soir"]),
            ]
        )
        sections(
            SampleType.synthesis,
            "Volet de synthèse médicale",
            by: "gp",
            daysAgo: 35,
            model: Self.synthesisModel,
            role: Self.treating,
            replacing: first,
            [
                ("11450-4", "Problèmes actifs", ["Diabète de type 2 équilibré", "Hypertension artérielle"]),
                ("48765-2", "Allergies", ["Aucune allergie connue"]),
                (
                    "10160-0", "Traitements au long cours",
                    ["Metformine 850 mg matin et soir", "Amlodipine 5 mg le matin"]
                ),
                ("18776-5", "Points de vigilance", ["Fond d’œil à prévoir avant l’été"]),
            ]
        )
        for days in [280, 190, 30] {
            prescription([.metformin, .amlodipine], daysAgo: days)
            dispensation([.metformin, .amlodipine], daysAgo: days - 1)
        }
        letter(
            SampleType.consultation,
            "Compte rendu de consultation",
            by: "gp",
            daysAgo: 190,
            ["Madame Lavigne se sent bien et marche une heure par jour.", "Tension artérielle à 13/8, poids stable."],
            conclusion: "Diabète mieux équilibré. Nous nous revoyons dans trois mois avec une prise de sang."
        )
        letter(
            SampleType.followUp,
            "Suivi infirmier",
            by: "nurse",
            daysAgo: 60,
            ["Surveillance des pieds\u{A0}: peau saine, sensibilité conservée."],
            conclusion: "Prochain passage dans deux mois."
        )
        vaccinationNote(Vaccine.influenza, by: "pharmacist", daysAgo: 14)
    }

    mutating func planHeart() {
        biology(
            [
                Course(.cholesterol, from: 2.6, to: 1.6, swing: 0.1), Course(.ldl, from: 1.8, to: 0.7, swing: 0.06),
                Course(.triglycerides, from: 1.7, to: 1.2, swing: 0.1), Course(.creatinine, from: 92, to: 98, swing: 4),
                Course(.ferritin, from: 140, to: 160, swing: 15),
            ],
            count: 4,
            every: 120,
            lastDaysAgo: 40
        )
        letter(
            SampleType.stay,
            "Compte rendu d’hospitalisation",
            by: "cardiologist",
            daysAgo: 500,
            [
                "Monsieur Garnier est entré pour une douleur thoracique à l’effort.",
                "Suites simples, sortie au sixième jour.",
            ],
            conclusion: "Retour à domicile avec un traitement protecteur du cœur."
        )
        sections(
            SampleType.liaison,
            "Lettre de liaison à la sortie",
            by: "cardiologist",
            daysAgo: 499,
            model: "1.2.250.1.213.1.1.1.29",
            [
                ("8648-8", "Déroulement du séjour", ["Pose d’un stent sur l’artère interventriculaire antérieure."]),
                ("10183-2", "Traitements à la sortie", ["Aspirine 75 mg", "Bisoprolol 2,5 mg", "Atorvastatine 20 mg"]),
                ("18776-5", "Suite à donner", ["Consultation de cardiologie à trois mois", "Réadaptation à l’effort"]),
            ]
        )
        for days in [410, 45] {
            letter(
                SampleType.consultation,
                "Consultation de cardiologie",
                by: "cardiologist",
                daysAgo: days,
                [
                    "Pas de douleur, bon souffle à la marche.",
                    "Échographie du cœur\u{A0}: fraction d’éjection à 58\u{A0}%.",
                ],
                conclusion: "État stable. Poursuite du traitement et de la marche quotidienne."
            )
            prescription([.aspirin, .bisoprolol, .atorvastatin], by: "cardiologist", daysAgo: days)
        }
        dispensation([.aspirin, .bisoprolol, .atorvastatin], daysAgo: 44)
        sections(
            SampleType.imaging,
            "Radiographie du thorax",
            by: "radiologist",
            daysAgo: 498,
            model: "1.2.250.1.213.1.1.1.45",
            [
                ("18782-3", "Résultats", ["Silhouette cardiaque de taille normale, poumons clairs."]),
                ("19005-8", "Conclusion", ["Radiographie du thorax sans anomalie."]),
            ]
        )
        letter(
            SampleType.consultation,
            "Consultation de suivi psychologique",
            by: "gp",
            daysAgo: 300,
            visibility: .maskedToProfessionals,
            ["Le retour au travail se fait par étapes."],
            conclusion: "Moral en progrès. Nouvelle rencontre dans un mois."
        )
    }

    mutating func planElder() {
        sections(
            SampleType.synthesis,
            "Volet de synthèse médicale",
            by: "gp",
            daysAgo: 120,
            model: Self.synthesisModel,
            role: Self.treating,
            [
                ("11450-4", "Problèmes actifs", ["Insuffisance cardiaque légère", "Fragilité, risque de chute"]),
                ("48765-2", "Allergies", ["Iode"]),
            ]
        )
        biology(
            [
                Course(.creatinine, from: 88, to: 101, swing: 5), Course(.ferritin, from: 30, to: 46, swing: 5),
                Course(.haemoglobin, from: 11.2, to: 12.1, swing: 0.3),
            ],
            count: 4,
            every: 90,
            lastDaysAgo: 25
        )
        letter(
            SampleType.stay,
            "Compte rendu d’hospitalisation",
            by: "cardiologist",
            daysAgo: 210,
            ["Madame Duvernay est entrée pour un essoufflement.", "Amélioration rapide sous traitement."],
            conclusion: "Retour à la résidence avec un suivi infirmier."
        )
        sections(
            SampleType.liaison,
            "Lettre de liaison à la sortie",
            by: "cardiologist",
            daysAgo: 209,
            model: "1.2.250.1.213.1.1.1.29",
            [
                ("8648-8", "Déroulement du séjour", ["Poussée d’insuffisance cardiaque, d’évolution favorable."]),
                ("18776-5", "Suite à donner", ["Pesée deux fois par semaine", "Bilan de sang à un mois"]),
            ]
        )
        prescription([.bisoprolol, .ferrousIron], daysAgo: 118)
        letter(
            SampleType.followUp,
            "Suivi infirmier",
            by: "nurse",
            daysAgo: 12,
            ["Poids stable, jambes sans œdème, bon appétit."],
            conclusion: "Poursuite des passages deux fois par semaine."
        )
        vaccinationNote(Vaccine.influenza, by: "nurse", daysAgo: 20)
    }

    mutating func planThyroid() {
        biology(
            [
                Course(.tsh, from: 7.8, to: 2.1, swing: 0.4), Course(.cholesterol, from: 2.3, to: 2, swing: 0.08),
                Course(.glucose, from: 0.95, to: 0.92, swing: 0.04),
            ],
            count: 5,
            every: 70,
            lastDaysAgo: 18
        )
        letter(
            SampleType.consultation,
            "Compte rendu de consultation",
            by: "gp",
            daysAgo: 290,
            ["Monsieur Bellerose se dit fatigué depuis l’automne."],
            conclusion: "Thyroïde paresseuse, traitement débuté."
        )
        prescription([.levothyroxine], daysAgo: 289)
        dispensation([.levothyroxine], daysAgo: 288)
        sections(
            SampleType.imaging,
            "Échographie de la thyroïde",
            by: "radiologist",
            daysAgo: 270,
            model: "1.2.250.1.213.1.1.1.45",
            [
                ("18782-3", "Résultats", ["Glande de petite taille, sans nodule."]),
                ("19005-8", "Conclusion", ["Aspect compatible avec une thyroïdite ancienne."]),
            ]
        )
    }
}

internal import HealthRecord

extension DocumentPlanner {
    mutating func planPregnancy() {
        for (days, week) in [(120, 12), (75, 18), (25, 25)] {
            letter(
                SampleType.consultation,
                "Consultation de suivi de grossesse",
                by: "midwife",
                daysAgo: days,
                ["Madame Belkacem en est à \(week)\u{A0}semaines.", "Tension artérielle à 11/7, bébé vigoureux."],
                conclusion: "Grossesse de déroulement normal."
            )
        }
        biology(
            [
                Course(.ferritin, from: 34, to: 18, swing: 3), Course(.haemoglobin, from: 12.6, to: 11.4, swing: 0.2),
                Course(.glucose, from: 0.78, to: 0.82, swing: 0.03),
            ],
            count: 3,
            every: 45,
            lastDaysAgo: 24
        )
        for (days, name) in [(118, "Échographie du premier trimestre"), (60, "Échographie du deuxième trimestre")] {
            sections(
                SampleType.imaging,
                name,
                by: "radiologist",
                daysAgo: days,
                model: "1.2.250.1.213.1.1.1.45",
                [
                    ("18782-3", "Résultats", ["Biométrie conforme au terme, activité cardiaque régulière."]),
                    ("19005-8", "Conclusion", ["Examen rassurant."]),
                ]
            )
        }
        prescription([.ferrousIron], by: "midwife", daysAgo: 23)
        dispensation([.ferrousIron], daysAgo: 22)
        letter(
            SampleType.consultation,
            "Consultation de médecine générale",
            by: "gp",
            daysAgo: 600,
            visibility: .maskedToProfessionals,
            ["Entretien demandé par la patiente, à sa discrétion."],
            conclusion: "Orientation proposée et acceptée."
        )
    }

    mutating func planKnee() {
        letter(
            SampleType.emergency,
            "Passage aux urgences",
            by: "surgeon",
            daysAgo: 150,
            ["Chute en course à pied, genou droit gonflé."],
            conclusion: "Entorse grave probable, imagerie demandée."
        )
        sections(
            SampleType.imaging,
            "IRM du genou droit",
            by: "radiologist",
            daysAgo: 143,
            model: "1.2.250.1.213.1.1.1.45",
            [
                ("18782-3", "Résultats", ["Rupture complète du ligament croisé antérieur.", "Ménisques intacts."]),
                ("19005-8", "Conclusion", ["Rupture du ligament croisé antérieur."]),
            ]
        )
        letter(
            SampleType.operation,
            "Compte rendu opératoire",
            by: "surgeon",
            daysAgo: 110,
            ["Reconstruction du ligament croisé antérieur par arthroscopie.", "Durée 70 minutes, sans incident."],
            conclusion: "Appui autorisé avec béquilles, rééducation dès la première semaine."
        )
        sections(
            SampleType.liaison,
            "Lettre de liaison à la sortie",
            by: "surgeon",
            daysAgo: 109,
            model: "1.2.250.1.213.1.1.1.29",
            [
                ("8648-8", "Déroulement du séjour", ["Chirurgie ambulatoire du genou droit."]),
                ("18776-5", "Suite à donner", ["Ablation des fils à douze jours", "Vingt séances de rééducation"]),
            ]
        )
        prescription([.paracetamol], by: "surgeon", daysAgo: 109)
        dispensation([.paracetamol], daysAgo: 108)
        for (days, bend) in [(90, 70), (60, 110), (20, 135)] {
            letter(
                SampleType.followUp,
                "Bilan de kinésithérapie",
                by: "physiotherapist",
                daysAgo: days,
                ["Flexion du genou à \(bend)\u{A0}degrés, marche sans boiterie."],
                conclusion: "Progression conforme au protocole."
            )
        }
    }

    mutating func planAllergy() {
        sections(
            SampleType.synthesis,
            "Volet de synthèse médicale",
            by: "gp",
            daysAgo: 200,
            model: "1.2.250.1.213.1.1.1.13",
            [
                ("11450-4", "Problèmes actifs", ["Asthme léger"]),
                ("48765-2", "Allergies", ["Pénicilline\u{A0}: réaction grave en 2011", "Venin d’abeille"]),
            ]
        )
        biology(
            [Course(.ferritin, from: 48, to: 62, swing: 5), Course(.crp, from: 3, to: 2, swing: 0.8)],
            count: 2,
            every: 150,
            lastDaysAgo: 50
        )
        letter(
            SampleType.emergency,
            "Passage aux urgences",
            by: "regulator",
            daysAgo: 330,
            ["Piqûre d’abeille, gêne à respirer, prise en charge par le SMUR."],
            conclusion: "Évolution favorable. Stylo d’adrénaline prescrit."
        )
        letter(
            SampleType.consultation,
            "Consultation de médecine générale",
            by: "gp",
            daysAgo: 320,
            ["Retour sur l’épisode allergique, conduite à tenir expliquée."],
            conclusion: "Trousse d’urgence vérifiée."
        )
        vaccinationNote(Vaccine.tetanus, by: "gp", daysAgo: 199)
    }

    mutating func planChild() {
        add(SampleType.vaccinationHistory, "Historique des vaccinations", by: "gp", daysAgo: 380) { _, time, _ in
            let year: Int64 = 365 * 86_400
            return Treatments.vaccinations(
                [
                    .measles(time.advanced(bySeconds: -7 * year)), .tetanus(time.advanced(bySeconds: -2 * year)),
                ],
                model: .history
            )
        }
        vaccinationNote(Vaccine.influenza, by: "gp", daysAgo: 30)
        for (days, words) in [(200, "Angine, test négatif."), (29, "Examen des neuf ans, croissance harmonieuse.")] {
            letter(
                SampleType.consultation,
                "Consultation de l’enfant",
                by: "gp",
                daysAgo: days,
                [words],
                conclusion: "Tout va bien."
            )
        }
        letter(
            SampleType.consultation,
            "Entretien avec l’enfant",
            by: "gp",
            daysAgo: 28,
            visibility: .hiddenFromRepresentatives,
            ["Noé a souhaité parler seul de l’école."],
            conclusion: "Nouvel entretien proposé."
        )
        letter(
            SampleType.consultation,
            "Consultation dentaire",
            by: "dentist",
            daysAgo: 90,
            ["Dents saines, une dent de lait tombée."],
            conclusion: "Prochain contrôle dans un an."
        )
    }

    mutating func planCook() {
        biology(
            [Course(.glucose, from: 1, to: 0.96, swing: 0.04), Course(.creatinine, from: 88, to: 90, swing: 3)],
            count: 2,
            every: 200,
            lastDaysAgo: 70
        )
        letter(
            SampleType.consultation,
            "Consultation de médecine générale",
            by: "gp",
            daysAgo: 71,
            ["Mal de dos après le service."],
            conclusion: "Repos relatif et étirements."
        )
        letter(
            SampleType.consultation,
            "Visite de médecine du travail",
            by: "occupational",
            daysAgo: 140,
            ["Poste de cuisine, station debout prolongée."],
            conclusion: "Aménagement du plan de travail conseillé."
        )
        letter(
            SampleType.followUp,
            "Bilan de kinésithérapie",
            by: "physiotherapist",
            daysAgo: 50,
            ["Bascule du bassin, muscles du dos contractés."],
            conclusion: "Dix séances, bons progrès attendus."
        )
        vaccinationNote(Vaccine.tetanus, by: "nurse", daysAgo: 139)
    }

    mutating func planSailor() {
        biology(
            [Course(.haemoglobin, from: 13.1, to: 13.4, swing: 0.3), Course(.crp, from: 9, to: 3, swing: 1)],
            count: 3,
            every: 80,
            lastDaysAgo: 33
        )
        sections(
            SampleType.pathology,
            "Examen d’une lésion de la peau",
            by: "pathologist",
            daysAgo: 8,
            visibility: .hiddenFromPatient,
            model: "1.2.250.1.213.1.1.1.57",
            [
                ("22634-0", "Examen macroscopique", ["Fragment de peau de 8 mm."]),
                ("22637-3", "Diagnostic", ["Résultat à annoncer en consultation."]),
            ]
        )
        letter(
            SampleType.consultation,
            "Consultation de médecine générale",
            by: "gp",
            daysAgo: 34,
            visibility: .maskedToProfessionals,
            ["Tache de la joue qui a changé d’aspect."],
            conclusion: "Prélèvement demandé."
        )
        sections(
            SampleType.imaging,
            "Radiographie de la hanche gauche",
            by: "radiologist",
            daysAgo: 170,
            model: "1.2.250.1.213.1.1.1.45",
            [
                ("18782-3", "Résultats", ["Pincement modéré de l’interligne."]),
                ("19005-8", "Conclusion", ["Arthrose débutante."]),
            ]
        )
    }

    mutating func planStudent() {
        for (days, words) in [(160, "Détartrage, gencives saines."), (20, "Soin d’une carie sur la 36.")] {
            letter(
                SampleType.consultation,
                "Consultation dentaire",
                by: "dentist",
                daysAgo: days,
                [words],
                conclusion: "Prochain contrôle dans six mois."
            )
        }
        for days in [100, 65] {
            letter(
                SampleType.followUp,
                "Bilan de kinésithérapie",
                by: "physiotherapist",
                daysAgo: days,
                ["Épaule droite\u{A0}: amplitude en progrès."],
                conclusion: "Exercices à poursuivre à la maison."
            )
        }
        letter(
            SampleType.consultation,
            "Consultation de médecine générale",
            by: "gp",
            daysAgo: 101,
            ["Douleur d’épaule après le volley."],
            conclusion: "Kinésithérapie prescrite."
        )
        vaccinationNote(Vaccine.tetanus, by: "gp", daysAgo: 101)
    }

    mutating func planNewcomer() {
        letter(
            SampleType.consultation,
            "Consultation de médecine générale",
            by: "gp",
            daysAgo: 9,
            ["Première rencontre, bilan de santé."],
            conclusion: "Bonne santé générale."
        )
        prescription([.paracetamol], daysAgo: 9)
    }
}

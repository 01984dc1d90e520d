internal import HealthRecord

extension SamplePatient {
    /// The people of the sample world; the child is nine on the day of `now`.
    static func plan(now: Instant) -> [SamplePatient] {
        let make = PatientMaker()
        let childYear = max(1901, now.date.year - 9)
        return [
            make(
                "jeanne",
                "Institutrice à la retraite, suivie pour un diabète de type 2.",
                "Moreau",
                ["Jeanne", "Marie", "Louise"],
                used: "Lavigne",
                .female,
                (1952, 4, 12),
                "69383",
                order: "042",
                ["18 rue des Lilas", "21000 Dijon"],
                "Tilleul-Orage-58"
            ),
            make(
                "paul",
                "Menuisier, opéré du cœur, surveillé par son cardiologue.",
                "Garnier",
                ["Paul", "Émile"],
                .male,
                (1961, 9, 3),
                "21231",
                order: "017",
                ["5 impasse du Rabot", "21800 Quetigny"],
                "Copeau-Chêne-1961"
            ),
            make(
                "amina",
                "Architecte, attend son deuxième enfant.",
                "Belkacem",
                ["Amina"],
                .female,
                (1987, 6, 21),
                "13205",
                order: "108",
                ["31 avenue des Platanes", "21000 Dijon"],
                "Compas-Jasmin-22"
            ),
            make(
                "lucas",
                "Coureur de fond, genou opéré après une chute.",
                "Fontaine",
                ["Lucas", "Noël"],
                .male,
                (1994, 11, 30),
                "35238",
                order: "203",
                ["2 rue du Stade", "21300 Chenôve"],
                "Foulée-Granit-7"
            ),
            make(
                "chiara",
                "Née à Ajaccio, apicultrice, allergique à la pénicilline.",
                "Santoni",
                ["Chiara", "Letizia"],
                .female,
                (1979, 2, 14),
                "2A004",
                order: "061",
                ["Chemin des Ruches", "21110 Genlis"],
                "Bruyère-Ruche-2A"
            ),
            make(
                "noe",
                "Écolier de neuf ans, suivi par son médecin et ses deux parents.",
                "Perrin",
                ["Noé", "Basile"],
                .male,
                (childYear, 3, 18),
                "21231",
                order: "311",
                ["9 allée des Cerisiers", "21000 Dijon"],
                "Cerisier-Bleu-9",
                representatives: [
                    make.representative(
                        "Perrin",
                        "Camille",
                        .female,
                        (1986, 11, 4),
                        "21231",
                        .parent,
                        "sa mère",
                        ["9 allée des Cerisiers", "21000 Dijon"],
                        41
                    ),
                    make.representative(
                        "Perrin",
                        "Julien",
                        .male,
                        (1984, 6, 27),
                        "21054",
                        .parent,
                        "son père",
                        ["9 allée des Cerisiers", "21000 Dijon"],
                        42
                    ),
                ]
            ),
            make(
                "henriette",
                "Ancienne modiste, protégée par une mesure d’habilitation.",
                "Aubertin",
                ["Henriette", "Rose"],
                used: "Duvernay",
                .female,
                (1938, 12, 8),
                "54395",
                order: "009",
                ["Résidence Les Peupliers", "21000 Dijon"],
                "Chapeau-Velours-38",
                representatives: [
                    make.representative(
                        "Duvernay",
                        "Antoine",
                        .male,
                        (1963, 2, 9),
                        "21231",
                        .representation,
                        "son fils, habilité",
                        ["31 rue du Faubourg Raines", "21000 Dijon"],
                        43
                    )
                ]
            ),
            make(
                "malik",
                "Cuisinier né à l’étranger, connu sous deux matricules successifs.",
                "Traoré",
                ["Malik"],
                .male,
                (1985, 5, 2),
                "99335",
                order: "077",
                ["14 rue des Halles", "21000 Dijon"],
                "Safran-Halles-85",
                formerBodies: ["7850599335077"]
            ),
            make(
                "yves",
                "Marin retraité, opposé à l’accès en urgence à ses documents masqués.",
                "Kermadec",
                ["Yves", "Corentin"],
                .male,
                (1947, 1, 25),
                "29019",
                order: "150",
                ["3 quai du Port", "21000 Dijon"],
                "Goéland-Suroît-4"
            ),
            make(
                "ines",
                "Étudiante, suivie en kinésithérapie et chez la dentiste.",
                "Da Costa",
                ["Inês", "Sofia"],
                .female,
                (2003, 8, 9),
                "94028",
                order: "412",
                ["22 rue de l’Université", "21000 Dijon"],
                "Azulejo-Vent-03"
            ),
            make(
                "sophie",
                "N’a pas encore ouvert de dossier.",
                "Marchal",
                ["Sophie"],
                .female,
                (1990, 10, 17),
                "21054",
                order: "088",
                ["7 rue Haute", "21200 Beaune"],
                "Pinot-Cave-1990",
                standing: .notOpened
            ),
            make(
                "theo",
                "Dossier ouvert, deuxième courrier pas encore utilisé.",
                "Blanchard",
                ["Théo"],
                .male,
                (1999, 7, 6),
                "71270",
                order: "131",
                ["11 rue Basse", "71000 Mâcon"],
                "Silex-Pont-1999",
                standing: .awaitingActivation
            ),
            make(
                "gisele",
                "A fermé son dossier après avoir déménagé à l’étranger.",
                "Rollin",
                ["Gisèle"],
                .female,
                (1958, 3, 29),
                "39198",
                order: "064",
                ["6 rue du Jura", "39100 Dole"],
                "Sapin-Comté-58",
                standing: .closed
            ),
            make(
                "armand",
                "Professeur de musique, suivi pour son cœur et sa thyroïde.",
                "Bellerose",
                ["Armand", "Joseph"],
                .male,
                (1970, 2, 1),
                "21231",
                order: "225",
                ["40 cours du Parc", "21000 Dijon"],
                "Violon-Mineur-70"
            ),
        ].compactMap(\.self)
    }
}

public import HealthRecord

/// Types of documents (LOINC and TRE_A04, as JDV_J66 and JDV_J07 list them) in plain words.
///
/// Of one type a page says the same word everywhere; what the value sets call it stands among a document's details.
public enum TypeText {
    /// `Compte rendu de consultation`; nil where the catalogue has no word.
    public static func label(_ type: Code) -> Phrase? {
        // ASTM's *Full Document*, by which the signature of a lot is filed.
        if type.value == "E1762", type.system == "ASTM" { return ServiceText.lotSignature.phrase }
        return type.system == CodeSystem.frenchType ? french(type.value) : loinc(type.value)
    }

    private static func loinc(_ value: String) -> Phrase? {
        switch value {
        case "11369-6": Phrase("Historique des vaccinations", "Vaccination history")
        case "11488-4": Phrase("Compte rendu de consultation", "Consultation report")
        case "11490-0": Phrase("Lettre de sortie d'hôpital ou de clinique", "Hospital discharge letter")
        case "11502-2": Phrase("Résultats d'analyses", "Laboratory results")
        case "11505-5": Phrase("Compte rendu d'un soin ou d'une intervention", "Treatment report")
        case "11506-3": Phrase("Suivi de soins infirmiers ou paramédicaux", "Nursing and therapy follow-up")
        case "15507-7": Phrase("Compte rendu de passage aux urgences", "Emergency department report")
        case "15508-5": Phrase("Compte rendu d'accouchement", "Birth report")
        case "18748-4": Phrase("Compte rendu de radio, scanner ou IRM", "X-ray, CT or MRI report")
        case "18761-7": Phrase("Lettre d'entrée à l'hôpital ou de transfert", "Hospital admission or transfer letter")
        case "18776-5": Phrase("Plan personnalisé de soins", "Personal care plan")
        case "28617-9": Phrase("Bilan dentaire", "Dental check-up")
        case "28653-4": Phrase("Document des services sociaux", "Social services document")
        case "29274-8":
            Phrase("Mesures : tension, pouls, température", "Measurements: blood pressure, pulse, temperature")
        case "34112-3": Phrase("Compte rendu d'hospitalisation", "Hospital stay report")
        case "34120-6": Phrase("Bilan fait par un professionnel de santé", "Assessment by a health professional")
        case "34133-9": Phrase("Résumé d'une période de soins", "Summary of a period of care")
        case "34749-2": Phrase("Consultation avant une anesthésie", "Consultation before an anaesthetic")
        case "34794-8": Phrase("Avis de plusieurs spécialistes réunis", "Opinion of several specialists together")
        case "34842-5": Phrase("Évaluation des besoins d'aide", "Assessment of support needs")
        case "34874-8": Phrase("Compte rendu d'opération", "Operation report")
        case "34875-5": Phrase("Suivi après une opération", "Follow-up after an operation")
        case "34876-3": Phrase("Bilan avant une opération", "Assessment before an operation")
        case "34895-3": Phrase("Fiche d'information pour le patient", "Information sheet for the patient")
        case "47420-5": Phrase("Bilan des capacités", "Assessment of abilities")
        case "51851-4": Phrase("Papier administratif", "Administrative paper")
        case "51969-4": Phrase("Compte rendu d'analyse génétique", "Genetic test report")
        case "52040-3": Phrase("Photo ou image médicale", "Medical photo or image")
        case "55115-0": Phrase("Demande de radio, scanner ou IRM", "Request for an X-ray, CT or MRI")
        case "55751-2":
            Phrase("Déclaration de maladie aux autorités de santé", "Disease report to the health authorities")
        case "56445-0": Phrase("Bilan des médicaments fait en pharmacie", "Medicines review at the pharmacy")
        case "56446-8": Phrase("Avis de rendez-vous", "Appointment notice")
        case "57055-6": Phrase("Résumé avant l'accouchement", "Summary before the birth")
        case "57057-2": Phrase("Résumé de l'accouchement, pour la mère", "Summary of the birth, for the mother")
        case "57075-4": Phrase("Résumé de la naissance, pour l'enfant", "Summary of the birth, for the child")
        case "57828-6": Phrase("Ordonnance (autre)", "Other prescription")
        case "57832-8": Phrase("Ordonnance de soins", "Prescription for care")
        case "57833-6": Phrase("Ordonnance de médicaments ou de matériel", "Prescription for medicines or equipment")
        case "59283-2": Phrase("Compte rendu d'examen de l'enfant", "Child examination report")
        case "59284-0": Phrase("Accord écrit", "Written consent")
        case "60280-5": Phrase("Lettre de retour des urgences", "Letter on return from the emergency department")
        case "60568-3": Phrase("Analyse de tissus ou de cellules", "Tissue or cell examination")
        case "60591-5": Phrase("Résumé médical", "Medical summary")
        case "60593-1": Phrase("Médicaments remis en pharmacie", "Medicines given at the pharmacy")
        case "61357-0": Phrase("Avis du pharmacien sur une ordonnance", "Pharmacist's advice on a prescription")
        case "67851-6": Phrase("Compte rendu d'entrée à l'hôpital", "Hospital admission report")
        case "68599-0": Phrase("Résumé psychiatrique", "Psychiatric summary")
        case "68814-3": Phrase("Évaluation de l'enfant", "Child assessment")
        case "68817-6": Phrase("Bilan de santé de l'enfant", "Child health check")
        case "70004-7": Phrase("Compte rendu d'un examen", "Examination report")
        case "74207-2": Phrase("Fiche pour les urgences", "Sheet for emergencies")
        case "74465-6": Phrase("Questionnaire du patient", "Patient questionnaire")
        case "75468-9": Phrase("Ordonnance renouvelée par le pharmacien", "Prescription renewed by the pharmacist")
        case "75482-0": Phrase("Compte rendu d'un soin de prévention", "Preventive care report")
        case "75492-9": Phrase("Compte rendu de dépistage", "Screening report")
        case "75496-0": Phrase("Demande de soin à distance", "Request for remote care")
        case "77436-4": Phrase("Compte rendu d'anesthésie", "Anaesthetic report")
        case "77604-7": Phrase("Programme de traitement", "Treatment plan")
        case "78341-5": Phrase("Fiche de transfert aux urgences", "Transfer sheet to the emergency department")
        case "78489-2": Phrase("Résumé de l'enfant à la maternité", "Summary of the child at the maternity unit")
        case "78513-9": Phrase("Compte rendu de consultation pour les yeux", "Eye consultation report")
        case "78601-2": Phrase("Entretien avec le pharmacien", "Meeting with the pharmacist")
        case "80565-5": Phrase("Médicaments donnés pendant les soins", "Medicines given during care")
        case "80771-9": Phrase("Projet d'accueil individualisé (PAI), pour l'école", "Individual school health plan")
        case "80788-3": Phrase("Projet personnalisé d'accompagnement", "Personal support plan")
        case "80820-4": Phrase("Comparaison des médicaments à l'hôpital", "Check of medicines at the hospital")
        case "83836-7": Phrase("Schéma des dents", "Dental chart")
        case "83869-8": Phrase("Plan personnalisé de prévention", "Personal prevention plan")
        case "83901-9": Phrase("Bilan psychologique", "Psychological assessment")
        case "83963-9": Phrase("Résumé sur le lieu de vie et de travail", "Summary of home and work surroundings")
        case "83981-1": Phrase("Lettre de sortie d'un établissement social", "Discharge letter from a social care home")
        case "84067-8": Phrase("Résumé des transfusions", "Summary of transfusions")
        case "85208-7": Phrase("Compte rendu de consultation à distance", "Remote consultation report")
        case "86531-1": Phrase("Attestation de sortie", "Proof of discharge")
        case "87273-9": Phrase("Vaccination", "Vaccination record")
        case "88348-8": Phrase("Lettre d'entrée en établissement social", "Admission letter to a social care home")
        case "89233-1": Phrase("Compte rendu de grossesse", "Pregnancy report")
        case "89235-6":
            Phrase(
                "Résumé des jours après l'accouchement, pour la mère",
                "Summary of the days after the birth, for the mother"
            )
        case "89601-9": Phrase("Certificat médical", "Medical certificate")
        case "93024-8": Phrase("Compte rendu de consultation du pharmacien", "Pharmacist consultation report")
        case "96163-1": Phrase("Bilan de soins infirmiers", "Nursing assessment")
        case "96173-0": Phrase("Test rapide", "Rapid test")
        case "96349-6": Phrase("Lettre pour un autre professionnel", "Referral letter")
        case "96874-3": Phrase("Attestation de vaccination contre le Covid-19", "Covid-19 vaccination certificate")
        case "97694-4": Phrase("Évaluation pendant la grossesse", "Assessment during pregnancy")
        case "100967-9": Phrase("Rythme du cœur de l'enfant à naître", "Heart rate of the unborn child")
        case "101881-1": Phrase("Carte d'implant", "Implant card")
        default: nil
        }
    }
}

public import HealthRecord

/// Classes of documents (TRE_A03, as JDV_J57 and JDV_J06 list them) in plain words.
public enum CategoryText {
    /// `Ordonnance` for *Prescription*; nil where the catalogue has no word.
    public static func label(_ category: Code) -> Phrase? {
        switch category.value {
        case "10": Phrase("Compte rendu ou résultats", "Report or results")
        case "11": Phrase("Résumé ou bilan de santé", "Health summary or assessment")
        case "31": Phrase("Radio, scanner, IRM, échographie", "X-ray, CT, MRI, ultrasound")
        case "42": Phrase("Ordonnance", "Prescription")
        case "43": Phrase("Médicaments et produits remis", "Medicines and products given")
        case "44": Phrase("Plan de soins", "Care plan")
        case "45": Phrase("Traitement reçu", "Treatment given")
        case "52": Phrase("Certificat ou vaccination", "Certificate or vaccination")
        case "60": Phrase("Remboursements", "Reimbursements")
        case "90": Phrase("Autres documents ajoutés par le patient", "Other documents added by the patient")
        case "95": Phrase("Papiers administratifs", "Administrative papers")
        case "99": Phrase("Fichier technique", "Technical file")
        // The class of a lot's signature, which the value set names in English alone.
        case "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1": ServiceText.lotSignature.phrase
        default: nil
        }
    }
}

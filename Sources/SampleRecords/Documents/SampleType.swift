internal import HealthRecord

/// The types of document of the sample world, as JDV_J66 labels them.
enum SampleType {
    static let biology = loinc("11502-2", "CR d'examens biologiques")
    static let prescription = loinc("57833-6", "Prescription de produits de santé")
    static let imaging = loinc("18748-4", "CR d'imagerie médicale")
    static let liaison = loinc("11490-0", "Lettre de liaison à la sortie d'un établissement de soins")
    static let vaccinationHistory = loinc("11369-6", "Historique des vaccinations")
    static let vaccinationNote = loinc("87273-9", "Note de vaccination")
    static let synthesis = loinc("60591-5", "Synthèse médicale")
    static let consultation = loinc("11488-4", "CR ou fiche de consultation ou de visite")
    static let operation = loinc("34874-8", "CR opératoire")
    static let pathology = loinc("60568-3", "CR d'anatomie et de cytologie pathologiques")
    static let stay = loinc("34112-3", "CR hospitalier (séjour)")
    static let emergency = loinc("15507-7", "CR de passage aux urgences")
    static let followUp = loinc("11506-3", "CR ou fiche de suivi de soins par auxiliaire médical")
    static let dispensation = loinc("60593-1", "Dispensation médicamenteuse")

    private static func loinc(_ code: String, _ label: String) -> Code { Code(code, CodeSystem.loinc, label: label) }
}

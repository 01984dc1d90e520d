package import HealthRecord

/// The menus of the professionals' site.
package enum CareShellText: CatalogueText {
    case siteName, connection, patients, situation, summary, documents, add, announce, vaccinations, wishes
    case authorisations, history, secret, desk, leave, help, accessibility, emergency, consent
    case presence, siteMap

    package var phrase: Phrase {
        switch self {
        case .siteName: Phrase("Site des professionnels", "Professionals' site")
        case .connection: Phrase("Connexion", "Sign in")
        case .patients: Phrase("Mes patients", "My patients")
        case .situation: Phrase("Situation d'exercice", "Where I practise")
        case .summary: Phrase("Récapitulatif", "Summary")
        case .documents: Phrase("Documents", "Documents")
        case .add: Phrase("Ajouter un document", "Add a document")
        case .announce: Phrase("Documents à annoncer", "Documents to announce")
        case .vaccinations: Phrase("Carnet de vaccination", "Vaccination record")
        case .wishes: Phrase("Volontés et droits", "Wishes and rights")
        case .authorisations: Phrase("Autorisations", "Authorisations")
        case .history: Phrase("Historique des accès", "Access history")
        case .secret: Phrase("Connexion secrète", "Secret connection")
        case .desk: Phrase("Accueil du patient", "Patient desk")
        case .leave: Phrase("Quitter ce dossier", "Leave this record")
        case .help: Phrase("Aide", "Help")
        case .accessibility:
            Phrase("Accessibilité : non conforme (audit à faire)", "Accessibility: not compliant (audit to be made)")
        case .emergency: Phrase("Accès en urgence", "Emergency access")
        case .siteMap: Phrase("Plan du site", "Site map")
        case .presence: Phrase("Présence du patient", "The patient's presence")
        case .consent: Phrase("Accord du patient", "Patient's consent")
        }
    }

    /// Who has signed in, and where he acts.
    package static func actor(_ actor: CareActor) -> Phrase {
        let name = NameText.titled(actor)
        let place = NameText.structure(actor.structure)
        return Phrase("\(name), \(place.french)", "\(name), \(place.english)")
    }

    /// Whose record is open.
    package static func record(of name: PersonName, born: CalendarDate) -> Phrase {
        let day = DateText.date(born)
        return Phrase(
            "Dossier \(NameText.of(name.spoken)), date de naissance : \(day.french)",
            "Record of \(name.spoken), born \(day.english)"
        )
    }
}

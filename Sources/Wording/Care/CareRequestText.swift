/// What a professional records at the patient's request: wishes, oppositions, a refusal by name.
package enum CareRequestText: CatalogueText {
    case asked, askedFault, record, recordLead, contact, name, tie, tieHint, phone, trusted, organs, organsInformed
    case organsNotInformed, organsUnsaid, save, nameFault, phoneFault, emptyFault, saved, sheetNone, since, readSheet
    case emergency, emergencyLead, emergencySave, emergencySaved, refusesGlass, refusesRegulation, opensMasked
    case patientDecides, block, blockTitle, blockLead, blockEffect, blockFiles, blockLifts, blockYes, blocked, lifted
    case liftedByPatient, blockAnother, blockWhom, blockAnotherEffect, ownName
    case cancel, hint, lift, liftTitle, liftLead, liftEffect, liftTold, liftYes, liftDone

    package var phrase: Phrase {
        switch self {
        case .asked: Phrase("Le patient me l'a demandé, devant moi", "The patient asked me for it, in my presence")
        case .askedFault:
            Phrase(
                "Cochez cette case si le patient le demande. Sans sa demande, rien n'est enregistré.",
                "Tick this box if the patient asks for it. Without that, nothing is recorded."
            )
        case .record: Phrase("Consigner les volontés du patient", "Record the patient's wishes")
        case .recordLead:
            Phrase(
                "Écrivez ce que le patient vous dit. Un document « Volontés et droits » entre dans son dossier.",
                "Write what the patient tells you. A document is added to the record."
            )
        case .contact: Phrase("Personne à prévenir", "Person to warn")
        case .name: Phrase("Prénom et nom", "Given and family name")
        case .tie: Phrase("Lien avec le patient", "Tie to the patient")
        case .tieHint: Phrase("Par exemple : sa fille, un voisin.", "For example: a daughter, a neighbour.")
        case .phone: Phrase("Téléphone", "Telephone")
        case .trusted: Phrase("Personne de confiance", "Trusted person")
        case .organs: Phrase("Don d'organes", "Organ donation")
        case .organsInformed:
            Phrase("Le patient est informé des règles du don", "The patient has been told the rules of donation")
        case .organsNotInformed: Phrase("Le patient n'est pas informé", "The patient has not been told")
        case .organsUnsaid: Phrase("Rien à noter", "Nothing to note")
        case .save: Phrase("Enregistrer dans le dossier", "Save in the record")
        case .nameFault:
            Phrase("Écrivez le prénom et le nom de cette personne.", "Write this person's given and family name.")
        case .phoneFault:
            Phrase(
                "Écrivez un numéro de téléphone, par exemple 06 39 98 12 34.",
                "Write a telephone number, for example 06 39 98 12 34."
            )
        case .emptyFault: Phrase("Notez au moins une volonté.", "Note at least one wish.")
        case .saved: Phrase("Les volontés du patient sont enregistrées.", "The patient's wishes are recorded.")
        case .sheetNone:
            Phrase(
                "Aucune volonté que vous puissiez lire. Vous pouvez en consigner si le patient le demande.",
                "No wish that you may read. You may record some if the patient asks."
            )
        case .since: Phrase("Noté le", "Noted on")
        case .readSheet: Phrase("Voir le document", "See the document")
        case .emergency: Phrase("Modifier les choix pour l'urgence", "Change the wishes for emergencies")
        case .emergencyLead:
            Phrase(
                "Le patient peut s'opposer à ces accès, ou y renoncer. Il voit ce changement dans son historique.",
                "The patient may object to these accesses, or stop objecting, and sees this change in the history."
            )
        case .emergencySave: Phrase("Enregistrer ces choix", "Save these wishes")
        case .emergencySaved:
            Phrase("Les choix pour l'urgence sont enregistrés.", "The wishes for emergencies are recorded.")
        case .refusesGlass: Phrase("Le patient s'oppose au bris de glace", "The patient objects to breaking the glass")
        case .refusesRegulation:
            Phrase(
                "Le patient s'oppose à l'accès après un appel au 15",
                "The patient objects to access after a call to 15"
            )
        case .opensMasked:
            Phrase("En urgence, ses documents masqués sont lisibles", "In an emergency, hidden documents may be read")
        case .patientDecides:
            Phrase(
                "Le patient règle ces choix lui-même, sur son site, page « Accès en cas d'urgence ».",
                "Patients set these wishes themselves, on their own site."
            )
        case .block: Phrase("Bloquer à la demande du patient", "Block at the patient's request")
        case .blockTitle: Phrase("Bloquer un professionnel", "Block a professional")
        case .blockLead:
            Phrase("Le patient refuse l'accès de ce professionnel.", "The patient refuses this professional.")
        case .blockEffect:
            Phrase(
                "Il ne lira plus ce dossier. Son autorisation prend fin.",
                "He or she no longer reads this record. The authorisation ends."
            )
        case .blockAnother: Phrase("Bloquer un autre professionnel", "Block another professional")
        case .blockWhom:
            Phrase(
                "Le patient refuse l'accès de quelqu'un qui n'est pas dans la liste.",
                "The patient refuses somebody who is not on the list."
            )
        case .blockAnotherEffect:
            Phrase(
                "Il ne lira pas ce dossier. S'il a une autorisation, elle prend fin.",
                "He or she does not read this record. An authorisation, if there is one, ends."
            )
        case .ownName: Phrase("C'est votre propre nom.", "This is your own name.")
        case .blockFiles:
            Phrase("Il pourra encore y ajouter des documents.", "He or she may still add documents to it.")
        case .blockLifts:
            Phrase(
                "Le patient peut lever ce blocage sur son site, ou vous demander de le lever. Un nouvel accord sera alors nécessaire.",
                "Patients can lift it on their own site, or ask you to lift it. A new consent is then needed."
            )
        case .blockYes: Phrase("Oui, bloquer ce professionnel", "Yes, block this professional")
        case .blocked: Phrase("Ce professionnel est bloqué.", "This professional is blocked.")
        case .liftedByPatient:
            Phrase(
                "Le patient lève un blocage sur son site, page « Mes professionnels de santé ».",
                "Patients lift blocks on their own site."
            )
        case .lifted:
            Phrase(
                "Le patient lève un blocage sur son site, page « Mes professionnels de santé ». Ici, vous levez ceux que vous avez notés.",
                "Patients lift blocks on their own site. Here you lift those that you have recorded."
            )
        case .lift: Phrase("Lever à la demande du patient", "Lift at the patient's request")
        case .liftTitle: Phrase("Lever un blocage", "Lift a block")
        case .liftLead:
            Phrase("Le patient ne refuse plus ce professionnel.", "The patient no longer refuses this professional.")
        case .liftEffect:
            Phrase(
                "Aucune autorisation ne revient : ce professionnel aura besoin d'un nouvel accord.",
                "No authorisation comes back: this professional will need a new consent."
            )
        case .liftTold: Phrase("Le patient en est averti.", "The patient is told of it.")
        case .liftYes: Phrase("Oui, lever ce blocage", "Yes, lift this block")
        case .liftDone: Phrase("Le blocage est levé.", "The block is lifted.")
        case .cancel: Phrase("Non, revenir", "No, go back")
        case .hint: Phrase("Trois personnes au plus.", "Three people at most.")
        }
    }

    /// The number of a contact.
    package static func contact(_ number: Int) -> Phrase {
        Phrase("Personne à prévenir n° \(number)", "Person to warn, no. \(number)")
    }
}

/// The search for a patient without a matricule, after a call to the regulation centre.
package enum CareRegulationText: CatalogueText {
    case title, offer, lead, told, family, given, birth, birthHint, city, familyFault, moreFault, refine, search,
        results
    case none, noneNext, name, born, fits, stance, opposed, opposedHint, agrees, open, again, sex

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Appel au 15 : chercher sans matricule", "Call to 15: search without a number")
        case .offer: Phrase("Appel au 15 : chercher par les traits", "Call to 15: search by traits")
        case .lead:
            Phrase(
                "Pour le médecin régulateur qui reçoit un appel au sujet d'une personne.",
                "For the regulating physician who receives a call about a person."
            )
        case .told:
            Phrase(
                "Chaque personne trouvée verra cette recherche dans son historique.",
                "Each person found will see this search in the history."
            )
        case .family: Phrase("Nom de famille", "Family name")
        case .given: Phrase("Prénom", "Given name")
        case .birth: Phrase("Date de naissance", "Date of birth")
        case .birthHint: Phrase("Exemple : 14/08/1955.", "Example: 14/08/1955.")
        case .city: Phrase("Commune", "Town")
        case .familyFault: Phrase("Écrivez le nom de famille.", "Write the family name.")
        case .moreFault:
            Phrase("Ajoutez le prénom ou la date de naissance.", "Add the given name or the date of birth.")
        case .refine:
            Phrase(
                "Trop de personnes correspondent. Ajoutez un prénom, une date de naissance ou une commune.",
                "Too many people fit. Add a given name, a date of birth or a town."
            )
        case .search: Phrase("Chercher cette personne", "Search for this person")
        case .results: Phrase("Personnes trouvées", "People found")
        case .none: Phrase("Personne ne correspond à ces traits.", "Nobody fits these traits.")
        case .noneNext:
            Phrase(
                "Vérifiez l'orthographe, ou essayez le nom de naissance.",
                "Check the spelling, or try the name of birth."
            )
        case .name: Phrase("Personne", "Person")
        case .born: Phrase("Naissance", "Born")
        case .sex: Phrase("Sexe", "Sex")
        case .fits: Phrase("Correspondance", "Fit")
        case .stance: Phrase("Accès après un appel au 15", "Access after a call to 15")
        case .opposed: Phrase("Le patient s'y oppose", "The patient objects")
        case .opposedHint:
            Phrase(
                "Une opposition tient le dossier fermé : soignez sans lui.",
                "An objection keeps the record closed: give care without it."
            )
        case .agrees: Phrase("Pas d'opposition", "No objection")
        case .open: Phrase("Continuer vers ce dossier", "Go on to this record")
        case .again: Phrase("Chercher une autre personne", "Search for another person")
        }
    }
}

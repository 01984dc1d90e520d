/// The page by which somebody objects to a record that would open by itself (CSP R1111-28), and the proof of it.
package enum ObjectionText: CatalogueText {
    case title, lead, what, noRecord, care, later, child, confirm, tick, tickFault, doneTitle, doneLead, doneKeep, get
    case gone, sheetTitle, sheetLead, number, moment, code, check, changeMind

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("M'opposer à l'ouverture de mon dossier", "Object to the opening of my record")
        case .lead:
            Phrase(
                "Un courrier vous annonce que votre dossier va s'ouvrir. Vous pouvez le refuser, sans donner de raison.",
                "A letter tells you that your record will open. You may refuse it, without giving a reason."
            )
        case .what: Phrase("Ce que cela change", "What it changes")
        case .noRecord:
            Phrase(
                "Aucun dossier ne s'ouvre à votre nom. Personne ne peut y ajouter ni y lire de document.",
                "No record opens in your name. Nobody can add documents to it or read any."
            )
        case .care:
            Phrase(
                "Rien ne change pour vos soins ni pour vos remboursements.",
                "Nothing changes for your care or for your reimbursements."
            )
        case .later:
            Phrase(
                "Vous pourrez changer d'avis à tout moment : demandez un courrier d'ouverture à votre caisse.",
                "You may change your mind at any time: ask your health insurance for an opening letter."
            )
        case .child:
            Phrase(
                "Pour un enfant ou une personne protégée, écrivez son numéro et sa date de naissance.",
                "For a child or a protected adult, write that person's number and date of birth."
            )
        case .confirm: Phrase("M'opposer à l'ouverture", "Object to the opening")
        case .tick:
            Phrase(
                "Je ne veux pas que ce dossier médical partagé soit ouvert.",
                "I do not want this shared medical record to be opened."
            )
        case .tickFault: Phrase("Cochez la case pour vous opposer.", "Tick the box to object.")
        case .doneTitle: Phrase("Votre opposition est enregistrée", "Your objection is on file")
        case .doneLead: Phrase("Votre dossier ne s'ouvrira pas.", "Your record will not open.")
        case .doneKeep:
            Phrase(
                "Gardez l'attestation. Elle prouve votre choix si un dossier s'ouvrait quand même.",
                "Keep the certificate. It proves your choice should a record open all the same."
            )
        case .get: Phrase("Télécharger l'attestation, en PDF", "Download the certificate, as PDF")
        case .gone:
            Phrase(
                "L'attestation n'est plus disponible ici : elle l'est pendant 30 minutes. Votre opposition reste enregistrée.",
                "The certificate is no longer available here: it is for 30 minutes. Your objection stays on file."
            )
        case .sheetTitle:
            Phrase(
                "Attestation : opposition à l'ouverture d'un dossier médical partagé",
                "Certificate: objection to the opening of a shared medical record"
            )
        case .sheetLead:
            Phrase(
                "Le service du dossier médical partagé atteste qu'une opposition a été enregistrée. Aucun dossier ne s'ouvre sans une demande de la personne.",
                "The shared medical record service certifies that an objection is on file. No record opens unless the person asks for it."
            )
        case .number: Phrase("Numéro de sécurité sociale de la personne", "Social security number of the person")
        case .moment: Phrase("Opposition enregistrée le", "Objection recorded on")
        case .code: Phrase("Code de vérification", "Verification code")
        case .check:
            Phrase(
                "Le service retrouve cette opposition avec le numéro, le moment exact et le code ci-dessus.",
                "The service finds this objection by the number, the exact moment and the code above."
            )
        case .changeMind:
            Phrase(
                "Cette attestation n'empêche pas de demander plus tard l'ouverture du dossier.",
                "This certificate does not keep anybody from asking for the record later."
            )
        }
    }

    /// The exact moment as the verification takes it.
    package static func exactly(_ instant: String) -> Phrase {
        Phrase("Moment exact : \(instant)", "Exact moment: \(instant)")
    }
}

/// The first access to a record that is open already: by itself, by a professional, or at eighteen.
package enum FirstAccessText: CatalogueText {
    case title, lead, when, byItself, byProfessional, ofAge, otherwise, secretHint, instead

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Activer un dossier déjà ouvert", "Activate a record that is open already")
        case .lead:
            Phrase(
                "Vous avez reçu un code d'activation par courrier, mais vous n'avez jamais choisi de code secret.",
                "You received an activation code by post, but you have never chosen a secret code."
            )
        case .when: Phrase("C'est le cas si", "This is so if")
        case .byItself: Phrase("votre dossier s'est ouvert automatiquement ;", "your record opened automatically;")
        case .byProfessional:
            Phrase(
                "un professionnel de santé l'a ouvert avec votre accord ;",
                "a health professional opened it with your agreement;"
            )
        case .ofAge:
            Phrase(
                "vous venez d'avoir 18 ans, et vos parents géraient votre dossier.",
                "you have just turned 18, and your parents managed your record."
            )
        case .otherwise: Phrase("J'ai déjà choisi un code secret", "I have chosen a secret code already")
        case .secretHint:
            Phrase(
                "Vous seul connaîtrez ce code. Il sera demandé à chaque connexion.",
                "You alone will know this code. It is asked for each time you sign in."
            )
        case .instead: Phrase("Je n'ai jamais choisi de code secret", "I have never chosen a secret code")
        }
    }
}

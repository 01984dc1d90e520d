/// What went wrong, and what a professional may do next.
package enum CareTroubleText: CatalogueText {
    case endedTitle, ended, otherCard, notFound, refusedTitle, refused, blocked, askLeave, consent, opposed, mode, role
    case own, state, unavailable, evidence, nextTitle, toPatients, toRecord, toConsent, toSignIn, stale, incomplete
    case conflict, rejectedTitle

    package var phrase: Phrase {
        switch self {
        case .endedTitle: Phrase("Votre session a pris fin", "Your session has ended")
        case .ended:
            Phrase(
                "La session se ferme après trente minutes sans action, ou quand la carte change.",
                "The session closes after thirty minutes without action, or when the card changes."
            )
        case .otherCard: Phrase("Reconnectez-vous avec votre carte.", "Sign in again with your card.")
        case .notFound:
            Phrase(
                "Cette page n'existe pas, ou n'est pas accessible pour vous. Rien d'autre ne peut en être dit.",
                "This page does not exist, or is not open to you. Nothing more can be said."
            )
        case .refusedTitle: Phrase("Action impossible", "Not possible")
        case .refused: Phrase("Les règles du DMP ne prévoient pas cet acte.", "The rules do not provide for this act.")
        case .blocked:
            Phrase(
                "Le patient refuse votre accès. Il peut lever ce refus sur le site des patients. Vous pouvez encore ajouter un document.",
                "The patient refuses your access, and can lift the refusal on the patients' site. You may still add a document."
            )
        case .askLeave:
            Phrase(
                "Vous n'avez pas, ou plus, l'accord du patient. Demandez-le, puis enregistrez-le.",
                "You do not, or no longer, have the patient's consent. Ask for it, then record it."
            )
        case .consent:
            Phrase("Il faut l'accord du patient pour continuer.", "The patient's consent is needed to go on.")
        case .opposed:
            Phrase(
                "Le patient s'est opposé à cet accès en urgence. Le dossier reste fermé.",
                "The patient objected to this emergency access. The record stays closed."
            )
        case .mode:
            Phrase(
                "Ce mode d'accès n'est pas ouvert à votre carte, ou il manque le motif. Revenez en accès ordinaire.",
                "This mode is not open to your card, or the reason is missing. Come back in ordinary mode."
            )
        case .role:
            Phrase(
                "Votre profession ou votre situation ne permet pas cet acte.",
                "Your profession or situation does not allow this act."
            )
        case .own:
            Phrase(
                "Seul l'auteur du document peut le faire. Adressez-vous à lui.",
                "Only the document's author may do so. Ask him or her."
            )
        case .state:
            Phrase(
                "L'état du document ne permet pas cet acte, ou ces choix ne vont pas ensemble.",
                "The document's state does not allow this act, or these choices exclude each other."
            )
        case .unavailable:
            Phrase(
                "Ce dossier n'est pas ouvert en ce moment. Le patient peut le rouvrir lui-même.",
                "This record is not open now. The patient can reopen it."
            )
        case .evidence:
            Phrase(
                "Votre carte ne suffit pas pour cet acte. Choisissez une autre situation d'exercice.",
                "Your card is not enough for this act. Choose another situation."
            )
        case .nextTitle: Phrase("Que faire ensuite", "What to do next")
        case .toPatients: Phrase("Aller à mes patients", "Go to my patients")
        case .toRecord: Phrase("Revenir au dossier", "Back to the record")
        case .toConsent: Phrase("Recueillir l'accord du patient", "Record the patient's consent")
        case .toSignIn: Phrase("Aller à la connexion", "Go to sign-in")
        case .stale:
            Phrase(
                "Ce formulaire n'est plus valable. Revenez à la page, puis recommencez.",
                "This form is no longer valid. Go back to the page, then try again."
            )
        case .incomplete:
            Phrase(
                "Une partie du dossier ne correspond pas à son empreinte. Rien n'est affiché tant que ce n'est pas vérifié.",
                "A part of the record does not match its fingerprint. Nothing is shown until it has been checked."
            )
        case .conflict:
            Phrase(
                "Le dossier a changé entre-temps. Regardez son état actuel, puis recommencez si besoin.",
                "The record has changed meanwhile. Look at its present state, then try again if needed."
            )
        case .rejectedTitle: Phrase("Document non accepté", "Document not accepted")
        }
    }
}

/// Pages about the site.
package enum CareStaticText: CatalogueText {
    case helpTitle, card, cardText, patient, patientText, hidden, hiddenText, support, accessTitle, access, accessScope
    case accessReport

    package var phrase: Phrase {
        switch self {
        case .helpTitle: Phrase("Aide des professionnels", "Help for professionals")
        case .card: Phrase("Ma carte n'est pas lue", "My card is not read")
        case .cardText:
            Phrase(
                "Vérifiez le lecteur et le logiciel de la carte. Fermez le navigateur, insérez la carte, puis revenez.",
                "Check the reader and the card's software. Close the browser, insert the card, then come back."
            )
        case .patient: Phrase("Je ne trouve pas un patient", "I cannot find a patient")
        case .patientText:
            Phrase(
                "Cherchez avec le matricule INS qualifié. Le patient peut ouvrir son dossier sur le site des patients.",
                "Search with the qualified INS number. Patients can open their record on the patients' site."
            )
        case .hidden: Phrase("Un document attendu manque", "A document is missing")
        case .hiddenText:
            Phrase(
                "La liste montre ce que votre profession et les choix du patient permettent. Demandez au patient.",
                "The list shows what your profession and the patient's choices allow. Ask the patient."
            )
        case .support: Phrase("Appeler l'assistance", "Call the help desk")
        case .accessTitle: Phrase("Accessibilité", "Accessibility")
        case .access:
            Phrase(
                "Ce site est partiellement conforme au référentiel d'accessibilité RGAA 4.1.2.",
                "This site partially complies with the RGAA 4.1.2 accessibility framework."
            )
        case .accessScope:
            Phrase(
                "Chaque page est vérifiée par des programmes. Un audit par des personnes reste à faire.",
                "Each page is checked by programs. An audit by people is still to be made."
            )
        case .accessReport:
            Phrase(
                "Un obstacle vous gêne ? Dites-le à l'assistance. Vous pouvez saisir le Défenseur des droits.",
                "Is something in your way? Tell the help desk. You may turn to the Défenseur des droits."
            )
        }
    }
}

/// What went wrong, and what a professional may do next.
package enum CareTroubleText: CatalogueText {
    case endedTitle, ended, otherCard, notFound, refusedTitle, refused, blocked, askLeave, consent, opposed, mode, role
    case own, state, unavailable, evidence, nextTitle, toPatients, toRecord, toConsent, toPresence, toSignIn, stale,
        incomplete
    case conflict, rejectedTitle, reason, glassEndedTitle, glassEnded, toEmergency, toSituation, toAdd, alreadyTreated
    case alreadyJustified, unreplaceable, closedRecord, oneRecordTitle, oneRecord
    case tooLargeTitle, tooLarge, secret, toSecret

    package var phrase: Phrase {
        switch self {
        case .tooLargeTitle: Phrase("Fichier trop grand", "File too large")
        case .tooLarge:
            Phrase(
                "Le fichier dépasse 5 Mo. Rien n'a été ajouté. Choisissez-en un plus petit, ou réduisez l'image.",
                "The file is larger than 5 MB. Nothing was added. Choose a smaller one, or reduce the picture."
            )
        case .endedTitle: Phrase("Votre session a pris fin", "Your session has ended")
        case .ended:
            Phrase(
                "La session se ferme après trente minutes sans action, ou quand la carte change.",
                "The session closes after thirty minutes without action, or when the card changes."
            )
        case .otherCard:
            Phrase(
                "Reconnectez-vous avec votre carte, ou rouvrez le dossier depuis votre logiciel.",
                "Sign in again with your card, or open the record again from your software."
            )
        case .notFound:
            Phrase(
                "Cette page n'existe pas, ou n'est pas accessible pour vous. Rien d'autre ne peut en être dit.",
                "This page does not exist, or is not open to you. Nothing more can be said."
            )
        case .oneRecordTitle: Phrase("Un seul dossier est ouvert", "One record is open")
        case .oneRecord:
            Phrase(
                "Votre logiciel a ouvert ce seul dossier, pour ce seul accès. Pour le reste, passez par lui ou par votre carte.",
                "Your software opened this record only, for this access only. For the rest, use it or your card."
            )
        case .refusedTitle: Phrase("Action impossible", "Not possible")
        case .refused:
            Phrase(
                "Les règles du DMP ne prévoient pas cet acte. Revenez au dossier : il montre ce qui vous est ouvert.",
                "The rules do not provide for this act. Go back to the record: it shows what is open to you."
            )
        case .blocked:
            Phrase(
                "Le patient refuse votre accès. Lui seul décide de lever ce refus. Vous pouvez encore ajouter un document.",
                "The patient refuses your access, and alone decides to lift this. You may still add a document."
            )
        case .askLeave:
            Phrase(
                "Vous n'avez pas, ou plus, l'accord du patient. Demandez-le, puis enregistrez-le.",
                "You do not, or no longer, have the patient's consent. Ask for it, then record it."
            )
        case .consent:
            Phrase(
                "Il faut l'accord du patient pour continuer. Demandez-le, puis enregistrez-le.",
                "The patient's consent is needed to go on. Ask for it, then record it."
            )
        case .opposed:
            Phrase(
                "Le patient s'est opposé à cet accès en urgence. Le dossier reste fermé : soignez sans lui. Si le patient peut répondre, demandez-lui son accord.",
                "The patient objected to this emergency access. The record stays closed: give care without it. If the patient can answer, ask for consent."
            )
        case .mode:
            Phrase(
                "Cet acte n'est pas ouvert dans ce mode d'accès. Revenez en accès ordinaire, avec l'accord du patient.",
                "This act is not open in this mode. Come back in ordinary mode, with the patient's consent."
            )
        case .secret:
            Phrase(
                "Les représentants légaux verraient ce changement, sans savoir d'où il vient. Fermez la connexion secrète, puis recommencez.",
                "The legal representatives would see this change, and not know where it comes from. Close the secret connection, then try again."
            )
        case .toSecret: Phrase("Fermer la connexion secrète", "Close the secret connection")
        case .role:
            Phrase(
                "Votre profession ou votre situation ne permet pas cet acte. Un confrère qui y a droit peut le faire.",
                "Your profession or situation does not allow this act. A colleague who may can do it."
            )
        case .own:
            Phrase(
                "Seul l'auteur du document peut le faire. Son nom figure sur la page du document : adressez-vous à lui.",
                "Only the document's author may do so. The document's page names the author: ask him or her."
            )
        case .state:
            Phrase(
                "Ce document ne peut plus changer ainsi : il est remplacé, archivé, supprimé ou caché autrement. Revenez au dossier, qui montre où il en est.",
                "This document can no longer change so: it was replaced, archived, deleted or hidden in another way. Go back to the record, which shows how it stands."
            )
        case .unavailable:
            Phrase(
                "Ce dossier n'est pas ouvert en ce moment. Le patient peut le rouvrir lui-même, sur son site.",
                "This record is not open now. The patient can reopen it on the patients' site."
            )
        case .evidence:
            Phrase(
                "Votre carte ne suffit pas pour cet acte. Choisissez une autre situation d'exercice.",
                "Your card is not enough for this act. Choose another situation."
            )
        case .nextTitle: Phrase("Que faire ensuite", "What to do next")
        case .toPatients: Phrase("Aller à mes patients", "Go to my patients")
        case .toRecord: Phrase("Revenir au dossier", "Back to the record")
        case .toPresence: Phrase("Faire prouver la présence du patient", "Have the patient's presence proved")
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
        case .reason:
            Phrase(
                "Il manque le motif de l'accès en urgence. Revenez au dossier, puis écrivez-le.",
                "The reason for the emergency access is missing. Go back to the record, then write it."
            )
        case .glassEndedTitle: Phrase("L'accès en urgence a pris fin", "The emergency access has ended")
        case .glassEnded:
            Phrase(
                "Un accès en urgence a une durée limitée. Si l'urgence continue, rouvrez le dossier en écrivant pourquoi.",
                "An emergency access is limited in time. If the emergency goes on, open the record again and say why."
            )
        case .toEmergency: Phrase("Rouvrir en urgence", "Open again as an emergency")
        case .toSituation: Phrase("Changer de situation d'exercice", "Change where I practise")
        case .toAdd: Phrase("Ajouter un document", "Add a document")
        case .alreadyTreated:
            Phrase(
                "Ce patient a déjà un médecin traitant. Il en change lui-même, ou le médecin actuel quitte ce rôle.",
                "This patient has a treating physician already. The patient changes it, or the present one leaves the role."
            )
        case .alreadyJustified:
            Phrase(
                "Cet accès est déjà justifié, ou il n'est pas le vôtre. Il n'y a rien d'autre à faire.",
                "This access is justified already, or is not yours. There is nothing else to do."
            )
        case .unreplaceable:
            Phrase(
                "Ce document ne peut pas être remplacé ici. Ajoutez un nouveau document, puis archivez l'ancien.",
                "This document cannot be replaced here. Add a new one, then archive the old one."
            )
        case .closedRecord:
            Phrase(
                "Ce dossier vient d'être fermé. Le patient peut le rouvrir lui-même, sur son site.",
                "This record has just been closed. The patient can reopen it on the patients' site."
            )
        }
    }
}

/// Pages about the site.
package enum CareStaticText: CatalogueText {
    case helpTitle, card, cardText, patient, patientText, hidden, hiddenText, support, accessTitle, access, accessScope
    case accessReport, mapLead, mapSignedIn, mapRecord, mapNoRecord

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
        case .mapLead: Phrase("Les pages du site, par thème.", "The pages of the site, by theme.")
        case .mapSignedIn: Phrase("Avec une carte", "With a card")
        case .mapRecord: Phrase("Dans le dossier d'un patient", "In a patient's record")
        case .mapNoRecord:
            Phrase(
                "Ouvrez un dossier depuis « Mes patients ». Le menu mène alors à ces pages.",
                "Open a record from “My patients”. The menu then leads to these pages."
            )
        case .accessTitle: Phrase("Accessibilité", "Accessibility")
        case .access:
            Phrase(
                "Ce site n'est pas conforme au référentiel d'accessibilité RGAA 4.1.2 : aucun audit n'a encore été fait.",
                "This site does not comply with the RGAA 4.1.2 accessibility framework: no audit has been made yet."
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

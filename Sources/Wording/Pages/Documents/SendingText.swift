package import HealthRecord

/// A document sent to a professional by secured messaging.
package enum SendingText: CatalogueText {
    case title, meaning, known, other, label, hint, check, cancel, missing, malformed, both, tooLarge, instead
    case goes, reads, leaves, noUndo, confirm, done, already, failed, uncertain, tooMany
    case mailSubject, mailHello, mailText, mailNoReply, indexLead

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Envoyer par messagerie sécurisée", "Send by secured messaging")
        case .meaning:
            Phrase(
                "Vous pouvez envoyer ce document à un professionnel de santé, dans sa boîte de messagerie sécurisée de santé (MSSanté).",
                "You can send this document to a health professional, to his mailbox of secured health messaging (MSSanté)."
            )
        case .known: Phrase("À qui l'envoyer", "To whom")
        case .other: Phrase("À une autre adresse", "To another address")
        case .label: Phrase("Adresse de messagerie sécurisée", "Address of secured messaging")
        case .hint:
            Phrase(
                "Demandez-la au professionnel. Ce n'est pas son adresse e-mail ordinaire.",
                "Ask the professional for it. It is not his ordinary e-mail address."
            )
        case .check: Phrase("Vérifier avant d'envoyer", "Check before sending")
        case .cancel: Phrase("Ne rien envoyer", "Send nothing")
        case .missing:
            Phrase(
                "Choisissez un professionnel ou écrivez son adresse de messagerie sécurisée.",
                "Choose a professional or write his address of secured messaging."
            )
        case .malformed:
            Phrase(
                "Cette adresse n'est pas celle d'un professionnel. Écrivez-la en entier, comme le professionnel vous l'a donnée.",
                "This is not a professional's address. Write it in full, as the professional gave it to you."
            )
        case .both:
            Phrase(
                "Choisissez un professionnel de la liste, ou « À une autre adresse » et écrivez-la : pas les deux.",
                "Choose a professional of the list, or “To another address” and write it: not both."
            )
        case .tooLarge:
            Phrase(
                "Ce document est trop gros pour la messagerie sécurisée.",
                "This document is too large for secured messaging."
            )
        case .instead:
            Phrase(
                "Vous pouvez télécharger l'original et le remettre vous-même, ou autoriser le professionnel à lire votre dossier.",
                "You can download the original and hand it over yourself, or authorise the professional to read your record."
            )
        case .goes:
            Phrase(
                "Le document part en entier, avec son titre, son auteur, ses dates et votre identité.",
                "The whole document goes, with its title, its author, its dates and your identity."
            )
        case .reads:
            Phrase(
                "Toutes les personnes qui ont accès à cette boîte pourront le lire et le garder, même si le document est masqué dans votre dossier.",
                "Everybody who has access to that mailbox can read it and keep it, even if the document is hidden in your record."
            )
        case .leaves:
            Phrase(
                "Le document sort de votre dossier : nous ne pourrons ni le reprendre ni vous dire qui le lit.",
                "The document leaves your record: we can neither take it back nor tell you who reads it."
            )
        case .noUndo: Phrase("Un envoi ne peut pas être annulé.", "A sending cannot be undone.")
        case .confirm: Phrase("Envoyer ce document", "Send this document")
        case .done:
            Phrase(
                "Le document est envoyé par messagerie sécurisée. Votre historique le dit aussi.",
                "The document has been sent by secured messaging. Your history says so too."
            )
        case .already:
            Phrase(
                "Cet envoi a déjà été demandé : il n'est pas parti une seconde fois. Votre historique dit ce qu'il est devenu.",
                "This sending has already been asked for: it did not go a second time. Your history says what became of it."
            )
        case .failed:
            Phrase(
                "Le document n'est pas envoyé : la messagerie sécurisée ne l'a pas pris. Vérifiez l'adresse et recommencez plus tard.",
                "The document has not been sent: the secured messaging did not take it. Check the address and try again later."
            )
        case .uncertain:
            Phrase(
                "Le document est peut-être parti : la messagerie sécurisée n'a pas confirmé l'avoir pris. Avant de l'envoyer à nouveau, demandez au professionnel s'il l'a reçu.",
                "The document may have left: the secured messaging has not confirmed that it took it. Before you send it again, ask the professional whether it has arrived."
            )
        case .tooMany:
            Phrase(
                "Le nombre d'envois possibles en un jour est atteint. Recommencez demain.",
                "As many documents as can be sent in a day have been sent. Try again tomorrow."
            )
        case .mailSubject:
            Phrase("Document du dossier médical partagé d'un patient", "Document of a patient's shared medical record")
        case .mailHello: Phrase("Bonjour,", "Hello,")
        case .mailText:
            Phrase(
                "Un patient, ou une personne qui agit pour un patient, vous transmet un document du dossier médical partagé. Il est joint à ce message.",
                "A patient, or somebody who acts for a patient, passes on to you a document of the shared medical record. It comes with this message."
            )
        case .mailNoReply:
            Phrase(
                "Ne répondez pas à ce message : cette adresse n'est pas lue.",
                "Do not answer this message: this address is not read."
            )
        case .indexLead:
            Phrase(
                "Ce dossier contient un document et sa description, selon le profil IHE XDM.",
                "This folder holds a document and its description, after the profile IHE XDM."
            )
        }
    }

    /// To whom it goes.
    package static func to(_ mailbox: SecureMailbox) -> Phrase {
        Phrase("Il sera envoyé à \(mailbox.address).", "It will be sent to \(mailbox.address).")
    }

    /// That an address is outside secured messaging, and what to do.
    package static func notSecured(_ domains: SecureDomains) -> Phrase {
        let names = domains.names.map { "@" + $0 }.joined(separator: ", ")
        return Phrase(
            "Cette adresse n'est pas une adresse de messagerie sécurisée de santé. Elle doit se terminer par le domaine \(names) ou un de ses sous-domaines : demandez-la au professionnel.",
            "This address is not one of secured health messaging. It must end with the domain \(names) or one below it: ask the professional for it."
        )
    }
}

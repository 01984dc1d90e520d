/// One document.
package enum DocumentPageText: CatalogueText {
    case content, frame, openAlone, pdfLocked, pdfUnreadable, pdfTooMuch, pdfUnavailable, download, downloadHint
    case downloadPDF, downloadReadable, downloadReadableHint, downloadForSoftware, facts, type, category, date
    case actDate, author, structure, responsible, received, state, signature, size, comment, versions, thisVersion
    case readers, noReader, allReaders, whoMaySee, mask, unmask, maskLead, maskStill, maskAuthor, maskPhysician, maskYou
    case maskEmergency, maskEmergencyNot, maskUndo, maskConfirm, unmaskLead, unmaskConfirm, cancel, masked, unmasked
    case unreadable, leftOut, plainText, image, newer, older, visibleTo, hiddenTo, actions, whoMaySeeHint
    case byProfession, byProfessionHint, emergencyPhysician, regulationPhysician, hostPhysician
    case official, printHint, maskAdministrators, maskEmergencyNever, textOfPages, drawnHint

    package var phrase: Phrase {
        switch self {
        case .content: Phrase("Contenu du document", "Content of the document")
        case .frame: Phrase("Texte du document", "Text of the document")
        case .openAlone: Phrase("Ouvrir le document seul", "Open the document alone")
        case .pdfLocked:
            Phrase(
                "Ce fichier PDF s'ouvre avec un mot de passe, que ce service n'a pas. Vous pouvez télécharger le fichier.",
                "This PDF file opens with a password, which this service does not have. You may download the file."
            )
        case .pdfUnreadable:
            Phrase(
                "Ce fichier PDF est abîmé, et ne peut pas être affiché ici. Vous pouvez télécharger le fichier.",
                "This PDF file is damaged, and cannot be shown here. You may download the file."
            )
        case .pdfTooMuch:
            Phrase(
                "Ce fichier PDF est trop lourd pour être affiché ici. Vous pouvez télécharger le fichier.",
                "This PDF file is too heavy to be shown here. You may download the file."
            )
        case .pdfUnavailable:
            Phrase(
                "Ce fichier PDF ne peut pas être affiché en ce moment. Réessayez plus tard, ou téléchargez le fichier.",
                "This PDF file cannot be shown at the moment. Try again later, or download the file."
            )
        case .download: Phrase("Télécharger l'original", "Download the original")
        case .downloadHint:
            Phrase(
                "L'original est le fichier exact que l'auteur a déposé.",
                "The original is the exact file that its author filed."
            )
        case .downloadPDF: Phrase("Télécharger le PDF", "Download the PDF")
        case .downloadReadable: Phrase("Télécharger le document", "Download the document")
        case .downloadReadableHint:
            Phrase(
                "Ce fichier se lit sur votre appareil, sans logiciel particulier.",
                "This file can be read on your device, without special software."
            )
        case .downloadForSoftware:
            Phrase(
                "Télécharger l’original, pour logiciel médical (XML)",
                "Download the original, for medical software (XML)"
            )
        case .facts: Phrase("Informations sur le document", "About the document")
        case .type: Phrase("Type", "Type")
        case .category: Phrase("Catégorie", "Category")
        case .date: Phrase("Date du document", "Date of the document")
        case .actDate: Phrase("Date du soin", "Date of care")
        case .author: Phrase("Auteur", "Author")
        case .structure: Phrase("Lieu", "Place")
        case .responsible: Phrase("Responsable du contenu", "Answers for the content")
        case .received: Phrase("Reçu le", "Received on")
        case .state: Phrase("État", "State")
        case .signature: Phrase("Signature", "Signature")
        case .size: Phrase("Taille", "Size")
        case .comment: Phrase("Commentaire", "Comment")
        case .official: Phrase("Noms officiels", "Official names, in French")
        case .versions: Phrase("Versions", "Versions")
        case .thisVersion: Phrase("version affichée", "version shown")
        case .newer: Phrase("Version plus récente", "Newer version")
        case .older: Phrase("Version plus ancienne", "Older version")
        case .readers: Phrase("Qui a ouvert ce document", "Who opened this document")
        case .noReader:
            Phrase("Aucun professionnel n'a ouvert ce document.", "No professional has opened this document.")
        case .allReaders: Phrase("Voir tout l'historique de ce document", "See the whole history of this document")
        case .whoMaySee: Phrase("Qui peut le lire", "Who may read it")
        case .whoMaySeeHint:
            Phrase(
                "Voici qui peut le lire, à part vous. Chaque réponse vient des règles qui décident vraiment de chaque accès.",
                "This is who may read it, beside you. Each answer comes from the very rules that decide each access."
            )
        case .visibleTo: Phrase("Peut le lire", "May read it")
        case .hiddenTo: Phrase("Ne peut pas le lire", "May not read it")
        case .byProfession: Phrase("Et selon la profession", "And by profession")
        case .byProfessionHint:
            Phrase(
                "Si vous autorisiez quelqu'un de cette profession :",
                "If you authorised somebody of this profession:"
            )
        case .emergencyPhysician:
            Phrase("un médecin, en cas d'urgence", "a physician, in an emergency")
        case .regulationPhysician: Phrase("le médecin du Samu (centre 15)", "the SAMU physician (emergency number 15)")
        case .textOfPages: Phrase("Texte des pages", "Text of the pages")
        case .drawnHint:
            Phrase(
                "Ces images des pages sont faites par le service. Si quelque chose semble manquer, téléchargez le fichier.",
                "These pictures of the pages are made by the service. If something seems to be missing, download the file."
            )
        case .printHint:
            Phrase(
                "Si la suite du document manque ici, ouvrez le document seul, puis imprimez-le.",
                "If the rest of the document is missing here, open the document alone, then print it."
            )
        case .hostPhysician: Phrase("le médecin de l'hébergeur", "the host's physician")
        case .actions: Phrase("Ce que je peux faire", "What I can do")
        case .mask: Phrase("Masquer aux professionnels", "Hide from professionals")
        case .unmask: Phrase("Rendre visible aux professionnels", "Show to professionals")
        case .maskLead:
            Phrase(
                "Les professionnels ne verront plus ce document dans votre dossier. Ils ne sauront pas qu'il existe.",
                "Professionals will no longer see this document in your record. They will not know that it exists."
            )
        case .maskStill: Phrase("Qui le verra encore", "Who will still see it")
        case .maskAuthor: Phrase("L'auteur du document.", "The author of the document.")
        case .maskPhysician:
            Phrase(
                "Votre médecin traitant, si vous en avez déclaré un.",
                "Your treating physician, if you have declared one."
            )
        case .maskYou: Phrase("Vous, et les personnes qui agissent pour vous.", "You, and those who act for you.")
        case .maskAdministrators:
            Phrase(
                "Les administrateurs de votre dossier, si vous en avez nommé.",
                "The administrators of your record, if you have named any."
            )
        case .maskEmergencyNever:
            Phrase("En cas d'urgence, il reste masqué.", "In an emergency it stays hidden.")
        case .maskEmergency:
            Phrase(
                "Les professionnels en cas d'urgence, selon votre choix.",
                "Professionals in an emergency, as you have chosen."
            )
        case .maskEmergencyNot:
            Phrase(
                "En cas d'urgence, il reste masqué, selon votre choix.",
                "In an emergency it stays hidden, as you have chosen."
            )
        case .maskUndo:
            Phrase("Vous pourrez le rendre visible à tout moment.", "You can make it visible again at any time.")
        case .maskConfirm: Phrase("Oui, masquer ce document", "Yes, hide this document")
        case .unmaskLead:
            Phrase(
                "Les professionnels que vous avez autorisés pourront de nouveau lire ce document.",
                "The professionals whom you authorised will be able to read this document again."
            )
        case .unmaskConfirm: Phrase("Oui, rendre ce document visible", "Yes, show this document")
        case .cancel: Phrase("Non, revenir au document", "No, go back to the document")
        case .masked:
            Phrase(
                "Le document est maintenant masqué aux professionnels.",
                "The document is now hidden from professionals."
            )
        case .unmasked:
            Phrase(
                "Le document est de nouveau visible aux professionnels.",
                "The document is visible to professionals again."
            )
        case .unreadable:
            Phrase(
                "Ce document ne peut pas être affiché ici. Vous pouvez télécharger l'original.",
                "This document cannot be shown here. You may download the original."
            )
        case .leftOut:
            Phrase(
                "Certains éléments ne sont pas affichés. L'original les contient.",
                "Some elements are not shown. The original holds them."
            )
        case .plainText: Phrase("Texte simple", "Plain text")
        case .image: Phrase("Image du document", "Image of the document")
        }
    }

    /// What the picture of a page is.
    package static func page(_ number: Int, of count: Int) -> Phrase {
        Phrase("Page \(number) sur \(count)", "Page \(number) of \(count)")
    }

    /// The same where there are no words to hear beside it.
    package static func silentPage(_ number: Int, of count: Int) -> Phrase {
        Phrase("Page \(number) sur \(count), image sans texte", "Page \(number) of \(count), picture without text")
    }

    /// How many of a file's pages are shown, and where the others are.
    package static func partlyShown(_ shown: Int, of count: Int) -> Phrase {
        Phrase(
            "Pages affichées : \(shown) sur \(count). Pour lire les autres, téléchargez le fichier entier depuis la page du document.",
            "Pages shown: \(shown) of \(count). To read the others, download the whole file from the document's page."
        )
    }

    /// The treating physicians by their names, as those who still see what is hidden.
    package static func treating(_ names: [String]) -> Phrase {
        let all = names.joined(separator: ", ")
        return names.count > 1
            ? Phrase("Vos médecins traitants : \(all).", "Your treating physicians: \(all).")
            : Phrase("Votre médecin traitant : \(all).", "Your treating physician: \(all).")
    }
}

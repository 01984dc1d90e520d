/// Page 25: a copy of the record, taken at once or sent by post.
package enum CopyText: CatalogueText {
    case title, lead, download, downloadLead, inside, originals, readable, index, metadata, history, proofs, get,
        getList, once
    case keepSafe, notOffered, notPosted, post, postLead, paper, disc, ask, asked, alreadyAsked, requests, noRequest,
        kind, when
    case state, pending, posted, refused, cancelled, caption, cancel, last, neverTaken, stepUp, act, yourself
    case carerMayNot
    case copyTitle, copyLead, copyHow, copyCaption
    case copyOriginal, copyOthers, copyHistory, copyProofs, copyData, copyList, copyEmpty, copyNotice
    case copyKeep

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Demander une copie", "Ask for a copy")
        case .lead:
            Phrase(
                "Votre dossier est à vous : prenez-en une copie quand vous voulez, sans donner de raison.",
                "Your record is yours: take a copy whenever you want, without giving a reason."
            )
        case .download: Phrase("Télécharger tout de suite", "Download at once")
        case .downloadLead:
            Phrase(
                "Un seul fichier ZIP, qui s'ouvre sans réseau sur tout ordinateur.",
                "One ZIP file, which opens without a network on any computer."
            )
        case .inside: Phrase("Ce qu'il contient", "What it holds")
        case .originals:
            Phrase(
                "Chaque document que vous pouvez lire, tel qu'il a été déposé.",
                "Each document that you can read, as it was filed."
            )
        case .readable:
            Phrase(
                "Une version facile à lire de chaque document médical.",
                "A version easy to read of each medical document."
            )
        case .index:
            Phrase(
                "Une page d'accueil avec la liste, et la même liste en PDF.",
                "A first page with the list, and the same list as PDF."
            )
        case .metadata:
            Phrase(
                "Les informations sur chaque document, pour un logiciel (JSON).",
                "What is known of each document, for software (JSON)."
            )
        case .history: Phrase("L'historique des accès.", "The history of accesses.")
        case .proofs: Phrase("Les preuves de l'historique.", "The proofs of the history.")
        case .get: Phrase("Télécharger ma copie (ZIP)", "Download my copy (ZIP)")
        case .getList: Phrase("Télécharger seulement la liste (PDF)", "Download the list only (PDF)")
        case .once:
            Phrase(
                "Le fichier est fait au moment où vous le demandez. Le service n'en garde pas.",
                "The file is made when you ask for it. The service keeps none."
            )
        case .keepSafe:
            Phrase(
                "Ce fichier n'est pas chiffré. Sur un ordinateur partagé, supprimez-le après usage.",
                "This file is not encrypted. On a shared computer, delete it after use."
            )
        case .notOffered:
            Phrase(
                "Les règles de votre dossier prévoient une copie par la poste seulement.",
                "The rules of your record provide for a copy by post only."
            )
        case .notPosted:
            Phrase(
                "Les règles de votre dossier ne prévoient pas de copie par la poste.",
                "The rules of your record provide for no copy by post."
            )
        case .post: Phrase("Recevoir par la poste", "Have it sent by post")
        case .postLead:
            Phrase(
                "Le service prépare la copie et l'envoie à l'adresse de votre dossier.",
                "The service prepares the copy and sends it to the address of your record."
            )
        case .paper: Phrase("Sur papier", "On paper")
        case .disc: Phrase("Sur un CD", "On a CD")
        case .ask: Phrase("Demander cette copie", "Ask for this copy")
        case .asked: Phrase("Votre demande de copie est enregistrée.", "Your request for a copy is on file.")
        case .alreadyAsked:
            Phrase("Cette copie est déjà demandée.", "This copy has been asked for already.")
        case .requests: Phrase("Mes copies par la poste", "My copies by post")
        case .noRequest: Phrase("Vous n'avez demandé aucune copie par la poste.", "You have asked for no copy by post.")
        case .kind: Phrase("Copie", "Copy")
        case .when: Phrase("Demandée le", "Asked for on")
        case .state: Phrase("État", "State")
        case .pending: Phrase("Demandée, en préparation", "Asked for, being prepared")
        case .posted: Phrase("Remise à la poste", "Handed to the post")
        case .refused: Phrase("Non faite : appelez le service", "Not made: call the service")
        case .cancelled: Phrase("Annulée par vous", "Cancelled by you")
        case .caption: Phrase("Copies demandées par la poste et leur état", "Copies asked for by post and their state")
        case .cancel: Phrase("Annuler cette demande", "Cancel this request")
        case .act: Phrase("Ce que je peux faire", "What I can do")
        case .last: Phrase("Dernière copie téléchargée le", "Last copy downloaded on")
        case .neverTaken: Phrase("Aucune copie n'a encore été téléchargée.", "No copy has been downloaded yet.")
        case .stepUp:
            Phrase(
                "Un nouveau code vous est demandé avant le téléchargement.",
                "You are asked for a new code before the download."
            )
        case .yourself:
            Phrase(
                "Chaque document copié laisse une ligne dans l'historique.",
                "Each document copied leaves a line in the history."
            )
        case .carerMayNot:
            Phrase("Prendre une copie ne fait pas partie de votre rôle.", "Taking a copy is not part of your role.")
        case .copyTitle: Phrase("Copie du dossier médical partagé", "Copy of the shared medical record")
        case .copyLead:
            Phrase(
                "Cette page s'ouvre sans réseau. Les liens mènent aux fichiers placés à côté d'elle.",
                "This page opens without a network. Its links lead to the files beside it."
            )
        case .copyHow:
            Phrase(
                "Sortez d'abord tous les fichiers du ZIP, puis ouvrez « index.html ».",
                "First take all files out of the ZIP, then open “index.html”."
            )
        case .copyCaption: Phrase("Documents de cette copie", "Documents of this copy")
        case .copyOriginal: Phrase("fichier d'origine", "original file")
        case .copyOthers: Phrase("Les autres fichiers", "The other files")
        case .copyHistory: Phrase("Historique des accès, en tableau (CSV)", "History of accesses, as a table (CSV)")
        case .copyProofs:
            Phrase("Preuves de l'historique, pour un expert (JSON)", "Proofs of the history, for an expert (JSON)")
        case .copyData:
            Phrase(
                "Informations sur les documents, pour un logiciel (JSON)",
                "What is known of the documents, for software (JSON)"
            )
        case .copyList: Phrase("Cette liste, à imprimer (PDF)", "This list, to print (PDF)")
        case .copyEmpty: Phrase("Ce dossier ne contient aucun document.", "This record holds no document.")
        case .copyNotice:
            Phrase(
                "Un document peut arriver dans ce dossier après cette copie.",
                "A document may come into this record after this copy."
            )
        case .copyKeep:
            Phrase(
                "Ces fichiers ne sont pas chiffrés : gardez-les en lieu sûr.",
                "These files are not encrypted: keep them in a safe place."
            )
        }
    }

    /// When a copy was made, and of how many documents.
    package static func made(_ moment: Phrase, _ count: Int) -> Phrase {
        count == 1
            ? Phrase("Copie faite le \(moment.french) : un document.", "Copy made on \(moment.english): one document.")
            : Phrase(
                "Copie faite le \(moment.french) : \(count) documents.",
                "Copy made on \(moment.english): \(count) documents."
            )
    }
}

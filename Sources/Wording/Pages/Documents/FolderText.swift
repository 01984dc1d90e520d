/// Folders of one's own.
package enum FolderText: CatalogueText {
    case title, lead, none, add, nameLabel, nameHint, nameFault, taken, added, change, rename, renamed, removeTitle
    case removeMeaning, remove, removed, filing, filingLead, filingLegend, filingNew, filingNewHint, confirm, cancel
    case filed, filter, all, manage

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mes classeurs", "My folders")
        case .lead:
            Phrase(
                "Rangez vos documents à votre façon. Vous seul voyez vos classeurs.",
                "Sort your documents your own way. Nobody but you sees your folders."
            )
        case .none:
            Phrase(
                "Vous n'avez pas encore de classeur. Créez-en un ci-dessous.",
                "You have no folder yet. Make one below."
            )
        case .add: Phrase("Créer un classeur", "Make a folder")
        case .nameLabel: Phrase("Nom du classeur", "Name of the folder")
        case .nameHint: Phrase("50 caractères au plus.", "50 characters at most.")
        case .nameFault:
            Phrase("Écrivez un nom de 50 caractères au plus.", "Write a name of 50 characters at most.")
        case .taken:
            Phrase(
                "Vous avez déjà un classeur de ce nom. Choisissez un autre nom.",
                "You have a folder of that name already. Choose another name."
            )
        case .added: Phrase("Le classeur est créé.", "The folder has been made.")
        case .change: Phrase("Renommer ou supprimer", "Rename or delete")
        case .rename: Phrase("Renommer ce classeur", "Rename this folder")
        case .renamed: Phrase("Le classeur porte son nouveau nom.", "The folder bears its new name.")
        case .removeTitle: Phrase("Supprimer ce classeur", "Delete this folder")
        case .removeMeaning:
            Phrase(
                "Les documents restent dans votre liste. Seul le classeur disparaît.",
                "The documents stay in your list. Only the folder goes."
            )
        case .remove: Phrase("Supprimer le classeur", "Delete the folder")
        case .removed:
            Phrase(
                "Le classeur est supprimé. Vos documents sont toujours là.",
                "The folder has been deleted. Your documents are still there."
            )
        case .filing: Phrase("Ranger dans mes classeurs", "Put into my folders")
        case .filingLead:
            Phrase(
                "Un document peut être dans un classeur, dans plusieurs ou dans aucun.",
                "A document may be in one folder, in several or in none."
            )
        case .filingLegend: Phrase("Dans quels classeurs ?", "Into which folders?")
        case .filingNew: Phrase("Dans un nouveau classeur", "Into a new folder")
        case .filingNewHint:
            Phrase("Écrivez son nom, ou laissez vide.", "Write its name, or leave it empty.")
        case .confirm: Phrase("Enregistrer", "Save")
        case .cancel: Phrase("Ne rien changer", "Change nothing")
        case .filed: Phrase("Le rangement du document est enregistré.", "The document's folders are saved.")
        case .filter: Phrase("Classeur", "Folder")
        case .all: Phrase("Tous", "All")
        case .manage: Phrase("Gérer mes classeurs", "Manage my folders")
        }
    }

    /// What a folder is called where names stay off the screen.
    package static func hidden(_ rank: Int) -> Phrase { Phrase("Classeur \(rank)", "Folder \(rank)") }

    /// How many of the documents in sight a folder holds.
    package static func count(_ number: Int) -> Phrase {
        switch number {
        case 0: Phrase("aucun document", "no document")
        case 1: Phrase("1 document", "1 document")
        default: Phrase("\(number) documents", "\(number) documents")
        }
    }

    /// Into which folders a document was put.
    package static func lies(in names: String) -> Phrase {
        Phrase("Rangé dans : \(names)", "In: \(names)")
    }

    /// As many as may be are there.
    package static func tooMany(_ most: Int) -> Phrase {
        Phrase(
            "Vous avez déjà \(most) classeurs. Supprimez-en un d'abord.",
            "You have \(most) folders already. Delete one first."
        )
    }

    /// A folder holds as many as may be.
    package static func full(_ most: Int) -> Phrase {
        Phrase(
            "Un de ces classeurs contient déjà \(most) documents. Retirez-en d'abord.",
            "One of these folders holds \(most) documents already. Take some out first."
        )
    }
}

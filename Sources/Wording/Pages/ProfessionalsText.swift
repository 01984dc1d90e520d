/// The list of those who care.
package enum ProfessionalsText: CatalogueText {
    case lead, authorised, blocked, seen, noAuthorised, noBlocked, seenHint, nameColumn, roleColumn, sinceColumn
    case lastColumn, never, treating, authorisedCaption, blockedCaption, seenCaption, ended, stateColumn, blockedHint

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Vous choisissez qui peut lire votre dossier. Chaque choix prend effet tout de suite.",
                "You choose who may read your record. Every choice takes effect at once."
            )
        case .authorised: Phrase("Autorisés", "Authorised")
        case .blocked: Phrase("Bloqués", "Blocked")
        case .blockedHint:
            Phrase(
                "Un professionnel bloqué ne peut rien lire. Ce professionnel peut encore ajouter un document.",
                "A blocked professional can read nothing. Adding a document stays possible."
            )
        case .seen: Phrase("Sans autorisation", "Without authorisation")
        case .seenHint:
            Phrase(
                "Ils ont agi sur votre dossier, ou l'ont essayé, sans autorisation en cours : en urgence, pour ajouter un document.",
                "They have acted on your record, or tried to, without a present authorisation: in an emergency, to add a document."
            )
        case .noAuthorised:
            Phrase(
                "Aucun professionnel n'est autorisé. Vous donnez votre accord en consultation, ou sur cette page.",
                "No professional is authorised. You give your agreement in a consultation, or on this page."
            )
        case .noBlocked: Phrase("Aucun professionnel n'est bloqué.", "No professional is blocked.")
        case .nameColumn: Phrase("Professionnel", "Professional")
        case .roleColumn: Phrase("Profession", "Profession")
        case .sinceColumn: Phrase("Depuis le", "Since")
        case .lastColumn: Phrase("Dernier accès", "Last access")
        case .stateColumn: Phrase("État", "State")
        case .never: Phrase("Aucun", "None")
        case .treating: Phrase("Médecin traitant", "Treating physician")
        case .authorisedCaption:
            Phrase("Professionnels autorisés à lire mon dossier", "Professionals authorised to read my record")
        case .blockedCaption: Phrase("Professionnels bloqués", "Blocked professionals")
        case .seenCaption:
            Phrase("Professionnels sans autorisation en cours", "Professionals without a present authorisation")
        case .ended: Phrase("Autorisation terminée", "Authorisation ended")
        }
    }
}

/// One professional.
package enum ProfessionalText: CatalogueText {
    case identity, profession, place, state, since, until, origin, mayRead, mayReadLead, mayReadBlocked, mayReadNot,
        mayReadOwn
    case reads, readsNot, readsSome, accesses, noAccess, decide, authorise, block, unblock, revoke, authoriseLead,
        blockLead
    case unblockLead, revokeLead, revokeRoles, authoriseConfirm, blockConfirm, unblockConfirm, revokeConfirm, cancel
    case authorisedNow, blockedNow, unblockedNow, revokedNow, nothing, notAuthorised, treatingNote, noLimit, category
    case answer, caption, blockEmergency, blockDeposit, blockUndo
    case nameTreating, nameTreatingLead, nameTreatingMasked, nameTreatingElsewhere, nameTreatingConfirm, nameTreatingNow
    case endTreating, endTreatingLead, endTreatingLeave, endTreatingConfirm, endTreatingNow, treatingRefused
    case treatingStays, treatingChangedAt, written, noneWritten
    case nameAdministrator, nameAdministratorLead, nameAdministratorMasked, nameAdministratorConfirm
    case nameAdministratorNow, endAdministrator, endAdministratorLead, endAdministratorConfirm, endAdministratorNow
    case treatingMasked, treatingHistory, nameTreatingWhole, nameTreatingVisible, endMasked, endHistory, endRole
    case nameAdministratorSame, blockHolds, blockOpen, readsByRole, byStructure, readsByStructure
    case structureBlocked, mayReadStructureBlocked

    package var phrase: Phrase {
        switch self {
        case .identity: Phrase("Qui est-ce ?", "Who is this?")
        case .profession: Phrase("Profession", "Profession")
        case .place: Phrase("Lieu d'exercice", "Place of work")
        case .state: Phrase("État", "State")
        case .since: Phrase("Depuis le", "Since")
        case .until: Phrase("Jusqu'au", "Until")
        case .noLimit: Phrase("Sans limite de durée", "Without a time limit")
        case .origin: Phrase("Comment", "How")
        case .mayRead: Phrase("Ce que cette profession peut lire", "What this profession may read")
        case .mayReadLead:
            Phrase(
                "Voici ce qu'une personne autorisée de cette profession peut lire. La règle vient de la loi, pas de ce site.",
                "Here is what an authorised person of this profession may read. The rule comes from the law, not from this site."
            )
        case .mayReadBlocked:
            Phrase(
                "Vous avez bloqué ce professionnel : il ne peut rien lire.",
                "You have blocked this professional: nothing can be read."
            )
        case .mayReadNot:
            Phrase(
                "Ce professionnel n'est pas autorisé : il ne peut rien lire en temps ordinaire.",
                "This professional is not authorised: nothing can be read in ordinary times."
            )
        case .mayReadOwn:
            Phrase(
                "Ce professionnel n'est pas autorisé : en temps ordinaire, rien n'est lisible, sauf les documents ajoutés par ce professionnel.",
                "This professional is not authorised: in ordinary times nothing can be read but the documents that this professional added."
            )
        case .readsByRole:
            Phrase(
                "Son autorisation est terminée. Ses droits d'administrateur lui gardent l'accès, jusqu'à ce que vous les retiriez.",
                "The authorisation has ended. The rights of an administrator keep the access, until you take them back."
            )
        case .byStructure: Phrase("Autorisé par sa structure", "Authorised through the organisation")
        case .readsByStructure:
            Phrase(
                "L'autorisation est donnée à sa structure. Ce professionnel peut donc lire ce que sa profession permet de lire. Vous pouvez retirer l'autorisation à ce professionnel seul.",
                "The authorisation is given to the organisation. This professional can therefore read what the profession allows. You can withdraw it from this professional alone."
            )
        case .structureBlocked: Phrase("Structure bloquée", "Organisation blocked")
        case .mayReadStructureBlocked:
            Phrase(
                "Vous avez bloqué la structure où travaille ce professionnel : il ne peut rien lire.",
                "You have blocked the organisation where this professional works: nothing can be read."
            )
        case .reads: Phrase("Oui", "Yes")
        case .readsNot: Phrase("Non", "No")
        case .readsSome: Phrase("En partie", "In part")
        case .category: Phrase("Catégorie de documents", "Category of documents")
        case .answer: Phrase("Peut lire", "May read")
        case .caption:
            Phrase("Catégories de documents et droit de lecture", "Categories of documents and right to read")
        case .accesses: Phrase("Ses derniers accès", "Latest accesses")
        case .noAccess: Phrase("Aucun accès à votre dossier.", "No access to your record.")
        case .decide: Phrase("Ce que je peux décider", "What I can decide")
        case .authorise: Phrase("Autoriser ce professionnel", "Authorise this professional")
        case .block: Phrase("Bloquer ce professionnel", "Block this professional")
        case .unblock: Phrase("Débloquer ce professionnel", "Unblock this professional")
        case .revoke: Phrase("Retirer l'autorisation", "Withdraw authorisation")
        case .authoriseLead:
            Phrase(
                "Ce professionnel pourra lire les documents que sa profession permet de lire. Vous pourrez retirer cet accord.",
                "This professional will be able to read what the profession allows. You can withdraw this agreement."
            )
        case .blockLead:
            Phrase(
                "Ce professionnel ne pourra plus rien lire dans votre dossier. Une autorisation en cours est retirée.",
                "This professional will no longer be able to read anything in your record. An authorisation in force is withdrawn."
            )
        case .blockEmergency:
            Phrase(
                "Le blocage tient aussi en urgence. Seul le médecin du Samu (15) garde un accès, selon vos choix.",
                "The block holds in emergencies too. Only the doctor of the emergency service (15) keeps access, as you have chosen."
            )
        case .blockDeposit:
            Phrase(
                "Ce professionnel peut encore ajouter un document après un soin.",
                "This professional may still add a document after care."
            )
        case .blockUndo:
            Phrase(
                "Vous pourrez débloquer ce professionnel à tout moment.",
                "You can unblock this professional at any time."
            )
        case .unblockLead:
            Phrase(
                "Débloquer ne rend pas l'autorisation. Votre accord devra être donné de nouveau.",
                "Unblocking does not give the authorisation back. Your agreement must be given again."
            )
        case .revokeLead:
            Phrase(
                "Ce professionnel devra redemander votre accord pour lire votre dossier.",
                "This professional will have to ask for your agreement again before reading your record."
            )
        case .revokeRoles:
            Phrase(
                "Si c'est votre médecin traitant ou un administrateur de votre dossier, ce rôle prend fin aussi.",
                "If this is your treating physician or an administrator of your record, that role ends as well."
            )
        case .authoriseConfirm: Phrase("Oui, autoriser", "Yes, authorise")
        case .blockConfirm: Phrase("Oui, bloquer", "Yes, block")
        case .unblockConfirm: Phrase("Oui, débloquer", "Yes, unblock")
        case .revokeConfirm: Phrase("Oui, retirer l'autorisation", "Yes, withdraw authorisation")
        case .cancel: Phrase("Non, revenir à la fiche", "No, go back")
        case .authorisedNow: Phrase("Ce professionnel est maintenant autorisé.", "This professional is now authorised.")
        case .blockedNow: Phrase("Ce professionnel est maintenant bloqué.", "This professional is now blocked.")
        case .unblockedNow:
            Phrase(
                "Ce professionnel n'est plus bloqué. Il n'est pas autorisé pour autant.",
                "This professional is no longer blocked, and not authorised either."
            )
        case .revokedNow: Phrase("L'autorisation est retirée.", "The authorisation is withdrawn.")
        case .nameTreating: Phrase("Nommer médecin traitant", "Name as treating physician")
        case .nameTreatingLead:
            Phrase(
                "Votre médecin traitant suit votre santé. Il lit tout votre dossier et voit qui l'a ouvert.",
                "Your treating physician follows your health, reads your whole record and sees who opened it."
            )
        case .nameTreatingMasked:
            Phrase(
                "Il lit aussi vos documents masqués, et peut les rendre visibles.",
                "Your hidden documents can be read too, and made visible."
            )
        case .nameTreatingElsewhere:
            Phrase(
                "Ce choix vaut pour ce dossier. Déclarez aussi votre médecin à l'assurance maladie.",
                "This choice is for this record. Declare your physician to the health insurance as well."
            )
        case .nameTreatingConfirm: Phrase("Oui, nommer médecin traitant", "Yes, name as treating physician")
        case .nameTreatingNow:
            Phrase("C'est maintenant votre médecin traitant.", "This is now your treating physician.")
        case .endTreating: Phrase("Mettre fin à son rôle de médecin traitant", "End the role of treating physician")
        case .endTreatingLead:
            Phrase(
                "Ce médecin ne verra plus vos documents masqués ni l'historique des accès.",
                "This physician will no longer see your hidden documents or the access history."
            )
        case .endTreatingLeave:
            Phrase("Son autorisation de lire reste en place.", "The authorisation to read stays in place.")
        case .endTreatingConfirm: Phrase("Oui, mettre fin à ce rôle", "Yes, end this role")
        case .endTreatingNow:
            Phrase("Ce n'est plus votre médecin traitant.", "This is no longer your treating physician.")
        case .treatingRefused:
            Phrase(
                "Les règles de votre dossier ne permettent pas ce changement ici. Rien n'a changé.",
                "The rules of your record do not allow this change here. Nothing has changed."
            )
        case .treatingStays:
            Phrase(
                "C'est votre médecin traitant. Les règles de votre dossier ne permettent ni de le bloquer, ni de lui retirer ici son autorisation ou ce rôle.",
                "This is your treating physician. The rules of your record do not let you block this person, or withdraw the authorisation or the role here."
            )
        case .treatingChangedAt:
            Phrase(
                "Pour changer, déclarez un autre médecin traitant à votre caisse d'assurance maladie.",
                "To change, declare another treating physician to your health insurance."
            )
        case .written: Phrase("Ses documents dans mon dossier", "Documents by this professional")
        case .noneWritten: Phrase("Aucun document de sa part.", "No document by this professional.")
        case .nameAdministrator: Phrase("Donner les droits d'administrateur", "Give the rights of an administrator")
        case .nameAdministratorLead:
            Phrase(
                "Un administrateur a les mêmes droits que votre médecin traitant. Il lit tout votre dossier et voit qui l'a ouvert.",
                "An administrator has the rights of your treating physician: to read your whole record and see who opened it."
            )
        case .nameAdministratorMasked:
            Phrase(
                "Il lit aussi vos documents masqués, et peut les rendre visibles.",
                "Your hidden documents can be read too, and made visible."
            )
        case .nameAdministratorConfirm: Phrase("Oui, donner ces droits", "Yes, give these rights")
        case .nameAdministratorNow:
            Phrase(
                "C'est maintenant un administrateur de votre dossier.",
                "This is now an administrator of your record."
            )
        case .endAdministrator:
            Phrase("Retirer les droits d'administrateur", "Take the rights of an administrator back")
        case .endAdministratorLead:
            Phrase(
                "Ce professionnel ne verra plus vos documents masqués ni l'historique des accès.",
                "This professional will no longer see your hidden documents or the access history."
            )
        case .endAdministratorConfirm: Phrase("Oui, retirer ces droits", "Yes, take these rights back")
        case .endAdministratorNow:
            Phrase(
                "Ce n'est plus un administrateur de votre dossier.",
                "This is no longer an administrator of your record."
            )
        case .treatingMasked:
            Phrase(
                "Votre médecin traitant voit aussi les documents masqués.",
                "Your treating physician also sees hidden documents."
            )
        case .treatingHistory:
            Phrase(
                "Votre médecin traitant voit aussi qui a ouvert votre dossier.",
                "Your treating physician also sees who opened your record."
            )
        case .nameTreatingWhole:
            Phrase(
                "Votre médecin traitant suit votre santé. Il lit tout votre dossier.",
                "Your treating physician follows your health and reads your whole record."
            )
        case .nameTreatingVisible:
            Phrase(
                "Votre médecin traitant suit votre santé. Il ne lit pas les documents que vous masquez.",
                "Your treating physician follows your health, and does not read the documents that you hide."
            )
        case .endMasked:
            Phrase(
                "Ce professionnel ne verra plus vos documents masqués.",
                "This professional will no longer see your hidden documents."
            )
        case .endHistory:
            Phrase(
                "Ce professionnel ne verra plus qui a ouvert votre dossier.",
                "This professional will no longer see who opened your record."
            )
        case .endRole:
            Phrase(
                "Ce professionnel n'aura plus ce rôle dans votre dossier.",
                "This professional will no longer have this role in your record."
            )
        case .nameAdministratorSame:
            Phrase(
                "Un administrateur a les mêmes droits que votre médecin traitant.",
                "An administrator has the rights of your treating physician."
            )
        case .blockHolds: Phrase("Le blocage tient aussi en urgence.", "The block holds in emergencies too.")
        case .blockOpen:
            Phrase(
                "En urgence, ce professionnel garde un accès, selon vos choix.",
                "In an emergency this professional keeps access, as you have chosen."
            )
        case .nothing: Phrase("Rien à changer.", "Nothing to change.")
        case .notAuthorised: Phrase("Sans autorisation", "Without authorisation")
        case .treatingNote:
            Phrase(
                "Votre médecin traitant voit aussi les documents masqués et l'historique.",
                "Your treating physician also sees hidden documents and the history."
            )
        }
    }

    /// How many documents somebody put into the record.
    package static func written(_ count: Int) -> Phrase {
        count == 1 ? Phrase("Un document.", "One document.") : Phrase("\(count) documents.", "\(count) documents.")
    }
}

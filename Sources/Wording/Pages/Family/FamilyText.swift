/// Page 24: attached profiles and delegations.
package enum FamilyText: CatalogueText {
    case title, lead, mine, mineHint, open, openHint, noProfile, mandates, mandatesHint, noMandate, caption, nameColumn
    case kindColumn, standingColumn, actColumn, invite, inviteCarer, inviteParent, inviteCarerLead, inviteParentLead
    case carerMay, carerMayNot, limits, name, family, given, birthDate, ins, until, untilHint, postal, postalHint, send
    case invited, accept, acceptLead, code, codeHint, acceptConfirm, accepted, refuse, end, endTitle, endLead,
        endOwnLead
    case endConfirm, endCancel, ended, back, parent, guardian, representation, assistance, carer, standingInvited
    case standingActive, ownProfile, givenFault, familyFault, insFault, untilFault,
        twoParents, threeCarers, fullHint
    case fivePersons, sameInvitation, notMinor, minor, oneself, other, newAccount, newAccountLead, proof, backToOwn
    case may, mayNot, courtNoDocuments
    case courtNoSharing, courtNoWishes, postalFault, refused, untilWord, receive, sinceWord, parentMay, actingHint
    case sendConfirm, change, endUndo, insHint, limitDocuments, limitSharing, limitWishes, assistanceNote
    case refuseInvitation, offer, offerMay, offerCarer, offerCarerNot, offerRepresentation, offerNoEnd
    case offerByHolder, offerForChild, offerByCourt, closed, closedHint, reopen

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Agir pour un proche, se faire aider", "Act for somebody, get help")
        case .lead:
            Phrase(
                "Les dossiers que vous pouvez ouvrir, et les personnes qui peuvent ouvrir le vôtre.",
                "The records that you may open, and the people who may open yours."
            )
        case .mine: Phrase("Les dossiers que je peux ouvrir", "The records that I may open")
        case .mineHint:
            Phrase(
                "Chaque page dira alors, en haut et en couleur, de qui est le dossier.",
                "Each page will then say at the top, in colour, whose record it is."
            )
        case .open: Phrase("Ouvrir ce dossier", "Open this record")
        case .openHint: Phrase("Votre propre dossier reste disponible.", "Your own record stays available.")
        case .noProfile:
            Phrase("Aucun autre dossier ne vous est confié.", "No other record is entrusted to you.")
        case .ownProfile: Phrase("Mon propre dossier", "My own record")
        case .mandates: Phrase("Les personnes qui peuvent ouvrir ce dossier", "The people who may open this record")
        case .mandatesHint:
            Phrase(
                "Tout ce qu'elles font est inscrit dans l'historique.",
                "All that they do is written in the history."
            )
        case .noMandate: Phrase("Personne d'autre ne peut ouvrir ce dossier.", "Nobody else may open this record.")
        case .caption: Phrase("Représentants et proches aidants", "Representatives and carers")
        case .nameColumn: Phrase("Nom", "Name")
        case .kindColumn: Phrase("Rôle", "Role")
        case .standingColumn: Phrase("État", "State")
        case .actColumn: Phrase("Décider", "Decide")
        case .invite: Phrase("Inviter quelqu'un", "Invite somebody")
        case .inviteCarer: Phrase("Inviter un proche aidant", "Invite a carer")
        case .inviteParent: Phrase("Inviter l'autre parent ou le tuteur", "Invite the other parent or the guardian")
        case .inviteCarerLead:
            Phrase(
                "Un proche aidant vous aide à suivre votre santé. Vous pouvez en avoir trois.",
                "A carer helps you to follow your health. You may have three."
            )
        case .inviteParentLead:
            Phrase(
                "L'autre parent, ou le tuteur, pourra ouvrir le dossier de cet enfant.",
                "The other parent, or the guardian, will be able to open this child's record."
            )
        case .may: Phrase("Cette personne pourra", "This person will be able to")
        case .mayNot: Phrase("Elle ne pourra pas", "This person will not be able to")
        case .parentMay:
            Phrase(
                "Tout lire et tout décider, sauf ce que l'enfant garde secret.",
                "Read and decide everything, except what the child keeps secret."
            )
        case .carerMay: Phrase("Ce qu'un proche aidant peut faire", "What a carer may do")
        case .carerMayNot: Phrase("Ce qu'un proche aidant ne peut pas faire", "What a carer may not do")
        case .limits: Phrase("Limites fixées par le juge", "Limits set by the court")
        case .courtNoDocuments: Phrase("Ne lit pas les documents.", "Does not read documents.")
        case .courtNoSharing: Phrase("Ne décide pas qui lit le dossier.", "Does not decide who reads the record.")
        case .courtNoWishes: Phrase("Ne change pas les volontés.", "Does not change wishes.")
        case .name: Phrase("Nom", "Name")
        case .family: Phrase("Nom de famille", "Family name")
        case .given: Phrase("Prénom", "Given name")
        case .birthDate: Phrase("Date de naissance", "Date of birth")
        case .ins: Phrase("Son numéro de sécurité sociale", "The person's social security number")
        case .until: Phrase("Jusqu'au", "Until")
        case .untilHint:
            Phrase("Jour, mois et année. Par exemple 31 12 2027.", "Day, month and year. For example 31 12 2027.")
        case .postal: Phrase("Adresse postale", "Postal address")
        case .postalHint:
            Phrase(
                "Une lettre avec un code y sera envoyée. Une ligne par partie de l'adresse.",
                "A letter with a code will be sent there. One line for each part of the address."
            )
        case .send: Phrase("Vérifier l'invitation", "Check the invitation")
        case .invited:
            Phrase(
                "L'invitation part par courrier. Elle est valable six semaines.",
                "The invitation goes out by post. It is good for six weeks."
            )
        case .receive: Phrase("J'ai reçu une invitation", "I have received an invitation")
        case .accept: Phrase("Accepter une invitation", "Accept an invitation")
        case .acceptLead:
            Phrase(
                "Écrivez le code de la lettre. Vous verrez de quel dossier il s'agit avant d'accepter ou de refuser.",
                "Write the code of the letter. You will see whose record it is before you accept or refuse."
            )
        case .code: Phrase("Code de la lettre", "Code of the letter")
        case .codeHint: Phrase("11 lettres et chiffres.", "11 letters and digits.")
        case .acceptConfirm: Phrase("Accepter cette invitation", "Accept this invitation")
        case .accepted: Phrase("L'invitation est acceptée.", "The invitation has been accepted.")
        case .refuse: Phrase("Refuser", "Refuse")
        case .refuseInvitation: Phrase("Refuser cette invitation", "Refuse this invitation")
        case .refused: Phrase("L'invitation est refusée.", "The invitation has been refused.")
        case .end: Phrase("Mettre fin", "End")
        case .endTitle: Phrase("Mettre fin à cet accès", "End this access")
        case .endLead:
            Phrase(
                "Cette personne ne pourra plus ouvrir le dossier. Ses appareils seront déconnectés.",
                "This person will no longer be able to open the record. The person's devices will be signed out."
            )
        case .endOwnLead:
            Phrase("Vous ne pourrez plus ouvrir ce dossier.", "You will no longer be able to open this record.")
        case .endConfirm: Phrase("Oui, mettre fin à cet accès", "Yes, end this access")
        case .endCancel: Phrase("Non, ne rien changer", "No, change nothing")
        case .ended: Phrase("Cet accès a pris fin.", "This access has ended.")
        case .back: Phrase("Revenir à la liste", "Back to the list")
        case .parent: Phrase("Parent", "Parent")
        case .guardian: Phrase("Tuteur d'un mineur", "Guardian of a minor")
        case .representation:
            Phrase(
                "Protège un adulte et décide pour lui (représentation)",
                "Protects an adult and decides for them (representation)"
            )
        case .assistance:
            Phrase(
                "Protège un adulte et l'aide à décider (assistance)",
                "Protects an adult and helps them decide (assistance)"
            )
        case .carer: Phrase("Proche aidant", "Carer")
        case .standingInvited: Phrase("Invitation envoyée", "Invitation sent")
        case .standingActive: Phrase("En cours", "In force")
        case .givenFault: Phrase("Écrivez le prénom de cette personne.", "Write the person's given name.")
        case .familyFault: Phrase("Écrivez le nom de famille de cette personne.", "Write the person's family name.")
        case .insFault:
            Phrase(
                "Vérifiez le numéro de cette personne : il compte 15 caractères, comme 2 69 05 49 588 157 80.",
                "Check the person's number: it has 15 characters, such as 2 69 05 49 588 157 80."
            )
        case .untilFault: Phrase("Donnez une date de fin, dans le futur.", "Give an end date, in the future.")
        case .postalFault: Phrase("Écrivez l'adresse, deux lignes au moins.", "Write the address, two lines at least.")
        case .twoParents: Phrase("Cet enfant a déjà deux représentants.", "This child has two representatives already.")
        case .threeCarers: Phrase("Vous avez déjà trois proches aidants.", "You have three carers already.")
        case .fullHint:
            Phrase(
                "Pour inviter quelqu'un d'autre, il faut d'abord mettre fin à un accès, ou retirer une invitation.",
                "To invite somebody else, an access must end first, or an invitation be withdrawn."
            )
        case .fivePersons: Phrase("Cette personne aide déjà cinq personnes.", "This person already helps five people.")
        case .sameInvitation: Phrase("Cette personne est déjà invitée.", "This person has been invited already.")
        case .notMinor:
            Phrase("Cette invitation est réservée aux enfants mineurs.", "This invitation is for minors only.")
        case .minor:
            Phrase("Un mineur ne peut pas recevoir cette invitation.", "A minor cannot receive this invitation.")
        case .oneself: Phrase("Vous ne pouvez pas vous inviter vous-même.", "You cannot invite yourself.")
        case .other:
            Phrase(
                "L'invitation n'a pas pu être envoyée. Vérifiez les informations.",
                "The invitation could not be sent. Check the details."
            )
        case .newAccount: Phrase("Agir pour quelqu'un", "Act for somebody")
        case .newAccountLead:
            Phrase(
                "Vous avez reçu une lettre pour aider ou représenter quelqu'un. Cette page sert si vous ne vous êtes jamais connecté ici. Avant d'accepter, vous verrez de quel dossier il s'agit.",
                "You received a letter to help or to represent somebody. This page is for you if you have never signed in here. Before you accept, you will see whose record it is."
            )
        case .proof:
            Phrase(
                "Une attestation à imprimer reste à côté de cet accès, tant qu'il dure.",
                "A certificate to print stays beside this access, as long as it lasts."
            )
        case .backToOwn: Phrase("Revenir à mon dossier", "Back to my record")
        case .untilWord: Phrase("jusqu'au", "until")
        case .sinceWord: Phrase("depuis le", "since")
        case .sendConfirm: Phrase("Oui, envoyer l'invitation", "Yes, send the invitation")
        case .insHint:
            Phrase(
                "15 caractères, inscrits sur la carte Vitale de cette personne. Les espaces ne comptent pas.",
                "15 characters, printed on this person's Vitale card. Spaces do not matter."
            )
        case .change: Phrase("Changer de dossier", "Change record")
        case .endUndo:
            Phrase(
                "Pour revenir en arrière, il faudra une nouvelle invitation.",
                "To go back, a new invitation will be needed."
            )
        case .limitDocuments:
            Phrase("Le juge ne vous ouvre pas les documents.", "The court does not open documents to you.")
        case .limitSharing:
            Phrase(
                "Le juge ne vous laisse pas décider qui lit le dossier.",
                "The court does not let you decide who reads the record."
            )
        case .limitWishes:
            Phrase("Le juge ne vous laisse pas changer les volontés.", "The court does not let you change wishes.")
        case .assistanceNote:
            Phrase(
                "N'ouvre pas le dossier : la personne décide elle-même, avec cette aide.",
                "Does not open the record: the person decides, with this help."
            )
        case .offer: Phrase("Ce que vous acceptez", "What you accept")
        case .offerMay: Phrase("Ce que vous pourrez faire", "What you will be able to do")
        case .offerCarer:
            Phrase(
                "Lire ses documents et son historique. Ajouter des documents, les ranger, les masquer ou les rendre visibles à nouveau.",
                "Read the documents and the history. Add documents, file them, hide them or make them visible again."
            )
        case .offerCarerNot:
            Phrase(
                "Vous ne pourrez ni autoriser ou bloquer un professionnel, ni fermer le dossier, ni le télécharger en entier.",
                "You will be able neither to authorise or block a professional, nor to close the record, nor to download it whole."
            )
        case .offerRepresentation:
            Phrase(
                "Lire et décider pour cette personne, en tenant compte de son avis.",
                "Read and decide for this person, taking account of the person's opinion."
            )
        case .offerByHolder:
            Phrase("On vous demande d'aider cette personne.", "You are asked to help this person.")
        case .offerForChild:
            Phrase(
                "Demandé par l'assurance maladie, ou par l'autre représentant de l'enfant.",
                "Asked for by the health insurance, or by the child's other representative."
            )
        case .offerByCourt: Phrase("Demandé d'après la décision d'un juge.", "Asked for after a court's decision.")
        case .offerNoEnd: Phrase("sans date de fin", "without an end date")
        case .closed: Phrase("Les dossiers fermés que vous pouvez rouvrir", "Closed records that you can reopen")
        case .closedHint:
            Phrase(
                "Vous pouvez aussi demander leur destruction. Il faudra votre code secret et le prénom de la personne.",
                "You can also ask for their destruction. You will need your secret code and the person's given name."
            )
        case .reopen: Phrase("Rouvrir un de ces dossiers", "Reopen one of these records")
        case .actingHint:
            Phrase("Tout ce que vous faites porte votre nom.", "Everything that you do bears your name.")
        }
    }

    /// Whose record is shown, when it is somebody else's.
    package static func acting(for name: String) -> Phrase {
        Phrase(french: "Vous consultez le dossier \(NameText.of(name))", english: "You are in the record of \(name)")
    }

    /// Whose record an invitation opens.
    package static func offered(_ name: String) -> Phrase {
        Phrase(french: "Agir dans le dossier \(NameText.of(name))", english: "Act in the record of \(name)")
    }

    /// Opens somebody's record.
    package static func open(_ name: String) -> Phrase {
        Phrase(french: "Ouvrir le dossier \(NameText.of(name))", english: "Open the record of \(name)")
    }

    /// Ends somebody's access.
    package static func end(_ name: String) -> Phrase {
        Phrase(french: "Mettre fin à l\u{2019}accès \(NameText.of(name))", english: "End the access of \(name)")
    }

    /// Whom an invitation is for.
    package static func summary(_ name: String) -> Phrase {
        Phrase("Inviter \(name)", "Invite \(name)")
    }
}

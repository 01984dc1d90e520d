package import HealthRecord

/// Consent for a care team, and for a colleague to whom part of the care is entrusted.
package enum CareTeamText: CatalogueText {
    case forWhom, me, team, colleague, nextPage, declareTitle, declareLead, teamName, teamHint, member, family, given
    case rpps, rppsHint, profession, chooseProfession, place, placeHint, sector, sameSector, asked, askedFault, declare
    case told, addTitle, addYes, endTitle, endLead, endYes, colleagueTitle, colleagueLead, colleagueYes, teams, noTeams
    case members, declaredByYou, add, end, declareTeam, declareColleague, caption, name, since, rppsFault, nameFault
    case professionFault, placeFault, unknown, wrongProfession, wrongPlace, role, oneself, teamNameFault, declared,
        added
    case unchanged, ended, entrusted, whileCare, untilWithdrawn, cancel, notKnown, secret,
        until
    case delegateBlocked, deemedLead, deemedTold, whileTeam
    case sought, soughtHint, search, listed, nobody, more, noAnswer, byHand, soughtFault, listedFault, otherName

    package var phrase: Phrase {
        switch self {
        case .forWhom: Phrase("Pour qui est cet accord ?", "For whom is this consent?")
        case .me: Phrase("Pour moi", "For me")
        case .team: Phrase("Pour moi et mon équipe de soins", "For me and my care team")
        case .colleague:
            Phrase(
                "Pour moi et un confrère à qui je confie une partie du soin",
                "For me and a colleague to whom I entrust part of the care"
            )
        case .nextPage: Phrase("La page suivante demande de qui il s'agit.", "The next page asks who it is.")
        case .declareTitle: Phrase("Déclarer une équipe de soins", "Declare a care team")
        case .declareLead:
            Phrase(
                "Un seul accord du patient vaut pour toute l'équipe qui le soigne.",
                "One consent of the patient covers the whole team that gives care."
            )
        case .teamName: Phrase("Nom de l'équipe", "Name of the team")
        case .teamHint: Phrase("Exemple : équipe de chirurgie du genou.", "Example: knee surgery team.")
        case .sought: Phrase("Nom du professionnel", "Name of the professional")
        case .soughtHint:
            Phrase(
                "Nom, ou prénom et nom. L'annuaire donne le reste.",
                "Name, or both names. The directory knows the rest."
            )
        case .search: Phrase("Chercher dans l'annuaire", "Search the directory")
        case .listed: Phrase("Qui est-ce ?", "Who is it?")
        case .nobody:
            Phrase(
                "L'annuaire ne connaît personne de ce nom. Vérifiez-le, ou saisissez le numéro RPPS.",
                "The directory knows nobody of this name. Check it, or enter the RPPS number."
            )
        case .more:
            Phrase(
                "Il y en a d'autres. Précisez avec le prénom.",
                "There are others. Be more precise with the given name."
            )
        case .noAnswer:
            Phrase(
                "L'annuaire ne répond pas. Saisissez le numéro RPPS, ou recommencez plus tard.",
                "The directory does not answer. Enter the RPPS number, or try again later."
            )
        case .byHand: Phrase("Saisir son numéro RPPS", "Enter the RPPS number")
        case .soughtFault: Phrase("Écrivez au moins deux lettres du nom.", "Write at least two letters of the name.")
        case .listedFault: Phrase("Choisissez une personne de la liste.", "Choose somebody of the list.")
        case .otherName:
            Phrase(
                "L'annuaire ne connaît pas ce nom pour ce numéro.",
                "The directory does not know this name for this number."
            )
        case .member: Phrase("Un membre de l'équipe", "A member of the team")
        case .family: Phrase("Nom", "Family name")
        case .given: Phrase("Prénom", "Given name")
        case .rpps: Phrase("Numéro RPPS", "RPPS number")
        case .rppsHint: Phrase("Onze chiffres.", "Eleven digits.")
        case .profession: Phrase("Profession", "Profession")
        case .chooseProfession: Phrase("Choisir une profession", "Choose a profession")
        case .place: Phrase("Numéro du lieu d'exercice", "Number of the place of practice")
        case .placeHint:
            Phrase(
                "FINESS de 9 caractères ou SIRET de 14 chiffres. Vide : le même lieu que vous.",
                "FINESS of 9 characters or SIRET of 14 digits. Empty: the same place as yours."
            )
        case .sector: Phrase("Secteur d'activité", "Sector of activity")
        case .sameSector: Phrase("Le même que le vôtre", "The same as yours")
        case .asked:
            Phrase(
                "J'ai informé le patient et recueilli son accord",
                "I informed the patient and obtained the consent"
            )
        case .askedFault:
            Phrase(
                "Cochez cette case si le patient est d'accord. Sans son accord, rien n'est enregistré.",
                "Tick this box if the patient agrees. Without that, nothing is recorded."
            )
        case .declare: Phrase("Déclarer cette équipe", "Declare this team")
        case .told:
            Phrase(
                "Le patient est prévenu. Il voit chaque personne nommée et peut retirer son accord.",
                "The patient is told, sees each person named and can withdraw the consent."
            )
        case .addTitle: Phrase("Ajouter un membre à l'équipe", "Add a member to the team")
        case .addYes: Phrase("Ajouter ce membre", "Add this member")
        case .endTitle: Phrase("Mettre fin à l'équipe", "End the team")
        case .endLead:
            Phrase(
                "Les autorisations venues de cette équipe prennent fin. Celles données autrement restent.",
                "The authorisations that came from this team end. Those given otherwise stay."
            )
        case .endYes: Phrase("Oui, mettre fin à l'équipe", "Yes, end the team")
        case .colleagueTitle: Phrase("Accord pour un confrère", "Consent for a colleague")
        case .colleagueLead:
            Phrase(
                "Vous recueillez l'accord du patient pour un confrère à qui vous confiez une partie du soin.",
                "You obtain the consent for a colleague to whom you entrust part of the care."
            )
        case .colleagueYes: Phrase("Enregistrer l'accord pour ce confrère", "Record the consent for this colleague")
        case .teams: Phrase("Équipes de soins", "Care teams")
        case .noTeams:
            Phrase(
                "Vous n'appartenez à aucune équipe déclarée dans ce dossier.",
                "You belong to no team declared in this record."
            )
        case .members: Phrase("Membres", "Members")
        case .declaredByYou: Phrase("Déclarée par vous", "Declared by you")
        case .add: Phrase("Ajouter un membre", "Add a member")
        case .end: Phrase("Mettre fin", "End")
        case .declareTeam: Phrase("Déclarer une équipe", "Declare a team")
        case .declareColleague: Phrase("Recueillir l'accord pour un confrère", "Obtain consent for a colleague")
        case .caption: Phrase("Équipes déclarées par vous ou dont vous êtes membre", "Teams of yours")
        case .name: Phrase("Équipe", "Team")
        case .since: Phrase("Depuis", "Since")
        case .until: Phrase("Jusqu'au", "Until")
        case .delegateBlocked:
            Phrase(
                "Le patient refuse l'accès de ce confrère. Il peut lever ce refus sur son site.",
                "The patient refuses this colleague. The patient can lift this on the patients' site."
            )
        case .deemedLead:
            Phrase(
                "Les règles de ce dossier laissent lire toute l'équipe qui soigne le patient, sans demander son accord.",
                "The rules of this record let the whole team that gives care read it, without asking for consent."
            )
        case .deemedTold:
            Phrase(
                "Le patient est prévenu. Il voit chaque personne nommée, peut la refuser ou mettre fin à l'équipe.",
                "The patient is told, sees each person named, can refuse that person or end the team."
            )
        case .whileTeam:
            Phrase(
                "L'équipe lit le dossier le temps de la prise en charge, sauf si le patient y met fin avant.",
                "The team reads the record as long as the care lasts, unless the patient ends it before."
            )
        case .rppsFault:
            Phrase("Écrivez les onze chiffres du numéro RPPS.", "Write the eleven digits of the RPPS number.")
        case .nameFault: Phrase("Écrivez le prénom et le nom.", "Write the given and the family name.")
        case .professionFault: Phrase("Choisissez une profession de la liste.", "Choose a profession of the list.")
        case .placeFault:
            Phrase(
                "Écrivez un FINESS de 9 caractères ou un SIRET de 14 chiffres.",
                "Write a FINESS of 9 characters or a SIRET of 14 digits."
            )
        case .unknown: Phrase("L'annuaire ne connaît pas ce numéro.", "The directory does not know this number.")
        case .wrongProfession:
            Phrase("L'annuaire lui connaît une autre profession.", "The directory knows another profession.")
        case .wrongPlace: Phrase("L'annuaire ne le rattache pas à ce lieu.", "The directory does not link both.")
        case .role:
            Phrase(
                "La loi ne permet pas de recueillir l'accord pour cette personne ou ce lieu.",
                "The law does not allow consent to be obtained for this person or place."
            )
        case .oneself: Phrase("C'est votre propre numéro.", "This is your own number.")
        case .teamNameFault: Phrase("Écrivez un nom de 120 caractères au plus.", "Write a name of 120 letters at most.")
        case .declared: Phrase("L'équipe est déclarée.", "The team is declared.")
        case .added: Phrase("Le membre est ajouté à l'équipe.", "The member is added to the team.")
        case .unchanged: Phrase("Rien n'a changé dans les autorisations.", "No authorisation has changed.")
        case .ended: Phrase("L'équipe n'existe plus. Ses autorisations ont pris fin.", "The team has ended.")
        case .entrusted: Phrase("L'accord est enregistré pour ce confrère.", "Consent is recorded for this colleague.")
        case .whileCare:
            Phrase(
                "L'accord vaut le temps de la prise en charge, sauf si le patient le retire avant.",
                "Consent lasts as long as the care, unless the patient withdraws it before."
            )
        case .untilWithdrawn:
            Phrase(
                "L'accord vaut jusqu'à ce que le patient le retire.",
                "Consent lasts until the patient withdraws it."
            )
        case .cancel: Phrase("Non, revenir", "No, go back")
        case .notKnown: Phrase("Membre sans autorisation", "Member without authorisation")
        case .secret:
            Phrase(
                "Pendant une connexion secrète, aucune équipe n'est déclarée : les représentants la verraient.",
                "During a secret connection no team is declared: the representatives would see it."
            )
        }
    }

    /// How long a team without a consent reads.
    package static func lasts(until instant: Instant) -> Phrase {
        let end = DateText.moment(instant)
        return Phrase(
            "L'équipe lit le dossier jusqu'au \(end.french), sauf si le patient y met fin avant.",
            "The team reads the record until \(end.english), unless the patient ends it before."
        )
    }
}

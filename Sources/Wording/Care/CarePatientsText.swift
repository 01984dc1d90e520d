package import HealthRecord

/// The list of patients and the search for one.
package enum CarePatientsText: CatalogueText {
    case search, ins, insHint, insFault, find, list, caption, name, born, treating, lastAccess, lastAddition, state
    case open, empty, noneTitle, none, noneCheck, noneOpen, noneNext, filter, filterName, show, sort, byName, byAddition
    case byAccess, never, tooMany, isTreating, notOffered, newSince, again, lastUpdate, message, emptyFiltered
    case showAll, fromSoftware, closedTitle, closed, closedSince, closedWhy, closedReopen

    package var phrase: Phrase {
        switch self {
        case .search: Phrase("Trouver un patient", "Find a patient")
        case .ins: Phrase("Matricule INS du patient", "Patient's INS number")
        case .insHint:
            Phrase(
                "Quinze caractères, clé comprise. Exemple : 2 55 08 14 168 025 38.",
                "Fifteen characters with the key. Example: 2 55 08 14 168 025 38."
            )
        case .insFault:
            Phrase(
                "Écrivez les quinze caractères du matricule, comme dans l'exemple. La clé doit être juste.",
                "Type the fifteen characters, as in the example. The key must be right."
            )
        case .find: Phrase("Chercher", "Search")
        case .list: Phrase("Patients qui m'ont autorisé", "Patients who authorised me")
        case .caption: Phrase("Patients qui m'ont autorisé", "Patients who authorised me")
        case .name: Phrase("Patient", "Patient")
        case .born: Phrase("Naissance", "Born")
        case .treating: Phrase("Mon rôle", "My role")
        case .lastAccess: Phrase("Mon dernier accès", "My last access")
        case .lastAddition: Phrase("Dernier ajout", "Last addition")
        case .state: Phrase("État", "State")
        case .open: Phrase("Ouvrir", "Open")
        case .empty:
            Phrase(
                "Aucun patient ne vous a encore autorisé. Cherchez un patient, puis recueillez son accord.",
                "No patient has authorised you yet. Find a patient, then record the consent."
            )
        case .noneTitle: Phrase("Aucun dossier consultable", "No record to consult")
        case .none:
            Phrase(
                "Aucun dossier ne peut être ouvert ici avec ce matricule.",
                "No record can be opened here with this number."
            )
        case .noneCheck:
            Phrase("Vérifiez le matricule sur la carte Vitale du patient.", "Check the number on the patient's card.")
        case .noneOpen:
            Phrase(
                "Le patient peut ouvrir ou rouvrir lui-même son dossier, sur le site des patients.",
                "Patients can open or reopen their record themselves, on the patients' site."
            )
        case .closedTitle: Phrase("Dossier fermé", "Record closed")
        case .closed:
            Phrase("Rien n'entre dans ce dossier, et rien n'en sort.", "Nothing enters or leaves this record.")
        case .closedSince: Phrase("Fermé depuis le", "Closed since")
        case .closedWhy: Phrase("Motif", "Reason")
        case .closedReopen:
            Phrase(
                "Le patient peut rouvrir lui-même son dossier, sur le site des patients.",
                "Patients can reopen their record themselves, on the patients' site."
            )
        case .noneNext: Phrase("Ce que vous pouvez faire", "What you can do")
        case .filter: Phrase("Choisir dans la liste", "Narrow the list")
        case .filterName: Phrase("Le nom contient", "The name holds")
        case .show: Phrase("Afficher", "Show")
        case .sort: Phrase("Ordre", "Order")
        case .byName: Phrase("Par nom", "By name")
        case .byAddition: Phrase("Dernier ajout d'abord", "Last addition first")
        case .byAccess: Phrase("Mon dernier accès d'abord", "My last access first")
        case .never: Phrase("Jamais", "Never")
        case .tooMany:
            Phrase(
                "Trop de recherches en peu de temps. Attendez un peu, puis recommencez.",
                "Too many searches in a short time. Wait a few minutes, then try again."
            )
        case .isTreating: Phrase("Médecin traitant", "Treating physician")
        case .notOffered:
            Phrase(
                "La liste ne peut pas être affichée maintenant. La recherche par matricule reste possible.",
                "The list cannot be shown now. You can still search by number."
            )
        case .newSince: Phrase("Nouveau document", "New document")
        case .again: Phrase("Chercher un autre patient", "Find another patient")
        case .lastUpdate: Phrase("Dernier changement", "Last change")
        case .message: Phrase("À faire", "To do")
        case .emptyFiltered: Phrase("Aucun de vos patients ne porte ce nom.", "None of your patients has this name.")
        case .showAll: Phrase("Voir tous mes patients", "See all my patients")
        case .fromSoftware: Phrase("Patient de votre logiciel", "Your software's patient")
        }
    }

    /// How much of a long list is shown, and the way to the rest.
    package static func cut(_ shown: Int, of count: Int) -> Phrase {
        let (shown, count) = (CountText.number(shown), CountText.number(count))
        return Phrase(
            french:
                "Cette liste compte \(count.french)\u{A0}patients. Les \(shown.french) premiers sont affichés. Pour trouver les autres, écrivez leur nom.",
            english:
                "This list has \(count.english) patients. The first \(shown.english) are shown. To find the others, type their name."
        )
    }
}

/// Consent stated by the professional.
package enum CareConsentText: CatalogueText {
    case title, check, name, born, sex, standing, whatOpens, documents, duration, told, confirm, asTreating
    case blockedTitle, blocked, blockedFile, emergencyLead, emergency, employee, given, expired, notNow, address
    case regulationLead, regulation, matricule
    case closedTitle, closed, leaveOpensNothing, leaveOpensList, leaveOpensDocuments

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Recueillir l'accord du patient", "Record the patient's consent")
        case .check: Phrase("Vérifier l'identité", "Check the identity")
        case .name: Phrase("Nom", "Name")
        case .born: Phrase("Date de naissance", "Date of birth")
        case .sex: Phrase("Sexe", "Sex")
        case .address: Phrase("Adresse", "Address")
        case .standing: Phrase("Votre autorisation", "Your authorisation")
        case .whatOpens: Phrase("Ce que l'accord ouvre", "What consent opens")
        case .documents:
            Phrase(
                "Vous lirez les documents que votre profession permet, sauf ceux que le patient a masqués.",
                "You will read the documents that your profession allows, except those the patient hid."
            )
        case .duration:
            Phrase(
                "L'accord vaut jusqu'à ce que le patient le retire ou que vous y renonciez.",
                "Consent lasts until the patient withdraws it or you give it up."
            )
        case .told:
            Phrase(
                "Le patient est prévenu de votre première lecture. Il voit chacun de vos accès.",
                "The patient is told of your first reading, and sees each of your accesses."
            )
        case .confirm:
            Phrase(
                "J'ai informé le patient et recueilli son accord",
                "I informed the patient and obtained the consent"
            )
        case .asTreating:
            Phrase("Je suis aussi son médecin traitant", "I am also the treating physician")
        case .blockedTitle: Phrase("Le patient a refusé votre accès", "The patient refuses your access")
        case .blocked:
            Phrase(
                "Il peut lever ce refus sur le site des patients. Il faudra ensuite recueillir son accord.",
                "The patient can lift this refusal on the patients' site. Consent must then be recorded again."
            )
        case .blockedFile:
            Phrase("Vous pouvez toujours ajouter un document à ce dossier.", "You can still add a document to it.")
        case .closedTitle: Phrase("Votre accès à ce dossier", "Your access to this record")
        case .closed:
            Phrase(
                "Votre profession, dans ce lieu d'exercice, ne permet ni d'enregistrer l'accord du patient, ni d'ouvrir le dossier sans lui.",
                "Your profession, where you practise now, may neither record the patient's consent nor open the record without it."
            )
        case .leaveOpensNothing:
            Phrase(
                "Une autorisation du patient n'y changerait rien : vous ne lisez pas ce dossier.",
                "The patient's leave would not change this: you do not read this record."
            )
        case .leaveOpensList:
            Phrase(
                "Le patient peut vous autoriser lui-même, sur son site. Vous verrez alors la liste de ses documents, sans les ouvrir.",
                "The patient can authorise you on the patients' site. You will then see the list of documents, and open none."
            )
        case .leaveOpensDocuments:
            Phrase(
                "Le patient peut vous autoriser lui-même, sur son site. Vous lirez alors les documents que votre profession permet.",
                "The patient can authorise you on the patients' site. You will then read the documents that your profession allows."
            )
        case .emergencyLead:
            Phrase(
                "Le patient ne peut pas s'exprimer et sa santé est en danger immédiat ?",
                "The patient cannot speak and is in immediate danger?"
            )
        case .emergency: Phrase("Accéder en urgence", "Emergency access")
        case .regulationLead:
            Phrase(
                "Vous régulez un appel au centre 15 pour cette personne ?",
                "Do you regulate a call to centre 15 for this person?"
            )
        case .regulation: Phrase("Ouvrir pour la régulation", "Open for the regulation")
        case .matricule: Phrase("Matricule INS", "INS number")
        case .employee:
            Phrase(
                "Avec une carte CPE, l'accord est déclaré pour votre structure.",
                "With a CPE card, consent is declared for your organisation."
            )
        case .given: Phrase("L'accord du patient est enregistré.", "The patient's consent is recorded.")
        case .expired: Phrase("L'accord précédent a pris fin.", "The earlier consent has ended.")
        case .notNow: Phrase("Revenir à mes patients", "Back to my patients")
        }
    }
}

/// Access in an emergency.
package enum CareEmergencyText: CatalogueText {
    case title, warning, warned, glass, glassHint, regulation, regulationHint, kind, reason, reasonHint, reasonFault
    case kindFault, confirm, cancel, opposed, banner, bannerHint, regulationBanner, end, legal, masked
    case maskedStay, notProvided, notForYou, back

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Accès en urgence", "Emergency access")
        case .warning:
            Phrase(
                "Cet accès se fait sans l'accord du patient. Il est réservé aux situations prévues par la loi.",
                "This access takes place without consent. It is kept for the situations that the law names."
            )
        case .warned:
            Phrase(
                "Le patient et son médecin traitant sont prévenus. Votre motif leur est montré.",
                "The patient and the treating physician are told. They see your reason."
            )
        case .glass: Phrase("Bris de glace", "Break the glass")
        case .glassHint:
            Phrase(
                "La personne ne peut pas exprimer sa volonté, et sa santé est exposée à un risque immédiat.",
                "The person cannot express a wish, and there is an immediate risk to health."
            )
        case .regulation: Phrase("Appel au 15 (Samu)", "Call to the emergency number 15")
        case .regulationHint:
            Phrase(
                "Vous êtes médecin régulateur et recevez un appel pour cette personne.",
                "You are a regulating physician and receive a call about this person."
            )
        case .kind: Phrase("Situation", "Situation")
        case .kindFault: Phrase("Choisissez la situation.", "Choose the situation.")
        case .reason: Phrase("Motif", "Reason")
        case .reasonHint:
            Phrase(
                "Obligatoire pour un bris de glace. Exemple : perte de connaissance, traitement inconnu.",
                "Required to break the glass. Example: unconscious, treatment unknown."
            )
        case .reasonFault:
            Phrase(
                "Écrivez le motif en quelques mots : le patient le lira.",
                "Write the reason in a few words: the patient will read it."
            )
        case .confirm: Phrase("Ouvrir le dossier en urgence", "Open the record as an emergency")
        case .cancel: Phrase("Non, revenir", "No, go back")
        case .opposed:
            Phrase(
                "Si le patient s'est opposé à cet accès, le dossier reste fermé.",
                "If the patient objected to this access, the record stays closed."
            )
        case .banner: Phrase("Accès en urgence : bris de glace", "Emergency access: glass broken")
        case .regulationBanner: Phrase("Accès en urgence : appel au 15", "Emergency access: call to 15")
        case .bannerHint:
            Phrase(
                "Le patient est prévenu de cet accès. Chaque lecture lui est montrée.",
                "The patient is told of this access, and sees each reading."
            )
        case .end: Phrase("Quitter l'accès en urgence", "Leave emergency access")
        case .legal: Phrase("Code de la santé publique, article L. 1111-17.", "Public health code, article L. 1111-17.")
        case .maskedStay:
            Phrase(
                "Les documents masqués le restent, sauf les vôtres.",
                "Hidden documents stay hidden, but for your own."
            )
        case .notProvided:
            Phrase(
                "Les règles de ce dossier ne prévoient aucun accès en urgence : soignez sans le dossier, ou recueillez l'accord du patient.",
                "The rules of this record know no emergency access: give care without it, or ask for the patient's consent."
            )
        case .notForYou:
            Phrase(
                "Les règles de ce dossier n'ouvrent l'accès en urgence qu'à un centre de régulation.",
                "The rules of this record open emergency access to regulation centres alone."
            )
        case .back: Phrase("Recueillir l'accord du patient", "Ask for the patient's consent")
        case .masked:
            Phrase(
                "Les documents masqués ne s'affichent que si le patient l'a permis.",
                "Hidden documents are shown only if the patient allowed it."
            )
        }
    }

    /// When an emergency access ends by itself.
    package static func ends(at instant: Instant) -> Phrase {
        let time = DateText.time(instant)
        return Phrase("Il prend fin à \(time.french).", "It ends at \(time.english).")
    }
}

extension CareConsentText {
    /// Until when consent declared now lasts by itself.
    package static func duration(until instant: Instant) -> Phrase {
        let end = DateText.moment(instant)
        return Phrase(
            "L'accord vaut jusqu'au \(end.french), sauf si le patient le retire avant.",
            "Consent lasts until \(end.english), unless the patient withdraws it before."
        )
    }
}

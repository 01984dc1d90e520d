/// What is said otherwise to whoever acts for somebody else: there *vous* is the reader, and the record is another's.
///
/// Every text is written for the holder first; a page of somebody else's record is told in the words below, and says *cette
/// personne* of the one whose record it is. What reads true for both is not here.
package enum ForAnother {
    /// A text as it is said in somebody else's record.
    package static func said(_ phrase: Phrase) -> Phrase { phrases[phrase] ?? phrase }

    /// The same of a text in one language, such as a heading.
    package static func said(_ text: String, _ language: Language) -> String {
        switch language {
        case .french: french[text] ?? text
        case .english: english[text] ?? text
        }
    }

    /// Every pair: what the holder reads, and what whoever acts for him reads.
    package static let pairs: [(own: Phrase, other: Phrase)] =
        headings + closing + emergency + wishes + directives + readers + professionals + choices

    private static let phrases = Dictionary(pairs.map { ($0.own, $0.other) }) { first, _ in first }
    private static let french = Dictionary(pairs.map { ($0.own.french, $0.other.french) }) { first, _ in first }
    private static let english = Dictionary(pairs.map { ($0.own.english, $0.other.english) }) { first, _ in first }

    private static let headings: [(own: Phrase, other: Phrase)] = [
        (ShellText.documents.phrase, ActingText.documents.phrase),
        (TimelineText.title.phrase, ActingText.timeline.phrase),
        (ShellText.results.phrase, ActingText.results.phrase),
        (SettingsText.title.phrase, ActingText.settings.phrase),
        (SettingsText.access.phrase, Phrase("Qui voit ce dossier", "Who sees this record")),
        (SettingsText.myself.phrase, Phrase("Ses volontés", "Wishes")),
        (SettingsText.people.phrase, Phrase("Mon compte, et ses proches", "My account, and those close by")),
        (SettingsText.record.phrase, Phrase("La vie de ce dossier", "The life of this record")),
        (FeedingText.title.phrase, Phrase("Ajouts à ce dossier", "What is added to this record")),
        (
            RecordPageText.noAccess.phrase,
            Phrase(
                "Aucun professionnel n'a encore ouvert ce dossier.",
                "No professional has opened this record yet."
            )
        ),
    ]

    private static let closing: [(own: Phrase, other: Phrase)] = [
        (ClosingText.title.phrase, Phrase("Fermer ce dossier", "Close this record")),
        (
            ClosingText.lead.phrase,
            Phrase(
                "Vous pouvez fermer ce dossier à tout moment, sans donner de raison.",
                "You may close this record at any time, without giving a reason."
            )
        ),
        (
            ClosingText.copyFirst.phrase,
            Phrase(
                "Prenez d'abord une copie : après la fermeture, les documents ne se lisent plus ici.",
                "Take a copy first: once the record is closed, the documents can no longer be read here."
            )
        ),
        (ClosingText.copyLink.phrase, Phrase("Voir et télécharger ses documents", "See and download the documents")),
        (
            ClosingText.directives.phrase,
            Phrase(
                "Ses directives anticipées ne seront plus trouvées. Confiez-les aussi à un proche.",
                "The advance directives will no longer be found. Give them to somebody close as well."
            )
        ),
        (
            ClosingText.noAccess.phrase,
            Phrase(
                "Personne ne lit plus ce dossier : ni la personne elle-même, ni vous, ni les professionnels, ni les urgences.",
                "Nobody reads this record any more: neither the person, nor you, nor professionals, nor emergency services."
            )
        ),
        (
            ClosingText.reopening.phrase,
            Phrase(
                "Pendant ces 10 ans, il peut être rouvert, et tout s'y retrouve.",
                "During those 10 years it can be reopened, with everything in it."
            )
        ),
        (
            ClosingText.closeOnly.phrase,
            Phrase("Fermer, et garder les documents en archives", "Close, and keep the documents archived")
        ),
        (
            ClosingText.closeOnlyHint.phrase,
            Phrase("Il peut être rouvert pendant 10 ans.", "It can be reopened for 10 years.")
        ),
        (
            ClosingText.closeAndErase.phrase,
            Phrase("Fermer, et faire détruire les documents", "Close, and have the documents destroyed")
        ),
        (
            ClosingText.confirmErase.phrase,
            Phrase("Fermer et faire détruire ce dossier", "Close and have this record destroyed")
        ),
        (ClosingText.cancel.phrase, Phrase("Garder ce dossier ouvert", "Keep this record open")),
        (
            ClosingText.undoText.phrase,
            Phrase("Ce dossier peut être rouvert pendant 10 ans.", "This record can be reopened for 10 years.")
        ),
        (
            ClosingText.eraseNoUndo.phrase,
            Phrase(
                "Une fois détruits, les documents ne peuvent pas être retrouvés.",
                "Once destroyed, the documents cannot be recovered."
            )
        ),
        (
            ClosingText.othersSessions.phrase,
            Phrase("Toutes les sessions sur ce dossier seront fermées.", "All sessions on this record will end.")
        ),
        (ClosingText.requestsTitle.phrase, Phrase("Les demandes en cours", "Pending requests")),
    ]

    private static let emergency: [(own: Phrase, other: Phrase)] = [
        (
            EmergencyText.lead.phrase,
            Phrase(
                "Un jour, cette personne pourrait ne pas pouvoir répondre. Dites à l'avance ce qui est permis.",
                "One day this person might not be able to answer. Say in advance what is allowed."
            )
        ),
        (
            EmergencyText.breakGlass.phrase,
            Phrase(
                "Un professionnel qui soigne cette personne en urgence",
                "A professional who treats this person in an emergency"
            )
        ),
        (
            EmergencyText.breakGlassExample.phrase,
            Phrase(
                "Exemple : cette personne est inconsciente. Le médecin des urgences ouvre son dossier et lit ses allergies.",
                "Example: this person is unconscious. The emergency physician opens the record and reads the allergies."
            )
        ),
        (
            EmergencyText.regulationExample.phrase,
            Phrase(
                "Exemple : un proche appelle le 15 pour cette personne. Le médecin du SAMU lit ses traitements.",
                "Example: somebody calls 15 for this person. The SAMU physician reads the treatments."
            )
        ),
        (EmergencyText.masked.phrase, Phrase("Ses documents masqués", "The hidden documents")),
        (
            EmergencyText.maskedExample.phrase,
            Phrase(
                "Exemple : un traitement est masqué. En urgence, le médecin peut quand même le lire.",
                "Example: a treatment is hidden. In an emergency the physician can read it all the same."
            )
        ),
        (
            EmergencyText.told.phrase,
            Phrase(
                "Chaque accès en urgence est annoncé, à son médecin traitant aussi.",
                "Every emergency access is announced, to the treating physician as well."
            )
        ),
        (
            EmergencyText.summary.phrase,
            Phrase("Confirmer les choix pour l'urgence", "Confirm the choices for emergencies")
        ),
        (
            EmergencyText.done.phrase,
            Phrase("Les choix pour l'urgence sont enregistrés.", "The choices for emergencies are saved.")
        ),
        (EmergencyText.undo.phrase, Phrase("Revenir aux choix d'avant", "Go back to the earlier choices")),
        (
            EmergencyText.undone.phrase,
            Phrase("Les choix d'avant sont de nouveau en place.", "The earlier choices are in place again.")
        ),
        (
            EmergencyText.blockedNote.phrase,
            Phrase(
                "Un professionnel bloqué n'entre pas, même en urgence. Le SAMU, lui, peut entrer.",
                "A blocked professional does not get in, even in an emergency. The SAMU can."
            )
        ),
        (
            EmergencyText.blockedHeld.phrase,
            Phrase(
                "Un professionnel bloqué n'entre pas, même en urgence.",
                "A blocked professional does not get in, even in an emergency."
            )
        ),
        (
            EmergencyText.blockedOpen.phrase,
            Phrase(
                "En urgence, même un professionnel bloqué peut entrer.",
                "In an emergency, even a blocked professional can get in."
            )
        ),
        (
            EmergencyText.notOffered.phrase,
            Phrase(
                "Les règles de ce dossier ne prévoient aucun accès en urgence.",
                "The rules of this record provide for no access in an emergency."
            )
        ),
        (
            EmergencyText.notOfferedWay.phrase,
            Phrase(
                "Même en urgence, il faut une autorisation pour lire ce dossier.",
                "Even in an emergency, an authorisation is needed to read this record."
            )
        ),
        (
            EmergencyText.maskedNotOffered.phrase,
            Phrase(
                "Les documents masqués le restent en urgence. Vous n'avez rien à choisir.",
                "Hidden documents stay hidden in an emergency. There is nothing for you to choose."
            )
        ),
        (
            EmergencyText.impossible.phrase,
            Phrase(
                "Les règles de ce dossier ne permettent pas ce choix. Rien n'a changé.",
                "The rules of this record do not allow this choice. Nothing has changed."
            )
        ),
        (
            EmergencyText.metNone.phrase,
            Phrase("Personne n'a ouvert ce dossier en urgence.", "Nobody has opened this record in an emergency.")
        ),
    ]

    private static let wishes: [(own: Phrase, other: Phrase)] = [
        (WishesText.title.phrase, Phrase("Son entourage, ses volontés", "People close by, and wishes")),
        (
            WishesText.lead.phrase,
            Phrase(
                "Qui prévenir, et qui parle pour cette personne. Les professionnels autorisés peuvent lire cette page.",
                "Whom to call, and who speaks for this person. Authorised professionals can read this page."
            )
        ),
        (WishesText.tie.phrase, Phrase("Lien avec cette personne", "Tie to this person")),
        (
            WishesText.tieHint.phrase,
            Phrase("Par exemple : sa fille, son voisin.", "For example: a daughter, a neighbour.")
        ),
        (WishesText.trusted.phrase, Phrase("Sa personne de confiance", "The trusted person")),
        (
            WishesText.trustedHint.phrase,
            Phrase(
                "Elle dit ce que souhaite celui qui ne peut plus parler. Une seule peut être nommée.",
                "This person says what is wanted by somebody who can no longer speak. Only one may be named."
            )
        ),
        (WishesText.carer.phrase, Phrase("Son proche aidant", "The carer")),
        (
            WishesText.carerHint.phrase,
            Phrase(
                "La personne qui aide au quotidien. La noter ici ne lui ouvre pas ce dossier.",
                "The person who helps day by day. Noting the name here does not open this record."
            )
        ),
        (
            WishesText.saved.phrase,
            Phrase("L'entourage et les volontés sont enregistrés.", "The people and the wishes are saved.")
        ),
        (WishesText.none.phrase, Phrase("Rien n'est encore noté.", "Nothing is noted yet.")),
        (WishesText.document.phrase, Phrase("Voir le document dans ce dossier", "See the document in this record")),
        (
            WishesText.noTrusted.phrase,
            Phrase("Aucune personne de confiance n'est nommée.", "No trusted person is named.")
        ),
        (
            WishesText.readersText.phrase,
            Phrase(
                "Les professionnels autorisés, et ceux qui soignent en urgence, pourront les lire.",
                "Authorised professionals, and those who treat in an emergency, will be able to read them."
            )
        ),
        (WishesText.noContact.phrase, Phrase("Personne n'est nommé à prévenir.", "Nobody is named to call.")),
        (
            WishesText.organsInformed.phrase,
            Phrase("Informé des règles du don d'organes", "Told the rules of organ donation")
        ),
        (WishesText.organsNotInformed.phrase, Phrase("Pas encore informé", "Not told yet")),
        (WishesText.organsUnsaid.phrase, Phrase("Rien n'est noté", "Nothing is noted")),
        (HeirsText.title.phrase, Phrase("Après son décès", "After death")),
        (
            HeirsText.lead.phrase,
            Phrase(
                "Ses ayants droit pourront demander certaines informations, sauf si cette personne le refuse.",
                "The heirs may ask for some information, unless this person refuses."
            )
        ),
        (
            HeirsText.purposes.phrase,
            Phrase(
                "La loi ne leur ouvre que trois motifs : connaître les causes du décès, défendre sa mémoire, faire valoir leurs droits.",
                "The law gives them three reasons only: to know the causes of death, to defend the memory, to assert their rights."
            )
        ),
        (HeirsText.allowed.phrase, Phrase("Cette personne ne s'y oppose pas", "This person does not object")),
        (HeirsText.refused.phrase, Phrase("Cette personne s'y oppose", "This person objects")),
        (
            HeirsText.oldMandates.phrase,
            Phrase("Personne d'autre ne peut faire ce choix à sa place.", "Nobody else can make this choice instead.")
        ),
    ]

    private static let directives: [(own: Phrase, other: Phrase)] = [
        (DirectivesText.title.phrase, Phrase("Ses directives anticipées", "Advance directives")),
        (
            DirectivesText.lead.phrase,
            Phrase(
                "Cette personne y écrit ce qu'elle veut pour sa fin de vie. Le médecin doit les suivre si elle ne peut plus parler.",
                "This person writes what is wanted at the end of life. The physician must follow them if the person can no longer speak."
            )
        ),
        (DirectivesText.current.phrase, Phrase("Ses directives en vigueur", "The directives in force")),
        (
            DirectivesText.none.phrase,
            Phrase("Il n'y a pas de directives dans ce dossier.", "There are no directives in this record.")
        ),
        (
            DirectivesText.noneHint.phrase,
            Phrase(
                "C'est un choix libre. Cette personne peut en parler avec son médecin.",
                "It is a free choice. This person may talk about it with a physician."
            )
        ),
        (
            DirectivesText.readersText.phrase,
            Phrase(
                "Les médecins autorisés, et ceux qui soignent en urgence.",
                "The authorised physicians, and those who treat in an emergency."
            )
        ),
        (DirectivesText.see.phrase, Phrase("Lire ses directives", "Read the directives")),
        (
            DirectivesText.notKept.phrase,
            Phrase(
                "Les règles de ce dossier ne prévoient pas d'y garder des directives anticipées.",
                "The rules of this record do not provide for advance directives in it."
            )
        ),
        (
            DirectivesText.notKeptWay.phrase,
            Phrase(
                "Elles s'écrivent sur papier, datées et signées. Un proche et le médecin savent où elles se trouvent.",
                "They are written on paper, dated and signed. Somebody close and the physician know where they are."
            )
        ),
        (
            SettingsText.directivesHint.phrase,
            Phrase("Lire ses directives, si elle en a écrit.", "Read the directives, if there are any.")
        ),
    ]

    private static let readers: [(own: Phrase, other: Phrase)] = [
        (
            DocumentPageText.whoMaySeeHint.phrase,
            Phrase(
                "Voici qui peut le lire, à part vous et la personne elle-même. Chaque réponse vient des règles qui décident.",
                "This is who may read it, beside you and the person. Each answer comes from the rules that decide."
            )
        ),
        (
            DocumentPageText.maskLead.phrase,
            Phrase(
                "Les professionnels ne verront plus ce document dans ce dossier. Ils ne sauront pas qu'il existe.",
                "Professionals will no longer see this document in this record. They will not know that it exists."
            )
        ),
        (
            DocumentPageText.maskPhysician.phrase,
            Phrase("Son médecin traitant, s'il y en a un de déclaré.", "The treating physician, if one is declared.")
        ),
        (
            DocumentPageText.maskYou.phrase,
            Phrase(
                "Cette personne, vous, et les autres personnes qui agissent pour elle.",
                "This person, you, and the others who act for this person."
            )
        ),
        (
            DocumentPageText.maskAdministrators.phrase,
            Phrase("Les administrateurs de ce dossier, s'il y en a.", "The administrators of this record, if any.")
        ),
        (RightsText.whyTreating.phrase, Phrase("C'est son médecin traitant.", "This is the treating physician.")),
        (
            RightsText.whyTeam.phrase,
            Phrase("Cette personne fait partie de son équipe de soins.", "This person belongs to the care team.")
        ),
        (
            RightsText.whyLeave.phrase,
            Phrase(
                "Il a une autorisation, et sa profession le permet.",
                "There is an authorisation, and the profession allows it."
            )
        ),
        (RightsText.whyStructure.phrase, Phrase("Son lieu de soins est autorisé.", "The place of care is authorised.")),
        (RightsText.whyMasked.phrase, Phrase("Il est masqué.", "It is hidden.")),
        (RightsText.whyBlocked.phrase, Phrase("Ce professionnel est bloqué.", "This professional is blocked.")),
        (
            RightsText.whyNoLeave.phrase,
            Phrase("Ce professionnel n'est pas autorisé.", "This professional is not authorised.")
        ),
        (RightsText.whyHolder.phrase, Phrase("C'est son dossier.", "This is the person's own record.")),
        (
            RightsText.whyActing.phrase,
            Phrase("Cette personne agit dans ce dossier comme vous.", "This person acts in this record as you do.")
        ),
    ]

    private static let professionals: [(own: Phrase, other: Phrase)] = [
        (
            ProfessionalsText.lead.phrase,
            Phrase(
                "Voici qui peut lire ce dossier. Chaque choix prend effet tout de suite.",
                "This is who may read this record. Every choice takes effect at once."
            )
        ),
        (
            ProfessionalsText.seenHint.phrase,
            Phrase(
                "Ils ont agi sur ce dossier, ou l'ont essayé, sans autorisation en cours : en urgence, pour ajouter un document.",
                "They have acted on this record, or tried to, without a present authorisation: in an emergency, to add a document."
            )
        ),
        (
            ProfessionalsText.noAuthorised.phrase,
            Phrase("Aucun professionnel n'est autorisé.", "No professional is authorised.")
        ),
        (
            ProfessionalsText.authorisedCaption.phrase,
            Phrase("Professionnels autorisés à lire ce dossier", "Professionals authorised to read this record")
        ),
        (ProfessionalText.noAccess.phrase, Phrase("Aucun accès à ce dossier.", "No access to this record.")),
        (ProfessionalText.written.phrase, Phrase("Ses documents dans ce dossier", "Documents by this professional")),
        (
            HistoryText.lead.phrase,
            Phrase(
                "Chaque accès à ce dossier laisse une ligne ici. Personne ne peut l'effacer.",
                "Every access to this record leaves a line here. Nobody can erase it."
            )
        ),
        (HistoryText.family.phrase, Phrase("Ceux qui agissent ici", "Those who act here")),
    ]

    private static let choices: [(own: Phrase, other: Phrase)] = [
        (
            SettingsText.professionalsHint.phrase,
            Phrase(
                "Voir la liste, autoriser, bloquer, nommer le médecin traitant.",
                "See the list, authorise, block, name the treating physician."
            )
        ),
        (
            SettingsText.emergencyHint.phrase,
            Phrase(
                "Dire à l'avance ce qui est permis si cette personne ne peut pas répondre.",
                "Say in advance what is allowed if this person cannot answer."
            )
        ),
        (
            SettingsText.copyHint.phrase,
            Phrase(
                "Télécharger tous ses documents, ou les recevoir par la poste.",
                "Download all the documents, or have them sent by post."
            )
        ),
        (
            SettingsText.devicesHint.phrase,
            Phrase(
                "Voir où ce dossier est ouvert et fermer une session.",
                "See where this record is open and end a session."
            )
        ),
        (
            SettingsText.discretionHint.phrase,
            Phrase(
                "Les titres des documents peuvent être cachés dans les listes, sur cet appareil seulement.",
                "The titles of documents may be kept out of lists, on this device only."
            )
        ),
        (
            AccountText.lead.phrase,
            Phrase("Ce qui vous permet, à vous seul, de vous connecter.", "What lets you, and only you, sign in.")
        ),
        (
            AccountText.channelsLead.phrase,
            Phrase(
                "Gardez deux moyens : si l'un manque, l'autre vous permet encore de vous connecter.",
                "Keep two means: if one is missing, the other still lets you sign in."
            )
        ),
        (ConfidentialityText.maskAll.phrase, Phrase("Masquer tous ses documents", "Hide all the documents")),
        (
            ConfidentialityText.showAll.phrase,
            Phrase("Rendre visibles tous ses documents", "Make all the documents visible")
        ),
    ]
}

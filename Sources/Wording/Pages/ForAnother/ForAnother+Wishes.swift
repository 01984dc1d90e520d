/// What somebody else wishes, and his advance directives.
extension ForAnother {
    static let wishes: [Pair] = [
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
            WishesText.notKept.phrase,
            Phrase(
                "Les règles de ce dossier ne permettent pas d'y noter ces informations. Elles se disent aux proches et à un médecin.",
                "The rules of this record do not let these details be noted in it. They are told to those close by and to a doctor."
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

    static let directives: [Pair] = [
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
}

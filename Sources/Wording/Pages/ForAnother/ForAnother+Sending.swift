/// What sending a document of somebody else's record does.
extension ForAnother {
    static let sending: [Pair] = [
        (
            SendingText.instead.phrase,
            Phrase(
                "Vous pouvez télécharger l'original et le remettre vous-même, ou autoriser le professionnel à lire ce dossier.",
                "You can download the original and hand it over yourself, or authorise the professional to read this record."
            )
        ),
        (
            SendingText.goes.phrase,
            Phrase(
                "Le document part en entier, avec son titre, son auteur, ses dates, l'identité de cette personne et votre nom.",
                "The whole document goes, with its title, its author, its dates, this person's identity and your name."
            )
        ),
        (
            SendingText.reads.phrase,
            Phrase(
                "Toutes les personnes qui ont accès à cette boîte pourront le lire et le garder, même si le document est masqué dans ce dossier.",
                "Everybody who has access to that mailbox can read it and keep it, even if the document is hidden in this record."
            )
        ),
        (
            SendingText.leaves.phrase,
            Phrase(
                "Le document sort de ce dossier : nous ne pourrons ni le reprendre ni vous dire qui le lit.",
                "The document leaves this record: we can neither take it back nor tell you who reads it."
            )
        ),
        (
            SendingText.done.phrase,
            Phrase(
                "Le document est envoyé par messagerie sécurisée. L'historique de ce dossier le dit aussi.",
                "The document has been sent by secured messaging. The history of this record says so too."
            )
        ),
        (
            SendingText.already.phrase,
            Phrase(
                "Cet envoi a déjà été demandé : il n'est pas parti une seconde fois. L'historique de ce dossier dit ce qu'il est devenu.",
                "This sending has already been asked for: it did not go a second time. The history of this record says what became of it."
            )
        ),
    ]
}

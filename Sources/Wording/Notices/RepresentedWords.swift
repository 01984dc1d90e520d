internal import HealthRecord

/// What is told of a record to somebody who acts for its holder: a message that others may read does not say whose it is.
enum RepresentedWords {
    static let subject = Phrase(
        "DMP : une nouvelle d'un dossier que vous suivez",
        "DMP: news of a record that you look after"
    )

    static func news(_ news: RepresentedNews, at moment: Instant) -> Phrase {
        let at = DateText.moment(moment)
        return switch news {
        case .firstAccess:
            Phrase(
                "Le\u{A0}\(at.french), un professionnel a ouvert pour la première fois un dossier que vous suivez.",
                "On\u{A0}\(at.english), a professional opened for the first time a record that you look after."
            )
        case .emergencyAccess:
            Phrase(
                "Le\u{A0}\(at.french), un dossier que vous suivez a été ouvert en urgence.",
                "On\u{A0}\(at.english), a record that you look after was opened in an emergency."
            )
        case .newDocument:
            Phrase(
                "Un nouveau document est arrivé dans un dossier que vous suivez.",
                "A new document has come into a record that you look after."
            )
        case .recordSuspended:
            Phrase(
                "Un dossier que vous suivez est suspendu : personne ne peut y lire de document.",
                "A record that you look after is suspended: nobody can read a document in it."
            )
        }
    }
}

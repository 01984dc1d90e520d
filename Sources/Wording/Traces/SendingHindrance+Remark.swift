import HealthRecord

extension SendingHindrance {
    /// Why a sending that was asked for was refused, as the history says it.
    var remark: Phrase {
        switch self {
        case .begun:
            Phrase(
                "Cet envoi avait déjà été demandé : rien n'est parti une seconde fois.",
                "This sending had been asked for before: nothing went a second time."
            )
        case .tooMany:
            Phrase(
                "Le nombre d'envois possibles en un jour était atteint.",
                "As many documents as can be sent in a day had been sent."
            )
        }
    }
}

/// What is wrong with the day of an act.
package enum CareDayText: CatalogueText {
    case unread, future, beforeBirth

    package var phrase: Phrase {
        switch self {
        case .unread:
            Phrase("Écrivez la date comme 12/04/2026.", "Write the date like 12/04/2026.")
        case .future:
            Phrase(
                "Cette date est à venir. Écrivez le jour du soin, aujourd'hui au plus tard.",
                "This date is still to come. Write the day of the act, today at the latest."
            )
        case .beforeBirth:
            Phrase(
                "Cette date précède la naissance du patient. Vérifiez l'année.",
                "This date is before the patient's birth. Check the year."
            )
        }
    }
}

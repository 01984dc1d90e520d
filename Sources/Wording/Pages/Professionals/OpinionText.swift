/// The opinion of an adult under protection, whom somebody else agrees for (CSP L1111-16).
package enum OpinionText: CatalogueText {
    case lead, asked, fault

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Vous décidez à la place de la personne que vous protégez. La loi demande de tenir compte de son avis.",
                "You decide in place of the person whom you protect. The law asks you to take that person's opinion into account."
            )
        case .asked:
            Phrase(
                "J'ai demandé son avis à cette personne, autant qu'elle peut le donner",
                "I asked this person for an opinion, as far as one can be given"
            )
        case .fault:
            Phrase(
                "Cochez cette case après avoir demandé son avis à la personne.",
                "Tick this box once you have asked the person."
            )
        }
    }
}

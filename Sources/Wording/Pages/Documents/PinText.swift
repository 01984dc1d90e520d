/// Documents kept at hand.
package enum PinText: CatalogueText {
    case title, pin, unpin, pinned, unpinned

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Documents épinglés", "Pinned documents")
        case .pin: Phrase("Épingler en haut de ma liste", "Pin to the top of my list")
        case .unpin: Phrase("Ne plus épingler", "Unpin")
        case .pinned: Phrase("Le document est épinglé en haut de votre liste.", "The document is pinned to your list.")
        case .unpinned: Phrase("Le document n'est plus épinglé.", "The document is no longer pinned.")
        }
    }

    /// As many as may be are pinned.
    package static func tooMany(_ most: Int) -> Phrase {
        Phrase(
            "Vous avez déjà \(most) documents épinglés. Retirez-en un d'abord.",
            "You have \(most) pinned documents already. Unpin one first."
        )
    }
}

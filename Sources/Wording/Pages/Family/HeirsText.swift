/// Objection to heirs' access after death (CSP L1110-4 V, L1111-18).
package enum HeirsText: CatalogueText {
    case title, lead, purposes, allowed, refused, refuse, allow, refuseLead, refuseMeaning, allowLead, confirmRefuse
    case confirmAllow, cancel, nowRefused, nowAllowed, stays, oldMandates

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Après mon décès", "After my death")
        case .lead:
            Phrase(
                "Vos ayants droit peuvent demander certaines informations, sauf si vous le refusez.",
                "Your heirs may ask for some information, unless you refuse."
            )
        case .purposes:
            Phrase(
                "La loi ne leur ouvre que trois motifs : connaître les causes du décès, défendre votre mémoire, faire valoir leurs droits.",
                "The law gives them three reasons only: to know the causes of death, to defend your memory, to assert their rights."
            )
        case .allowed: Phrase("Je ne m'y oppose pas", "I do not object")
        case .refused: Phrase("Je m'y oppose", "I object")
        case .refuse: Phrase("M'opposer à cet accès", "Object to this access")
        case .allow: Phrase("Ne plus m'y opposer", "Object no longer")
        case .refuseLead:
            Phrase(
                "Après votre décès, une demande de vos ayants droit sera refusée.",
                "After your death, a request by your heirs will be refused."
            )
        case .refuseMeaning:
            Phrase(
                "Ce choix ne change rien aujourd'hui : personne ne lit plus ni moins dans votre dossier.",
                "This choice changes nothing today: nobody reads more or less in your record."
            )
        case .allowLead:
            Phrase(
                "Après votre décès, une demande de vos ayants droit sera examinée. Elle n'est jamais acceptée d'office.",
                "After your death, a request by your heirs will be examined. It is never granted by itself."
            )
        case .confirmRefuse: Phrase("Oui, je m'y oppose", "Yes, I object")
        case .confirmAllow: Phrase("Oui, ne plus m'y opposer", "Yes, object no longer")
        case .cancel: Phrase("Non, ne rien changer", "No, change nothing")
        case .nowRefused: Phrase("Votre opposition est enregistrée.", "Your objection is on file.")
        case .nowAllowed: Phrase("Vous ne vous y opposez plus.", "You object no longer.")
        case .stays: Phrase("Vous pouvez changer d'avis à tout moment.", "You may change your mind at any time.")
        case .oldMandates:
            Phrase(
                "Personne d'autre que vous ne peut faire ce choix.",
                "Nobody but you can make this choice."
            )
        }
    }
}

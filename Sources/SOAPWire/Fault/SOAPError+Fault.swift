extension SOAPError {
    /// The fault to answer an unreadable request with.
    public func fault(correlation: String?) -> SOAPFault {
        let (code, subcode, reason): (SOAPFault.Code, SOAPFault.Subcode, String) =
            switch self {
            case .xml:
                (
                    .sender, .dmp("DMPInvalidMessage"),
                    "Le message n'est pas un document XML recevable. Vérifiez son encodage (UTF-8), sa taille et sa forme."
                )
            case .notAnEnvelope:
                (
                    .versionMismatch, .dmp("DMPInvalidMessage"),
                    "L'enveloppe SOAP n'est pas reconnue. Envoyez une enveloppe SOAP 1.2."
                )
            case .missingElement:
                (
                    .sender, .addressing("MessageAddressingHeaderRequired"),
                    "Un élément obligatoire de l'enveloppe est absent. Ajoutez-le."
                )
            case .repeatedElement:
                (
                    .sender, .addressing("InvalidAddressingHeader"),
                    "Un élément de l'enveloppe est répété. N'en gardez qu'un."
                )
            case .misplacedElement:
                (
                    .sender, .dmp("DMPInvalidMessage"),
                    "Un élément de l'enveloppe n'est pas à sa place. Retirez-le ou déplacez-le."
                )
            case .malformedElement:
                (
                    .sender, .addressing("InvalidAddressingHeader"),
                    "Un élément de l'enveloppe est mal formé. Corrigez sa valeur."
                )
            case .notUnderstood:
                (
                    .mustUnderstand, .dmp("DMPInvalidMessage"),
                    "Un en-tête marqué mustUnderstand n'est pas compris par le service. Retirez-le."
                )
            case .answerElsewhere:
                (
                    .sender, .addressing("OnlyAnonymousAddressSupported"),
                    "La réponse ne peut être envoyée à une autre adresse. Indiquez l'adresse anonyme."
                )
            }
        return SOAPFault(code, subcode, reason: reason, element: element, correlation: correlation)
    }
}

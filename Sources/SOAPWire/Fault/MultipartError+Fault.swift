extension MultipartError {
    /// The fault to answer an unreadable body in parts with.
    public func fault(correlation: String?) -> SOAPFault {
        let (code, reason): (String, String) =
            switch self {
            case .submissionTooLarge, .tooManyParts, .headersTooLarge, .partTooLarge, .paddingTooLarge,
                .tooManyReferences:
                (
                    "DMPMessageTooLarge",
                    "Le lot dépasse une limite\(place). Envoyez des documents moins nombreux ou moins gros."
                )
            case .notMultipart, .badBoundary:
                ("DMPInvalidMessage", "L'en-tête Content-Type n'annonce pas un message MTOM. Corrigez-le.")
            case .truncated, .noParts:
                ("DMPInvalidMessage", "Le message MTOM est incomplet. Renvoyez-le en entier.")
            case .malformedDelimiter, .malformedHeader, .missingContentID, .repeatedContentID, .rootNotFirst,
                .nestedMultipart:
                ("DMPInvalidMessage", "La structure du message MTOM est incorrecte\(place). Corrigez-la.")
            case .unsupportedEncoding, .malformedBase64:
                (
                    "DMPInvalidMessage",
                    "L'encodage de transfert est incorrect\(place). Utilisez binary, 8bit, 7bit ou base64."
                )
            case .malformedReference, .referredTwice, .unreferenced, .missingPart:
                (
                    "DMPInvalidMessage",
                    "Chaque partie jointe doit être référencée une fois et une seule\(place). Corrigez les références."
                )
            }
        return SOAPFault(.sender, .dmp(code), reason: reason, element: element, correlation: correlation)
    }

    /// The part at fault, 0 being the root.
    public var part: Int? {
        switch self {
        case .headersTooLarge(let part, _), .partTooLarge(let part, _), .malformedDelimiter(let part),
            .malformedHeader(let part), .unsupportedEncoding(let part), .nestedMultipart(let part),
            .malformedBase64(let part), .missingContentID(let part), .repeatedContentID(let part),
            .unreferenced(let part):
            part
        case .notMultipart, .badBoundary, .submissionTooLarge, .tooManyParts, .paddingTooLarge, .rootNotFirst,
            .truncated, .noParts, .tooManyReferences, .malformedReference, .referredTwice, .missingPart:
            nil
        }
    }

    /// The element of the envelope at fault.
    public var element: String? {
        switch self {
        case .malformedReference(let element), .referredTwice(let element), .missingPart(let element): element
        case .notMultipart, .badBoundary, .submissionTooLarge, .tooManyParts, .headersTooLarge, .partTooLarge,
            .paddingTooLarge, .malformedDelimiter, .malformedHeader, .unsupportedEncoding, .nestedMultipart,
            .malformedBase64, .missingContentID, .repeatedContentID, .rootNotFirst, .truncated, .noParts,
            .tooManyReferences, .unreferenced:
            nil
        }
    }

    private var place: String { part.map { " (partie \($0))" } ?? "" }
}

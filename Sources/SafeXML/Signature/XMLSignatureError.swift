/// Why a signature was refused; names elements, never quotes their text.
public enum XMLSignatureError: Error, Equatable, Sendable {
    /// The document does not hold exactly one `ds:Signature`, or not at the place required (X8).
    case signatureMisplaced(found: Int)
    /// An element is missing, repeated, out of order or has content it may not have.
    case malformed(element: String)
    /// An algorithm or canonical form that the policy does not accept (X12, X17).
    case algorithmRefused(element: String)
    /// SHA-1 where the policy does not tolerate it.
    case legacyAlgorithmRefused(element: String)
    /// A transform that the policy does not accept (X11).
    case transformRefused(element: String)
    /// The references are not exactly those expected (X10, X15).
    case referencesUnexpected(element: String)
    /// Two identifiers of the document have the same value (X9).
    case duplicateIdentifier(element: String)
    /// A comment or processing instruction where none may be (X16).
    case commentRefused(element: String)
    /// There is not exactly one `X509Certificate`, or it is not base64.
    case certificateUnreadable
    /// The key given cannot be read or does not fit the algorithm.
    case keyUnusable
    /// An RSA key under 2048 bits, or a curve other than P-256 and P-384.
    case keyTooWeak
    /// What a reference covers is not what was signed.
    case referenceAltered(element: String)
    /// The signature value does not match the key.
    case signatureInvalid
    /// The library could not conclude; `reason` is xmlsec's number.
    case notVerifiable(reason: Int)
    /// Whoever was asked to compute it did not answer.
    case unanswered(SignatureSilence)
    /// The document to sign was refused by the parser.
    case template(XMLError)
    /// The library could not sign; `reason` is xmlsec's number.
    case notSigned(reason: Int)
}

public import SafeXML

/// Why an envelope was refused; names elements, never quotes their text.
public enum SOAPError: Error, Equatable, Sendable {
    /// The bytes are no XML that the house reads.
    case xml(XMLError)
    /// The root is not an envelope of a version that is spoken.
    case notAnEnvelope
    /// An element that must be there is not.
    case missingElement(name: String, parent: String)
    /// An element that may be there once is repeated.
    case repeatedElement(name: String, parent: String)
    /// An element stands where none of its name may.
    case misplacedElement(String)
    /// An element or an attribute of it holds what it cannot.
    case malformedElement(String)
    /// A header must be understood and is not.
    case notUnderstood(String)
    /// The answer is asked for at another address.
    case answerElsewhere(String)

    /// The element at fault, where one is known.
    public var element: String? {
        switch self {
        case .xml, .notAnEnvelope: nil
        case .missingElement(let name, let parent), .repeatedElement(let name, let parent): parent + "/" + name
        case .misplacedElement(let path), .malformedElement(let path), .notUnderstood(let path),
            .answerElsewhere(let path):
            path
        }
    }
}

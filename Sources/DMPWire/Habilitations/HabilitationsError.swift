public import SafeXML

/// Why a message of the authorisation service was refused; names the element at fault, never quotes what it holds.
public enum HabilitationsError: Error, Equatable, Sendable {
    /// An element that must be there is not, or is repeated.
    case structure(XMLError)
    /// The root is not the message that was expected.
    case unexpectedMessage(String)
    /// An element that this message does not know.
    case unexpectedElement(String)
    /// An element holds what it cannot.
    case malformed(String)
    /// An element holds a code that this message does not know.
    case unknownCode(String)

    /// The element at fault.
    public var element: String {
        switch self {
        case .structure(.missingElement(let name, let parent)), .structure(.repeatedElement(let name, let parent)):
            parent + "/" + name
        case .structure: "/"
        case .unexpectedMessage(let path), .unexpectedElement(let path), .malformed(let path),
            .unknownCode(let path):
            path
        }
    }
}

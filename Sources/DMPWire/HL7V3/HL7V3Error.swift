public import SafeXML

/// Why an HL7 V3 message was refused; names the element at fault, never quotes what it holds.
public enum HL7V3Error: Error, Equatable, Sendable {
    /// An element or attribute that must be there is not, or is repeated.
    case structure(XMLError)
    /// The root is not the message that was expected.
    case unexpectedMessage(String)
    /// An element holds what its type cannot be.
    case malformed(String)
    /// An element holds a code that this message does not know.
    case unknownCode(String)

    /// The element at fault.
    public var element: String {
        switch self {
        case .structure(.missingElement(let name, let parent)), .structure(.repeatedElement(let name, let parent)):
            parent + "/" + name
        case .structure(.missingAttribute(let name, let element)): element + "/@" + name
        case .structure: "/"
        case .unexpectedMessage(let path), .malformed(let path), .unknownCode(let path): path
        }
    }
}

/// Runs a step of SafeXML and speaks its error in ours.
func structured<Value>(_ read: () throws(XMLError) -> Value) throws(HL7V3Error) -> Value {
    do throws(XMLError) {
        return try read()
    } catch {
        throw .structure(error)
    }
}

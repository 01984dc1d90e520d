/// Why a message could not be read at all; what is wrong inside a readable message is a `RegistryFinding`.
public enum XDSWireError: Error, Equatable, Sendable {
    /// Another element stands where this message was expected.
    case notTheMessage(expected: String)
    /// An element without which the message says nothing is absent.
    case missingElement(String)
    /// More objects than one message may carry.
    case tooManyObjects(limit: Int)
    /// A status that no response may have.
    case unknownStatus
    /// A document's reference or inline content cannot be read.
    case unreadableDocument
}

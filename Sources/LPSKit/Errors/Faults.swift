public import ClinicalDocuments
public import SOAPWire
public import SafeXML

/// What is wrong with the settings of a software.
public enum SettingsFault: String, Hashable, Sendable {
    /// The address of the services is no `https` URL.
    case address
    /// The authorities cannot be read.
    case authorities
    /// The authentication certificate and key cannot be read or do not belong together.
    case authentication
    /// The signature certificate and key cannot be read or do not belong together.
    case signature
}

/// What is wrong with what is to be sent.
public enum OutgoingFault: Equatable, Sendable {
    /// A lot without a document.
    case nothingToSend
    /// The document of that place in the lot has no OID.
    case missingUniqueID(position: Int)
    /// The document is not XML that may be read.
    case unreadable(XMLError)
    /// The document is not a CDA document of the French profile.
    case clinicalDocument(CDAError)
    /// The entry did not come from a list: it lacks its identity, or its status.
    case notListed
    /// A record cannot be opened or changed without an INS and the person's traits.
    case missingTraits
    /// No message can be made of it.
    case unwritable
}

/// Why no answer came.
public enum ConnectionFault: String, Hashable, Sendable {
    /// Nobody listens there, or the connection broke.
    case unreachable
    /// One side refused the certificate of the other, or no protocol was common to both.
    case refusedTLS
    /// It took too long.
    case timedOut
    /// The answer is larger than any that is expected.
    case answerTooLarge
}

/// What cannot be understood in an answer.
public enum UnreadableAnswer: Hashable, Sendable {
    /// The body in parts.
    case multipart(MultipartError)
    /// The envelope; names the element at fault where one is known.
    case envelope(element: String?)
    /// An envelope with an empty body.
    case empty
    /// The answer to another operation.
    case otherAction
    /// The answer to another request.
    case otherRequest
    /// The content of an XDS answer.
    case registry
    /// The content of an HL7 V3 answer, by the element at fault.
    case message(element: String)
    /// The content of an answer of the authorisation service, by the element at fault.
    case authorisation(element: String)
    /// A document whose bytes did not come.
    case missingPart
}

/// A refusal or failure said in SOAP (SOAP 1.2 part 1 § 5.4).
///
/// What it says is fit for the sender: a code, a French sentence without any personal datum, and the correlation by
/// which the operator finds the case.
public struct SOAPFault: Error, Hashable, Sendable {
    /// Whose fault it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The sender's: sending the same again is of no use.
        case sender = "Sender"
        /// The service's: it may work later.
        case receiver = "Receiver"
        /// A header that must be understood is not.
        case mustUnderstand = "MustUnderstand"
        /// The envelope is of no known version.
        case versionMismatch = "VersionMismatch"
        /// The encoding of data is not known.
        case dataEncodingUnknown = "DataEncodingUnknown"
    }

    /// The precise code, a qualified name.
    public struct Subcode: Hashable, Sendable {
        /// The namespace of the code, empty when it has none.
        public let namespace: String
        /// The code.
        public let name: String

        /// Joins both.
        public init(_ name: String, in namespace: String) {
            self.name = name
            self.namespace = namespace
        }

        /// A code of the DMP, such as `DMPInvalidCertificate`.
        public static func dmp(_ name: String) -> Subcode { Subcode(name, in: SOAPNamespace.dmpFault) }
        /// A code of WS-Addressing, such as `MessageAddressingHeaderRequired`.
        public static func addressing(_ name: String) -> Subcode { Subcode(name, in: SOAPNamespace.addressing) }
        /// A code of WS-Security, such as `FailedAuthentication`.
        public static func security(_ name: String) -> Subcode { Subcode(name, in: SOAPNamespace.security) }
    }

    /// Whose fault it is.
    public let code: Code
    /// The precise code.
    public let subcode: Subcode?
    /// The sentence, in French.
    public let reason: String
    /// The element at fault, a path of local names.
    public let element: String?
    /// By which the operator finds the case.
    public let correlation: String?

    /// Joins the parts.
    public init(
        _ code: Code,
        _ subcode: Subcode?,
        reason: String,
        element: String? = nil,
        correlation: String? = nil
    ) {
        self.code = code
        self.subcode = subcode
        self.reason = reason
        self.element = element
        self.correlation = correlation
    }
}

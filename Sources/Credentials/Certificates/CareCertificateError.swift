/// Why a certificate is not one of the profile of health certificates; names the part at fault, never its content.
public enum CareCertificateError: Error, Hashable, Sendable {
    /// Not a DER certificate, or one that breaks the encoding rules (the old cards do).
    case unreadable
    /// RSA under 2,048 bits, or a kind of key that the profile does not know.
    case weakKey
    /// An attribute of the subject is absent.
    case missing(SubjectAttribute)
    /// An attribute of the subject is there twice.
    case repeated(SubjectAttribute)
    /// An attribute of the subject is not of its form.
    case invalid(SubjectAttribute)
    /// An extension is absent.
    case missingExtension(CareExtension)
    /// An extension is not encoded as the profile says.
    case malformedExtension(CareExtension)
    /// The card type or product category is none that the profile knows.
    case unknownValue(CareExtension)
    /// Key usages that fit no role of the profile.
    case unknownUse
    /// A certificate of an authority.
    case authority
}

/// The attributes of a subject that the profile reads.
public enum SubjectAttribute: String, Hashable, Sendable, CaseIterable {
    /// `CN`.
    case commonName
    /// `SN`.
    case surname
    /// `GN`.
    case givenName
    /// `OU`.
    case unit
    /// `O`.
    case organisation
    /// `title`.
    case title
    /// `pseudonym`.
    case pseudonym

    var oid: String {
        switch self {
        case .commonName: AttributeType.commonName
        case .surname: AttributeType.surname
        case .givenName: AttributeType.givenName
        case .unit: AttributeType.unit
        case .organisation: AttributeType.organisation
        case .title: AttributeType.title
        case .pseudonym: AttributeType.pseudonym
        }
    }
}

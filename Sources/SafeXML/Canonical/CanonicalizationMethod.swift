internal import CLibXML2

/// The canonical forms this house knows, by their URI.
public enum CanonicalizationMethod: String, Sendable, CaseIterable, Hashable {
    /// Exclusive XML Canonicalization 1.0.
    case exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
    /// The same, comments kept.
    case exclusiveWithComments = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"
    /// Canonical XML 1.0.
    case inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
    /// The same, comments kept (the lot signatures of the field).
    case inclusiveWithComments = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"
    /// Canonical XML 1.1.
    case inclusive11 = "http://www.w3.org/2006/12/xml-c14n11"
    /// The same, comments kept.
    case inclusive11WithComments = "http://www.w3.org/2006/12/xml-c14n11#WithComments"

    /// True for the two exclusive forms, the only ones that take a list of inclusive prefixes.
    public var isExclusive: Bool { self == .exclusive || self == .exclusiveWithComments }

    /// True when comments are part of the form.
    public var keepsComments: Bool {
        switch self {
        case .exclusiveWithComments, .inclusiveWithComments, .inclusive11WithComments: true
        case .exclusive, .inclusive, .inclusive11: false
        }
    }

    var mode: Int32 {
        let mode: xmlC14NMode =
            switch self {
            case .exclusive, .exclusiveWithComments: XML_C14N_EXCLUSIVE_1_0
            case .inclusive, .inclusiveWithComments: XML_C14N_1_0
            case .inclusive11, .inclusive11WithComments: XML_C14N_1_1
            }
        return Int32(mode.rawValue)
    }
}

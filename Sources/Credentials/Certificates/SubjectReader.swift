internal import X509

/// Reads single-valued attributes of a subject, wherever they lie: the last relative name of a person is one set.
struct SubjectReader {
    private let name: DistinguishedName
    /// Longest value of an attribute, in bytes; the profile's upper bounds are 64 to 128 characters (RFC 5280 A.1).
    static let maximumLength = 512

    init(_ name: DistinguishedName) { self.name = name }

    func optional(_ attribute: SubjectAttribute) throws(CareCertificateError) -> String? {
        var found: String?
        for relative in name {
            for part in relative where "\(part.type)" == attribute.oid {
                guard found == nil else { throw .repeated(attribute) }
                guard let text = String(part.value), !text.isEmpty, text.utf8.count <= Self.maximumLength,
                    text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
                else { throw .invalid(attribute) }
                found = text
            }
        }
        return found
    }

    func required(_ attribute: SubjectAttribute) throws(CareCertificateError) -> String {
        guard let text = try optional(attribute) else { throw .missing(attribute) }
        return text
    }
}

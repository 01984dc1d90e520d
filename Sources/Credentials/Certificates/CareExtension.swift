internal import HealthRecord
internal import SwiftASN1
internal import X509

/// The private extensions of health certificates (IGC-Santé profiles; NOS tables).
public enum CareExtension: String, Hashable, Sendable, CaseIterable {
    /// Product category, TRE_G01; the high bit says TEST.
    case productCategory = "1.2.250.1.71.1.2.5"
    /// Card type, TRE_G02.
    case cardType = "1.2.250.1.71.1.2.2"
    /// Card issuer and number.
    case cardNumber = "1.2.250.1.71.1.2.3"
    /// Profession, TRE_G15.
    case profession = "1.2.250.1.71.1.2.7"
    /// Profession in training, TRE_G16.
    case professionInTraining = "1.2.250.1.71.1.2.8"
    /// Specialties, TRE_R01.
    case specialties = "1.2.250.1.71.4.2.5"
}

extension CareExtension {
    /// Longest number of a card, in characters.
    static let maximumCardNumber = 64
    /// Most specialties of one certificate.
    static let maximumSpecialties = 16
    /// Longest code of a specialty, in characters; those of TRE_R01 stay under ten.
    static let maximumSpecialty = 16
    /// Highest number of a card type or of a profession: four digits.
    static let maximumNumber = 9999
}

extension Certificate.Extensions {
    func value(_ kind: CareExtension) -> ArraySlice<UInt8>? {
        first { "\($0.oid)" == kind.rawValue }?.value
    }

    /// An INTEGER that is neither negative nor above `CareExtension.maximumNumber`.
    func integer(_ kind: CareExtension) throws(CareCertificateError) -> Int? {
        guard let value = value(kind) else { return nil }
        guard let number = try? Int(derEncoded: value), (0...CareExtension.maximumNumber).contains(number) else {
            throw .malformedExtension(kind)
        }
        return number
    }

    func texts(_ kind: CareExtension) throws(CareCertificateError) -> [String] {
        guard let value = value(kind) else { return [] }
        guard let node = try? DER.parse(value),
            let texts = try? DER.sequence(of: ASN1UTF8String.self, identifier: .sequence, rootNode: node)
        else { throw .malformedExtension(kind) }
        let strings = texts.map { String($0) }
        let isCode = { (text: String) in
            (1...CareExtension.maximumSpecialty).contains(text.utf8.count) && text.utf8.allSatisfy(\.isLetterOrDigit)
        }
        guard strings.count <= CareExtension.maximumSpecialties, strings.allSatisfy(isCode) else {
            throw .malformedExtension(kind)
        }
        return strings
    }

    func category() throws(CareCertificateError) -> ProductCategory {
        guard let value = value(.productCategory) else { throw .missingExtension(.productCategory) }
        guard let octets = try? ASN1OctetString(derEncoded: value).bytes, octets.count == 1, let byte = octets.first
        else { throw .malformedExtension(.productCategory) }
        guard let category = ProductCategory(byte: byte) else { throw .unknownValue(.productCategory) }
        return category
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

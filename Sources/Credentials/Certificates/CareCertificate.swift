internal import Crypto
internal import CryptoExtras
internal import Foundation
public import HealthRecord
internal import SwiftASN1
internal import X509

/// A certificate of the French health sector, read: well formed and of the profile, but not yet trusted.
public struct CareCertificate: Hashable, Sendable {
    /// Least size of an RSA key.
    public static let minimumRSABits = 2048
    /// Largest certificate read, in bytes.
    public static let maximumLength = 16_384

    /// The encoded certificate.
    public let der: [UInt8]
    /// SHA-256 of the encoded certificate.
    public let fingerprint: [UInt8]
    /// Whom it names.
    public let holder: CertificateHolder
    /// What its key may do.
    public let use: CertificateUse
    /// What carries the key, and for which people.
    public let category: ProductCategory
    /// Issuer and number of the card, where it is one.
    public let cardNumber: String?
    /// The subject, for comparison.
    public let subject: DecodedName
    /// The issuer, for comparison.
    public let issuer: DecodedName
    /// Big-endian serial number.
    public let serialNumber: [UInt8]
    /// First moment of validity.
    public let notBefore: Instant
    /// Last moment of validity.
    public let notAfter: Instant

    let x509: Certificate

    /// Reads a certificate and holds it against the profile (IGC-Santé *gabarits*).
    public init(der: [UInt8]) throws(CareCertificateError) {
        guard der.count <= Self.maximumLength, let x509 = try? Certificate(derEncoded: der) else { throw .unreadable }
        guard Self.isStrong(x509.publicKey) else { throw .weakKey }
        guard (try? x509.extensions.basicConstraints)?.isAuthority != true else { throw .authority }
        guard let subject = DecodedName(x509.subject), let issuer = DecodedName(x509.issuer) else { throw .unreadable }
        let reader = HolderReader(x509)
        holder = try reader.holder()
        category = try x509.extensions.category()
        if case .person = holder {
            use = try CertificateUse.read(x509.extensions, isPerson: true)
        } else {
            use = try CertificateUse.read(x509.extensions, isPerson: false)
        }
        cardNumber = try reader.cardNumber()
        fingerprint = Array(SHA256.hash(data: der))
        serialNumber = Array(x509.serialNumber.bytes)
        notBefore = Instant(x509.notValidBefore)
        notAfter = Instant(x509.notValidAfter)
        self.der = der
        self.subject = subject
        self.issuer = issuer
        self.x509 = x509
    }

    /// The person it names, if it names one.
    public var person: CertifiedPerson? {
        if case .person(let person) = holder { person } else { nil }
    }

    /// The structure it names: the holder's, or the employer of a person who has one on the card.
    public var structure: StructureID? {
        switch holder {
        case .person(let person): person.structure
        case .structure(let structure): structure.id
        }
    }

    static func isStrong(_ key: Certificate.PublicKey) -> Bool {
        if let rsa = _RSA.Signing.PublicKey(key) { return rsa.keySizeInBits >= minimumRSABits }
        return P256.Signing.PublicKey(key) != nil || P384.Signing.PublicKey(key) != nil
    }

    public static func == (one: CareCertificate, other: CareCertificate) -> Bool { one.der == other.der }

    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

extension BasicConstraints {
    var isAuthority: Bool {
        switch self {
        case .isCertificateAuthority: true
        case .notCertificateAuthority: false
        }
    }
}

extension Instant {
    init(_ date: Date) { self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded())) }

    var foundationDate: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

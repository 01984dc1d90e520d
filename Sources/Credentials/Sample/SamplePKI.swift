internal import CryptoExtras
public import HealthRecord
internal import SwiftASN1
internal import X509

/// A hierarchy of authorities in the shape of IGC-Santé TEST, with its private keys: rehearsals, demonstrations, tests.
///
/// Everything it issues bears the TEST bit, and its authorities the names of test ones: production refuses both.
public struct SamplePKI: Sendable {
    /// Years for which authorities are valid.
    public static let authorityYears: Int64 = 20
    /// Years for which the others are valid.
    public static let leafYears: Int64 = 3

    /// The kind of keys made.
    public let keys: SampleKeys
    /// First moment of validity of what it issues.
    public let validFrom: Instant
    /// The serial number that comes next.
    public private(set) var nextSerial: UInt64
    private let authorities: [SampleAuthority: SampleCredential]

    /// Makes the authorities, with keys of their own kind where one is named.
    public init(
        keys: SampleKeys,
        authorities kind: SampleKeys? = nil,
        validFrom: Instant,
        firstSerial: UInt64 = 1
    ) throws(SamplePKIError) {
        self.keys = keys
        self.validFrom = validFrom
        nextSerial = firstSerial
        var authorities: [SampleAuthority: SampleCredential] = [:]
        for authority in SampleAuthority.allCases {
            authorities[authority] = try Self.make(
                authority,
                under: authority.parent.flatMap { authorities[$0] },
                keys: kind ?? keys,
                validFrom: validFrom,
                serial: nextSerial
            )
            nextSerial &+= 1
        }
        self.authorities = authorities
    }

    /// Reads back the authorities written by `pemFiles`.
    public init(
        pemFiles: [String: String],
        keys: SampleKeys,
        validFrom: Instant,
        nextSerial: UInt64
    ) throws(SamplePKIError) {
        self.keys = keys
        self.validFrom = validFrom
        self.nextSerial = nextSerial
        var authorities: [SampleAuthority: SampleCredential] = [:]
        for authority in SampleAuthority.allCases {
            let file = authority.fileName
            guard let certificate = pemFiles[file + ".pem"], let key = pemFiles[file + ".key"],
                let credential = SampleCredential(certificatePEM: certificate, privateKeyPEM: key)
            else { throw .unreadable(file: file) }
            authorities[authority] = credential
        }
        self.authorities = authorities
    }

    /// The authorities as files: `<name>.pem` and `<name>.key`.
    public var pemFiles: [String: String] {
        var files: [String: String] = [:]
        for (authority, credential) in authorities {
            files[authority.fileName + ".pem"] = credential.certificatePEM
            files[authority.fileName + ".key"] = credential.privateKeyPEM
        }
        return files
    }

    /// The certificates of all authorities in PEM, roots first.
    public var anchorsPEM: [String] {
        SampleAuthority.allCases.compactMap { authorities[$0]?.certificatePEM }
    }

    /// The authorities as anchors.
    public func anchors() throws(TrustAnchorsError) -> TrustAnchors { try TrustAnchors(pem: anchorsPEM) }

    func credential(of authority: SampleAuthority) throws(SamplePKIError) -> SampleCredential {
        guard let credential = authorities[authority] else { throw .unreadable(file: authority.fileName) }
        return credential
    }

    /// Issues what a profile asks for, with a new key or the one given.
    mutating func issue(
        _ profile: SampleProfile,
        key given: Certificate.PrivateKey? = nil
    ) throws(SamplePKIError) -> SampleCredential {
        let issuer = try credential(of: profile.authority)
        let key: Certificate.PrivateKey
        if let given { key = given } else { key = try keys.make() }
        let subject = try SampleName.make(profile.subject)
        let serial = nextSerial
        nextSerial &+= 1
        let made = try? Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(serial),
            publicKey: key.publicKey,
            notValidBefore: profile.validFrom.foundationDate,
            notValidAfter: profile.validTo.foundationDate,
            issuer: issuer.certificate.subject,
            subject: subject,
            signatureAlgorithm: profile.algorithm ?? issuer.algorithm,
            extensions: profile.extensions(key: key.publicKey, issuer: issuer.certificate),
            issuerPrivateKey: issuer.key
        )
        guard let made else { throw .notMade }
        return try SampleCredential(made, key: key)
    }

    private static func make(
        _ authority: SampleAuthority,
        under parent: SampleCredential?,
        keys: SampleKeys,
        validFrom: Instant,
        serial: UInt64
    ) throws(SamplePKIError) -> SampleCredential {
        let key = try keys.make()
        let name = try SampleName.make(SampleName.authority(authority.rawValue))
        let length = parent == nil ? nil : 0
        let extensions = try? Certificate.Extensions([
            Certificate.Extension(BasicConstraints.isCertificateAuthority(maxPathLength: length), critical: true),
            Certificate.Extension(KeyUsage(keyCertSign: true, cRLSign: true), critical: true),
            SubjectKeyIdentifier(hash: key.publicKey).makeCertificateExtension(),
        ])
        guard let extensions else { throw .notMade }
        let issuerKey = parent?.key ?? key
        let made = try? Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(serial),
            publicKey: key.publicKey,
            notValidBefore: validFrom.foundationDate,
            notValidAfter: validFrom.advanced(bySeconds: authorityYears * 365 * 86_400).foundationDate,
            issuer: parent?.certificate.subject ?? name,
            subject: name,
            signatureAlgorithm: issuerKey.profileAlgorithm,
            extensions: extensions,
            issuerPrivateKey: issuerKey
        )
        guard let made else { throw .notMade }
        return try SampleCredential(made, key: key)
    }
}

extension Certificate.PrivateKey {
    /// The algorithm of the profile for this key.
    var profileAlgorithm: Certificate.SignatureAlgorithm {
        _RSA.Signing.PublicKey(publicKey) == nil ? .ecdsaWithSHA256 : .sha256WithRSAEncryption
    }
}

extension SampleCredential {
    var algorithm: Certificate.SignatureAlgorithm { key.profileAlgorithm }
}

internal import HealthRecord
internal import SwiftASN1
internal import X509

/// Everything that goes into a sample certificate; tests change one field at a time.
struct SampleProfile {
    var subject: [[SampleName.Part]]
    var use: CertificateUse
    var authority: SampleAuthority
    var category: UInt8?
    var cardType: Int?
    var cardNumber: String?
    var profession: Int?
    var professionInTraining: Int?
    var specialties: [String] = []
    var hosts: [String] = []
    /// Key usages other than those of the use.
    var keyUsage: KeyUsage?
    /// Purposes other than those of the use.
    var purposes: [ExtendedKeyUsage.Usage]?
    var validFrom: Instant
    var validTo: Instant
    var algorithm: Certificate.SignatureAlgorithm?
    var extra: [Certificate.Extension] = []

    func extensions(key: Certificate.PublicKey, issuer: Certificate) throws -> Certificate.Extensions {
        let (usage, purposes) = usages
        var list: [Certificate.Extension] = [
            try Certificate.Extension(BasicConstraints.notCertificateAuthority, critical: false),
            try Certificate.Extension(keyUsage ?? usage, critical: true),
            try Certificate.Extension(ExtendedKeyUsage(self.purposes ?? purposes), critical: false),
            try SubjectKeyIdentifier(hash: key).makeCertificateExtension(),
            try AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: issuer.publicKey).keyIdentifier)
                .makeCertificateExtension(),
        ]
        if let category { list.append(try Self.make(.productCategory, ASN1OctetString(contentBytes: [category]))) }
        if let cardType { list.append(try Self.make(.cardType, cardType)) }
        if let cardNumber { list.append(try Self.make(.cardNumber, ASN1PrintableString(cardNumber))) }
        if let profession { list.append(try Self.make(.profession, profession)) }
        if let professionInTraining { list.append(try Self.make(.professionInTraining, professionInTraining)) }
        if !specialties.isEmpty {
            list.append(
                try Self.make(.specialties) { try $0.serializeSequenceOf(specialties.map { ASN1UTF8String($0) }) }
            )
        }
        if !hosts.isEmpty { list.append(try Certificate.Extension(Self.names(hosts), critical: false)) }
        return try Certificate.Extensions(list + extra)
    }

    private var usages: (KeyUsage, [ExtendedKeyUsage.Usage]) {
        switch use {
        case .personAuthentication: (KeyUsage(digitalSignature: true), [.clientAuth, Self.smartcardLogon])
        case .personSignature: (KeyUsage(nonRepudiation: true), [.emailProtection])
        case .structureAuthentication: (KeyUsage(digitalSignature: true), [.clientAuth])
        case .structureSeal: (KeyUsage(digitalSignature: true, nonRepudiation: true), [.emailProtection])
        case .server: (KeyUsage(digitalSignature: true, keyEncipherment: true), [.serverAuth, .clientAuth])
        }
    }

    private static let smartcardLogon = ExtendedKeyUsage.Usage(oid: [1, 3, 6, 1, 4, 1, 311, 20, 2, 2])

    private static func names(_ hosts: [String]) -> SubjectAlternativeNames {
        SubjectAlternativeNames(
            hosts.map { host in
                let bytes = host.split(separator: ".").compactMap { UInt8($0) }
                let isAddress = bytes.count == 4 && host.allSatisfy { $0.isNumber || $0 == "." }
                return isAddress ? .ipAddress(ASN1OctetString(contentBytes: bytes[...])) : .dnsName(host)
            }
        )
    }

    static func make(_ kind: CareExtension, _ value: some DERSerializable) throws -> Certificate.Extension {
        try make(kind) { try $0.serialize(value) }
    }

    private static func make(
        _ kind: CareExtension,
        _ write: (inout DER.Serializer) throws -> Void
    ) throws -> Certificate.Extension {
        var serializer = DER.Serializer()
        try write(&serializer)
        return Certificate.Extension(
            oid: try ASN1ObjectIdentifier(dotRepresentation: kind.rawValue),
            critical: false,
            value: serializer.serializedBytes[...]
        )
    }
}

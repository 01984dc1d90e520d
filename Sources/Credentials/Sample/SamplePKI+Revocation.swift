public import HealthRecord
internal import SwiftASN1
internal import X509

extension SamplePKI {
    /// Seconds for which sample lists are in force: six days, as those of the authorities.
    public static let listLifetime: Int64 = 6 * 86_400

    /// The revocation lists of all authorities in DER, each naming those of the revoked certificates that it issued.
    public func revocationLists(
        at now: Instant,
        revoked: [SampleCredential] = [],
        lifetime: Int64 = SamplePKI.listLifetime
    ) throws(SamplePKIError) -> [[UInt8]] {
        var lists: [[UInt8]] = []
        for authority in SampleAuthority.allCases {
            let issuer = try credential(of: authority)
            let serials = revoked.filter { $0.certificate.issuer == issuer.certificate.subject }
                .map(\.certificate.serialNumber)
            lists.append(
                try Self.list(
                    issuer,
                    serials: serials,
                    from: now,
                    to: now.advanced(bySeconds: lifetime)
                )
            )
        }
        return lists
    }

    static func list(
        _ issuer: SampleCredential,
        serials: [Certificate.SerialNumber],
        from thisUpdate: Instant,
        to nextUpdate: Instant,
        extensions: [Certificate.Extension] = [],
        signedBy key: Certificate.PrivateKey? = nil
    ) throws(SamplePKIError) -> [UInt8] {
        do {
            var body = DER.Serializer()
            try body.appendConstructedNode(identifier: .sequence) { body in
                try body.serialize(1)
                try Self.algorithm(of: issuer, into: &body)
                try body.serialize(issuer.certificate.subject)
                try body.serialize(Self.time(thisUpdate))
                try body.serialize(Self.time(nextUpdate))
                if !serials.isEmpty {
                    try body.appendConstructedNode(identifier: .sequence) { list in
                        for serial in serials {
                            try list.appendConstructedNode(identifier: .sequence) { entry in
                                try entry.serialize(serial.bytes)
                                try entry.serialize(Self.time(thisUpdate))
                            }
                        }
                    }
                }
                if !extensions.isEmpty {
                    try body.serialize(explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific) { tagged in
                        try tagged.serializeSequenceOf(extensions)
                    }
                }
            }
            let bytes = body.serializedBytes
            let signature = try (key ?? issuer.key).sign(bytes: bytes, signatureAlgorithm: issuer.algorithm)
            var list = DER.Serializer()
            try list.appendConstructedNode(identifier: .sequence) { list in
                list.serializeRawBytes(bytes)
                try Self.algorithm(of: issuer, into: &list)
                try list.serialize(ASN1BitString(bytes: signature.rawRepresentation[...]))
            }
            return list.serializedBytes
        } catch {
            throw .notMade
        }
    }

    private static func algorithm(of issuer: SampleCredential, into serializer: inout DER.Serializer) throws {
        try serializer.appendConstructedNode(identifier: .sequence) { node in
            if issuer.isRSA {
                try node.serialize(ASN1ObjectIdentifier(dotRepresentation: "1.2.840.113549.1.1.11"))
                try node.serialize(ASN1Null())
            } else {
                try node.serialize(ASN1ObjectIdentifier(dotRepresentation: "1.2.840.10045.4.3.2"))
            }
        }
    }

    private static func time(_ instant: Instant) throws -> UTCTime {
        let (hour, minute, second) = instant.timeOfDay
        let date = instant.date
        return try UTCTime(
            year: date.year,
            month: date.month,
            day: date.day,
            hours: hour,
            minutes: minute,
            seconds: second
        )
    }
}

internal import HealthRecord
internal import SwiftASN1
internal import X509

/// `CertificateList` as it is encoded (RFC 5280 § 5.1), not yet believed.
struct ParsedRevocationList: DERParseable {
    let signedBytes: ArraySlice<UInt8>
    let signature: ArraySlice<UInt8>
    let algorithm: Certificate.SignatureAlgorithm?
    let issuer: DistinguishedName
    let thisUpdate: Instant
    let nextUpdate: Instant?
    let serials: Set<ArraySlice<UInt8>>
    let hasCriticalExtension: Bool

    init(derEncoded node: ASN1Node) throws {
        (signedBytes, signature, algorithm, (issuer, thisUpdate, nextUpdate, serials, hasCriticalExtension)) =
            try DER.sequence(node, identifier: .sequence) { nodes in
                guard let body = nodes.next(), let outer = nodes.next() else { throw Malformed() }
                let bits = try ASN1BitString(derEncoded: &nodes)
                guard bits.paddingBits == 0 else { throw Malformed() }
                let content = try Self.body(body, outerAlgorithm: outer)
                return (body.encodedBytes, bits.bytes, try Self.algorithm(outer), content)
            }
    }

    private struct Malformed: Error {}
    private typealias Body = (DistinguishedName, Instant, Instant?, Set<ArraySlice<UInt8>>, Bool)

    private static func body(_ node: ASN1Node, outerAlgorithm: ASN1Node) throws -> Body {
        try DER.sequence(node, identifier: .sequence) { nodes in
            // Version 2 is the only one that writes its version.
            guard try Int(derEncoded: &nodes) == 1 else { throw Malformed() }
            guard let inner = nodes.next(), inner.encodedBytes == outerAlgorithm.encodedBytes else { throw Malformed() }
            guard let name = nodes.next(), let made = nodes.next() else { throw Malformed() }
            let issuer = try DistinguishedName(derEncoded: name)
            var next = nodes.next()
            var nextUpdate: Instant?
            if let node = next, node.identifier == .utcTime || node.identifier == .generalizedTime {
                nextUpdate = try time(node)
                next = nodes.next()
            }
            var serials: Set<ArraySlice<UInt8>> = []
            var hasCritical = false
            if let node = next, node.identifier == .sequence {
                for entry in try DER.sequence(of: Entry.self, identifier: .sequence, rootNode: node) {
                    serials.insert(entry.serial)
                    hasCritical = hasCritical || entry.hasCriticalExtension
                }
                next = nodes.next()
            }
            if let node = next {
                let tag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
                guard node.identifier == tag, case .constructed(let inside) = node.content else { throw Malformed() }
                for wrapped in inside { hasCritical = try hasCriticalExtension(wrapped) || hasCritical }
            }
            return (issuer, try time(made), nextUpdate, serials, hasCritical)
        }
    }

    private struct Entry: DERParseable {
        let serial: ArraySlice<UInt8>
        let hasCriticalExtension: Bool

        init(derEncoded node: ASN1Node) throws {
            (serial, hasCriticalExtension) = try DER.sequence(node, identifier: .sequence) { nodes in
                let serial = try ArraySlice<UInt8>(derEncoded: &nodes)
                guard nodes.next() != nil else { throw Malformed() }
                let extensions = nodes.next()
                return (
                    Certificate.SerialNumber(bytes: serial).bytes,
                    try extensions.map(ParsedRevocationList.hasCriticalExtension) ?? false
                )
            }
        }
    }

    private static func hasCriticalExtension(_ node: ASN1Node) throws -> Bool {
        try DER.sequence(of: Certificate.Extension.self, identifier: .sequence, rootNode: node).contains(
            where: \.critical
        )
    }

    private static func time(_ node: ASN1Node) throws -> Instant {
        let instant: Instant?
        if node.identifier == .utcTime {
            let time = try UTCTime(derEncoded: node)
            instant = Instant(
                year: time.year,
                month: time.month,
                day: time.day,
                hour: time.hours,
                minute: time.minutes,
                second: time.seconds
            )
        } else {
            let time = try GeneralizedTime(derEncoded: node)
            instant = Instant(
                year: time.year,
                month: time.month,
                day: time.day,
                hour: time.hours,
                minute: time.minutes,
                second: time.seconds
            )
        }
        guard let instant else { throw Malformed() }
        return instant
    }

    private static func algorithm(_ node: ASN1Node) throws -> Certificate.SignatureAlgorithm? {
        try DER.sequence(node, identifier: .sequence) { nodes in
            let oid = try ASN1ObjectIdentifier(derEncoded: &nodes)
            _ = nodes.next()
            return algorithms["\(oid)"]
        }
    }

    private static let algorithms: [String: Certificate.SignatureAlgorithm] = [
        "1.2.840.113549.1.1.11": .sha256WithRSAEncryption, "1.2.840.113549.1.1.12": .sha384WithRSAEncryption,
        "1.2.840.113549.1.1.13": .sha512WithRSAEncryption, "1.2.840.10045.4.3.2": .ecdsaWithSHA256,
        "1.2.840.10045.4.3.3": .ecdsaWithSHA384,
    ]
}

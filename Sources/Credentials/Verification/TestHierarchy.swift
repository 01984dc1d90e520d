internal import SwiftASN1
internal import X509

/// The authorities of test certificates: those of IGC-Santé TEST, and the sample ones that bear the same names.
///
/// Whoever has a demonstration's folder has the keys of its authorities: what they sign proves nothing of real people,
/// whether it bears the TEST bit or not.
public enum TestHierarchy {
    /// The name of the test authority that issued a certificate; nil where another did, or where it is no certificate.
    public static func issuer(ofDER bytes: [UInt8]) -> String? {
        (try? Certificate(derEncoded: bytes))?.issuer.testName
    }
}

extension TrustAnchors {
    /// The names of those among them that are authorities of test certificates.
    public var testNames: [String] {
        Set((roots + intermediates).flatMap { [$0.subject, $0.issuer] }.compactMap(\.testName)).sorted()
    }
}

extension CareCertificate {
    /// The name of the test authority that issued it; nil where another did.
    public var testIssuer: String? { issuer.testName }
}

extension DistinguishedName {
    /// Its common name, where it is that of a test authority.
    var testName: String? { DecodedName(self)?.testName }
}

extension DecodedName {
    /// The unit of every authority of IGC-Santé TEST; beside it stands `TEST ` before the common name.
    private static let testUnit = "igc-sante test"

    fileprivate var testName: String? {
        let attributes = relativeNames.joined()
        let name = attributes.first { $0.type == AttributeType.commonName }?.value ?? Self.testUnit
        let isTest =
            attributes.contains { $0.type == AttributeType.unit && $0.value == Self.testUnit }
            || name.hasPrefix("test ") && name.contains("igc-sante")
        return isTest ? name.uppercased() : nil
    }
}

public import DMPWire
public import SafeXML

/// Why the signature of a lot was refused; positions count the references of the manifest from zero.
public enum LotRefusal: Error, Equatable, Sendable {
    /// The document is not the signature of a lot.
    case malformed(LotSignatureError)
    /// SHA-1, which is tolerated no longer, or in a profile that never had it.
    case legacySignature
    /// The signer's certificate was not believed.
    case certificate(CertificateRefusal)
    /// The properties do not hold the digest of the signer's certificate.
    case certificateDigest
    /// The XML signature does not hold, or leaves the manifest or the properties uncovered.
    case signature(XMLSignatureError)
    /// The manifest does not name the submission set.
    case missingSubmissionSet
    /// A document of the lot is not in the manifest.
    case missingDocument
    /// The manifest names something that is not in the lot.
    case unexpectedReference(position: Int)
    /// The digest of a document is another.
    case digestMismatch(position: Int)
    /// The document that is to be put in canonical form is not XML that may be read.
    case notCanonicalizable(position: Int)
    /// Signed outside the validity of the certificate, or later than now.
    case signingTime
    /// Signed by somebody else than who sends it.
    case wrongSigner

    /// The XDS error code (ITI TF-3 table 4.2.4.1-2): the repository keeps nothing of the lot.
    public var xdsCode: String { "XDSRepositoryError" }
}

public import SafeXML

/// Why a document is not the signature of a lot; names elements, never their content.
public enum LotSignatureError: Error, Equatable, Sendable {
    /// Not XML that may be read.
    case unreadable(XMLError)
    /// Not an XML signature, or not alone at the root.
    case signature(XMLSignatureError)
    /// No manifest, or several.
    case manifest
    /// A reference of the manifest that is no `urn:oid:`, or without a known digest.
    case reference(position: Int)
    /// The same document twice.
    case repeatedReference(position: Int)
    /// A transform of the manifest that is no canonical form.
    case transform(position: Int)
    /// No signed properties.
    case properties
    /// `SigningTime` is absent or no date.
    case signingTime
    /// The purpose is absent, or another than that of a source.
    case purpose
}

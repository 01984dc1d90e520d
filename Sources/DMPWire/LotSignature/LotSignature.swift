public import HealthRecord
public import SafeXML

/// The signature document of a lot, read and **not verified** (IHE DSG shape, CI-SIS profile).
public struct LotSignature: Sendable {
    /// The purpose of a signature by the source of documents (ASTM E1762 through IHE DSG).
    public static let sourcePurpose = "1.2.840.10065.1.12.1.14"
    /// The identifier of the manifest.
    public static let manifestID = "IHEManifest"
    /// The identifier of the signature property that holds the purpose.
    public static let purposeID = "purposeOfSignature"
    /// Digest that stands for the submission set: one zero byte, `AA==`.
    public static let dummyDigest: [UInt8] = [0]
    /// Most references in a manifest.
    public static let maximumReferences = 1000

    /// The signature.
    public let signature: XMLSignature
    /// The manifest, to be required among what the signature covers.
    public let manifest: XMLElement
    /// What the manifest names, in order.
    public let references: [LotReference]
    /// The XAdES properties, to be required among what the signature covers.
    public let properties: XAdESProperties
    /// When the signer says that he signed.
    public let signingTime: Instant

    /// Reads a signature document.
    public init(parsing bytes: [UInt8]) throws(LotSignatureError) {
        let document: XMLDocument
        do throws(XMLError) {
            document = try XMLDocument(parsing: bytes, limits: .signature)
        } catch {
            throw .unreadable(error)
        }
        let (signature, manifests, properties) = try Self.read(document)
        guard let only = manifests.first, manifests.count == 1 else { throw .manifest }
        guard let properties else { throw .properties }
        self.signature = signature
        manifest = only.element
        references = try Self.references(only)
        self.properties = properties
        guard let time = properties.signingTime.flatMap(XMLDateTime.read) else { throw .signingTime }
        signingTime = time
        guard signature.signatureProperties == [Self.purposeID: Self.sourcePurpose] else { throw .purpose }
    }

    private static func read(
        _ document: XMLDocument
    ) throws(LotSignatureError) -> (XMLSignature, [SignatureManifest], XAdESProperties?) {
        do throws(XMLSignatureError) {
            let signature = try XMLSignature(onlyIn: document, childOf: nil)
            return (signature, try signature.manifests(), try signature.xadesProperties())
        } catch {
            throw .signature(error)
        }
    }

    private static func references(_ manifest: SignatureManifest) throws(LotSignatureError) -> [LotReference] {
        guard (1...maximumReferences).contains(manifest.references.count) else { throw .manifest }
        var found: [LotReference] = []
        var seen: Set<OID> = []
        for (position, reference) in manifest.references.enumerated() {
            let read = try LotReference(reference, position: position)
            guard seen.insert(read.uniqueID).inserted else { throw .repeatedReference(position: position) }
            found.append(read)
        }
        return found
    }
}

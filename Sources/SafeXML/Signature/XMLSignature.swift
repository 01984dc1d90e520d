/// A `ds:Signature` read but **not verified**: everything here is the sender's word until `verify` has answered.
public struct XMLSignature: Sendable {
    /// The namespace of XML signatures.
    public static let namespace = "http://www.w3.org/2000/09/xmldsig#"

    /// The `ds:Signature` element.
    public let element: XMLElement
    /// Its `ds:SignedInfo`.
    public let signedInfo: XMLElement
    /// The canonical form of SignedInfo.
    public let canonicalization: CanonicalizationMethod
    /// The inclusive prefixes of that form.
    public let inclusivePrefixes: [String]
    /// The signature algorithm.
    public let algorithm: SignatureAlgorithm
    /// The references of SignedInfo, at least one.
    public let references: [SignatureReference]
    /// The signature value.
    public let signatureValue: [UInt8]
    /// The `ds:KeyInfo`, when present.
    public let keyInfo: XMLElement?
    /// The `ds:Object` elements.
    public let objects: [XMLElement]

    /// Reads a signature strictly: only the children that XML-DSig § 4 names, in its order, and no other algorithm than
    /// those of this house.
    public init(_ element: XMLElement) throws(XMLSignatureError) {
        guard element.isNamed("Signature", in: Self.namespace) else { throw .malformed(element: element.path) }
        var reader = ChildReader(element)
        let signedInfo = try reader.one("SignedInfo")
        guard !signedInfo.holdsCommentOrInstruction else { throw .commentRefused(element: signedInfo.path) }
        let value = try reader.one("SignatureValue")
        keyInfo = reader.next(if: "KeyInfo")
        objects = reader.all("Object")
        try reader.finish()

        var inside = ChildReader(signedInfo)
        let form = try inside.one("CanonicalizationMethod")
        let method = try inside.one("SignatureMethod")
        let references = inside.all("Reference")
        try inside.finish()
        guard !references.isEmpty else { throw .malformed(element: signedInfo.path) }

        guard let canonicalization = CanonicalizationMethod(rawValue: form.attribute("Algorithm") ?? "") else {
            throw .algorithmRefused(element: form.path)
        }
        // An HMACOutputLength or any other parameter has no business here.
        guard let algorithm = SignatureAlgorithm(rawValue: method.attribute("Algorithm") ?? "") else {
            throw .algorithmRefused(element: method.path)
        }
        guard method.child(anyOf: ()) == nil else { throw .malformed(element: method.path) }
        guard let bytes = Base64.decode(value.text), !bytes.isEmpty else { throw .malformed(element: value.path) }

        self.element = element
        self.signedInfo = signedInfo
        self.canonicalization = canonicalization
        inclusivePrefixes = try InclusiveNamespaces.read(form)
        self.algorithm = algorithm
        self.references = try SignatureReference.read(references)
        signatureValue = bytes
    }

    /// Reads the signature that must be the only one of the document, a direct child of `parent` or, without a parent,
    /// the root itself (X8).
    public init(onlyIn document: XMLDocument, childOf parent: XMLElement?) throws(XMLSignatureError) {
        let found = Self.all(in: document)
        guard let element = found.first, found.count == 1, element.parent == parent,
            parent == nil || element.document === document
        else { throw .signatureMisplaced(found: found.count) }
        try self.init(element)
    }

    /// Every `ds:Signature` of a document.
    static func all(in document: XMLDocument) -> [XMLElement] {
        let root = document.root
        let inside = Array(root.descendants("Signature", in: namespace))
        return root.isNamed("Signature", in: namespace) ? [root] + inside : inside
    }
}

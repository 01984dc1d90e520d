extension XMLSignature {
    /// The DER of the single `X509Certificate` of KeyInfo: the caller validates it, then gives it back as the key.
    ///
    /// With more than one certificate the profile at hand must say which is the leaf: see `certificates()`.
    public func leafCertificate() throws(XMLSignatureError) -> [UInt8] {
        let all = try certificates()
        guard let only = all.first, all.count == 1 else { throw .certificateUnreadable }
        return only
    }

    /// The DER of every `X509Certificate` of KeyInfo, in order.
    public func certificates() throws(XMLSignatureError) -> [[UInt8]] {
        guard let keyInfo else { throw .certificateUnreadable }
        var found: [[UInt8]] = []
        for data in keyInfo.children("X509Data", in: Self.namespace) {
            for certificate in data.children("X509Certificate", in: Self.namespace) {
                guard let der = Base64.decode(certificate.text), !der.isEmpty else { throw .certificateUnreadable }
                found.append(der)
            }
        }
        return found
    }

    /// The manifests that are direct children of the signature's objects; xmlsec does not look at them (X10).
    public func manifests() throws(XMLSignatureError) -> [SignatureManifest] {
        var found: [SignatureManifest] = []
        for object in objects {
            for element in object.children("Manifest", in: Self.namespace) {
                var reader = ChildReader(element)
                let references = reader.all("Reference")
                try reader.finish()
                found.append(
                    SignatureManifest(element: element, references: try SignatureReference.read(references))
                )
            }
        }
        return found
    }

    /// The text of each `ds:SignatureProperty`, by its `Id`.
    public var signatureProperties: [String: String] {
        var found: [String: String] = [:]
        for object in objects {
            for property in object.descendants("SignatureProperty", in: Self.namespace) {
                if let id = property.attribute("Id") { found[id] = property.trimmedText }
            }
        }
        return found
    }
}

/// A `ds:Manifest`: digests that the caller checks himself.
public struct SignatureManifest: Sendable {
    /// The `ds:Manifest` element, to be required among the covered ones.
    public let element: XMLElement
    /// Its references.
    public let references: [SignatureReference]
}

internal import CLibXML2
internal import CXMLSec

/// Signs documents that hold one `SignatureTemplate`: for our own client kit, the demonstration and tests.
public struct XMLSigner: Sendable {
    private let key: DecodedKey

    /// Takes an unencrypted private key in PEM (PKCS#8, or the older RSA and EC forms).
    public init(privateKeyPEM: String) throws(XMLSignatureError) {
        guard XMLLibrary.isReady else { throw .keyUnusable }
        key = try XMLLibrary.quietly { () throws(XMLSignatureError) in try Self.decode(Array(privateKeyPEM.utf8)) }
    }

    /// Fills the one template of a document and gives the document back.
    ///
    /// - Parameter declaration: whether the answer starts with an XML declaration.
    public func sign(
        _ template: [UInt8],
        limits: XMLLimits,
        declaration: Declaration = .omitted
    ) throws(XMLSignatureError) -> [UInt8] {
        let document: XMLDocument
        do throws(XMLError) {
            document = try XMLDocument(parsing: template, limits: limits)
        } catch {
            throw .template(error)
        }
        let found = XMLSignature.all(in: document)
        guard let signature = found.first, found.count == 1 else { throw .signatureMisplaced(found: found.count) }
        return try XMLLibrary.quietly { () throws(XMLSignatureError) in
            try register(in: document, signature)
            try fill(signature)
            return try Self.serialize(document, declaration)
        }
    }

    /// Whether an XML declaration is written.
    public enum Declaration: Sendable, Equatable {
        /// No declaration: the answer goes into another document.
        case omitted
        /// `<?xml version="1.0" encoding="UTF-8"?>` first.
        case written
    }

    private static func decode(_ pem: [UInt8]) throws(XMLSignatureError) -> DecodedKey {
        guard let size = UInt32(exactly: pem.count), size > 0,
            let key = xmlSecOpenSSLAppKeyLoadMemory(pem, size, xmlSecKeyDataFormatPem, nil, nil, nil)
        else { throw .keyUnusable }
        defer { xmlSecKeyDestroy(key) }
        guard let decoded = DecodedKey(of: key) else { throw .keyUnusable }
        return decoded
    }

    /// The document was parsed here and nobody else holds it: writing to its tree is safe.
    private func register(in document: XMLDocument, _ signature: XMLElement) throws(XMLSignatureError) {
        try IdentifierAttributes.refuseDuplicates(in: document)
        let ids = signature.first(["SignedInfo"], in: XMLSignature.namespace)?.children("Reference")
            .compactMap { $0.attribute("URI") }.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        for id in ids ?? [] {
            let everyone = [document.root] + Array(document.root.descendants)
            guard let attribute = everyone.lazy.compactMap({ IdentifierAttributes.attribute(of: $0, value: id) }).first
            else { throw .referencesUnexpected(element: signature.path) }
            xmlAddID(nil, document.pointer, id, attribute)
        }
    }

    private func fill(_ signature: XMLElement) throws(XMLSignatureError) {
        guard let key = key.key() else { throw .keyUnusable }
        guard let context = xmlSecDSigCtxCreate(nil) else {
            xmlSecKeyDestroy(key)
            throw .notSigned(reason: XMLLibrary.lastSignatureReason)
        }
        defer { xmlSecDSigCtxDestroy(context) }
        context.pointee.signKey = key
        context.pointee.flags = UInt32(XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS)
        context.pointee.enabledReferenceUris = UInt32(xmlSecTransformUriTypeSameDocument)
        guard xmlSecDSigCtxSign(context, signature.node) == 0, context.pointee.status == xmlSecDSigStatusSucceeded
        else { throw .notSigned(reason: XMLLibrary.lastSignatureReason) }
    }

    private static func serialize(
        _ document: XMLDocument,
        _ declaration: Declaration
    ) throws(XMLSignatureError) -> [UInt8] {
        guard let buffer = xmlBufferCreate() else { throw .notSigned(reason: 0) }
        defer { xmlBufferFree(buffer) }
        let options = declaration == .omitted ? XML_SAVE_NO_DECL.rawValue : 0
        guard let output = xmlSaveToBuffer(buffer, "UTF-8", Int32(options)) else { throw .notSigned(reason: 0) }
        let written = xmlSaveDoc(output, document.pointer)
        guard xmlSaveClose(output) >= 0, written >= 0, let content = xmlBufferContent(buffer) else {
            throw .notSigned(reason: 0)
        }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }
}

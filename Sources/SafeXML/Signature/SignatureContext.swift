internal import CLibXML2
internal import CXMLSec
internal import Synchronization

/// The one place that asks xmlsec for a verdict.
enum SignatureContext {
    static func verify(
        _ signature: XMLSignature,
        policy: SignaturePolicy,
        covered: [XMLElement],
        key: VerificationKey
    ) throws(XMLSignatureError) {
        let document = signature.element.document
        let verdict: Result<Void, XMLSignatureError> = document.lock.withLock { _ in
            Result { () throws(XMLSignatureError) in
                try XMLLibrary.quietly { () throws(XMLSignatureError) in
                    let added = try register(covered, signature, document)
                    defer { for attribute in added { xmlRemoveID(document.pointer, attribute) } }
                    try run(signature, policy: policy, key: key)
                }
            }
        }
        try verdict.get()
    }

    /// Makes `#id` resolve for the expected elements only, and checks that it resolves to them.
    private static func register(
        _ covered: [XMLElement],
        _ signature: XMLSignature,
        _ document: XMLDocument
    ) throws(XMLSignatureError) -> [xmlAttrPtr] {
        var added: [xmlAttrPtr] = []
        for (element, reference) in zip(covered, signature.references) {
            let id = String((reference.uri ?? "").dropFirst())
            guard let attribute = IdentifierAttributes.attribute(of: element, value: id) else {
                throw .referencesUnexpected(element: reference.element.path)
            }
            // The parser has already registered an xml:id.
            if xmlGetID(document.pointer, id) == nil, xmlAddID(nil, document.pointer, id, attribute) != nil {
                added.append(attribute)
            }
            guard xmlGetID(document.pointer, id) == attribute else {
                for attribute in added { xmlRemoveID(document.pointer, attribute) }
                throw .duplicateIdentifier(element: element.path)
            }
        }
        return added
    }

    private static func run(
        _ signature: XMLSignature,
        policy: SignaturePolicy,
        key: VerificationKey
    ) throws(XMLSignatureError) {
        let signKey = try key.load(for: signature.algorithm)
        guard let context = xmlSecDSigCtxCreate(nil) else {
            xmlSecKeyDestroy(signKey)
            throw .notVerifiable(reason: XMLLibrary.lastSignatureReason)
        }
        defer { xmlSecDSigCtxDestroy(context) }
        context.pointee.signKey = signKey
        context.pointee.flags = UInt32(XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS)
        context.pointee.enabledReferenceUris = UInt32(xmlSecTransformUriTypeSameDocument)
        guard restrict(context, signature, policy) else {
            throw .notVerifiable(reason: XMLLibrary.lastSignatureReason)
        }

        let answer = xmlSecDSigCtxVerify(context, signature.element.node)
        guard answer == 0 else { throw .notVerifiable(reason: XMLLibrary.lastSignatureReason) }
        // X14: 0 only means that nothing broke on the way.
        for (position, reference) in signature.references.enumerated() {
            let item = xmlSecPtrListGetItem(&context.pointee.signedInfoReferences, UInt32(position))
            let state = item?.assumingMemoryBound(to: xmlSecDSigReferenceCtx.self)
            guard state?.pointee.status == xmlSecDSigStatusSucceeded else {
                throw .referenceAltered(element: reference.element.path)
            }
        }
        guard Int(xmlSecPtrListGetSize(&context.pointee.signedInfoReferences)) == signature.references.count,
            context.pointee.status == xmlSecDSigStatusSucceeded
        else { throw .signatureInvalid }
    }

    /// The second barrier (the first is our own reading): xmlsec too knows only what this signature was allowed.
    private static func restrict(
        _ context: xmlSecDSigCtxPtr,
        _ signature: XMLSignature,
        _ policy: SignaturePolicy
    ) -> Bool {
        let x509 = UnsafeMutableRawPointer(mutating: xmlSecOpenSSLKeyDataX509GetKlass())
        var isDone = xmlSecPtrListAdd(&context.pointee.keyInfoReadCtx.enabledKeyData, x509) == 0
        func forSignature(_ transform: xmlSecTransformId?) {
            isDone = isDone && xmlSecDSigCtxEnableSignatureTransform(context, transform) == 0
        }
        func forReference(_ transform: xmlSecTransformId?) {
            isDone = isDone && xmlSecDSigCtxEnableReferenceTransform(context, transform) == 0
        }
        forSignature(signature.canonicalization.transform)
        forSignature(signature.algorithm.transform)
        for method in policy.canonicalizations { forReference(method.transform) }
        for digest in Set(signature.references.compactMap(\.digestAlgorithm)) { forReference(digest.transform) }
        if policy.acceptsEnveloped { forReference(xmlSecTransformEnvelopedGetKlass()) }
        return isDone
    }
}

extension CanonicalizationMethod {
    var transform: xmlSecTransformId? {
        switch self {
        case .exclusive: xmlSecTransformExclC14NGetKlass()
        case .exclusiveWithComments: xmlSecTransformExclC14NWithCommentsGetKlass()
        case .inclusive: xmlSecTransformInclC14NGetKlass()
        case .inclusiveWithComments: xmlSecTransformInclC14NWithCommentsGetKlass()
        case .inclusive11: xmlSecTransformInclC14N11GetKlass()
        case .inclusive11WithComments: xmlSecTransformInclC14N11WithCommentsGetKlass()
        }
    }
}

extension SignatureAlgorithm {
    var transform: xmlSecTransformId? {
        switch self {
        case .rsaSHA1: xmlSecOpenSSLTransformRsaSha1GetKlass()
        case .rsaSHA256: xmlSecOpenSSLTransformRsaSha256GetKlass()
        case .rsaSHA384: xmlSecOpenSSLTransformRsaSha384GetKlass()
        case .rsaSHA512: xmlSecOpenSSLTransformRsaSha512GetKlass()
        case .ecdsaSHA256: xmlSecOpenSSLTransformEcdsaSha256GetKlass()
        case .ecdsaSHA384: xmlSecOpenSSLTransformEcdsaSha384GetKlass()
        case .ecdsaSHA512: xmlSecOpenSSLTransformEcdsaSha512GetKlass()
        }
    }
}

extension DigestAlgorithm {
    var transform: xmlSecTransformId? {
        switch self {
        case .sha1: xmlSecOpenSSLTransformSha1GetKlass()
        case .sha256: xmlSecOpenSSLTransformSha256GetKlass()
        case .sha384: xmlSecOpenSSLTransformSha384GetKlass()
        case .sha512: xmlSecOpenSSLTransformSha512GetKlass()
        }
    }
}

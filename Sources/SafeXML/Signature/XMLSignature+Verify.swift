extension XMLSignature {
    /// Verifies the signature in this process, on the tree it was read from; nothing is parsed again.
    ///
    /// - Parameters:
    ///   - policy: the algorithms and transforms accepted.
    ///   - expected: the exact list of what SignedInfo must reference, as the elements that the caller reads.
    ///   - key: the key that the caller has validated. KeyInfo is not looked at.
    /// - Returns: the elements covered.
    public func verify(
        _ policy: SignaturePolicy,
        expecting expected: [ExpectedReference],
        key: VerificationKey
    ) throws(XMLSignatureError) -> VerifiedSignature {
        try SignatureJob(self, policy: policy, expecting: expected, key: key).compute()
    }

    /// What the signature covers if its digests and its value are right: all that the tree alone can tell.
    func coverage(
        _ policy: SignaturePolicy,
        expecting expected: [ExpectedReference]
    ) throws(XMLSignatureError) -> [VerifiedSignature.Covered] {
        let document = element.document
        let found = Self.all(in: document)
        guard found == [element] else { throw .signatureMisplaced(found: found.count) }
        try policy.check(algorithm, signedInfo)
        guard policy.canonicalizations.contains(canonicalization) else {
            throw .algorithmRefused(element: signedInfo.path)
        }
        let referenced = Set(references.compactMap { $0.uri.map { String($0.dropFirst()) } })
        try IdentifierAttributes.refuseDuplicates(
            in: document,
            among: policy.identifiers == .uniqueInDocument ? nil : referenced
        )

        var open = expected
        var covered: [VerifiedSignature.Covered] = []
        for reference in references {
            let digest = try policy.check(reference)
            guard
                let at = open.firstIndex(where: {
                    $0.element.document === document && Self.isReference(reference, to: $0)
                })
            else { throw .referencesUnexpected(element: reference.element.path) }
            let match = open.remove(at: at)
            try check(reference, covering: match.element, policy)
            covered.append(VerifiedSignature.Covered(element: match.element, type: reference.type, digest: digest))
        }
        guard open.allSatisfy({ $0.presence == .optional }) else {
            throw .referencesUnexpected(element: signedInfo.path)
        }
        return covered
    }

    private static func isReference(_ reference: SignatureReference, to expected: ExpectedReference) -> Bool {
        guard let uri = reference.uri, uri.hasPrefix("#"),
            IdentifierAttributes.attribute(of: expected.element, value: String(uri.dropFirst())) != nil
        else { return false }
        return expected.types.isEmpty || reference.type.map(expected.types.contains) == true
    }

    private func check(
        _ reference: SignatureReference,
        covering target: XMLElement,
        _ policy: SignaturePolicy
    ) throws(XMLSignatureError) {
        var hasForm = false
        for (position, transform) in reference.transforms.enumerated() {
            if transform.algorithm == SignatureTransform.envelopedURI {
                // First, once, and only where the signature lies inside what it covers.
                guard policy.acceptsEnveloped, position == 0, target.contains(element) else {
                    throw .transformRefused(element: reference.element.path)
                }
            } else if let form = transform.canonicalization, policy.canonicalizations.contains(form), !hasForm {
                hasForm = true
            } else {
                throw .transformRefused(element: reference.element.path)
            }
        }
        // Without a form XML-DSig § 4.4.3.2 implies Canonical XML 1.0: it too must be accepted.
        guard hasForm || policy.canonicalizations.contains(.inclusive) else {
            throw .transformRefused(element: reference.element.path)
        }
        if policy.comments == .refused, target.holdsCommentOrInstruction {
            throw .commentRefused(element: target.path)
        }
    }
}

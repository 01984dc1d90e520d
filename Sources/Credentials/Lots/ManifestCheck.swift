internal import DMPWire
internal import HealthRecord
internal import SafeXML

/// The manifest against the lot: the same documents, no more, no less, and their digests (security design § 4.3, step 7).
enum ManifestCheck {
    static func check(
        _ references: [LotReference],
        submissionSet: OID,
        documents: [LotDocument],
        isLegacyTolerated: Bool
    ) throws(LotRefusal) {
        var open: [OID: LotDocument] = [:]
        for document in documents { open[document.uniqueID] = document }
        // Two documents under one identifier: the manifest can vouch for one only.
        guard open.count == documents.count else { throw .missingDocument }
        var hasSet = false
        for (position, reference) in references.enumerated() {
            if reference.algorithm.isLegacy, !isLegacyTolerated { throw .legacySignature }
            if reference.uniqueID == submissionSet {
                // The field signs one zero byte there: only the identifier counts.
                hasSet = true
                continue
            }
            guard let document = open.removeValue(forKey: reference.uniqueID) else {
                throw .unexpectedReference(position: position)
            }
            guard try digest(reference, document, position: position) == reference.digest else {
                throw .digestMismatch(position: position)
            }
        }
        guard hasSet else { throw .missingSubmissionSet }
        guard open.isEmpty else { throw .missingDocument }
    }

    private static func digest(
        _ reference: LotReference,
        _ document: LotDocument,
        position: Int
    ) throws(LotRefusal) -> [UInt8] {
        guard let form = reference.canonicalization else { return document.digest(reference.algorithm) }
        do throws(XMLError) {
            let parsed = try XMLDocument(parsing: document.bytes(), limits: .clinicalDocument)
            let canonical = try parsed.canonicalized(form, inclusivePrefixes: reference.inclusivePrefixes)
            return LotDigest.compute(reference.algorithm, over: canonical)
        } catch {
            throw .notCanonicalizable(position: position)
        }
    }
}

public import SafeXML

extension Submission {
    /// Reads a `ProvideAndRegisterDocumentSetRequest` and holds it against the structural rules of the profile.
    ///
    /// - Throws: only when the element is another message or beyond limits; the rest is in the findings.
    public static func read(
        _ element: XMLElement,
        profile: MetadataProfile = .french
    ) throws(XDSWireError) -> Reading<Submission> {
        guard element.isNamed("ProvideAndRegisterDocumentSetRequest", in: EbXML.xds) else {
            throw .notTheMessage(expected: "ProvideAndRegisterDocumentSetRequest")
        }
        guard let request = element.child("SubmitObjectsRequest", in: EbXML.lcm) else {
            throw .missingElement("SubmitObjectsRequest")
        }
        var frame = try SubmissionFrame(request, profile: profile, context: .submission)
        frame.remarkExtraMetadata()
        var documents: [DocumentPart] = []
        for part in element.children("Document", in: EbXML.xds) {
            guard documents.count < WireLimits.objects else { throw .tooManyObjects(limit: WireLimits.objects) }
            let id = part.attribute("id") ?? ""
            if let content = DocumentContent(part) {
                documents.append(DocumentPart(id: id, content: content))
            } else {
                documents.append(DocumentPart(id: id, content: .inline([])))
                frame.findings.add(
                    .repositoryMetadataError,
                    FindingCollector.name("Document", id),
                    .unreadableContent
                )
            }
        }
        guard let set = frame.set else { return Reading(nil, frame.findings.findings) }
        var submission = Submission(
            set: set,
            entries: frame.entries,
            associations: frame.associations,
            documents: documents,
            folders: frame.folders
        )
        submission.pairDocuments(&frame.findings)
        SubmissionRules(frame).check(&frame.findings)
        return Reading(submission, frame.findings.findings)
    }

    /// One document for one entry, under the same id; a difference of case alone is tolerated, as official samples
    /// have one.
    private mutating func pairDocuments(_ findings: inout FindingCollector) {
        let spelling = Spelling(entries.map(\.id))
        var paired: Set<String> = []
        for at in documents.indices {
            let element = FindingCollector.name("Document", documents[at].id)
            guard let id = spelling.resolve(documents[at].id) else {
                findings.add(.missingDocumentMetadata, element, .noEntry)
                continue
            }
            if !paired.insert(id).inserted { findings.add(.repositoryMetadataError, element, .repeated) }
            documents[at].id = id
        }
        for entry in entries where entry.kind != .onDemand && !paired.contains(entry.id) {
            findings.add(.missingDocument, FindingCollector.name("DocumentEntry", entry.id), .noDocument)
        }
    }
}

/// Finds ids exactly, or by their spelling without regard to case where only one answers.
struct Spelling {
    private var exact: Set<String> = []
    private var folded: [String: String?] = [:]

    init(_ ids: [String]) {
        for id in ids {
            guard exact.insert(id).inserted else { continue }
            let key = id.lowercased()
            folded.updateValue(folded.keys.contains(key) ? nil : id, forKey: key)
        }
    }

    func resolve(_ id: String) -> String? {
        if exact.contains(id) { return id }
        return folded[id.lowercased()] ?? nil
    }
}

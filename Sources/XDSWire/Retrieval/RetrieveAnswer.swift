internal import HealthRecord
public import SafeXML

/// A document handed out.
public struct RetrievedDocument: Hashable, Sendable {
    /// Which one.
    public var reference: DocumentReference
    /// Media type, the same as its entry's.
    public var mimeType: String
    /// The bytes, or where they are.
    public var content: DocumentContent

    /// Joins the parts.
    public init(reference: DocumentReference, mimeType: String, content: DocumentContent) {
        self.reference = reference
        self.mimeType = mimeType
        self.content = content
    }
}

/// A `RetrieveDocumentSetResponse`.
public struct RetrieveAnswer: Hashable, Sendable {
    /// How it ended.
    public var response: RegistryResponse
    /// Documents in order.
    public var documents: [RetrievedDocument]

    /// Joins both.
    public init(_ response: RegistryResponse, documents: [RetrievedDocument]) {
        self.response = response
        self.documents = documents
    }

    /// An answer whose status follows from what was found: all, some or nothing (ITI TF-2 § 3.43.4.2.2).
    public init(documents: [RetrievedDocument], problems: [RegistryProblem]) {
        let failed = problems.contains { $0.severity == .error }
        let status: ResponseStatus = !failed ? .success : documents.isEmpty ? .failure : .partialSuccess
        self.init(RegistryResponse(status, problems: problems), documents: documents)
    }

    /// Writes it with its own namespace declarations.
    public func write(into writer: inout XMLWriter) {
        writer.start("xds:RetrieveDocumentSetResponse")
        writer.declare("xds", EbXML.xds)
        response.write(into: &writer)
        for document in documents {
            writer.start("xds:DocumentResponse")
            if let home = document.reference.home { writer.element("xds:HomeCommunityId", text: home) }
            writer.element("xds:RepositoryUniqueId", text: document.reference.repository.text)
            writer.element("xds:DocumentUniqueId", text: document.reference.document.text)
            writer.element("xds:mimeType", text: document.mimeType)
            writer.start("xds:Document")
            document.content.write(into: &writer)
            writer.end()
            writer.end()
        }
        writer.end()
    }

    /// Reads it.
    public init(_ element: XMLElement) throws(XDSWireError) {
        guard element.isNamed("RetrieveDocumentSetResponse", in: EbXML.xds) else {
            throw .notTheMessage(expected: "RetrieveDocumentSetResponse")
        }
        guard let head = element.child("RegistryResponse", in: EbXML.rs) else {
            throw .missingElement("RegistryResponse")
        }
        var documents: [RetrievedDocument] = []
        for part in element.children("DocumentResponse", in: EbXML.xds) {
            guard documents.count < WireLimits.retrievals else { throw .tooManyObjects(limit: WireLimits.retrievals) }
            guard let repository = OID(part.child("RepositoryUniqueId", in: EbXML.xds)?.trimmedText ?? ""),
                let document = OID(part.child("DocumentUniqueId", in: EbXML.xds)?.trimmedText ?? ""),
                let content = part.child("Document", in: EbXML.xds).flatMap({ DocumentContent($0) })
            else { throw .unreadableDocument }
            let home = part.child("HomeCommunityId", in: EbXML.xds)?.trimmedText
            documents.append(
                RetrievedDocument(
                    reference: DocumentReference(repository: repository, document: document, home: home),
                    mimeType: part.child("mimeType", in: EbXML.xds)?.trimmedText ?? "",
                    content: content
                )
            )
        }
        self.init(try RegistryResponse(head), documents: documents)
    }
}

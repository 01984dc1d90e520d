public import HealthRecord
public import SafeXML

/// A document asked for by its OID and its repository's (ITI-43).
public struct DocumentReference: Hashable, Sendable {
    /// Repository.
    public var repository: OID
    /// `uniqueId`, never an entryUUID.
    public var document: OID
    /// Community, where the client names one.
    public var home: String?

    /// Joins the parts.
    public init(repository: OID, document: OID, home: String? = nil) {
        self.repository = repository
        self.document = document
        self.home = home
    }
}

/// A `RetrieveDocumentSetRequest`.
public struct RetrieveRequest: Hashable, Sendable {
    /// What is asked for, in order.
    public var documents: [DocumentReference]

    /// Asks for documents.
    public init(_ documents: [DocumentReference]) { self.documents = documents }

    /// Writes it with its own namespace declaration.
    public func write(into writer: inout XMLWriter) {
        writer.start("xds:RetrieveDocumentSetRequest")
        writer.declare("xds", EbXML.xds)
        for document in documents {
            writer.start("xds:DocumentRequest")
            if let home = document.home { writer.element("xds:HomeCommunityId", text: home) }
            writer.element("xds:RepositoryUniqueId", text: document.repository.text)
            writer.element("xds:DocumentUniqueId", text: document.document.text)
            writer.end()
        }
        writer.end()
    }

    /// Reads it; requests that are malformed are in the findings, the others are served all the same.
    public static func read(_ element: XMLElement) throws(XDSWireError) -> Reading<RetrieveRequest> {
        guard element.isNamed("RetrieveDocumentSetRequest", in: EbXML.xds) else {
            throw .notTheMessage(expected: "RetrieveDocumentSetRequest")
        }
        var documents: [DocumentReference] = []
        var findings = FindingCollector()
        var count = 0
        for request in element.children("DocumentRequest", in: EbXML.xds) {
            count += 1
            guard count <= WireLimits.retrievals else { throw .tooManyObjects(limit: WireLimits.retrievals) }
            let name = "DocumentRequest[\(count)]"
            let repository = OID(request.child("RepositoryUniqueId", in: EbXML.xds)?.trimmedText ?? "")
            let document = OID(request.child("DocumentUniqueId", in: EbXML.xds)?.trimmedText ?? "")
            if repository == nil { findings.add(.unknownRepositoryID, name + ".RepositoryUniqueId", .badOID) }
            if document == nil { findings.add(.documentUniqueIDError, name + ".DocumentUniqueId", .badOID) }
            guard let repository, let document else { continue }
            let home = request.child("HomeCommunityId", in: EbXML.xds)?.trimmedText
            documents.append(
                DocumentReference(repository: repository, document: document, home: home == "" ? nil : home)
            )
        }
        guard count > 0 else { throw .missingElement("DocumentRequest") }
        return Reading(RetrieveRequest(documents), findings.findings)
    }
}

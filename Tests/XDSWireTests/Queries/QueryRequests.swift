import SafeXML
import XDSWire

/// Builds queries as text, so that no writer of ours stands between the syntax and its reader.
enum QueryRequests {
    static let patient = "'1810163220751^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'"
    static let approved = "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')"

    static func text(_ id: StoredQueryID, _ slots: [(String, String)], returnType: String = "LeafClass") -> String {
        let body = slots.map { name, value in
            "<rim:Slot name=\"\(name)\"><rim:ValueList><rim:Value>\(value)</rim:Value></rim:ValueList></rim:Slot>"
        }
        return """
            <q:AdhocQueryRequest xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" \
            xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><q:ResponseOption \
            returnComposedObjects="true" returnType="\(returnType)"/><rim:AdhocQuery id="\(id.rawValue)">\
            \(body.joined())</rim:AdhocQuery></q:AdhocQueryRequest>
            """
    }

    static func find(_ more: [(String, String)]) -> String {
        text(
            .findDocuments,
            [("$XDSDocumentEntryPatientId", patient), ("$XDSDocumentEntryStatus", approved)] + more
        )
    }

    static func read(_ text: String) throws -> Reading<StoredQueryRequest> {
        try StoredQueryRequest.read(try parse(text))
    }

    static func criteria(_ more: [(String, String)]) throws -> FindDocumentsCriteria? {
        guard case .findDocuments(let criteria)? = try read(find(more)).accepted?.query else { return nil }
        return criteria
    }
}

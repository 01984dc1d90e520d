public import SafeXML

/// One object of an answer.
public enum RegistryItem: Hashable, Sendable {
    /// A document entry.
    case entry(SubmittedEntry)
    /// A submission set.
    case set(SubmittedSet)
    /// A folder.
    case folder(SubmittedFolder)
    /// A relation.
    case association(SubmittedAssociation)
    /// Only an identifier.
    case reference(String)
}

/// An `AdhocQueryResponse` (ITI-18).
public struct QueryAnswer: Hashable, Sendable {
    /// How it ended.
    public var status: ResponseStatus
    /// Errors and warnings.
    public var problems: [RegistryProblem]
    /// Objects, in the order of the answer.
    public var items: [RegistryItem]

    /// Joins the parts.
    public init(_ items: [RegistryItem], status: ResponseStatus = .success, problems: [RegistryProblem] = []) {
        self.status = status
        self.problems = problems
        self.items = items
    }

    /// A refusal.
    public init(_ findings: [RegistryFinding]) {
        self.init([], status: .failure, problems: findings.map { RegistryProblem($0) })
    }

    /// Room that an answer needs, to spare the writer its growth: an entry takes about nine kilobytes.
    public var estimatedBytes: Int { 1024 + items.count * 9216 }

    /// Writes it with its own namespace declarations; the object list is there even when empty.
    public func write(into writer: inout XMLWriter) {
        writer.start("query:AdhocQueryResponse")
        writer.declare("query", EbXML.query)
        writer.declare("rs", EbXML.rs)
        writer.attribute("status", status.rawValue)
        RegistryProblem.write(problems, into: &writer)
        writer.objectList { list in
            for item in items {
                switch item {
                case .entry(let entry): entry.write(into: &list)
                case .set(let set): set.write(into: &list)
                case .folder(let folder): folder.write(into: &list)
                case .association(let association):
                    association.write(into: &list, status: "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved")
                case .reference(let id):
                    list.start("ObjectRef")
                    list.attribute("id", id)
                    list.end()
                }
            }
        }
        writer.end()
    }
}

extension QueryAnswer {
    /// Reads an `AdhocQueryResponse`; what a foreign server writes out of form is nil in the objects and in the findings.
    public static func read(_ element: XMLElement) throws(XDSWireError) -> Reading<QueryAnswer> {
        guard element.isNamed("AdhocQueryResponse", in: EbXML.query) else {
            throw .notTheMessage(expected: "AdhocQueryResponse")
        }
        var answer = QueryAnswer([], status: try ResponseStatus(of: element))
        answer.problems = try RegistryProblem.read(in: element)
        var findings: [RegistryFinding] = []
        if let list = element.child("RegistryObjectList", in: EbXML.rim) {
            let objects = try RegistryObjectList(list)
            for object in objects.packages where object.isClassified(by: XDSScheme.Set.node) {
                var reader = AttributeReader(object, kind: "SubmissionSet")
                answer.items.append(.set(SubmittedSet(&reader)))
                findings += reader.findings.findings
            }
            for object in objects.packages where object.isClassified(by: XDSScheme.Folder.node) {
                var reader = AttributeReader(object, kind: "Folder")
                answer.items.append(.folder(SubmittedFolder(&reader)))
                findings += reader.findings.findings
            }
            for object in objects.entries {
                var reader = AttributeReader(object, kind: "DocumentEntry")
                answer.items.append(.entry(SubmittedEntry(&reader)))
                findings += reader.findings.findings
            }
            answer.items += objects.associations.compactMap { SubmittedAssociation($0) }.map { .association($0) }
            answer.items += objects.references.map { .reference($0) }
        }
        return Reading(answer, Array(findings.prefix(WireLimits.findings)))
    }
}

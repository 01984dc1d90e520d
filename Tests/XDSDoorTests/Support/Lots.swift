import ClinicalDocuments
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSWire

/// Documents of the sample world, and lots made of them.
struct SampleLot {
    var submission: Submission
    var parts: [(String, [UInt8])]

    /// The OIDs of its documents.
    var uniqueIDs: [OID] { submission.entries.compactMap(\.uniqueID) }

    init(_ documents: [CDABuilder], by sender: String = "gp", _ world: World, masked: Bool = false) throws {
        let first = try #require(documents.first)
        let professional = try #require(world.population.professional(sender))
        var set = SubmittedSet(id: "SubmissionSet01")
        set.uniqueID = Self.oid(world)
        set.sourceID = OID(literal: "1.2.250.1.999.1")
        set.patientID = PatientIdentifier(first.patient.ins)
        set.submissionTime = HL7Time(World.now)
        set.contentType = professional.workplace.contentType
        set.authors = [professional.author()]
        set.title = "Lot d'essai"
        var entries: [SubmittedEntry] = []
        var associations: [SubmittedAssociation] = []
        var content: [DocumentPart] = []
        parts = []
        for (index, document) in documents.enumerated() {
            let id = "Document0\(index + 1)"
            let bytes = try document.bytes()
            var entry = try Self.entry(id, bytes)
            if masked { entry.confidentialityCodes.append(Visibility.maskedCode) }
            entries.append(entry)
            associations.append(.member(id: "member\(index + 1)", set: set.id, entry: id))
            content.append(DocumentPart(id: id, content: .attachment("doc\(index + 1)@essai")))
            parts.append(("doc\(index + 1)@essai", bytes))
        }
        submission = Submission(set: set, entries: entries, associations: associations, documents: content)
    }

    /// Adds the document that signs the lot; its bytes are the judge's affair, and the judge of this world takes any.
    mutating func addSignature(_ world: World) throws {
        let id = "Signature01"
        var entry = try #require(submission.entries.first)
        entry.id = id
        entry.uniqueID = Self.oid(world)
        entry.creationTime = submission.set.submissionTime
        entry.language = "art"
        entry.classCode = Code("urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN", label: "Signature électronique")
        entry.typeCode = Code("E1762", "ASTM", label: "Full Document")
        entry.formatCode = Code("http://www.w3.org/2000/09/xmldsig#", "URN", label: "Signature XML")
        entry.confidentialityCodes = [
            Code("N", CodeSystem.confidentiality), Visibility.maskedCode, Visibility.hiddenFromPatientCode,
        ]
        entry.title = "Source"
        submission.entries.append(entry)
        submission.associations.append(.member(id: "memberOfSignature", set: submission.set.id, entry: id))
        submission.associations.append(
            SubmittedAssociation(id: "signs", type: .signs, source: id, target: submission.set.id)
        )
        submission.documents.append(DocumentPart(id: id, content: .attachment("signature@essai")))
        parts.append(("signature@essai", Array("<Signature/>".utf8)))
    }

    static func oid(_ world: World) -> OID {
        OID("1.2.250.1.999.77.\(world.source.next())") ?? OID(literal: "1.2.250.1.999.77")
    }

    private static func entry(_ id: String, _ bytes: [UInt8]) throws -> SubmittedEntry {
        let header = try CDAHeader(XMLDocument(parsing: bytes, limits: .clinicalDocument))
        let derived = try DerivedMetadata(header, valueSets: try ValueSets.bundled())
        var entry = SubmittedEntry(id: id)
        entry.kind = .stable
        entry.mimeType = derived.mimeType
        entry.uniqueID = derived.uniqueID
        entry.patientID = PatientIdentifier(derived.patient)
        entry.creationTime = derived.creationTime
        entry.serviceStart = derived.serviceStart
        entry.serviceStop = derived.serviceStop
        entry.language = derived.language
        entry.sourcePatientID = PatientIdentifier(derived.patient).cx
        entry.sourcePatientInfo = derived.sourcePatientInfo
        entry.legalAuthenticator = derived.legalAuthenticator
        entry.authors = derived.authors
        entry.classCode = derived.classCode
        entry.typeCode = derived.typeCode
        entry.formatCode = derived.formatCode
        entry.confidentialityCodes = [derived.confidentiality]
        entry.facilityTypeCode = derived.facilityTypeCode
        entry.practiceSettingCode = derived.practiceSettingCode
        entry.eventCodes = derived.eventCodes
        entry.title = derived.title
        return entry
    }

    /// The lot as a request in parts.
    func ask(_ sender: Ask.Sender, _ world: World) throws -> Ask {
        try Ask.soap("repository", .provideAndRegister, sender, world) { submission.write(into: &$0) }.inParts(parts)
    }
}

extension World {
    /// Documents that the treating physician wrote about somebody, small ones first.
    func documents(of key: String, by author: String = "gp") throws -> [CDABuilder] {
        population.documents(of: key).map(\.builder).filter { document in
            guard case .sections = document.content else { return false }
            return document.author.key == author && document.replaces == nil
        }
    }

    /// Deposits documents and gives back the entries as a reader gets them.
    @discardableResult
    func deposit(
        _ documents: [CDABuilder],
        _ sender: Ask.Sender,
        masked: Bool = false
    ) async throws -> SampleLot {
        let lot = try SampleLot(documents, by: sender.who, self, masked: masked)
        let reply = try await send(try lot.ask(sender, self))
        #expect(try reply.registry() == .success, "\(reply.text)")
        return lot
    }

    func sender(_ who: String = "gp", _ key: String = "jeanne") throws -> Ask.Sender {
        Ask.Sender(who: who, patient: try patient(key).ins)
    }

    func entries(_ sender: Ask.Sender) async throws -> [SubmittedEntry] {
        try await send(try Ask.findDocuments(sender, self)).query().items.compactMap { item in
            if case .entry(let entry) = item { entry } else { nil }
        }
    }
}

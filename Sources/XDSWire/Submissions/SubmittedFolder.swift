public import HealthRecord

/// A folder as it crosses the wire: everything optional (ITI TF-3 § 4.2.3.4).
public struct SubmittedFolder: Hashable, Sendable {
    /// `@id`.
    public var id: String
    /// `@lid`.
    public var logicalID: String?
    /// `@status`.
    public var status: AvailabilityStatus?
    /// `XDSFolder.uniqueId`.
    public var uniqueID: OID?
    /// `XDSFolder.patientId`.
    public var patientID: PatientIdentifier?
    /// When something was last put in; given by the registry.
    public var lastUpdateTime: HL7Time?
    /// What it is about.
    public var codes: [Code] = []
    /// Title.
    public var title: String?
    /// Comment.
    public var comments: String?

    /// A folder of which nothing is known but its id.
    public init(id: String) { self.id = id }

    /// A kept folder as an answer shows it.
    public init(_ folder: Folder, patient: INS, lastUpdate: HL7Time) {
        self.init(id: folder.id.urn)
        logicalID = id
        status = .approved
        uniqueID = folder.uniqueID
        patientID = PatientIdentifier(patient)
        lastUpdateTime = lastUpdate
        codes = folder.codes
        title = folder.title
        comments = folder.comments
    }

    /// The folder as a record keeps it; nil without an OID.
    public func folder(id: UniqueID) -> Folder? {
        uniqueID.map { Folder(id: id, uniqueID: $0, codes: codes, title: title ?? "", comments: comments) }
    }
}

extension SubmittedFolder {
    /// Understands an object; what cannot be understood is left nil and remarked.
    init(_ reader: inout AttributeReader) {
        let object = reader.object
        self.init(id: object.id)
        logicalID = object.logicalID
        status = reader.status()
        uniqueID = reader.oidIdentifier(XDSScheme.Folder.uniqueID, "uniqueId")
        patientID = reader.patientID(XDSScheme.Folder.patientID)
        lastUpdateTime = reader.time("lastUpdateTime")
        codes = reader.codes(XDSScheme.Folder.codes, "codeList")
        title = object.name.flatMap { $0.isEmpty ? nil : $0 }
        comments = object.description.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Remarks what the profile requires and the folder does not say (ITI TF-3 table 4.3.1-3).
    func checkRequired(in context: MetadataContext, _ reader: inout AttributeReader) {
        guard context != .answer else { return }
        let object = reader.object
        for (scheme, attribute) in [(XDSScheme.Folder.uniqueID, "uniqueId"), (XDSScheme.Folder.patientID, "patientId")]
        where !object.identifiers.contains(where: { $0.scheme == scheme && !$0.value.isEmpty }) {
            reader.fault(attribute, .missing)
        }
        if !object.classifications.contains(where: { $0.scheme == XDSScheme.Folder.codes }) {
            reader.fault("codeList", .missing)
        }
        if title == nil { reader.fault("title", .missing) }
    }
}

public import HealthRecord
public import SafeXML

/// One change to metadata that are registered (ITI-57).
public enum MetadataUpdate: Hashable, Sendable {
    /// The status of an entry, named by its latest entryUUID.
    case changeStatus(entry: UniqueID, from: AvailabilityStatus, to: AvailabilityStatus)
    /// A new version of the metadata of an entry, which its `logicalID` names.
    case newMetadataVersion(entry: SubmittedEntry, logicalID: UniqueID, previousVersion: UInt32)
}

/// A `SubmitObjectsRequest` that changes metadata: a set, and what it changes.
public struct MetadataUpdateRequest: Hashable, Sendable {
    /// The set that carries the changes.
    public var set: SubmittedSet
    /// The changes in the order of the message's associations.
    public var updates: [MetadataUpdate]

    /// Joins both.
    public init(set: SubmittedSet, updates: [MetadataUpdate]) {
        self.set = set
        self.updates = updates
    }
}

extension MetadataUpdateRequest {
    /// Reads a `SubmitObjectsRequest` as an update.
    public static func read(
        _ element: XMLElement,
        profile: MetadataProfile = .french
    ) throws(XDSWireError) -> Reading<MetadataUpdateRequest> {
        guard element.isNamed("SubmitObjectsRequest", in: EbXML.lcm) else {
            throw .notTheMessage(expected: "SubmitObjectsRequest")
        }
        var frame = try SubmissionFrame(element, profile: profile, context: .update)
        frame.remarkExtraMetadata()
        for folder in frame.folders {
            frame.findings.add(
                .metadataUpdateOperationError,
                FindingCollector.name("Folder", folder.id),
                .noOperation
            )
        }
        var reader = UpdateReader(frame)
        let updates = reader.read()
        guard let set = frame.set else { return Reading(nil, reader.findings.findings) }
        return Reading(MetadataUpdateRequest(set: set, updates: updates), reader.findings.findings)
    }
}

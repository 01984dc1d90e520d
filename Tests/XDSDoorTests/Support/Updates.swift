import HealthRecord
import SampleRecords
import Testing
import XDSWire

/// Changes as software sends them (interop sheet § 5.6).
enum Updates {
    static func request(
        _ updates: [MetadataUpdate],
        _ world: World,
        key: String = "jeanne"
    ) throws -> MetadataUpdateRequest {
        let professional = try #require(world.population.professional("gp"))
        var set = SubmittedSet(id: "SubmissionSet01")
        set.uniqueID = SampleLot.oid(world)
        set.sourceID = OID(literal: "1.2.250.1.999.1")
        set.patientID = PatientIdentifier(try world.patient(key).ins)
        set.submissionTime = HL7Time(World.now)
        set.contentType = professional.workplace.contentType
        set.authors = [professional.author()]
        return MetadataUpdateRequest(set: set, updates: updates)
    }

    static func status(
        _ entry: SubmittedEntry,
        _ from: AvailabilityStatus,
        _ to: AvailabilityStatus
    ) throws -> MetadataUpdate {
        .changeStatus(entry: try #require(UniqueID(entry.id)), from: from, to: to)
    }

    static func visibility(
        _ entry: SubmittedEntry,
        add: Code? = nil,
        remove: Code? = nil,
        _ change: (inout SubmittedEntry) -> Void = { _ in }
    ) throws -> MetadataUpdate {
        var copy = entry
        copy.id = "Document01"
        copy.status = nil
        copy.version = nil
        copy.confidentialityCodes.removeAll { $0 == remove }
        if let add { copy.confidentialityCodes.append(add) }
        change(&copy)
        return .newMetadataVersion(
            entry: copy,
            logicalID: try #require(entry.logicalID.flatMap { UniqueID($0) }),
            previousVersion: try #require(entry.version.flatMap { UInt32($0) })
        )
    }
}

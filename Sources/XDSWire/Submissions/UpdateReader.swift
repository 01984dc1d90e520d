internal import HealthRecord

/// Turns the associations of an update into changes (ITI TF-2 § 3.57.4.1.3).
struct UpdateReader {
    let frame: SubmissionFrame
    var findings: FindingCollector
    private var touched: Set<UniqueID> = []
    private var used: Set<String> = []

    init(_ frame: SubmissionFrame) {
        self.frame = frame
        findings = frame.findings
    }

    mutating func read() -> [MetadataUpdate] {
        var updates: [MetadataUpdate] = []
        let entries = Dictionary(frame.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for association in frame.associations {
            let element = FindingCollector.name("Association", association.id)
            guard association.source == frame.set?.id else {
                findings.add(.metadataUpdateError, element + ".sourceObject", .unresolved)
                continue
            }
            let update: MetadataUpdate?
            switch association.type {
            case .updateAvailabilityStatus: update = statusChange(association, element)
            case .hasMember: update = newVersion(association, element, entries)
            case .replaces, .transforms, .appends, .transformsAndReplaces, .signs, .submitAssociation, .isSnapshotOf:
                findings.add(.metadataUpdateOperationError, element + ".associationType", .noOperation)
                update = nil
            }
            if let update { updates.append(update) }
        }
        for entry in frame.entries where !used.contains(entry.id) {
            findings.add(
                .metadataUpdateOperationError,
                FindingCollector.name("DocumentEntry", entry.id),
                .notInSet
            )
        }
        if updates.isEmpty, !findings.findings.refuse {
            findings.add(.metadataUpdateOperationError, "SubmitObjectsRequest", .noOperation)
        }
        return updates
    }

    private mutating func statusChange(_ association: SubmittedAssociation, _ element: String) -> MetadataUpdate? {
        guard let target = UniqueID(association.target) else {
            findings.add(.metadataUpdateError, element + ".targetObject", .badUUID)
            return nil
        }
        let from = status(association.originalStatus, element + ".OriginalStatus")
        let to = status(association.newStatus, element + ".NewStatus")
        guard let from, let to else { return nil }
        guard from != to else {
            findings.add(.metadataUpdateError, element + ".NewStatus", .sameStatus)
            return nil
        }
        guard touch(target, element) else { return nil }
        return .changeStatus(entry: target, from: from, to: to)
    }

    private mutating func newVersion(
        _ association: SubmittedAssociation,
        _ element: String,
        _ entries: [String: SubmittedEntry]
    ) -> MetadataUpdate? {
        guard let entry = entries[association.target] else {
            findings.add(.metadataUpdateError, element + ".targetObject", .unresolved)
            return nil
        }
        used.insert(entry.id)
        let name = FindingCollector.name("DocumentEntry", entry.id)
        guard let text = association.previousVersion else {
            findings.add(.metadataVersionError, element + ".PreviousVersion", .missing)
            return nil
        }
        guard text.utf8.allSatisfy(\.isDigit), let version = UInt32(text), version > 0 else {
            findings.add(.metadataVersionError, element + ".PreviousVersion", .badVersion)
            return nil
        }
        guard let lid = entry.logicalID, let logicalID = UniqueID(lid) else {
            findings.add(
                .metadataIdentifierError,
                name + ".logicalId",
                entry.logicalID == nil ? .missing : .badUUID
            )
            return nil
        }
        if let patient = frame.set?.patientID, let other = entry.patientID, !other.namesSamePatient(as: patient) {
            findings.add(.patientIDDoesNotMatch, name + ".patientId", .otherPatient)
            return nil
        }
        guard touch(logicalID, element) else { return nil }
        return .newMetadataVersion(entry: entry, logicalID: logicalID, previousVersion: version)
    }

    private mutating func status(_ text: String?, _ element: String) -> AvailabilityStatus? {
        guard let text else {
            findings.add(.metadataUpdateError, element, .missing)
            return nil
        }
        guard let status = AvailabilityStatus(rawValue: text) else {
            findings.add(.metadataUpdateError, element, .unknownStatus)
            return nil
        }
        return status
    }

    private mutating func touch(_ id: UniqueID, _ element: String) -> Bool {
        if touched.insert(id).inserted { return true }
        findings.add(.metadataUpdateOperationError, element, .noOperation)
        return false
    }
}

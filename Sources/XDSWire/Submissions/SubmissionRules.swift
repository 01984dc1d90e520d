internal import HealthRecord

/// The rules between the objects of one submission (ITI TF-3 § 4.2; CI-SIS *Partage*, structure of the lot).
struct SubmissionRules {
    let frame: SubmissionFrame
    private let setID: String
    private let entryIDs: Set<String>
    private let folderIDs: Set<String>
    private let associationIDs: Set<String>

    init(_ frame: SubmissionFrame) {
        self.frame = frame
        setID = frame.set?.id ?? ""
        entryIDs = Set(frame.entries.map(\.id))
        folderIDs = Set(frame.folders.map(\.id))
        associationIDs = Set(frame.associations.map(\.id))
    }

    func check(_ findings: inout FindingCollector) {
        checkUniqueIDs(&findings)
        checkPatients(&findings)
        checkMembership(&findings)
        var replaced: Set<String> = []
        for association in frame.associations {
            check(association, &findings)
            guard association.type.deprecatesTarget else { continue }
            if !replaced.insert("s" + association.source).inserted
                || !replaced.insert("t" + association.target).inserted
            {
                findings.add(.registryMetadataError, name(association), .repeated)
            }
        }
    }

    private func checkUniqueIDs(_ findings: inout FindingCollector) {
        var seen: Set<OID> = []
        if let id = frame.set?.uniqueID { seen.insert(id) }
        for folder in frame.folders {
            guard let id = folder.uniqueID, !seen.insert(id).inserted else { continue }
            findings.add(
                .registryDuplicateUniqueIDInMessage,
                FindingCollector.name("Folder", folder.id) + ".uniqueId",
                .sameUniqueID
            )
        }
        for entry in frame.entries {
            guard let id = entry.uniqueID, !seen.insert(id).inserted else { continue }
            findings.add(
                .registryDuplicateUniqueIDInMessage,
                FindingCollector.name("DocumentEntry", entry.id) + ".uniqueId",
                .sameUniqueID
            )
        }
    }

    private func checkPatients(_ findings: inout FindingCollector) {
        guard let patient = frame.set?.patientID else { return }
        for folder in frame.folders {
            guard let other = folder.patientID, !other.namesSamePatient(as: patient) else { continue }
            findings.add(
                .patientIDDoesNotMatch,
                FindingCollector.name("Folder", folder.id) + ".patientId",
                .otherPatient
            )
        }
        for entry in frame.entries {
            guard let other = entry.patientID, !other.namesSamePatient(as: patient) else { continue }
            findings.add(
                .patientIDDoesNotMatch,
                FindingCollector.name("DocumentEntry", entry.id) + ".patientId",
                .otherPatient
            )
        }
    }

    private func checkMembership(_ findings: inout FindingCollector) {
        let members = Set(
            frame.associations.filter { $0.type == .hasMember && $0.source == setID }.map(\.target)
        )
        for folder in frame.folders where !members.contains(folder.id) {
            findings.add(.registryMetadataError, FindingCollector.name("Folder", folder.id), .folderNotInSet)
        }
        for entry in frame.entries where !members.contains(entry.id) {
            findings.add(.registryMetadataError, FindingCollector.name("DocumentEntry", entry.id), .notInSet)
        }
    }

    private func check(_ association: SubmittedAssociation, _ findings: inout FindingCollector) {
        let element = name(association)
        if association.source == association.target {
            findings.add(.registryMetadataError, element, .toItself)
            return
        }
        for (end, id) in [("sourceObject", association.source), ("targetObject", association.target)] {
            guard !isKnown(id), UniqueID(id) == nil else { continue }
            // A set holds the memberships of its folders as well (ITI TF-3 § 4.2.1.4).
            if association.type == .hasMember, association.source == setID, associationIDs.contains(id), !id.isEmpty {
                continue
            }
            findings.add(.unresolvedReference, "\(element).\(end)", id.isEmpty ? .missing : .unresolved)
        }
        switch association.type {
        case .hasMember:
            if let status = association.submissionSetStatus, status != "Original", status != "Reference" {
                findings.add(.registryMetadataError, element + ".SubmissionSetStatus", .unknownStatus)
            }
        case .replaces, .transformsAndReplaces, .transforms, .appends, .isSnapshotOf:
            // A new entry relates to one that the registry already holds.
            if isKnown(association.source), !entryIDs.contains(association.source) {
                findings.add(.registryMetadataError, element + ".sourceObject", .noEntry)
            }
            let toOld = association.type.deprecatesTarget
            if toOld, isKnown(association.target) {
                findings.add(.registryMetadataError, element + ".targetObject", .badUUID)
            }
            if toOld, !isKnown(association.source), UniqueID(association.source) != nil {
                findings.add(.registryMetadataError, element + ".sourceObject", .noEntry)
            }
        case .signs:
            if !entryIDs.contains(association.source) {
                findings.add(.registryMetadataError, element + ".sourceObject", .noEntry)
            }
            if isKnown(association.target), association.target != setID {
                findings.add(.registryMetadataError, element + ".targetObject", .unknownObject)
            }
        case .updateAvailabilityStatus, .submitAssociation:
            findings.add(.registryMetadataError, element + ".associationType", .unknownRelation)
        }
    }

    private func isKnown(_ id: String) -> Bool {
        !id.isEmpty && (id == setID || entryIDs.contains(id) || folderIDs.contains(id))
    }

    private func name(_ association: SubmittedAssociation) -> String {
        FindingCollector.name("Association", association.id)
    }
}

public import Custody
public import HealthRecord

/// Folders of one's own, by which a list is sorted.
extension RecordService {
    /// The folders of the person of a session, by their names.
    public func folders(_ visit: Visit) async throws(ServiceError) -> [DocumentFolder] {
        try await custody { () async throws(CustodyError) in try await custodian.folders(visit.admission) }
    }

    /// Makes a folder, and answers what it is known by.
    @discardableResult
    public func addFolder(_ name: FolderName, _ visit: Visit) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in try await custodian.addFolder(name, visit.admission) }
    }

    /// Calls a folder otherwise.
    public func renameFolder(_ id: UniqueID, to name: FolderName, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.renameFolder(id, to: name, visit.admission)
        }
    }

    /// Takes a folder away; the documents stay where they are.
    public func removeFolder(_ id: UniqueID, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.removeFolder(id, visit.admission)
        }
    }

    /// Puts a document that is in sight into these folders and into no other.
    public func file(
        _ document: UniqueID,
        replacing earlier: Set<UniqueID>,
        in folders: Set<UniqueID>,
        _ visit: Visit
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.file(document, replacing: earlier, in: folders, visit.admission)
        }
    }
}

public import HealthRecord

/// Folders that somebody sorts his list by (identity and experience § 7.1, page 7): each person his own, the holder as well as
/// who acts for him.
///
/// A folder is a way of looking and no act on the record, as a pin is: nobody else sees it, and it leaves no trace. Names and
/// contents lie sealed together; what is deleted is a folder, never a document.
extension Custodian {
    /// The most folders of one person.
    public static let folderLimit = 50
    /// The most documents in one folder.
    public static let folderDocumentLimit = 300

    /// The folders of the person of a session, by their names.
    public func folders(_ admission: Admission) async throws(CustodyError) -> [DocumentFolder] {
        let person = try keeper(admission)
        return try await ledger.read { database in try self.kept(Self.folderList, of: person, in: database) }
            .sorted { ($0.name.folded, $0.id) < ($1.name.folded, $1.id) }
    }

    /// Makes a folder, and answers what it is known by.
    ///
    /// - Throws: `conflict("name")` where the person has one of that name, `conflict("folders")` where there are as many as may be.
    @discardableResult
    public func addFolder(_ name: FolderName, _ admission: Admission) async throws(CustodyError) -> UniqueID {
        let id = newID()
        try await changeKept(Self.folderList, admission) { folders in
            try folders.requireFree(name)
            guard folders.count < Self.folderLimit else { throw CustodyError.conflict("folders") }
            folders.append(DocumentFolder(id: id, name: name, documents: []))
        }
        return id
    }

    /// Calls a folder otherwise.
    ///
    /// - Throws: `conflict("folder")` for one that is not there, `conflict("name")` where another one has that name.
    public func renameFolder(
        _ id: UniqueID,
        to name: FolderName,
        _ admission: Admission
    ) async throws(CustodyError) {
        try await changeKept(Self.folderList, admission) { folders in
            let place = try folders.place(of: id)
            try folders.requireFree(name, but: id)
            folders[place].name = name
        }
    }

    /// Takes a folder away; the documents stay where they are.
    ///
    /// - Throws: `conflict("folder")` for one that is not there.
    public func removeFolder(_ id: UniqueID, _ admission: Admission) async throws(CustodyError) {
        try await changeKept(Self.folderList, admission) { folders in
            let place = try folders.place(of: id)
            folders.remove(at: place)
        }
    }

    /// Puts a document into these folders and into no other; what lay there of its earlier versions leaves.
    ///
    /// - Throws: `conflict("folder")` where one of them is not there, `conflict("full")` where one holds as many as may be.
    public func file(
        _ document: UniqueID,
        replacing earlier: Set<UniqueID> = [],
        in chosen: Set<UniqueID>,
        _ admission: Admission
    ) async throws(CustodyError) {
        try await changeKept(Self.folderList, admission) { folders in
            for id in chosen { _ = try folders.place(of: id) }
            for place in folders.indices {
                folders[place].documents.subtract(earlier)
                folders[place].documents.remove(document)
                guard chosen.contains(folders[place].id) else { continue }
                folders[place].documents.insert(document)
                guard folders[place].documents.count <= Self.folderDocumentLimit else {
                    throw CustodyError.conflict("full")
                }
            }
        }
    }

    /// Lets the version that takes a document's place lie wherever that lay.
    public func refile(
        from old: UniqueID,
        to new: UniqueID,
        _ admission: Admission
    ) async throws(CustodyError) {
        try await changeKept(Self.folderList, admission) { folders in
            for place in folders.indices where folders[place].documents.remove(old) != nil {
                folders[place].documents.insert(new)
            }
        }
    }

    private static let folderList = KeptList<[DocumentFolder]>(table: "folder", empty: [])
}

extension [DocumentFolder] {
    fileprivate func place(of id: UniqueID) throws -> Int {
        guard let place = firstIndex(where: { $0.id == id }) else { throw CustodyError.conflict("folder") }
        return place
    }

    fileprivate func requireFree(_ name: FolderName, but id: UniqueID? = nil) throws {
        guard !contains(where: { $0.id != id && $0.name.folded == name.folded }) else {
            throw CustodyError.conflict("name")
        }
    }
}

import HealthRecord
import RecordService
import XDSWire

extension StoredQuery {
    /// What the query finds in what the reader sees (ITI TF-2 § 3.18.4.1.2.3.7).
    func answer(_ graph: RecordGraph) -> [RegistryObject] {
        switch self {
        case .findDocuments(let criteria), .findDocumentsByReferenceID(let criteria):
            graph.entries.compactMap { criteria.matches($0) ? .entry($0) : nil }
        case .findSubmissionSets(let criteria):
            graph.sets.filter { criteria.matches($0) }.map { .set($0) }
        case .getDocuments(let selector):
            graph.entries.filter { selector.selects($0) }.map { .entry($0) }
        case .getAssociations(let ids):
            graph.linked { !$0.names.isDisjoint(with: ids) }
        case .getDocumentsAndAssociations(let selector):
            graph.documentsAndLinks(selector)
        case .getSubmissionSets(let ids):
            graph.setsAndLinks(holding: Set(ids))
        case .getSubmissionSetAndContents(let selector, let filter):
            graph.contents(ofSet: selector, filter)
        case .getAll(let criteria):
            graph.all(criteria)
        case .findFolders(let criteria):
            graph.folders.filter { criteria.matches($0.folder, lastUpdate: $0.lastUpdate) }.map { .folder($0) }
        case .getFolders(let selector):
            graph.folders.filter { selector.selects($0.folder) }.map { .folder($0) }
        case .getFolderAndContents(let selector, let filter):
            graph.contents(ofFolder: selector, filter)
        case .getFoldersForDocument(let selector):
            graph.folders(holding: selector)
        case .getRelatedDocuments(let selector, let types):
            graph.related(to: selector, by: types)
        }
    }
}

extension RecordGraph {
    func linked(where wanted: (Link) -> Bool) -> [RegistryObject] {
        links.filter(wanted).map { .link($0) }
    }

    fileprivate func documentsAndLinks(_ selector: ObjectSelector) -> [RegistryObject] {
        let found = entries.filter { selector.selects($0) }
        let ids = Set(found.map(\.id))
        return found.map { .entry($0) } + linked { !$0.members.isDisjoint(with: ids) }
    }

    /// Sets that hold one of the objects, and the memberships by which they do (§ 3.18.4.1.2.3.7.9).
    fileprivate func setsAndLinks(holding ids: Set<UniqueID>) -> [RegistryObject] {
        let held = entries.filter { ids.contains($0.entryUUID) || ids.contains($0.id) }
        let heldFolders = folders.filter { ids.contains($0.folder.id) }
        let setIDs = Set(held.map(\.submissionSetID)).union(heldFolders.map(\.set.id))
        let targets = Set(held.map(\.entryUUID)).union(heldFolders.map(\.folder.id))
        return sets.filter { setIDs.contains($0.id) }.map { .set($0) }
            + linked { $0.type == .hasMember && setIDs.contains($0.source) && targets.contains($0.target) }
    }

    /// One set, what it holds that passes, and the relations between these (§ 3.18.4.1.2.3.7.10).
    fileprivate func contents(ofSet selector: ObjectSelector, _ filter: ContentsFilter) -> [RegistryObject] {
        guard let set = sets.first(where: { selector.selects($0) }) else { return [] }
        let held = entries.filter { $0.submissionSetID == set.id && filter.matches($0) }
        let own = folders.filter { $0.set.id == set.id }
        let members = Set(held.map(\.id))
        let ownIDs = Set(own.map(\.folder.id))
        return [.set(set)] + own.map { .folder($0) } + held.map { .entry($0) }
            + linked { link in
                link.set == set.id && link.members.isSubset(of: members) && (link.folder.map(ownIDs.contains) ?? true)
            }
    }

    /// Everything of the asked statuses, and the relations between these (§ 3.18.4.1.2.3.7.4).
    fileprivate func all(_ criteria: GetAllCriteria) -> [RegistryObject] {
        let found = entries.filter { criteria.entries.contains($0.status) && criteria.filter.matches($0) }
        let sets = criteria.sets.contains(.approved) ? sets : []
        let folders = criteria.folders.contains(.approved) ? folders : []
        let members = Set(found.map(\.id))
        let packages = Set(sets.map(\.id)).union(folders.map(\.folder.id))
        return sets.map { .set($0) } + folders.map { .folder($0) } + found.map { .entry($0) }
            + linked { link in
                link.members.isSubset(of: members)
                    && (link.type != .hasMember || packages.contains(link.source))
                    && (link.type != .signs || packages.contains(link.target))
                    && (link.folder.map(packages.contains) ?? true)
            }
    }

    /// One folder, what it holds that passes, and the memberships of these (§ 3.18.4.1.2.3.7.11).
    fileprivate func contents(ofFolder selector: ObjectSelector, _ filter: ContentsFilter) -> [RegistryObject] {
        guard let found = folders.first(where: { selector.selects($0.folder) }) else { return [] }
        let held = found.members.filter { filter.matches($0) }
        let members = Set(held.map(\.id))
        return [.folder(found)] + held.map { .entry($0) }
            + linked { $0.source == found.folder.id && $0.members.isSubset(of: members) }
    }

    fileprivate func folders(holding selector: ObjectSelector) -> [RegistryObject] {
        folders.filter { $0.members.contains { selector.selects($0) } }.map { .folder($0) }
    }

    /// The document, those joined to it, and what joins them; nothing where nothing does (§ 3.18.4.1.2.3.7.13).
    fileprivate func related(to selector: ObjectSelector, by types: Set<AssociationType>) -> [RegistryObject] {
        guard let entry = entries.first(where: { selector.selects($0) }) else { return [] }
        let joining = links.filter { link in
            // Both ends are documents: memberships and signatures join to something else.
            types.contains(link.type) && link.members.count == 2 && link.members.contains(entry.id)
        }
        let ids = joining.reduce(into: Set<UniqueID>()) { $0.formUnion($1.members) }
        return entries.filter { ids.contains($0.id) }.map { .entry($0) } + joining.map { .link($0) }
    }
}

extension ObjectSelector {
    fileprivate func selects(_ set: SubmissionSet) -> Bool { selects(set.id, set.uniqueID) }

    fileprivate func selects(_ folder: Folder) -> Bool { selects(folder.id, folder.uniqueID) }

    private func selects(_ id: UniqueID, _ uniqueID: OID) -> Bool {
        switch self {
        case .entryUUIDs(let ids), .logicalIDs(let ids): ids.contains(id)
        case .uniqueIDs(let ids): ids.contains(uniqueID)
        }
    }
}

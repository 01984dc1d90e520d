import HealthRecord
import RecordService
import XDSWire

extension StoredQuery {
    /// What the query finds in what the reader sees (ITI TF-2 § 3.18.4.1.2.3.7).
    func answer(_ graph: RecordGraph) -> [RegistryObject] {
        switch self {
        case .findDocuments(let criteria), .findDocumentsByReferenceID(let criteria):
            graph.entries.filter { criteria.matches($0) }.map { .entry($0) }
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
            graph.contents(selector, filter)
        }
    }
}

extension RecordGraph {
    fileprivate func linked(where wanted: (Link) -> Bool) -> [RegistryObject] {
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
        let setIDs = Set(held.map(\.submissionSetID))
        let members = Set(held.map(\.id))
        return sets.filter { setIDs.contains($0.id) }.map { .set($0) }
            + linked { $0.type == .hasMember && $0.members.isSubset(of: members) }
    }

    /// One set, what it holds that passes, and the relations between these (§ 3.18.4.1.2.3.7.10).
    fileprivate func contents(_ selector: ObjectSelector, _ filter: ContentsFilter) -> [RegistryObject] {
        guard let set = sets.first(where: { selector.selects($0) }) else { return [] }
        let held = entries.filter { $0.submissionSetID == set.id && filter.matches($0) }
        let members = Set(held.map(\.id))
        return [.set(set)] + held.map { .entry($0) }
            + linked { $0.set == set.id && $0.members.isSubset(of: members) }
    }
}

extension ObjectSelector {
    fileprivate func selects(_ set: SubmissionSet) -> Bool {
        switch self {
        case .entryUUIDs(let ids), .logicalIDs(let ids): ids.contains(set.id)
        case .uniqueIDs(let ids): ids.contains(set.uniqueID)
        }
    }
}

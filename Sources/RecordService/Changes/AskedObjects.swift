import HealthRecord
import Sealing
import XDSWire

/// What one or several selectors name, as one question: each entry is held against all of it at once.
struct AskedObjects: Sendable {
    /// By entryUUID or logicalId: the record's own id underlies both, so that either finds the document.
    private var ids: Set<UniqueID> = []
    private var uniqueIDs: Set<OID> = []

    init(_ selectors: some Sequence<ObjectSelector>) {
        for selector in selectors {
            switch selector {
            case .entryUUIDs(let named), .logicalIDs(let named): ids.formUnion(named)
            case .uniqueIDs(let named): uniqueIDs.formUnion(named)
            }
        }
    }

    /// How many documents it names at most.
    var count: Int { ids.count + uniqueIDs.count }

    /// Whether an entry is one of those named.
    func selects(_ entry: DocumentEntry) -> Bool {
        ids.contains(entry.entryUUID) || ids.contains(entry.id) || uniqueIDs.contains(entry.uniqueID)
    }

    /// Of a snapshot, what is named by the record's own id, and what of it lies open and is named.
    func likely(in snapshot: RecordSnapshot) -> [DocumentID] {
        let open = snapshot.opened.compactMap { $0?.entry }.filter(selects).map(\.id)
        return (Array(ids) + open).compactMap { DocumentID(bytes: $0.bytes) }
    }
}

/// Entries by whatever names them, each with its place: the first of a list is what a selector means.
struct NamedPlaces {
    private var ids: [UniqueID: Int] = [:]
    private var uniqueIDs: [OID: Int] = [:]

    init(_ entries: [DocumentEntry]) {
        for (place, entry) in entries.enumerated() {
            for id in [entry.entryUUID, entry.id] where ids[id] == nil { ids[id] = place }
            if uniqueIDs[entry.uniqueID] == nil { uniqueIDs[entry.uniqueID] = place }
        }
    }

    func first(_ selector: ObjectSelector) -> Int? {
        switch selector {
        case .entryUUIDs(let named), .logicalIDs(let named): named.compactMap { ids[$0] }.min()
        case .uniqueIDs(let named): named.compactMap { uniqueIDs[$0] }.min()
        }
    }
}

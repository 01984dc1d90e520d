import HealthRecord
import Sealing

/// The versions of a document among the rows of a record: each names the one before it and the one after it.
///
/// A row is proven where the chain reaches it, and no other: what a change costs goes by the versions, not by the record.
struct VersionChain {
    private let rows: [ShownRow]
    private let shown: [UniqueID: ShownRow]
    private let prove: (ShownRow) throws -> ProvenRow
    private let isWhole: ([ProvenRow]) -> Bool
    private var all: [ProvenRow]?

    /// - Parameters:
    ///   - prove: opens a row and holds it against the record's state.
    ///   - isWhole: whether proven rows are all that the record has.
    init(
        _ rows: [ShownRow],
        proving prove: @escaping (ShownRow) throws -> ProvenRow,
        isWhole: @escaping ([ProvenRow]) -> Bool
    ) {
        self.rows = rows
        self.prove = prove
        self.isWhole = isWhole
        shown = Dictionary(rows.compactMap { row in UniqueID(bytes: row.document.bytes).map { ($0, row) } }) {
            first,
            _ in first
        }
    }

    /// What a document replaced, and what that had replaced; the latest first.
    mutating func older(than entry: DocumentEntry) throws -> [ProvenRow] {
        try walk(from: entry) { chain, entry in
            guard let id = entry.replaces, let row = try chain.row(of: id) else { return [] }
            guard row.entry.replacedBy == nil || row.entry.replacedBy == entry.id else {
                throw CustodyError.stateMismatch
            }
            return [row]
        }
    }

    /// What replaced a document, and what replaced that.
    mutating func newer(than entry: DocumentEntry) throws -> [ProvenRow] {
        try walk(from: entry) { chain, entry in
            guard let id = entry.replacedBy else { return try chain.unnamed(after: entry) }
            guard let row = try chain.row(of: id) else { return [] }
            guard row.entry.replaces == entry.id else { throw CustodyError.stateMismatch }
            return [row]
        }
    }

    private mutating func walk(
        from entry: DocumentEntry,
        _ step: (inout VersionChain, DocumentEntry) throws -> [ProvenRow]
    ) throws -> [ProvenRow] {
        var (found, met): ([ProvenRow], Set<UniqueID>) = ([], [entry.id])
        var next = try step(&self, entry)
        while let row = next.popLast() {
            guard met.insert(row.entry.id).inserted else { continue }
            found.append(row)
            next += try step(&self, row.entry)
        }
        return found
    }

    /// The row of a version that is named.
    ///
    /// One that is not shown may lie in a record that was parted from this one; that nobody keeps it back is seen once all that
    /// there is has been proven.
    private mutating func row(of id: UniqueID) throws -> ProvenRow? {
        guard let row = shown[id] else { return try provenAll().first { $0.entry.id == id } }
        return try prove(row)
    }

    /// What replaced a document that does not name it: entries of before it was kept.
    private mutating func unnamed(after entry: DocumentEntry) throws -> [ProvenRow] {
        guard entry.status == .deprecated || entry.status == .deleted else { return [] }
        return try provenAll().filter { $0.entry.replaces == entry.id }
    }

    private mutating func provenAll() throws -> [ProvenRow] {
        if let all { return all }
        let proven = try rows.map(prove)
        guard isWhole(proven) else { throw CustodyError.stateMismatch }
        all = proven
        return proven
    }
}

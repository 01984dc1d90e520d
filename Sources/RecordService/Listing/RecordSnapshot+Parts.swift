import Custody
import HostStore
import Sealing

extension Sequence<RecordSnapshot> {
    /// A document's row, in whichever part of the record it lies, as it is shown to the custodian.
    func shown(_ document: DocumentID) -> ShownRow? { found(document)?.shown }

    /// The same with the host's row.
    func found(_ document: DocumentID) -> (row: DocumentRow, shown: ShownRow)? {
        for snapshot in self {
            guard let row = snapshot.rows.first(where: { $0.documentID == document }) else { continue }
            return snapshot.shown(row).map { (row, $0) }
        }
        return nil
    }
}

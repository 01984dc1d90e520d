import Foundation
import HealthRecord
import Sealing

/// Whose session it is, as what people keep for themselves is filed: a record's holder, or somebody who acts by a mandate.
struct SessionPerson: Sendable {
    let record: RecordID
    let mandate: UniqueID?

    var recordBytes: Data { Data(record.bytes) }
    /// The mandate where a column may be empty.
    var mandateOrNull: Data? { mandate.map { Data($0.bytes) } }
    /// The mandate where it is part of a key: of the holder an empty one, no mandate is that.
    var mandateKey: Data { mandateOrNull ?? Data() }
}

extension Custodian {
    /// The person of a session.
    func sessionPerson(_ admission: Admission) throws(CustodyError) -> SessionPerson {
        SessionPerson(record: try record(of: admission, nil), mandate: admission.mandate)
    }

    /// The person of a session, who keeps something for himself that is no act on the record.
    func keeper(_ admission: Admission) throws(CustodyError) -> SessionPerson {
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        return try sessionPerson(admission)
    }
}

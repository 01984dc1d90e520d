import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a professional has to be told on his next visit; no message to him leaves the house with a patient's name in it.
public struct CareNotice: Sendable, Hashable, Codable {
    /// Its identity, by which it is dismissed.
    public let id: UniqueID
    /// The patient concerned.
    public let patient: PersonName
    /// The patient's matricules.
    public let identifiers: [INS]
    /// What.
    public let matter: CareMatter
    /// When.
    public let at: Instant
}

/// Matters that professionals are told of.
public enum CareMatter: Sendable, Hashable, Codable {
    /// A patient's record was opened in an emergency by somebody; to the treating physician (R1111-48).
    case patientEmergency(UniqueID, by: PersonName)
    /// An opening in an emergency waits for its justification.
    case justificationAsked(UniqueID)
    /// A document that its author hid from the patient waits to be announced (R1111-53).
    case announcementDue(UniqueID)
    /// A document that somebody filed without leave to read is hidden from the patient, until a day where the set names one.
    case announcementWaits(UniqueID, until: CalendarDate?)
    /// A holder asks the author of a document to put it right (GDPR, article 16).
    case rectificationAsked(UniqueID)

    var subject: UniqueID {
        switch self {
        case .patientEmergency(let id, _), .justificationAsked(let id), .announcementDue(let id),
            .announcementWaits(let id, _), .rectificationAsked(let id):
            id
        }
    }
}

extension Custodian {
    /// What waits for a professional, from his own register: no record is opened, so none has a trace of it.
    public func careNotices(_ admission: Admission) async throws(CustodyError) -> [CareNotice] {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let waiting = try await ledger.commit { transaction -> [CareNotice] in
            try self.claim(admission, in: transaction)
            let rows = try Row.fetchAll(
                transaction.database,
                sql: "SELECT * FROM care_notice WHERE subject_tag = ? ORDER BY at DESC LIMIT 200",
                arguments: [Data(try transaction.registers.tag(actor.subject).bytes)]
            )
            return try rows.compactMap { row in
                guard let id = UniqueID(bytes: [UInt8](row["notice_id"] as Data)) else { return nil }
                let kept = try self.openLoose(KeptNotice.self, [UInt8](row["notice_ct"] as Data), id: id)
                return CareNotice(
                    id: id,
                    patient: kept.patient,
                    identifiers: kept.identifiers,
                    matter: kept.matter,
                    at: Instant(milliseconds: row["at"])
                )
            }
        }.value
        admissions.setClaimed(admission)
        return waiting
    }

    /// Takes a notice off a professional's list.
    public func dismissCareNotice(_ id: UniqueID, _ admission: Admission) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        _ = try await ledger.commit { transaction in
            try self.claim(admission, in: transaction)
            try transaction.database.execute(
                sql: "DELETE FROM care_notice WHERE notice_id = ? AND subject_tag = ?",
                arguments: [Data(id.bytes), Data(try transaction.registers.tag(actor.subject).bytes)]
            )
        }
        admissions.setClaimed(admission)
    }

    /// Seals what belongs to no record's own file, under its own identity.
    func sealLoose(_ value: some Encodable, id: UniqueID, bound: RowBound = .row) throws -> [UInt8] {
        try working.invitation.seal(
            Array(try JSONEncoder().encode(value)),
            record: RecordID(bytes: id.bytes).orFault,
            nonce: SealNonce(random: random),
            bound: bound
        )
    }

    /// Opens it again.
    func openLoose<Value: Decodable>(
        _ type: Value.Type,
        _ sealed: [UInt8],
        id: UniqueID,
        bound: RowBound = .row
    ) throws -> Value {
        let plain = try working.invitation.open(sealed, record: RecordID(bytes: id.bytes).orFault, bound: bound)
        return try JSONDecoder().decode(type, from: Data(plain))
    }
}

/// A notice as it is sealed when the matter arises: whoever reads it later opens no record.
private struct KeptNotice: Codable {
    let matter: CareMatter
    let patient: PersonName
    let identifiers: [INS]
}

extension CustodyTransaction {
    /// Leaves a notice for a professional.
    func leave(
        _ matter: CareMatter,
        to subject: CareSubject,
        on context: RecordContext,
        custodian: Custodian
    ) throws {
        let id = custodian.newID()
        let kept = KeptNotice(matter: matter, patient: context.file.name, identifiers: context.file.carriedIdentifiers)
        try database.execute(
            sql: "INSERT INTO care_notice (notice_id, subject_tag, record_id, at, notice_ct) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Data(id.bytes), Data(try registers.tag(subject).bytes), Data(context.record.bytes), now.milliseconds,
                Data(try custodian.sealLoose(kept, id: id)),
            ]
        )
    }

    /// Drops notices whose matter is settled.
    func dropNotices(
        to subject: CareSubject,
        about matter: UniqueID,
        on record: RecordID,
        custodian: Custodian
    ) throws {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT notice_id, notice_ct FROM care_notice WHERE subject_tag = ? AND record_id = ?",
            arguments: [Data(try registers.tag(subject).bytes), Data(record.bytes)]
        )
        for row in rows {
            guard let id = UniqueID(bytes: [UInt8](row["notice_id"] as Data)),
                try custodian.openLoose(KeptNotice.self, [UInt8](row["notice_ct"] as Data), id: id).matter.subject
                    == matter
            else { continue }
            try database.execute(sql: "DELETE FROM care_notice WHERE notice_id = ?", arguments: [Data(id.bytes)])
        }
    }
}

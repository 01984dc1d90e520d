import Foundation
import GRDB
import HealthRecord
import Sealing

/// Proofs of carers' access wait on the calendar until they are filed: the line is written with what it is a proof of, and
/// goes when the document is in the record. Stopped anywhere between, the filing is still due.
extension Custodian {
    /// How long a filing waits where the record is suspended, in seconds.
    static let certificatePause: Int64 = 86_400

    /// The filing that a line of the calendar asks for; nil where it waits, and where nothing is to be filed any more.
    func certificate(_ reference: [UInt8], _ record: RecordID) async throws(CustodyError) -> HostTask? {
        guard let context = try await contextAfterCommit(of: record) else { return nil }
        let file = context.file
        guard let due = CertificateDue(reference: reference), !file.policy.state.isClosed,
            let mandate = file.policy.representatives.first(where: { $0.id == due.mandate }),
            let patient = file.identifiers.first
        else {
            try await forgetCertificate(reference, on: record)
            return nil
        }
        guard file.policy.state.isOpen else {
            try await putOffCertificate(reference, on: record)
            return nil
        }
        return .certify(
            MandateCertificate(
                record: record,
                mandate: mandate,
                occasion: due.occasion,
                at: due.at,
                holder: file.name,
                holderBirth: file.policy.birthDate,
                patient: patient
            )
        )
    }

    /// Takes a proof off the calendar: it is filed, or the rules of the record's set do not let it be.
    public func forgetCertificate(_ certificate: MandateCertificate) async throws(CustodyError) {
        try await forgetCertificate(certificate.due.reference, on: certificate.record)
    }

    /// Lets a proof that could not be filed wait for its pause, so that it holds up nothing else.
    public func putOffCertificate(_ certificate: MandateCertificate) async throws(CustodyError) {
        try await putOffCertificate(certificate.due.reference, on: certificate.record)
    }

    private func forgetCertificate(_ reference: [UInt8], on record: RecordID) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM due WHERE record_id = ? AND kind = ? AND ref = ?",
                arguments: [Data(record.bytes), DueKind.certificate.rawValue, Data(reference)]
            )
        }
    }

    private func putOffCertificate(_ reference: [UInt8], on record: RecordID) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE due SET at = ? WHERE record_id = ? AND kind = ? AND ref = ?",
                arguments: [
                    transaction.now.advanced(bySeconds: Self.certificatePause).milliseconds, Data(record.bytes),
                    DueKind.certificate.rawValue, Data(reference),
                ]
            )
        }
    }
}

extension CustodyTransaction {
    /// Puts the proof of a carer's access on the calendar, with what it is a proof of.
    ///
    /// - Parameter mandate: as it stood before; of one that nobody had taken up there is nothing to prove the end of.
    func certify(_ occasion: MandateCertificate.Occasion, of mandate: Representative, on context: RecordContext) throws
    {
        guard mandate.kind == .carer, occasion == .taken || mandate.standing == .active else { return }
        let due = CertificateDue(mandate: mandate.id, occasion: occasion, at: now)
        try database.execute(
            sql: "INSERT OR IGNORE INTO due (record_id, kind, ref, at) VALUES (?, ?, ?, ?)",
            arguments: [
                Data(context.record.bytes), DueKind.certificate.rawValue, Data(due.reference), now.milliseconds,
            ]
        )
    }
}

import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a holder reported, as the data protection officer reads it.
public struct OpenReport: Sendable, Hashable, Codable {
    /// The request, by which it is answered.
    public let request: UniqueID
    /// The record's present matricule, by which the request is answered.
    public let matricule: String
    /// Since when it waits.
    public let at: Instant
    /// What it is about: `document`, `access` or `professional`.
    public let about: String
    /// The document, the professional or the structure.
    public let subject: String
    /// Why.
    public let reason: ReportReason
    /// The reporter's own words; may be empty.
    public let words: String
    /// Whether somebody else reported for the holder.
    public let byRepresentative: Bool
}

/// The reader of what holders report: the words lie sealed in the holder's file, and each look at them is traced there
/// (security design § 1.3).
extension Custodian {
    /// The most records of one look.
    static let reportLook = 200

    /// The reports that nobody has answered, the oldest first.
    public func openReports() async throws(CustodyError) -> [OpenReport] {
        try await ledger.commit { transaction in
            let rows = try Data.fetchAll(
                transaction.database,
                sql: "SELECT record_id FROM reporting ORDER BY record_id LIMIT ?",
                arguments: [Self.reportLook]
            )
            var found: [OpenReport] = []
            for row in rows {
                guard let record = RecordID(bytes: [UInt8](row)), var context = try transaction.context(of: record)
                else {
                    continue
                }
                let reports = context.file.openReports
                guard !reports.isEmpty else {
                    // A line of before there was this list.
                    try transaction.registers.bringReports(of: context.file, Data(record.bytes), transaction.database)
                    continue
                }
                found += reports
                var draft = self.systemDraft(.readIdentity, "operator", "operator.reports", context)
                draft.details = ["request": reports.map(\.request.text).joined(separator: " ")]
                _ = try transaction.append(draft, to: &context)
            }
            return found.sorted { $0.at < $1.at }
        }.value
    }
}

extension HolderFile {
    /// What was reported on this record and waits.
    fileprivate var openReports: [OpenReport] {
        requests.compactMap { request in
            guard request.standing == .pending, case .report(let report) = request.kind else { return nil }
            return OpenReport(
                request: request.id,
                matricule: identifiers.first?.matricule.text ?? "",
                at: request.at,
                about: report.about.word,
                subject: report.about.subject,
                reason: report.reason,
                words: report.text,
                byRepresentative: report.mandate != nil
            )
        }
    }
}

extension ReportSubject {
    fileprivate var subject: String {
        switch self {
        case .document(let id): id.text
        case .access(let subject, let at): "\(subject.text) \(at.iso8601)"
        case .professional(let subject): subject.text
        }
    }
}

extension Registers {
    /// Keeps on the list of those who reported whoever still waits for an answer.
    func bringReports(of file: HolderFile, _ record: Data, _ database: Database) throws {
        let waits = file.requests.contains { $0.standing == .pending && $0.kind.isReport }
        try database.execute(
            sql: waits
                ? "INSERT OR IGNORE INTO reporting (record_id) VALUES (?)"
                : "DELETE FROM reporting WHERE record_id = ?",
            arguments: [record]
        )
    }
}

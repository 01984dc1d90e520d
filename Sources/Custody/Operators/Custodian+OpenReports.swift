import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a holder wrote to the operator, as the data protection officer reads it: a report, an objection, a rectification
/// that no author is asked for.
public struct OpenReport: Sendable, Hashable, Codable {
    /// The request, by which it is answered.
    public let request: UniqueID
    /// The record's present matricule, by which the request is answered.
    public let matricule: String
    /// Since when it waits.
    public let at: Instant
    /// What it is about: `document`, `access` or `professional` of a report, else the request's own kind.
    public let about: String
    /// The document, the professional or the structure; empty where it is about the record.
    public let subject: String
    /// Why, of a report; nil for the rest.
    public let reason: ReportReason?
    /// The holder's own words; may be empty.
    public let words: String
    /// Whether somebody else wrote for the holder.
    public let byRepresentative: Bool
}

/// The reader of what holders write to the operator: the words lie sealed in the holder's file, and each look at them is
/// traced there (security design § 1.3).
extension Custodian {
    /// The most records of one look.
    static let reportLook = 200
    /// The most lines of the list that one look passes over because nothing waits behind them any more.
    static let staleLook = 10_000

    /// What nobody has answered, the oldest first, on at most `reportLook` records.
    public func openReports() async throws(CustodyError) -> [OpenReport] {
        try await ledger.commit { transaction in
            var found: [OpenReport] = []
            var (shown, passed, last) = (0, 0, Data())
            while shown < Self.reportLook, passed < Self.staleLook, let line = try transaction.reporting(after: last) {
                last = line
                guard let record = RecordID(bytes: [UInt8](line)), var context = try transaction.context(of: record)
                else {
                    passed += 1
                    continue
                }
                let reports = context.file.openReports
                guard !reports.isEmpty else {
                    // A line of before there was this list.
                    try transaction.registers.bringReports(of: context.file, line, transaction.database)
                    passed += 1
                    continue
                }
                found += reports
                shown += 1
                var draft = self.systemDraft(.readIdentity, "operator", "operator.reports", context)
                draft.details = ["request": reports.map(\.request.text).joined(separator: " ")]
                _ = try transaction.append(draft, to: &context)
            }
            return found.sorted { $0.at < $1.at }
        }.value
    }
}

extension CustodyTransaction {
    /// The next record on the list of those who wrote.
    fileprivate func reporting(after last: Data) throws -> Data? {
        try Data.fetchOne(
            database,
            sql: "SELECT record_id FROM reporting WHERE record_id > ? ORDER BY record_id LIMIT 1",
            arguments: [last]
        )
    }
}

extension HolderFile {
    /// What was written to the operator on this record and waits.
    fileprivate var openReports: [OpenReport] {
        requests.filter { $0.standing == .pending }.compactMap {
            OpenReport($0, matricule: identifiers.first?.matricule.text ?? "")
        }
    }
}

extension OpenReport {
    /// Nil for a request without words for the operator.
    fileprivate init?(_ request: HolderRequest, matricule: String) {
        self.request = request.id
        self.matricule = matricule
        at = request.at
        switch request.kind {
        case .report(let report):
            (about, subject, reason) = (report.about.word, report.about.subject, report.reason)
            (words, byRepresentative) = (report.text, report.mandate != nil)
        case .rectification(let asked) where asked.author == nil:
            (about, subject, reason) = (request.kind.word, asked.document.text, nil)
            (words, byRepresentative) = (asked.words, asked.mandate != nil)
        case .feedingObjection(let words), .suspensionObjection(let words):
            (about, subject, reason) = (request.kind.word, "", nil)
            (self.words, byRepresentative) = (words, false)
        case .rectification, .copy, .disc, .earlyErasure, .heirAccess, .hostPhysician: return nil
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
    /// Keeps on the list of those who wrote whoever still waits for an answer.
    func bringReports(of file: HolderFile, _ record: Data, _ database: Database) throws {
        let waits = !file.openReports.isEmpty
        try database.execute(
            sql: waits
                ? "INSERT OR IGNORE INTO reporting (record_id) VALUES (?)"
                : "DELETE FROM reporting WHERE record_id = ?",
            arguments: [record]
        )
    }
}

import GRDB
import HealthRecord

extension Custodian {
    /// How long the answer of finished work is kept for whoever asks again, in seconds.
    static let finishedWorkLifetime: Int64 = 86_400
    /// How long counts of attempts on nobody are kept, in days.
    static let securityEventDays = 365

    /// Forgets what time has emptied: used assertions, sign-ins that nobody finished, answers of work long done.
    ///
    /// Work that is only prepared is never forgotten here: taking it back is the fence's affair.
    public func forgetExpired() async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            let now = transaction.now
            let database = transaction.database
            try database.execute(sql: "DELETE FROM assertion_seen WHERE expires < ?", arguments: [now.milliseconds])
            try database.execute(sql: "DELETE FROM sign_in WHERE expires < ?", arguments: [now.milliseconds])
            try database.execute(
                sql: "DELETE FROM deposit WHERE state <> 'prepared' AND deadline < ?",
                arguments: [now.advanced(bySeconds: -Self.finishedWorkLifetime).milliseconds])
            try database.execute(
                sql: "DELETE FROM security_event WHERE day < ?",
                arguments: [now.date.daysSinceEpoch - Self.securityEventDays])
        }
    }
}

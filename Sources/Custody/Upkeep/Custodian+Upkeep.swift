import GRDB
import HealthRecord

extension Custodian {
    /// How long it is remembered that work was taken back, in seconds.
    static let abortedWorkLifetime: Int64 = 86_400
    /// How long counts of attempts on nobody are kept, in days.
    static let securityEventDays = 365

    /// Forgets what time has emptied: used assertions, sign-ins that nobody finished, work that was taken back.
    ///
    /// Work that is only prepared is never forgotten here: taking it back is the fence's affair. Nor is work that is
    /// true: a host that comes back after a long time asks how it ended, and erases what nobody has heard of.
    public func forgetExpired() async throws(CustodyError) {
        forgetCareSessions(now: clock())
        _ = try await ledger.commit { transaction in
            let now = transaction.now
            let database = transaction.database
            try database.execute(sql: "DELETE FROM assertion_seen WHERE expires < ?", arguments: [now.milliseconds])
            try database.execute(sql: "DELETE FROM sign_in WHERE expires < ?", arguments: [now.milliseconds])
            try database.execute(
                sql: "DELETE FROM passkey_challenge WHERE expires < ?",
                arguments: [now.milliseconds]
            )
            try database.execute(
                sql: "DELETE FROM code_app WHERE state = 'waiting' AND since < ?",
                arguments: [now.advanced(bySeconds: -Self.codeAppWait).milliseconds]
            )
            try database.execute(
                sql: "DELETE FROM deposit WHERE state = 'aborted' AND deadline < ?",
                arguments: [now.advanced(bySeconds: -Self.abortedWorkLifetime).milliseconds]
            )
            try database.execute(sql: "DELETE FROM presence WHERE expires < ?", arguments: [now.milliseconds])
            try database.execute(
                sql: "DELETE FROM attempt WHERE last < ?",
                arguments: [now.advanced(bySeconds: -AttemptBook.memory).milliseconds]
            )
            try QuotaNote.forget(in: database, now: now)
            try AccountOwner.forgetIdle(in: database)
            try database.execute(
                sql: "DELETE FROM familiar WHERE last < ?",
                arguments: [now.advanced(bySeconds: -Self.familiarSeconds).milliseconds]
            )
            try database.execute(
                sql: "DELETE FROM emergency_count WHERE day < ?",
                arguments: [now.date.daysSinceEpoch - Self.securityEventDays]
            )
            try database.execute(
                sql: "DELETE FROM emergency_actor WHERE subject_tag NOT IN (SELECT subject_tag FROM emergency_count)"
            )
            try database.execute(
                sql: "DELETE FROM security_event WHERE day < ?",
                arguments: [now.date.daysSinceEpoch - Self.securityEventDays]
            )
        }
    }
}

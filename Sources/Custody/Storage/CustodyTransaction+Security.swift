import GRDB
import HealthRecord

/// What the security log counts; it names nobody.
enum SecurityEvent: String, Sendable {
    case unknownRecord
    case unknownLogin
    case wrongSecret
    case wrongCode
    case wrongPasskey
    case wrongLetterCode
    case quotaExceeded
    case manyEmergencies
    case newsGivenUp
    case newsWithheld
}

extension CustodyTransaction {
    /// Leaves a durable line without a person in it, so that an attempt on nobody costs what an attempt on somebody costs.
    func note(_ event: SecurityEvent) throws {
        try database.cachedStatement(sql: "INSERT INTO security_event (day, kind) VALUES (?, ?)")
            .execute(arguments: [now.date.daysSinceEpoch, event.rawValue])
    }
}

import Foundation
import GRDB
public import HealthRecord
import Sealing

/// How often one professional opened records in emergencies; on whose records, it does not tell.
public struct EmergencyCount: Sendable, Hashable, Codable {
    /// His national identifier; nil where only openings of before names were kept are counted.
    public let subject: String?
    /// His name, as his card gave it last.
    public let name: String?
    /// His profession, as the code lists have it.
    public let profession: String?
    /// How many openings.
    public let count: Int
    /// The day of the last one, `YYYY-MM-DD`.
    public let last: String
}

/// What the data protection officer looks at: whoever opens in emergencies more often than others (CSP L1111-17 I;
/// security design § 1.3: abuse is found by looking).
extension Custodian {
    /// The most professionals of one list.
    public static let emergencyLook = 200

    /// The professionals with that many openings or more since a day, the most first.
    public func emergencyCounts(
        since day: CalendarDate,
        atLeast least: Int
    ) async throws(CustodyError) -> [EmergencyCount] {
        try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT emergency_count.subject_tag AS tag, SUM(count) AS openings, MAX(day) AS last, person_ct
                    FROM emergency_count LEFT JOIN emergency_actor
                        ON emergency_actor.subject_tag = emergency_count.subject_tag
                    WHERE day >= ? GROUP BY emergency_count.subject_tag HAVING SUM(count) >= ?
                    ORDER BY openings DESC, last DESC, tag LIMIT ?
                    """,
                arguments: [day.daysSinceEpoch, max(1, least), Self.emergencyLook]
            ).map { row in
                let tag = [UInt8](row["tag"] as Data)
                let actor: CountedActor? = try (row["person_ct"] as Data?).map {
                    try self.openLoose(CountedActor.self, [UInt8]($0), id: try CountedActor.place(of: tag))
                }
                return EmergencyCount(
                    subject: actor?.subject,
                    name: actor?.name.spoken,
                    profession: actor?.profession.role.value,
                    count: row["openings"],
                    last: CalendarDate(daysSinceEpoch: row["last"]).iso8601
                )
            }
        }
    }
}

/// Who is counted: sealed, beside the blind tag.
private struct CountedActor: Codable {
    let subject: String
    let name: PersonName
    let profession: Profession

    /// Under what identity it is sealed: half of the tag.
    static func place(of tag: [UInt8]) throws -> UniqueID { try UniqueID(bytes: tag.prefix(16)).orFault }
}

extension CustodyTransaction {
    /// Counts an opening in an emergency, and keeps whose it was.
    func countEmergency(by actor: CareActor, custodian: Custodian) throws {
        let tag = try registers.tag(actor.subject).bytes
        try database.execute(
            sql: """
                INSERT INTO emergency_count (subject_tag, day, count) VALUES (?, ?, 1)
                ON CONFLICT (subject_tag, day) DO UPDATE SET count = count + 1
                """,
            arguments: [Data(tag), now.date.daysSinceEpoch]
        )
        let counted = CountedActor(subject: actor.subject.text, name: actor.name, profession: actor.profession)
        let sealed = try custodian.sealLoose(counted, id: try CountedActor.place(of: tag))
        try database.execute(
            sql: "INSERT OR REPLACE INTO emergency_actor (subject_tag, person_ct) VALUES (?, ?)",
            arguments: [Data(tag), Data(sealed)]
        )
    }
}

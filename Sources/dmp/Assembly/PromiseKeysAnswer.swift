import Custody
import Foundation
import HealthRecord

/// What `/promise-keys` answers: a JSON array of signed notes, the oldest first; `since` begins at a day, `2026-03-01`.
struct PromiseKeysAnswer {
    let text: String

    init(_ custodian: Custodian, since: String?) throws {
        let day = since.flatMap { CalendarDate($0) } ?? CalendarDate(daysSinceEpoch: 0)
        let notes = try custodian.promiseDelegations(since: day.midnight)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        text = String(decoding: try encoder.encode(notes), as: UTF8.self) + "\n"
    }
}

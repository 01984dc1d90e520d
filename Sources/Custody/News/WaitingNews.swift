import Foundation
import GRDB
import HealthRecord
import Sealing

/// News that wait for their turn, as far as they are known without being opened.
struct WaitingNews: Sendable {
    /// The order in which news became true.
    let place: Int64
    let turn: NewsDesk.Turn

    /// After a minute, then up to six hours apart, and as long as a letter.
    static let patience = Patience(pause: 60, longestPause: 6 * 3600, whole: WaitingLetter.patience.whole)
    /// How many are looked at together.
    static let batch = 64

    private init(_ row: Row) throws {
        place = row["place"]
        turn = NewsDesk.Turn(
            about: [UInt8](row["about"] as Data),
            lane: try News.Lane(rawValue: row["lane"]).orFault
        )
    }

    /// What is due in one lane, or in all, in the order in which it became true: of each record the first, so that one of which
    /// much is told keeps no other waiting.
    static func due(_ lane: News.Lane? = nil, now: Instant, in database: Database) throws -> [WaitingNews] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT MIN(place) AS place, about, lane FROM waiting_news WHERE next <= ?1 AND (?2 IS NULL OR lane = ?2)
                GROUP BY about, lane ORDER BY place LIMIT ?3
                """,
            arguments: [now.milliseconds, lane?.rawValue, batch]
        ).map(WaitingNews.init)
    }

    /// The sealed bytes, where the news are still due.
    func sealed(now: Instant, in database: Database) throws -> SealedNews? {
        try Row.fetchOne(
            database,
            sql: "SELECT news_id, news_ct FROM waiting_news WHERE place = ? AND next <= ?",
            arguments: [place, now.milliseconds]
        ).map { SealedNews(id: [UInt8]($0["news_id"] as Data), bytes: [UInt8]($0["news_ct"] as Data)) }
    }
}

/// News as they lie in the table.
struct SealedNews: Sendable {
    let id: [UInt8]
    let bytes: [UInt8]

    func open(with key: IdentityKey) throws -> News {
        let plain = try key.open(bytes, record: RecordID(bytes: id).orFault)
        return try JSONDecoder().decode(News.self, from: Data(plain))
    }
}

extension CustodyTransaction {
    /// Forgets news that a carrier has taken; what waits for the same reader may follow.
    func dropNews(_ news: WaitingNews) throws {
        guard let line = try line(of: news) else { return }
        try database.execute(sql: "DELETE FROM waiting_news WHERE place = ?", arguments: [news.place])
        try database.execute(
            sql: "UPDATE waiting_news SET next = ?, tries = 0 WHERE line = ?",
            arguments: [now.milliseconds, line]
        )
    }

    /// Puts off what a carrier did not take, and with it what waits for the same reader; after its time it is given up.
    func putOffNews(_ news: WaitingNews) throws -> NewsLoss? {
        guard let line = try line(of: news) else { return nil }
        try database.execute(
            sql: "DELETE FROM waiting_news WHERE place = ? AND until <= ?",
            arguments: [news.place, now.milliseconds]
        )
        let loss: NewsLoss? = database.changesCount == 1 ? .givenUp : nil
        if let loss { try note(loss.event) }
        let tries = try Int64.fetchOne(
            database,
            sql: "SELECT MAX(tries) FROM waiting_news WHERE line = ?",
            arguments: [line]
        )
        try database.execute(
            sql: "UPDATE waiting_news SET next = ?, tries = tries + 1 WHERE line = ?",
            arguments: [WaitingNews.patience.next(after: tries ?? 0, now: now).milliseconds, line]
        )
        return loss
    }

    /// Makes everything that waits due at once: what stood in its way may be mended since.
    func hurryNews() throws {
        try database.execute(
            sql: "UPDATE waiting_news SET next = ?1 WHERE next > ?1",
            arguments: [now.milliseconds]
        )
    }

    /// Forgets what waits to be told about a record.
    func forgetNews(of record: RecordID) throws {
        try database.execute(sql: "DELETE FROM waiting_news WHERE about = ?", arguments: [try newsTag(of: record)])
    }

    private func line(of news: WaitingNews) throws -> Data? {
        try Data.fetchOne(database, sql: "SELECT line FROM waiting_news WHERE place = ?", arguments: [news.place])
    }
}

import Foundation
import GRDB
import HealthRecord
import Sealing

/// Who is told when news leave: since they were kept a mandate may have ended, or a telephone have become another's.
extension Custodian {
    /// What becomes of news whose turn it is.
    enum NewsFate: Sendable {
        /// Somebody else has sent them.
        case gone
        /// Nobody is to be told any more; they are forgotten.
        case withheld
        /// They leave for this reader.
        case leaves(News)
    }

    /// Decides upon news in the transaction that takes them; what nobody is to be told any more is forgotten in it, and counted.
    func fate(of news: WaitingNews, in transaction: inout CustodyTransaction) throws -> NewsFate {
        guard let found = try news.sealed(now: transaction.now, in: transaction.database) else { return .gone }
        let told = try found.open(with: transaction.registers.lines)
        guard let reader = try reader(of: told, in: transaction) else {
            try transaction.dropNews(news)
            try transaction.note(NewsLoss.withheld.event)
            return .withheld
        }
        return .leaves(News(told.notice, to: reader, at: told.at))
    }

    /// Who is told now; nil where nobody is.
    private func reader(of news: News, in transaction: CustodyTransaction) throws -> News.Reader? {
        // Of a record that is no more its destruction alone is told, to the one whose it was.
        guard let id = news.record, let record = RecordID(bytes: id.bytes),
            let context = try transaction.keptContext(of: record)
        else { return news.reader }
        switch (news.reader, news.way) {
        case (.known, nil): return news.reader
        case (.known(let channel, _, _), let way?):
            return context.file.channel(by: way, after: channel).map {
                .known($0, context.file.name, context.file.identifiers.first)
            }
        case (.acting(let ins, _), _):
            // Of his own access he is told though he acts for nobody any more.
            guard case .ofRepresented(let what, _) = news.notice else { return news.reader }
            return representative(ins, hearing: what, on: context, now: transaction.now)
        case (.professional(let physician), _):
            return context.policy.treatingPhysicians.contains(physician) ? news.reader : nil
        }
    }
}

extension HolderFile {
    fileprivate func channel(by way: News.HolderWay, after former: ContactChannel) -> ContactChannel? {
        switch way {
        case .sameKind: channel(former.kind) ?? surestChannel
        case .first: noticeChannel
        case .surest: surestChannel
        }
    }
}

extension CustodyTransaction {
    /// A record, or the one that it was set aside for.
    fileprivate func keptContext(of record: RecordID) throws -> RecordContext? {
        let target = try Data.fetchOne(
            database,
            sql: "SELECT target FROM joined WHERE record_id = ?",
            arguments: [Data(record.bytes)]
        )
        return try context(of: try target.map { try RecordID(bytes: [UInt8]($0)).orFault } ?? record)
    }
}

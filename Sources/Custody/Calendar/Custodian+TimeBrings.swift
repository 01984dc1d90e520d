import AccessRules
import Foundation
import GRDB
public import HealthRecord
public import Sealing

/// What the calendar asks of the host, after the custodian's own part is done.
public enum HostTask: Sendable, Hashable {
    /// A document has waited for its announcement as long as the law lets it, and becomes visible (R1111-53).
    case release(record: RecordID, document: UniqueID)
    /// A record is destroyed here; its rows and objects go as well.
    case purge(record: RecordID)
    /// A tag leads to another record than before, or to none.
    case move(TagMove)
    /// A proof of a carer's access is to be filed.
    case certify(MandateCertificate)
    /// Six weeks have passed without an objection (R1111-28).
    case open(announced: BlindTag)
}

/// What one run of the calendar did.
public struct CalendarRun: Sendable, Hashable {
    /// Acts done and traced here.
    public var acts: Int
    /// What the host has to do, each once more until it is confirmed.
    public var tasks: [HostTask]
    /// Whether more was due than one run takes.
    public var hasMore: Bool
}

extension Custodian {
    /// As whom the calendar acts.
    public static let calendarService = "calendar"

    /// Does what time brings, up to a number of acts; run again after a crash or for the rest, nothing is done twice.
    ///
    /// Each act is one transaction with its trace, and takes its own line off the calendar: what was not done stays due.
    public func timeBrings(limit: Int) async throws(CustodyError) -> CalendarRun {
        let now = clock()
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT record_id, kind, ref FROM due WHERE at <= ? ORDER BY at, record_id LIMIT ?",
                arguments: [now.milliseconds, limit]
            ).map {
                (
                    record: [UInt8]($0["record_id"] as Data), kind: $0["kind"] as String,
                    reference: [UInt8]($0["ref"] as Data)
                )
            }
        }
        var run = CalendarRun(acts: 0, tasks: [], hasMore: rows.count == limit)
        for row in rows {
            guard let record = RecordID(bytes: row.record), let kind = DueKind(rawValue: row.kind) else { continue }
            if kind == .release {
                if let task = try await release(row.reference, record) { run.tasks.append(task) }
                continue
            }
            if kind == .certificate {
                if let task = try await certificate(row.reference, record) { run.tasks.append(task) }
                continue
            }
            if let waiting = try await bring(kind, row.reference, to: record) {
                run.acts += 1
                for letter in waiting { await send(letter) }
            }
        }
        try await sendWaitingLetters(limit: limit)
        // What was destroyed just now is for the host to purge already, with all that went with it.
        run.tasks += try await waitingTasks(now)
        return run
    }

    private func waitingTasks(_ now: Instant) async throws(CustodyError) -> [HostTask] {
        let purges = try await purges()
        let moves = try await tagMoves().map(HostTask.move)
        return try await purges + moves + announcedOpenings(now)
    }

    /// The release of a document, where its record is open; one that rests shows nothing, and takes it up on coming back.
    private func release(_ reference: [UInt8], _ record: RecordID) async throws(CustodyError) -> HostTask? {
        guard let document = UniqueID(bytes: reference), let context = try await contextAfterCommit(of: record) else {
            return nil
        }
        guard context.policy.state.isOpen else {
            _ = try await ledger.commit { try $0.putOff(.release, reference, of: record) }
            return nil
        }
        return .release(record: record, document: document)
    }

    /// Takes a release off the calendar that has nothing left to do; one that comes before its day waits for it.
    ///
    /// So it is while a respite runs, and with lines of before the day in France was theirs.
    public func forgetRelease(of document: UniqueID, on record: RecordID) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            let day = try transaction.context(of: record).flatMap { context in
                try transaction.releaseDay(of: document, in: context)
            }
            if let day, day > transaction.now.dayInFrance {
                try transaction.putOff(.release, document.bytes, of: record, until: day.midnightInFrance)
                return
            }
            try transaction.database.execute(
                sql: "DELETE FROM due WHERE record_id = ? AND kind = 'release' AND ref = ?",
                arguments: [Data(record.bytes), Data(document.bytes)]
            )
        }
    }

    /// Does one thing that is due; nil when it is not due any more.
    private func bring(
        _ kind: DueKind,
        _ reference: [UInt8],
        to record: RecordID
    ) async throws(CustodyError) -> [WaitingLetter]? {
        // Whoever comes of age enrols himself, with a letter of his own.
        let letter: NewLetter? = kind == .majority ? try await newLetter() : nil
        return try await ledger.commit { transaction -> [WaitingLetter]? in
            let isDue = try Bool.fetchOne(
                transaction.database,
                sql: "SELECT EXISTS (SELECT 1 FROM due WHERE record_id = ? AND kind = ? AND ref = ? AND at <= ?)",
                arguments: [Data(record.bytes), kind.rawValue, Data(reference), transaction.now.milliseconds]
            )
            guard isDue == true, var context = try transaction.context(of: record) else { return nil }
            let notices = try self.notices(of: kind, reference, letter, &context, &transaction)
            return try transaction.keep(notices, of: record)
        }.value
    }

    /// Does it, inside its transaction; answers what is to be told of it.
    private func notices(
        of kind: DueKind,
        _ reference: [UInt8],
        _ letter: NewLetter?,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> [OutgoingNotice] {
        switch kind {
        case .leave: try self.expireLeave(reference, &context, &transaction)
        case .mandate: try self.expireMandate(reference, &context, &transaction)
        case .majority: return try self.comeOfAge(letter, &context, &transaction)
        case .team: try self.expireTeam(reference, &context, &transaction)
        case .suspension: return try self.closeSuspended(&context, &transaction)
        case .announce: return try self.announce(reference, &context, &transaction)
        case .retention, .erasure: return try self.destroy(&context, kind, &transaction)
        case .directives: return try self.remindOfDirectives(reference, &context, &transaction)
        case .release, .certificate: break
        }
        return []
    }

    func calendarDraft(_ act: TracedAct, _ rule: String, _ context: RecordContext) -> TraceDraft {
        systemDraft(act, Self.calendarService, rule, context)
    }

    /// A notice to the holder by the first way; none where there is no way.
    func notices(_ notice: Notice, to file: HolderFile, at now: Instant) -> [OutgoingNotice] {
        guard let channel = file.channel(.email) ?? file.channel(.sms) ?? file.channel(.letter) else { return [] }
        return [
            OutgoingNotice(
                channel: channel,
                recipient: file.name,
                ins: file.identifiers.first,
                notice: notice,
                at: now
            )
        ]
    }
}

extension CustodyTransaction {
    /// Keeps what an act of the calendar tells: news, but for what bears a code, which goes by post.
    fileprivate mutating func keep(_ notices: [OutgoingNotice], of record: RecordID) throws -> [WaitingLetter] {
        var letters: [WaitingLetter] = []
        for notice in notices {
            if case .activationCode = notice.notice {
                letters.append(try keepForPost(notice))
            } else {
                try keepNews(News(notice), of: record)
            }
        }
        return letters
    }
}

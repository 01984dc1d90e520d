import Foundation
import GRDB
import HealthRecord
import Sealing

/// Something to be told to somebody: kept sealed in the transaction of the act that it tells of, and until a carrier has
/// taken it.
///
/// What is told is settled with the act; to whom and where, when it leaves. Where an address has to be asked for elsewhere, it
/// is asked for on the way: no act waits for it.
struct News: Sendable, Hashable, Codable {
    let notice: Notice
    let reader: Reader
    /// When it became true.
    let at: Instant
    /// How the holder is reached when it leaves; nil where this very way is meant, whatever has changed since.
    var way: HolderWay?
    /// Whose record it is about, looked into again when it leaves; nil where that was not kept yet.
    fileprivate(set) var record: UniqueID?

    /// Who is told, and how he is reached.
    enum Reader: Sendable, Hashable, Codable {
        /// Somebody by a way that is known.
        case known(ContactChannel, PersonName, INS?)
        /// Somebody who acts for a holder: by the way that he prefers, or any but the post.
        case acting(INS, preferring: ContactKind?)
        /// A professional, where the deployment knows a safe way to him.
        case professional(ProfessionalID)
    }

    /// By which ways news leave, each at its own pace: one that hangs holds back no other.
    enum Lane: String, Sendable, CaseIterable {
        case sms, email, letter
        /// The way is found on the way.
        case acting, professional
    }

    /// Which of the ways that the holder has by then.
    enum HolderWay: String, Sendable, Codable {
        /// The one of the same kind, or any.
        case sameKind
        /// The first that news take.
        case first
        /// The same, or the post.
        case surest
    }

    init(_ notice: Notice, to reader: Reader, at: Instant, by way: HolderWay? = nil) {
        self.notice = notice
        self.reader = reader
        self.at = at
        self.way = way
    }

    init(_ outgoing: OutgoingNotice) {
        self.init(
            outgoing.notice,
            to: .known(outgoing.channel, outgoing.recipient, outgoing.ins),
            at: outgoing.at,
            by: .sameKind
        )
    }
}

extension News.Reader {
    var lane: News.Lane {
        switch self {
        case .known(.sms, _, _): .sms
        case .known(.email, _, _): .email
        case .known(.letter, _, _): .letter
        case .acting: .acting
        case .professional: .professional
        }
    }

    /// What tells one reader of a record from another; only a keyed digest of it is kept.
    fileprivate var text: String {
        switch self {
        case .known(.sms(let number), _, _): "sms/" + number
        case .known(.email(let address), _, _): "email/" + address
        case .known(.letter(let lines), _, _): "letter/" + lines.joined(separator: "\n")
        case .acting(let ins, _): "acting/" + ins.root.rawValue + "/" + ins.matricule.text
        case .professional(let person): "professional/" + person.text
        }
    }
}

extension CustodyTransaction {
    /// Keeps news beside what they tell of; they leave after the commit.
    ///
    /// What waits for the same reader already goes first: while that is put off, so is this.
    mutating func keepNews(_ news: News, of record: RecordID) throws {
        let id = try UniqueID(bytes: random(16)).orFault
        var news = news
        news.record = UniqueID(bytes: record.bytes)
        let sealed = try registers.lines.seal(
            Array(try JSONEncoder().encode(news)),
            record: RecordID(bytes: id.bytes).orFault,
            nonce: SealNonce(random: random)
        )
        let name = try newsName(of: record)
        let about = try newsTag(of: record)
        let line = Data(try registers.index.tag(login: name + "/" + news.reader.text).bytes)
        let before = try Row.fetchOne(
            database,
            sql: "SELECT MAX(next) AS next, MAX(tries) AS tries FROM waiting_news WHERE line = ?",
            arguments: [line]
        )
        try database.execute(
            sql: """
                INSERT INTO waiting_news (news_id, about, line, lane, news_ct, next, tries, until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(id.bytes), about, line, news.reader.lane.rawValue, Data(sealed),
                before.flatMap { $0["next"] as Int64? } ?? now.milliseconds,
                before.flatMap { $0["tries"] as Int64? } ?? 0,
                WaitingNews.patience.end(now: now).milliseconds,
            ]
        )
        hasNews = true
    }

    /// The blind tag under which news about a record wait.
    func newsTag(of record: RecordID) throws -> Data {
        Data(try registers.index.tag(login: newsName(of: record)).bytes)
    }

    private func newsName(of record: RecordID) throws -> String {
        "news/" + (try UniqueID(bytes: record.bytes).orFault.text)
    }

    /// Tells the holder of a record by one way, or by the first that news take; where there is none, nobody is told.
    ///
    /// - Parameter way: by which of his ways then; nil for the one that he has now, though it go since.
    mutating func tell(
        _ notice: Notice,
        to file: HolderFile,
        of record: RecordID,
        by channel: ContactChannel? = nil,
        leaving way: News.HolderWay? = nil
    ) throws {
        guard let channel = channel ?? file.noticeChannel else { return }
        let reader = News.Reader.known(channel, file.name, file.identifiers.first)
        try keepNews(News(notice, to: reader, at: now, by: way), of: record)
    }

    /// Tells the holder by the first way that news take.
    mutating func tell(_ notice: Notice, on context: RecordContext) throws {
        // Whoever changes the ways may be the one whom it warns of.
        try tell(notice, to: context.file, of: context.record, leaving: notice.warnsOfAccess ? nil : .first)
    }

    /// Tells the holder what must reach him by any means: whoever has neither telephone nor e-mail gets a letter.
    mutating func tellSurely(_ notice: Notice, on context: RecordContext) throws {
        try tell(notice, to: context.file, of: context.record, by: context.file.surestChannel, leaving: .surest)
    }

    /// Tells the person of a session, be it the holder or somebody who acts for him.
    mutating func tell(_ notice: Notice, on context: RecordContext, by mandate: UniqueID?) throws {
        guard let mandate else { return try tell(notice, on: context) }
        guard let one = context.policy.representatives.first(where: { $0.id == mandate }) else { return }
        try keepNews(News(notice, to: .acting(one.ins, preferring: nil), at: now), of: context.record)
    }
}

extension Notice {
    /// Whether it warns the one whose access it is of a change of it.
    fileprivate var warnsOfAccess: Bool {
        switch self {
        case .accessChanged, .newDevice: true
        default: false
        }
    }
}

extension HolderFile {
    /// By which way the holder is told of things.
    var noticeChannel: ContactChannel? {
        let preferred = notices.channel.flatMap { $0 == .letter ? nil : channel($0) }
        return preferred ?? channel(.email) ?? channel(.sms)
    }

    /// The same, or the post where there is no other way: a record that opened by itself knows an address alone.
    var surestChannel: ContactChannel? { noticeChannel ?? channel(.letter) }
}

internal import Foundation
public import HealthRecord
public import Wording

/// The demonstration's carrier of everything: one file a message in a folder, which stands for the phones and
/// letter boxes of fictitious people.
public struct OutboxFolder: MessageCarrier {
    let folder: DropFolder
    private let service: ServiceSheet
    let now: @Sendable () -> Instant
    let makeID: @Sendable () -> UniqueID

    /// An outbox at a path, which is made when it is not there.
    public init(
        path: String,
        service: ServiceSheet,
        now: @escaping @Sendable () -> Instant,
        makeID: @escaping @Sendable () -> UniqueID
    ) {
        folder = DropFolder(path: path)
        self.service = service
        self.now = now
        self.makeID = makeID
    }

    /// Writes the message as files, for people and programs to find.
    public func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        let sentAt = now()
        let name = "\(sentAt.hl7)-\(makeID().text)"
        var entry = OutboxEntry(notice.channel.kind, sentAt: sentAt)
        let words = NoticeWords(notice.notice, service: service)
        entry.code = words.code
        switch notice.channel {
        case .sms(let number):
            entry.to = number
            entry.body = words.sms[language]
        case .email(let address):
            entry.to = address
            entry.body = words.email.map { $0[language] }.joined(separator: "\n\n")
        case .letter(let address):
            let letter = Letter(
                notice.notice,
                to: notice.recipient,
                address: address,
                at: notice.at,
                service: service,
                language: language
            )
            entry.to = letter.address.joined(separator: "\n")
            entry.ins = notice.ins?.matricule.text
            entry.body = letter.plainText
            // The page comes first: whoever sees the message finds its page.
            try folder.put(LetterPrinter().print(letter, at: notice.at), as: name + ".pdf")
        }
        try folder.put(entry.json(), as: name + ".json")
    }
}

/// What one file of the outbox says.
struct OutboxEntry: Encodable {
    let channel: ContactKind
    var to = ""
    var ins: String?
    var body = ""
    var code: String?
    let sentAt: String

    private enum CodingKeys: String, CodingKey { case channel, to, ins, body, code, sentAt }

    init(_ channel: ContactKind, sentAt: Instant) {
        self.channel = channel
        self.sentAt = sentAt.iso8601
    }

    // Absent values are written as null, which the synthesised form would leave out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(channel, forKey: .channel)
        try container.encode(to, forKey: .to)
        try container.encode(ins, forKey: .ins)
        try container.encode(body, forKey: .body)
        try container.encode(code, forKey: .code)
        try container.encode(sentAt, forKey: .sentAt)
    }

    func json() throws(MessageError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")] } catch { throw .folder(code: EINVAL) }
    }
}

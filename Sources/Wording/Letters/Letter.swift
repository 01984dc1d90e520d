public import HealthRecord

/// A part of a letter's body.
public enum LetterPart: Hashable, Sendable {
    /// Words.
    case paragraph(String)
    /// A short line that announces what follows.
    case heading(String)
    /// Things to do, in order.
    case steps([String])
    /// A code, in groups.
    case code(label: String, groups: String)
}

/// A letter in words, in one language; how it looks is the printer's affair.
public struct Letter: Hashable, Sendable {
    /// The language.
    public let language: Language
    /// Who writes.
    public let sender: [String]
    /// To whom: the lines for the window of the envelope.
    public let address: [String]
    /// The day it is written.
    public let date: String
    /// The subject.
    public let subject: String
    /// The body.
    public let parts: [LetterPart]

    /// The letter for a notice.
    public init(
        _ notice: Notice,
        to recipient: PersonName,
        address: [String],
        at: Instant,
        service: ServiceSheet,
        language: Language = .french
    ) {
        self.language = language
        sender = service.senderLines
        self.address = address.first == recipient.spoken ? address : [recipient.spoken] + address
        date = Phrase("Le \(DateText.date(at).french)", "\(DateText.date(at).english)")[language]
        let words = LetterWords(notice, service: service)
        subject = words.subject[language]
        let greeting = Phrase("Bonjour \(recipient.spoken),", "Dear \(recipient.spoken),")[language]
        parts =
            [.paragraph(greeting)] + words.parts(language)
            + [.paragraph(LetterText.signature(language))]
    }

    /// The body as plain text, one part a paragraph.
    public var plainText: String {
        let body = parts.map { part in
            switch part {
            case .paragraph(let text), .heading(let text): text
            case .steps(let steps): steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
            case .code(let label, let groups): "\(label)\n\(groups)"
            }
        }
        return ([subject] + body).joined(separator: "\n\n")
    }
}

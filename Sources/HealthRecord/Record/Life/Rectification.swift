/// A document that a holder finds inexact, incomplete or outdated, and asks to have put right.
///
/// Its author is asked, else the operator (decree of 2016; GDPR, article 16).
public struct Rectification: Hashable, Sendable, Codable {
    /// The document.
    public let document: UniqueID
    /// Its title, as the holder reads it.
    public let title: String
    /// What is wrong, in the holder's own words.
    public let words: String
    /// The author who is asked; nil where the operator is.
    public let author: CareSubject?
    /// The mandate under which somebody else asks; nil for the holder.
    public var mandate: UniqueID?

    /// The most characters of the words and of the answer.
    public static let mostText = 1000
    /// After so many days without an answer of the author the operator is asked (GDPR, article 12(3): one month).
    public static let authorDays = 30

    /// Joins the parts.
    public init(document: UniqueID, title: String, words: String, author: CareSubject?) {
        self.document = document
        self.title = title
        self.words = words
        self.author = author
    }
}

/// What an author answers.
public enum RectificationAnswer: Hashable, Sendable, Codable {
    /// It was put right: a new version stands in the record, or the document is gone.
    case rectified
    /// It stays as it is, for a reason that the holder reads.
    case refused(reason: String)
}

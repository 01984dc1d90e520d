/// The most bytes a route reads of a body (security design §5.5).
public struct BodyLimit: Hashable, Sendable {
    /// The limit in bytes.
    public let bytes: Int

    /// A limit of a route's own; a negative one is none at all.
    public init(bytes: Int) { self.bytes = max(0, bytes) }

    /// A form: 64 KiB.
    public static let form = BodyLimit(bytes: 64 * 1024)
    /// A SOAP message without attachments, or the root part of one with them: 2 MiB.
    public static let message = BodyLimit(bytes: 2 * 1024 * 1024)
    /// One document: 10 MiB.
    public static let document = BodyLimit(bytes: 10 * 1024 * 1024)
    /// A submission with its documents: 50 MiB.
    public static let submission = BodyLimit(bytes: 50 * 1024 * 1024)
}

/// A body went past its route's limit; answered 413.
public struct BodyTooLarge: Error, Hashable, Sendable {
    /// The limit it passed.
    public let limit: BodyLimit
}

/// Why a form body is not read; answered 400 by the door's boundary.
public enum FormError: Error, Hashable, Sendable {
    /// More bytes than the limit.
    case tooLong
    /// More fields than the limit.
    case tooManyFields
    /// A name longer than the limit, or none.
    case badName
    /// A value longer than the limit.
    case valueTooLong
    /// A `%` that two hexadecimal digits do not follow.
    case badEscape
    /// Bytes that are no UTF-8, or a control character that a form does not send.
    case badText
    /// The content type is another one.
    case notAForm
}

/// The limits of a form.
public struct FormLimits: Hashable, Sendable {
    /// Bytes of the body.
    public var bytes = BodyLimit.form.bytes
    /// Fields, empty ones included.
    public var fields = 100
    /// Bytes of a name, decoded.
    public var nameBytes = 64
    /// Bytes of a value, decoded.
    public var valueBytes = 16 * 1024

    /// The limits of the portals.
    public init() {}
}

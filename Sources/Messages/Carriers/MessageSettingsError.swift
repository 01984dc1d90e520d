/// A setting that cannot be; names the key, never its value.
public enum MessageSettingsError: String, Error, Hashable, Sendable {
    /// Not a host name, an address, or one that may go without TLS.
    case host
    /// Outside 1 to 65535.
    case port
    /// Not an `https` address of a gateway.
    case url
    /// Not a name of a header (RFC 9110 § 5.1).
    case headerName
    /// A value of a header with a control or non-ASCII character.
    case headerValue
    /// Not an e-mail address.
    case sender
    /// A user name or password with a control character.
    case credentials
    /// Credentials without TLS.
    case credentialsWithoutTLS
    /// A certificate without TLS.
    case identityWithoutTLS
    /// An empty name of a field, or two fields of one name.
    case fieldName
    /// Not between 1 and 300 seconds.
    case timeout
}

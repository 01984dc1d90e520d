public import HealthRecord

/// What a sign-in asks for beside the secret (identity and experience § 2.6, channels).
public enum SecondFactor: String, Sendable, Hashable, Codable, CaseIterable {
    /// A code by text message.
    case sms
    /// A code by e-mail.
    case email
    /// A code that the person's own application shows; nothing is sent.
    case app

    /// The way by which a code comes; nil for what is not sent.
    public var channel: ContactKind? {
        switch self {
        case .sms: .sms
        case .email: .email
        case .app: nil
        }
    }

    /// The factor that comes by a way; nil for letters.
    public init?(_ channel: ContactKind) {
        switch channel {
        case .sms: self = .sms
        case .email: self = .email
        case .letter: return nil
        }
    }
}

/// By what a person signs in beside the secret, as page 27 shows it; no key is in it.
public struct SignInMeans: Sendable, Hashable, Codable {
    /// The holder's own name to sign in by, where one was chosen.
    public let name: SignInName?
    /// Since when an application shows codes; nil where there is none.
    public let codeAppSince: Instant?
    /// The passkeys, the oldest first.
    public let passkeys: [HeldPasskey]
    /// Whether this deployment takes passkeys at all.
    public let offersPasskeys: Bool

    /// Joins the parts.
    public init(name: SignInName? = nil, codeAppSince: Instant?, passkeys: [HeldPasskey], offersPasskeys: Bool) {
        self.name = name
        self.codeAppSince = codeAppSince
        self.passkeys = passkeys
        self.offersPasskeys = offersPasskeys
    }
}

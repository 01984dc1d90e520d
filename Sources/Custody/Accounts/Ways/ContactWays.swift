import HealthRecord

/// Where somebody's codes come: his phone and his e-mail, as they stand or as a form showed them.
public struct ContactWays: Sendable, Hashable, Codable {
    /// Mobile number.
    public let phone: String?
    /// E-mail address.
    public let email: String?

    /// Joins both.
    public init(phone: String? = nil, email: String? = nil) {
        self.phone = phone
        self.email = email
    }
}

extension ContactWays {
    /// Whether a code can come at all.
    var hasAny: Bool { phone != nil || email != nil }

    func channel(_ kind: ContactKind) -> ContactChannel? {
        switch kind {
        case .sms: phone.map(ContactChannel.sms)
        case .email: email.map(ContactChannel.email)
        case .letter: nil
        }
    }

    func applying(_ change: ChannelChange) -> ContactWays {
        ContactWays(phone: change.applied(phone: phone), email: change.applied(email: email))
    }
}

extension ChannelChange {
    /// The ways that this change brings to whoever is reached by those.
    func new(beside known: ContactWays) -> [ContactChannel] {
        let after = known.applying(self)
        return [ContactKind.sms, .email].compactMap { kind in
            after.channel(kind).flatMap { $0 == known.channel(kind) ? nil : $0 }
        }
    }

    /// Whether each way that it touches still is what its form showed: what was changed elsewhere meanwhile does not come
    /// back, and what was added does not go.
    func applies(to present: ContactWays, drawnFrom known: ContactWays) -> Bool {
        (phone == nil || present.phone == known.phone) && (email == nil || present.email == known.email)
    }
}

extension HolderFile {
    /// Where codes come.
    public var ways: ContactWays { ContactWays(phone: phone, email: email) }
}

extension SignInPerson {
    var ways: ContactWays { ContactWays(phone: phone, email: email) }
}

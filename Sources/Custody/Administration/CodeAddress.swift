/// Where one-time codes go: to a telephone or to an e-mail address; no letter is fast enough.
public enum CodeAddress: Sendable, Hashable, Codable {
    /// A mobile number.
    case sms(String)
    /// An e-mail address.
    case email(String)

    /// By what codes come.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Text message.
        case sms
        /// E-mail.
        case email
    }

    /// The kind, without the address.
    public var kind: Kind {
        switch self {
        case .sms: .sms
        case .email: .email
        }
    }

    /// The change of somebody's data that puts the address in.
    var change: ChannelChange {
        switch self {
        case .sms(let number): ChannelChange(phone: number)
        case .email(let address): ChannelChange(email: address)
        }
    }
}

extension CodeAddress.Kind {
    /// The change of somebody's data that takes the way of this kind away.
    var removal: ChannelChange {
        switch self {
        case .sms: ChannelChange(phone: "")
        case .email: ChannelChange(email: "")
        }
    }

    /// Whether somebody has a way of this kind.
    func stands(in file: HolderFile) -> Bool {
        switch self {
        case .sms: file.phone != nil
        case .email: file.email != nil
        }
    }
}

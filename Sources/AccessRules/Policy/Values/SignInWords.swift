/// How the holder signs in (C12).
public enum LoginMethod: String, Hashable, Sendable, CaseIterable {
    /// A chosen secret and a one-time code.
    case password
    /// FranceConnect.
    case franceConnect
    /// An electronic identity given by the health insurance.
    case insurerEID
    /// A key kept by a device.
    case passkey
    /// Codes computed by a device.
    case totp
}

/// What the holder types to say who signs in.
public enum LoginIdentifier: String, Hashable, Sendable, CaseIterable {
    /// The health identifier.
    case ins = "INS"
    /// A name chosen by the holder.
    case login
}

/// Where a one-time code goes.
public enum CodeChannel: String, Hashable, Sendable, CaseIterable {
    /// A text message.
    case sms
    /// An e-mail.
    case email
}

/// What is thought of a code by e-mail.
public enum CodeByMail: String, Hashable, Sendable, CaseIterable {
    /// As good as another.
    case allowed
    /// Let be, though another way is better.
    ///
    /// Changes nothing: codes go by mail as where they are allowed.
    case discouraged
    /// Not at all.
    case forbidden
}

/// With what a professional signs in (C13).
public enum CareCredential: String, Hashable, Sendable, CaseIterable {
    /// The card, *CPS*, *CPF*, *CPE*.
    case cps = "CPS"
    /// The card's twin in a telephone.
    case eCPS
    /// Pro Santé Connect.
    case proSanteConnect
    /// The certificate of a structure.
    case structureCertificate
}

/// How a record opens (C1); a set may know several ways.
public enum OpeningMode: String, Hashable, Sendable, CaseIterable {
    /// By the patient on the portal, with two codes received by post.
    case postedCodes
    /// By a professional, with the patient's consent.
    case professional
    /// By the patient, online, without a letter.
    ///
    /// Changes nothing: the insurer's service that knew card and address belongs to no deployment.
    case selfOnline
    /// By the service, after a notice and its delay.
    case automatic
}

/// Whether a record exists by consent or for want of an objection (C2).
public enum OpeningConsent: String, Hashable, Sendable, CaseIterable {
    /// Express consent.
    case optIn
    /// No objection within `opening.objectionDelay`.
    case optOut
}

/// Who keeps the records (C7).
public enum Tenancy: String, Hashable, Sendable, CaseIterable {
    /// One host for all.
    case single
    /// A host chosen by each holder.
    case perHolder
}

/// By what number people are known (C8); both are kept.
public enum IdentityKind: String, Hashable, Sendable, CaseIterable {
    /// The number derived from the card.
    case insC = "INS_C"
    /// The registration number.
    case insNIR = "INS_NIR"
}

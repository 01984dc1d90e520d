extension TraceEvent {
    /// The key of `details` that names a part that is no clinical document.
    public static let partKey = "part"
    /// The value of that key for the signature of a lot.
    public static let lotSignature = "lotSignature"

    /// The key of `details` under which stands what the decision depended on, to be decided again from it.
    public static let factsKey = "facts"

    /// The key of `details` that marks what was done in a minor's secret connection.
    public static let secretKey = "secret"

    /// The key of `details` that marks what a professional did in a browser, on the professionals' site.
    public static let webKey = "web"

    /// The key of `details` that names the way in that a signed assertion has opened (TD0.10): where it was given, and at
    /// whatever was done after going in by it.
    public static let entryKey = "entry"

    /// The key of `details` under which stands the software that asked.
    public static let softwareKey = "software"

    /// By what a care actor asked; nil where that is not known, and for everybody else.
    public var means: AccessMeans? {
        guard case .care = actor else { return nil }
        if details[Self.webKey] != nil { return .webSite }
        return details[Self.softwareKey].map { $0.isEmpty } == false ? .software : nil
    }

    /// The key of `details` that names what stood in the way of an act that the rules permit.
    public static let conflictKey = "conflict"

    /// The key of `details` that marks what an act did beside the document named, to one that its own actor may not know of.
    public static let unseenKey = "unseen"

    /// The key of `details` under which a team's declaration says that no consent was asked; absent where one was stated.
    public static let consentKey = "consent"

    /// The key of `details` under which stands the secured mailbox that a document was sent to.
    public static let recipientKey = "recipient"
    /// The key of `details` that names one sending, by which what became of it is found.
    public static let sendingKey = "sending"

    /// What the event tells of a sending that was not surely taken; nil for every other event.
    public var sendingFailure: SendingFailure? {
        act == .send ? SendingFailure.allCases.first { details[$0.traceKey] != nil } : nil
    }

    /// Whether a team came to be, or grew, without the holder's consent being stated.
    public var isWithoutConsent: Bool { details[Self.consentKey] == TeamConsent.notAsked.rawValue }

    /// Whether the event was kept from the legal representatives (reference: access-and-lifecycle § 3.7).
    public var isSecret: Bool { details[Self.secretKey] != nil }

    /// Whether the event is about a document that its own actor may not know of.
    public var isUnseenByActor: Bool { details[Self.unseenKey] != nil }

    /// Whether the event is about the signature of a lot, which came with documents that have events of their own.
    public var isAboutLotSignature: Bool { details[Self.partKey] == Self.lotSignature }
}

/// By what a professional reaches a record.
public enum AccessMeans: Hashable, Sendable {
    /// In a browser, on the professionals' site.
    case webSite
    /// With software of his own.
    case software
}

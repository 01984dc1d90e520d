/// A way to reach a person.
public enum ContactChannel: Hashable, Sendable, Codable {
    /// A mobile number, in international form.
    case sms(String)
    /// An e-mail address.
    case email(String)
    /// The lines of a postal address.
    case letter([String])

    /// The kind, without the address.
    public var kind: ContactKind {
        switch self {
        case .sms: .sms
        case .email: .email
        case .letter: .letter
        }
    }

    /// The ways that somebody gave to be reached by, in the order of this call.
    public static func given(phone: String?, email: String?) -> [Self] {
        [phone.map(Self.sms), email.map(Self.email)].compactMap(\.self)
    }
}

/// The kinds of ways to reach a person.
public enum ContactKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Text message.
    case sms
    /// E-mail.
    case email
    /// Letter by post.
    case letter
}

/// What the service has to tell a person; the words are the catalogue's.
public enum Notice: Hashable, Sendable, Codable {
    /// The first letter: the code that opens the record.
    case openingCode(String)
    /// The second letter: the code that activates Internet access.
    case activationCode(String)
    /// The letter that was ordered by somebody who has forgotten his secret: the code by which he chooses another.
    case recoveryCode(String)
    /// The code of one sign-in, and for how many minutes it is good.
    case oneTimeCode(String, minutes: Int)
    /// A professional opened the record for the first time.
    case firstAccess(by: PersonName, at: Instant)
    /// The record was opened in an emergency.
    case emergencyAccess(by: PersonName, at: Instant)
    /// A document came in; never its title.
    case newDocument(at: Instant)
    /// News of a record to somebody who acts for its holder; never whose.
    case ofRepresented(RepresentedNews, at: Instant)
    /// A change of the means of access was made.
    case accessChanged(at: Instant)
    /// Somebody signed in with a kind of device that the person had not used before (ASVS 6.3.5).
    case newDevice(at: Instant)
    /// Something waits to be told in a consultation; never what (R1111-53).
    case announcementDue(at: Instant)
    /// What waited has become visible by the law's term (R1111-53).
    case announcementReleased(at: Instant)
    /// The author of advance directives is reminded of them (CSP R1111-19).
    case directivesReminder(at: Instant)
    /// The letter to somebody asked to act for a holder: the code that accepts or refuses, and for whom; letters kept before
    /// that was told have none.
    case representationCode(String, for: MandateInvitation?)
    /// A mandate began or ended.
    case representationChanged(at: Instant)
    /// The code that proves the holder's presence to a professional, and for how many minutes it is good.
    case presenceCode(String, minutes: Int)
    /// The record will be opened unless the person objects; the code is for objecting, and the day is that of the opening.
    case openingAnnounced(String, opens: CalendarDate)
    /// The record was opened by itself, or by a professional.
    case recordOpened(at: Instant)
    /// The record was suspended.
    case recordSuspended(at: Instant)
    /// The record was closed; directives in it cannot be reached any more.
    case recordClosed(at: Instant)
    /// The record was opened again.
    case recordReopened(at: Instant)
    /// The destruction of a closed record was asked for; a reopening stops it.
    case erasureAsked(at: Instant)
    /// The record was destroyed.
    case recordDestroyed(at: Instant)
    /// The holder came of age: representatives have no access any more.
    case majorityReached(at: Instant)
    /// A patient's record was opened in an emergency; to the treating physician.
    case patientEmergency(by: PersonName, at: Instant)
    /// A physician declared himself the holder's treating physician, who reads masked documents too.
    case treatingPhysicianDeclared(by: PersonName, at: Instant)
    /// A professional changed the holder's data, ways to be reached or wishes.
    case recordAdministered(by: PersonName, at: Instant)
    /// A professional stated the holder's consent for a care team or for a colleague.
    case consentStated(by: PersonName, at: Instant)
    /// A professional declared a care team, or named a member, where the rules ask for no consent to it.
    case teamDeclared(by: PersonName, at: Instant)
    /// The host's physician may look into the record, or has, at the holder's written request.
    case hostAccess(at: Instant)
    /// An incident touched the holder's data (GDPR article 34); never what happened.
    case incident(at: Instant)
}

/// A notice on its way to somebody.
public struct OutgoingNotice: Hashable, Sendable, Codable {
    /// By what way.
    public let channel: ContactChannel
    /// To whom.
    public let recipient: PersonName
    /// The record's holder; letters carry it for the demonstration's outbox, and no other channel prints it.
    public let ins: INS?
    /// What to say.
    public let notice: Notice
    /// When it was asked for.
    public let at: Instant

    /// Joins the parts.
    public init(channel: ContactChannel, recipient: PersonName, ins: INS?, notice: Notice, at: Instant) {
        self.channel = channel
        self.recipient = recipient
        self.ins = ins
        self.notice = notice
        self.at = at
    }
}

public import HealthRecord
public import Sealing

/// What the custodian keeps of one record beside keys and traces: the holder's decisions, and how to reach the holder.
public struct HolderFile: Sendable, Hashable, Codable {
    /// Decisions and life cycle.
    public var policy: RecordPolicy
    /// Name to greet and to write to.
    public var name: PersonName
    /// Matricules over time, the present one first.
    public var identifiers: [INS]
    /// Days of those matricules of which any is known.
    var days: [HeldMatricule]
    /// Who kept the record when it was opened; nil in files of before this was told.
    public var host: HostID?
    /// How well the identity is established.
    public var identity: IdentityStanding
    /// Mobile number for codes and notices.
    public var phone: String?
    /// E-mail address for codes and notices.
    public var email: String?
    /// Lines of the postal address.
    public var address: [String]
    /// Those who have read the record before, so that a first reading can be told.
    public var knownReaders: [CareSubject]
    /// What the holder wants to be told.
    public var notices: NoticeChoices
    /// What those who act for the holder want to be told, each for himself.
    var representativeNotices: [RepresentativeNotices]
    /// Traits, as last told; nil in files of before they were kept here.
    public var traits: PatientTraits?
    /// Openings in emergencies, the oldest first.
    public var emergencies: [EmergencyAccess]
    /// What was asked of the operator.
    public var requests: [HolderRequest]
    /// The record that took this one over, its holder being the same person.
    public var mergedInto: RecordID?
    /// The records that were joined to this one, whose documents are read with it, those joined to them among them.
    var joined: [RecordID]
    /// Records that had been joined and were parted: what was done to their documents here is no business of this holder's.
    var parted: [RecordID]
    /// The access of the host's physician, from the first approval to its end.
    public var hostAccess: HostAccess?
    /// Matricules taken over from a duplicate, to be given back if that was an error.
    public var takenOver: [INS]
    /// What this record's holder had refused, where it was taken over: brought to the record that took it over.
    var brought: BroughtWishes?
    /// Whether the holder could read on the portal before the record was suspended or closed.
    public var internetBefore: InternetAccess?
    /// When the secret that stands was first chosen; nil where there is none, and in files of before it was kept.
    var enrolledAt: Instant?
    /// What was written when the record was closed.
    public var closureText: String?
    /// When a professional last changed the ways to reach the holder without proof that the holder was there.
    public var channelsUnprovenSince: Instant?
    /// The documents sent by secured messaging within a day.
    var sendings: [KeptSending]

    /// Joins the parts.
    public init(
        policy: RecordPolicy,
        name: PersonName,
        identifiers: [INS],
        phone: String?,
        email: String?,
        address: [String],
        traits: PatientTraits? = nil,
        host: HostID? = nil
    ) {
        self.policy = policy
        self.name = name
        self.identifiers = identifiers
        self.phone = phone
        self.email = email
        self.address = address
        self.host = host
        knownReaders = []
        self.traits = traits
        notices = NoticeChoices()
        representativeNotices = []
        emergencies = []
        requests = []
        takenOver = []
        joined = []
        parted = []
        days = []
        identity = .qualified
        sendings = []
    }

    /// Reads one; the later members are absent from files of before them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        policy = try values.decode(RecordPolicy.self, forKey: .policy)
        name = try values.decode(PersonName.self, forKey: .name)
        identifiers = try values.decode([INS].self, forKey: .identifiers)
        days = try values.decodeIfPresent([HeldMatricule].self, forKey: .days) ?? []
        host = try values.decodeIfPresent(HostID.self, forKey: .host)
        identity = try values.decodeIfPresent(IdentityStanding.self, forKey: .identity) ?? .qualified
        phone = try values.decodeIfPresent(String.self, forKey: .phone)
        email = try values.decodeIfPresent(String.self, forKey: .email)
        address = try values.decode([String].self, forKey: .address)
        knownReaders = try values.decode([CareSubject].self, forKey: .knownReaders)
        notices = try values.decodeIfPresent(NoticeChoices.self, forKey: .notices) ?? NoticeChoices()
        representativeNotices =
            try values.decodeIfPresent([RepresentativeNotices].self, forKey: .representativeNotices) ?? []
        traits = try values.decodeIfPresent(PatientTraits.self, forKey: .traits)
        emergencies = try values.decodeIfPresent([EmergencyAccess].self, forKey: .emergencies) ?? []
        requests = try values.decodeIfPresent([HolderRequest].self, forKey: .requests) ?? []
        mergedInto = try values.decodeIfPresent(RecordID.self, forKey: .mergedInto)
        takenOver = try values.decodeIfPresent([INS].self, forKey: .takenOver) ?? []
        joined = try values.decodeIfPresent([RecordID].self, forKey: .joined) ?? []
        parted = try values.decodeIfPresent([RecordID].self, forKey: .parted) ?? []
        hostAccess = try values.decodeIfPresent(HostAccess.self, forKey: .hostAccess)
        brought = try values.decodeIfPresent(BroughtWishes.self, forKey: .brought)
        internetBefore = try values.decodeIfPresent(InternetAccess.self, forKey: .internetBefore)
        enrolledAt = try values.decodeIfPresent(Instant.self, forKey: .enrolledAt)
        closureText = try values.decodeIfPresent(String.self, forKey: .closureText)
        channelsUnprovenSince = try values.decodeIfPresent(Instant.self, forKey: .channelsUnprovenSince)
        sendings = try values.decodeIfPresent([KeptSending].self, forKey: .sendings) ?? []
    }

    /// The address of a way to reach the holder, where there is one.
    public func channel(_ kind: ContactKind) -> ContactChannel? {
        switch kind {
        case .sms: phone.map(ContactChannel.sms)
        case .email: email.map(ContactChannel.email)
        case .letter: address.isEmpty ? nil : .letter(address)
        }
    }
}

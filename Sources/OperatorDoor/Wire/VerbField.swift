public import Custody

/// A field of an order, as bodies and commands name it.
public enum VerbField: String, Sendable, Hashable, CaseIterable {
    /// The order's own name, a UUID: sent again under it, nothing is done twice.
    case order
    /// The reference of the paper that allows the act.
    case paper
    /// The matricule of the person whose record it is.
    case matricule
    /// The authority of that matricule, an OID; the deployment's ordinary one unless given.
    case root
    /// Another matricule: of the record that stays, the new one, of the representative.
    case other
    /// The authority of the other matricule.
    case otherRoot
    /// Why.
    case reason
    /// The set of rules.
    case set
    /// In what quality somebody represents.
    case kind
    /// What a court has taken from a mandate.
    case limit
    /// The last day.
    case until
    /// Family name, at birth for the holder of a record to be.
    case family
    /// Given names, in order.
    case given
    /// Family name in use.
    case usedFamily
    /// Given name in use.
    case usedGiven
    /// Day of birth.
    case birthDate
    /// `F`, `M` or `U`.
    case sex
    /// INSEE code of the place of birth.
    case birthPlace
    /// Lines of the postal address.
    case address
    /// The national identifier of a physician.
    case physician
    /// His specialty, TRE_R01.
    case specialty
    /// The national identifier of his structure.
    case structure
    /// Its name.
    case structureName
    /// Its sector, TRE_R02.
    case sector
    /// The tie of an heir to the deceased.
    case tie
    /// To what end an heir asks.
    case purpose
    /// A request's identifier.
    case request
    /// Its answer.
    case answer
    /// What a document is called.
    case title
    /// Its media type.
    case mediaType
    /// Its bytes, base64.
    case content
    /// The identifier of a document: an OID for what is filed, a UUID for what is asked for.
    case document
    /// The first day that it tells of.
    case from
    /// The last day.
    case to
    /// The national identifiers of those who gave the care.
    case performer
    /// `yes` where it tells of care that a minor keeps secret, `no` where it does not.
    case secretCare
    /// How well an identity is established: `provisional`, `recovered`, `validated` or `qualified`.
    case status
    /// What is wrong with it: `doubtful`, `homonymous`, `fictitious`.
    case attribute
    /// By which strict traits two records of one person differ: `familyName`, `givenNames`, `sex`, `birthPlace`, `unknown`.
    case differs
    /// A place in the trace log.
    case index
    /// Since which day.
    case since
    /// From how many on.
    case atLeast

    /// When an incident became known, UTC, such as `2026-03-31T08:15Z`.
    case known
    /// What of the data it touches: `confidentiality`, `integrity`, `availability`.
    case nature
    /// Systems, kinds of data, how many records: words that name nobody.
    case touched
    /// What risk it is to persons: `unlikely`, `likely`, `high`.
    case risk
    /// Whether the state hears of it: `ordinary`, `serious`.
    case gravity
    /// An incident's identifier.
    case incident
    /// Of what an entry beside it tells: `facts`, `effects`, `measures`.
    case aspect
    /// Who was told of it: `authority`, `state`, `persons`.
    case duty
    /// The matricules of those whose records it touched.
    case person
    /// What they are told, or what an entry says.
    case words

    /// Whether it is a list.
    public var isList: Bool {
        [.given, .address, .limit, .performer, .attribute, .differs, .nature, .person].contains(self)
    }
}

/// Which fields a verb has.
public struct VerbFields: Sendable, Hashable {
    /// Those that must be there, in the order in which a person is asked.
    public let required: [VerbField]
    /// Those that may.
    public let optional: [VerbField]
}

extension OperatorVerb {
    /// The fields of its body.
    public var fields: VerbFields {
        let (own, more) = ownFields
        if self == .reports { return VerbFields(required: [.order, .paper], optional: []) }
        if isOfNoRecord { return VerbFields(required: [.order, .paper] + own, optional: more) }
        guard concernsARecord else { return VerbFields(required: own, optional: more) }
        return VerbFields(required: [.order, .paper, .matricule] + own, optional: [.root] + more)
    }

    private var ownFields: ([VerbField], [VerbField]) {
        switch self {
        case .invite, .announce:
            ([.family, .given, .birthDate, .sex, .address], [.usedFamily, .usedGiven, .birthPlace])
        case .suspend, .close: ([.reason], [])
        case .feed: ([.document, .title, .mediaType, .content, .from, .to], [.performer, .secretCare])
        case .hostApprove: ([.request], [])
        case .hostRead: ([.document], [])
        case .lift, .hostRequest, .hostEnd, .hostList, .reopen, .erase, .undoDeath, .undoMerge, .removeIdentifier,
            .endTreating,
            .requests,
            .objectSuspension, .objectOpening, .reports:
            ([], [])
        case .merge: ([.other], [.otherRoot, .differs])
        case .endRepresentative: ([.other], [.otherRoot])
        case .addIdentifier: ([.other], [.otherRoot, .since])
        case .identity: ([.status], [.attribute])
        case .representative:
            ([.other, .kind, .family, .given, .birthDate, .address], [.otherRoot, .limit, .until])
        case .treating: ([.physician, .family, .given, .specialty, .structure, .structureName, .sector], [])
        case .migrate, .effect: ([.set], [])
        case .heirs: ([.family, .given, .tie, .purpose], [])
        case .settle: ([.request, .answer], [])
        case .incident: ([.known, .nature, .touched, .risk, .gravity], [])
        case .incidentNote: ([.incident, .aspect, .words], [])
        case .incidentTold: ([.incident, .duty], [])
        case .incidentPersons: ([.incident, .person, .words], [.root])
        case .incidents, .keys, .keysRenew: ([], [])
        case .proof: ([.index], [])
        case .journal, .security: ([], [.since])
        case .emergencies: ([], [.since, .atLeast])
        }
    }
}

/// What operators may order; each value stands in the journal for ever, and in the addresses of their door.
public enum OperatorVerb: String, Sendable, Hashable, Codable, CaseIterable {
    /// Invites a person to open a record, by posted codes.
    case invite
    /// Informs a person that a record will open by itself (CSP R1111-28).
    case announce
    /// Suspends a record for a fraud or a defect (CSP R1111-36).
    case suspend
    /// Lifts a suspension.
    case lift
    /// Records an objection to a suspension, which stops its six weeks (CSP R1111-36).
    case objectSuspension = "object-suspension"
    /// Records an objection to an opening, such as that of the person in charge of a protection (CSP L1111-14).
    case objectOpening = "object-opening"
    /// Closes a record: a death, a written request, a decision of the authority.
    case close
    /// Opens a closed record again: its holder asks for it in writing (CSP R1111-36).
    case reopen
    /// Records that the holder of a closed record asks in writing for its destruction before the term (CSP R1111-36).
    case erase
    /// Undoes the closing of a living person's record as that of a dead one.
    case undoDeath = "undo-death"
    /// Joins a duplicate to the record that stays; two people say that they are one person's (access and life cycle § 4).
    case merge
    /// Undoes a join.
    case undoMerge = "undo-merge"
    /// Files another matricule of the same person.
    case addIdentifier = "add-identifier"
    /// Takes away a matricule that was linked by error.
    case removeIdentifier = "remove-identifier"
    /// Says how well an identity is established (RNIV).
    case identity
    /// Declares somebody who acts for the holder.
    case representative
    /// Ends a mandate on the word of a court.
    case endRepresentative = "court-end"
    /// Records the treating physician whom the insured declared (CSP L1111-16).
    case treating
    /// Records that nobody is declared any more.
    case endTreating = "end-treating"
    /// Moves a record to another set of rules.
    case migrate
    /// Says what another set of rules would change for a record, in numbers.
    case effect
    /// Records what an heir asks after a death (CSP L1110-4 V).
    case heirs
    /// Lists what waits for an answer, without content.
    case requests
    /// Answers a request.
    case settle
    /// Reads what holders reported, in their words.
    case reports
    /// Counts openings in emergencies by professional, without anybody's record (CSP L1111-17 I).
    case emergencies
    /// Counts the lines of the security log by day and kind; they name nobody.
    case security
    /// Files the care history of the insured, blindly (CSP R1111-42; issue: insurer as blind feeder).
    case feed
    /// Records that the holder asked in writing for the host's physician (security design § 2.13).
    case hostRequest = "host-request"
    /// Approves such a request; the second approval, by somebody else, opens the way for its time.
    case hostApprove = "host-approve"
    /// Ends the way before its time.
    case hostEnd = "host-end"
    /// Lists a record's documents to the host's physician, while he is let in.
    case hostList = "host-list"
    /// Hands one of them out to him.
    case hostRead = "host-read"
    /// Declares an incident that touched data (GDPR article 33(5)).
    case incident
    /// Writes beside one what came of it, what was done, what has become known since (GDPR article 33(4), 33(5)).
    case incidentNote = "incident-note"
    /// Notes that the authority, the state or all those concerned were told of one.
    case incidentTold = "incident-told"
    /// Tells those whose records one touched (GDPR article 34).
    case incidentPersons = "incident-persons"
    /// Lists the incidents, without anybody's record.
    case incidents
    /// Says how the custodian's keys stand: epochs and numbers (security design § 2.3).
    case keys
    /// Begins a new epoch of the keys at once (security design § 2.16).
    case keysRenew = "keys-renew"
    /// Gives the proof of one place of the trace log.
    case proof
    /// Lists what operators did, without anybody's record.
    case journal
}

/// Who orders what: the whole table, and nothing is allowed beside it.
extension OperatorVerb {
    /// The roles that may order it.
    public var roles: Set<OperatorRole> {
        switch self {
        case .invite, .announce, .close, .reopen, .erase, .undoDeath, .merge, .undoMerge, .addIdentifier,
            .removeIdentifier,
            .representative, .endRepresentative, .heirs, .hostRequest, .objectSuspension, .objectOpening,
            .identity:
            [.registrar]
        case .suspend, .lift, .requests, .settle: [.support]
        case .treating, .endTreating, .feed: [.insurer]
        // Neither is of the host's company: nobody there lets the host's own physician in.
        case .hostApprove, .hostEnd: [.officer, .dataProtection]
        case .hostList, .hostRead: [.hostPhysician]
        case .migrate, .effect, .keysRenew: [.officer]
        case .keys: [.officer, .dataProtection, .auditor]
        case .reports, .emergencies: [.dataProtection]
        case .security: [.officer, .dataProtection]
        // Whoever sees one says so; who speaks to the authority and to people is one.
        case .incident, .incidentNote: [.support, .officer, .dataProtection]
        case .incidentTold, .incidentPersons: [.dataProtection]
        case .incidents: [.officer, .dataProtection, .auditor]
        case .proof, .journal: [.auditor]
        }
    }

    /// The roles of the second person, for what nobody does alone; empty where one is enough.
    public var secondRoles: Set<OperatorRole> {
        switch self {
        // Nobody says alone that two records, of twins it may be, are one person's, nor that what is written is to be no more.
        case .undoDeath, .merge, .erase: [.registrar, .officer, .dataProtection]
        case .settle: [.registrar, .officer, .dataProtection]
        case .incidentPersons: [.officer]
        // Two turns make every copy of before open to nobody: no one does that alone (security design § 1.3, § 2.11).
        case .keysRenew: [.officer, .dataProtection]
        default: []
        }
    }

    /// Whether it is ordered for a record; the others ask of no person.
    public var concernsARecord: Bool { namesAPaper && self != .reports && !isOfNoRecord }

    /// Whether it does something that stands on nobody's record, and in the journal alone.
    public var isOfNoRecord: Bool { isOfTheRegister || self == .keysRenew }

    /// Whether it writes into the register of incidents.
    public var isOfTheRegister: Bool { [.incident, .incidentNote, .incidentTold, .incidentPersons].contains(self) }

    /// Whether it names the paper that allows it: whatever is traced on somebody's record does.
    public var namesAPaper: Bool {
        ![.proof, .journal, .emergencies, .security, .incidents, .keys].contains(self)
    }

    /// Whether it looks into one record and changes nothing there: each look is an order of its own, and traced.
    public var isLook: Bool { [.requests, .effect, .hostList, .hostRead].contains(self) }

    /// Whether its sender is told the same whatever became of it, so that nobody learns from it who has a record
    /// (CSP L1111-18; security design § 1.3).
    public var isBlind: Bool { roles == [.insurer] }
}

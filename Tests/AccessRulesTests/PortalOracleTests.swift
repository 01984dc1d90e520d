import HealthRecord
import Testing

@testable import AccessRules

/// What those who are no care actors may do, written here a second time from the texts and asked cell by cell (§ 1.1, § 2).
@Suite struct PortalOracleTests {
    /// Columns: holder, minor, legal representative, guardian, carer | system, insurer's feed, support, host, host's physician |
    /// foreign contact point, digital service.
    ///
    /// `Y` yes, `o` on the holder's own documents (in the service's column, on the service's), `-` no. Sources: CSP L1111-19 (the holder sees, edits, reads traces),
    /// R1111-28 and R1111-33 (representatives), R1111-36 (closing, suspending), R1111-42, R1111-47 (filing), R1111-49
    /// (masking), R1111-50 (representatives shut out), R1111-53 (release); § 1.1 for the carer: neither contact, nor sign-in,
    /// nor closing, nor copies, nor sharing again; for the service, which files the proof of that access in its own
    /// name and nothing else.
    static let rows: [(Act, String)] = [
        (.signIn, "YYYYY ----- --"), (.testExistence, "YYYYY --Y-- --"), (.readIdentity, "YYYYY ----- --"),
        (.listAuthorisations, "YYYYY ----- --"), (.search, "YYYYY ----Y --"), (.findReference, "YYYYY ----Y --"),
        (.read, "YYYYY ----Y --"), (.feed, "ooooo oY--- --"), (.replace, "ooooo ----- --"), (.mask, "YYYYY ----- --"),
        (.unmask, "YYYYY ----- --"), (.archive, "ooooo ----- --"), (.restore, "ooooo ----- --"),
        (.delete, "ooooo ----- --"),
        (.reveal, "----- Y---- --"), (.hideFromRepresentatives, "YY--- ----- --"), (.authorise, "Y-YY- ----- --"),
        (.revoke, "Y-YY- ----- --"), (.block, "Y-YY- ----- --"), (.unblock, "Y-YY- ----- --"),
        (.declareTreatingPhysician, "Y-YY- ----- --"), (.removeTreatingPhysician, "Y-YY- ----- --"),
        (.nameAdministrator, "Y-YY- ----- --"), (.withdrawAdministrator, "Y-YY- ----- --"),
        (.changeWishes, "Y-YY- ----- --"), (.changeContact, "Y-YY- ----- --"), (.delegate, "Y--Y- ----- --"),
        (.endDelegation, "Y--Y- ----- --"), (.inviteRepresentative, "--Y-- ----- --"), (.readHistory, "YYYYY ----- --"),
        (.export, "Y-YY- ----- --"), (.report, "YYYYY ----- --"), (.close, "Y-YY- Y---- --"),
        (.reopen, "Y-YY- Y---- --"),
        (.requestErasure, "Y-YY- ----- --"), (.suspend, "----- Y-Y-- --"), (.activateAccess, "YYYY- ----- --"),
        (.declareAuthorisation, "----- ----- --"), (.removeOwnAuthorisation, "----- ----- --"),
        (.resignTreatingPhysician, "----- ----- --"), (.listOpenRecords, "----- ----- --"),
        (.findWithoutINS, "----- ----- --"), (.webAccess, "----- ----- --"), (.feedBySecretary, "----- ----- --"),
        (.administer, "----- ----- --"), (.administerAccess, "----- ----- --"), (.changeSharing, "Y-YY- ----- --"),
    ]

    private static let subjects: [(Subject, isMinor: Bool)] = [
        (House.holder, false), (House.holder, true), (House.representative(.legalRepresentative), true),
        (House.representative(.guardian), false), (House.representative(.carer), false), (.system("calendar"), false),
        (ServiceActor.insurerFeed.subject, false), (ServiceActor.support.subject, false),
        (ServiceActor.host.subject, false), (ServiceActor.hostPhysician.subject, false),
        (ServiceActor.foreignContactPoint.subject, false), (ServiceActor.digitalService.subject, false),
    ]

    @Test func everyActIsInTheTable() { #expect(Set(Self.rows.map(\.0)) == Set(Act.allCases)) }

    /// A document in the state in which the act applies to it.
    private func document(_ act: Act, isOwn: Bool, for subject: Subject) -> DocumentFacts {
        var facts: DocumentFacts
        switch subject {
        case ServiceActor.insurerFeed.subject: facts = House.document("REMB", classCode: "60", origin: .insurer)
        // The service's own, and for contrast the holder's.
        case .system: facts = House.document("DOCPAT09", classCode: "95", origin: isOwn ? .service : .holder)
        default:
            facts =
                isOwn
                ? House.document("DOCPAT02", classCode: "42", relation: .author, origin: .holder) : House.document()
        }
        switch act {
        case .unmask: facts.visibility = .maskedToProfessionals
        case .reveal:
            facts.visibility = .hiddenFromPatient
            facts.hiddenSince = Instant(milliseconds: 0)
        case .restore: facts.status = .archived
        default: break
        }
        return facts
    }

    private func resources(_ act: Act, for subject: Subject) throws -> [(Resource, isOwn: Bool)] {
        if act.needsTarget { return [(.target(.person(try House.person(9))), false)] }
        guard act.takesDocument else { return [(.record, false)] }
        return [false, true].map { (.document(document(act, isOwn: $0, for: subject)), $0) }
    }

    /// § 1.2, § 3.7, CSP R1111-36.
    @Test(arguments: rows.indices)
    func everyCell(row: Int) throws {
        let (act, text) = Self.rows[row]
        let cells = text.filter { $0 != " " }
        try #require(cells.count == Self.subjects.count)
        let book = try House.turned(.minorOwnAccess, to: true)
        let procedure = HostProcedure(
            requestedAt: Instant(milliseconds: 0),
            approvals: ["un", "deux"],
            until: House.now.advanced(bySeconds: 60)
        )
        for (place, (cell, asked)) in zip(cells, Self.subjects).enumerated() {
            var policy = try House.policy(asked.isMinor ? House.child : House.adult)
            if act == .activateAccess { policy.state = .open(internet: .awaitingActivation) }
            if act == .reopen { policy.state = .closed(at: House.now, reason: .holderRequest) }
            for (resource, isOwn) in try resources(act, for: asked.0) {
                let decision = try House.ask(
                    asked.0,
                    act,
                    resource,
                    policy,
                    circumstances: Circumstances(hostProcedure: procedure),
                    book: book
                )
                let expected = cell == "Y" || (cell == "o" && isOwn)
                #expect(decision.isPermitted == expected, "\(act) column \(place) own \(isOwn): \(decision.rule)")
            }
        }
    }
}

import AccessRules
import HealthRecord
import Sealing

/// Something that a record waits for, and the moment when it comes.
struct Due: Hashable, Sendable {
    let kind: DueKind
    /// What of the record: a mandate, a team, a document; its own bytes where it is all of it.
    let reference: [UInt8]
    let at: Instant

    /// The moment of what was put off until the record's own turn: it never comes by itself.
    static let putOff = Instant(milliseconds: .max)
}

/// What time brings to a record (reference: access-and-lifecycle § 4, § 3.2, § 3.5).
enum DueKind: String, Sendable, CaseIterable {
    /// A leave comes to its term.
    case leave
    /// A mandate, or an invitation to one, comes to its term.
    case mandate
    /// The holder comes of age.
    case majority
    /// A care team's consent comes to its term.
    case team
    /// A suspension that nobody lifted closes the record.
    case suspension
    /// The years of keeping are over.
    case retention
    /// An erasure that was asked for is done.
    case erasure
    /// The holder is told that something waits to be announced.
    case announce
    /// What waited becomes visible.
    case release
    /// The author of directives is reminded of them.
    case directives
    /// The proof of a carer's access is filed.
    case certificate
}

extension Registers {
    /// By what the calendar names a leave: one in secret, which may stand beside another of the same subject, by other bytes.
    func reference(of leave: Authorisation) throws -> [UInt8] {
        let tag = try tag(leave.subject).bytes
        return Array(leave.isSecret ? tag.suffix(16) : tag.prefix(16))
    }

    /// What a holder's file waits for.
    func dues(of file: HolderFile) throws -> [Due] {
        let policy = file.policy
        let set = rules.policySets[policy.policySet]
        var dues: [Due] = []
        for leave in policy.authorisations {
            guard let until = leave.until, !leave.isExpiryTraced else { continue }
            dues.append(Due(kind: .leave, reference: try reference(of: leave), at: until))
        }
        for mandate in policy.representatives {
            switch mandate.standing {
            case .invited(let until): dues.append(Due(kind: .mandate, reference: mandate.id.bytes, at: until))
            case .active:
                guard let until = mandate.until else { continue }
                dues.append(Due(kind: .mandate, reference: mandate.id.bytes, at: until))
            case .refused, .ended: continue
            }
        }
        let endAtMajority = policy.representatives.contains { mandate in
            guard mandate.kind.endsAtMajority else { return false }
            switch mandate.standing {
            case .invited, .active: return true
            case .refused, .ended: return false
            }
        }
        if let majority = rules.majority(of: policy),
            endAtMajority || !policy.state.isClosed && file.isEnrolledForMinor(until: majority)
        {
            dues.append(Due(kind: .majority, reference: [], at: majority))
        }
        for team in policy.careTeams {
            guard let until = team.until else { continue }
            dues.append(Due(kind: .team, reference: team.id.bytes, at: until))
        }
        switch policy.state {
        case .open: break
        case .suspended(let since):
            // An objection stops the weeks (CSP R1111-36).
            if let term = set?.suspensionTerm, !file.isObjected(suspendedSince: since) {
                dues.append(Due(kind: .suspension, reference: [], at: term.end(from: since.date).midnight))
            }
        // What was set aside as a duplicate belongs to somebody whose record lives.
        case .closed where file.mergedInto != nil: break
        case .closed(let at, _):
            if let term = set?.retentionClosed {
                dues.append(Due(kind: .retention, reference: [], at: term.end(from: at.date).midnight))
            }
            for request in file.requests where request.kind == .earlyErasure && request.standing == .pending {
                guard let due = request.due else { continue }
                dues.append(Due(kind: .erasure, reference: request.id.bytes, at: due))
            }
        }
        return dues
    }
}

extension RuleBook {
    /// When the holder comes of age, where he lives; nil under a set that is not known.
    func majority(of policy: RecordPolicy) -> Instant? {
        policySets[policy.policySet].flatMap { policy.birthDate.birthday($0.majorityAge)?.midnightInFrance }
    }
}

extension HolderFile {
    /// Whether the secret that stands was chosen before the holder came of age, by whoever acted for him.
    ///
    /// Of what was joined to another record nothing opens any more.
    func isEnrolledForMinor(until majority: Instant) -> Bool {
        guard mergedInto == nil, let enrolledAt else { return false }
        return enrolledAt < majority
    }
}

extension CalendarDate {
    /// The day on which somebody born on this day reaches an age; that of 1 March for 29 February in a common year.
    func birthday(_ age: Int) -> CalendarDate? {
        CalendarDate(year: year + age, month: month, day: day) ?? CalendarDate(year: year + age, month: 3, day: 1)
    }
}

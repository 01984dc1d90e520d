import Custody
import HealthRecord

extension HolderWish {
    /// The policy as it would stand after the decision, to show what it changes before it is taken.
    func applied(to policy: RecordPolicy) -> RecordPolicy {
        var policy = policy
        switch self {
        case .authorise(let leave):
            policy.authorisations.removeAll { $0.subject == leave.subject }
            policy.authorisations.append(leave)
        case .revoke(let subject):
            policy.authorisations.removeAll { $0.subject == subject }
            if case .person(let id) = subject, !policy.isConfirmedTreating(id) { policy.endTreating(id) }
        case .block(let block):
            policy.authorisations.removeAll { $0.subject == block.subject }
            if case .person(let id) = block.subject {
                policy.endTreating(id)
                policy.administrators.removeAll { $0 == id }
            }
            policy.blocks.append(block)
        case .unblock(let subject):
            policy.blocks.removeAll { $0.subject == subject }
        case .declareTreatingPhysician(let leave):
            if policy.authorisation(of: leave.subject) == nil { policy.authorisations.append(leave) }
            if case .person(let id) = leave.subject { policy.declareTreating(id, by: .holder, at: leave.since) }
        case .removeTreatingPhysician(let id):
            policy.endTreating(id)
        case .nameAdministrator(let leave):
            if policy.authorisation(of: leave.subject) == nil { policy.authorisations.append(leave) }
            if case .person(let id) = leave.subject, !policy.administrators.contains(id) {
                policy.administrators.append(id)
            }
        case .withdrawAdministrator(let id):
            policy.administrators.removeAll { $0 == id }
        case .endTeam(let team):
            policy.careTeams.removeAll { $0.id == team }
            policy.authorisations.removeAll { $0.team == team }
        case .emergency(let wishes): policy.emergency = wishes
        case .defaultVisibility(let visibility): policy.defaultVisibility = visibility
        default: break
        }
        return policy
    }
}

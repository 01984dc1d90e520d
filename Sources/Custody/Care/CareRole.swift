import AccessRules
import HealthRecord

/// What a care actor is to a holder, beyond a leave.
public enum CareRole: String, Sendable, Hashable, Codable {
    /// Nothing more.
    case none
    /// Somebody with a treating physician's rights by the holder's choice.
    case administrator
    /// A treating physician, whose role ends with the leave.
    case treatingPhysician
    /// A treating physician whom the record's set keeps: the role ends first, then the leave.
    case keptTreatingPhysician

    /// Whether it lets somebody act for the holder, and learn whom he refuses on the professionals' site.
    public var actsForHolder: Bool { self != .none }

    /// Whether it is a treating physician's own.
    public var isTreatingPhysician: Bool {
        switch self {
        case .treatingPhysician, .keptTreatingPhysician: true
        case .none, .administrator: false
        }
    }
}

extension RuleBook {
    /// What a care actor is to the holder of a record; a professional in training has no role of the holder's.
    func role(of actor: CareActor, under policy: RecordPolicy) -> CareRole {
        guard actor.holder != .trainee, let person = actor.person else { return .none }
        if policy.treatingPhysicians.contains(person) {
            return keepsTreating(.person(person), policy) ? .keptTreatingPhysician : .treatingPhysician
        }
        let knowsAdministrators = policySets[policy.policySet]?.allowsAdministrators == true
        return knowsAdministrators && policy.administrators.contains(person) ? .administrator : .none
    }
}

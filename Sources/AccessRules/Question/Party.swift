import HealthRecord

/// In what quality somebody comes who is no care actor; the columns of the portal matrix.
enum Capacity: Int, CaseIterable, Sendable {
    case holder, minor, legalRepresentative, guardian, carer, system, insurerFeed

    /// The name of the column in the resource.
    var name: String { "\(self)" }
}

/// The actor as the matrices see him.
enum Party {
    /// A care actor; no column when his evidence does not add up.
    case care(CareActor, ActorColumn?)
    /// Anybody else.
    case portal(Capacity)

    init(_ subject: Subject, policy: RecordPolicy, isMinor: Bool) {
        switch subject {
        case .holder: self = .portal(isMinor ? .minor : .holder)
        case .representative(_, .legalRepresentative): self = .portal(.legalRepresentative)
        case .representative(_, .guardian): self = .portal(.guardian)
        case .representative(_, .carer): self = .portal(.carer)
        case .system(let name): self = .portal(name == "ALIM_AM" ? .insurerFeed : .system)
        case .care(let actor): self = .care(actor, ActorColumn(actor, isTreating: policy.isTreatingPhysician(actor)))
        }
    }
}

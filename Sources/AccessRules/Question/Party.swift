import HealthRecord

/// In what quality somebody comes who is no care actor; the columns of the portal matrix.
enum Capacity: Int, CaseIterable, Sendable {
    case holder, minor, legalRepresentative, guardian, carer, system, insurerFeed, support, host, hostPhysician,
        foreignContactPoint, digitalService

    /// The name of the column in the resource.
    var name: String { "\(self)" }

    /// Whether a person comes for himself or for the holder.
    var isPerson: Bool {
        switch self {
        case .holder, .minor, .legalRepresentative, .guardian, .carer: true
        case .system, .insurerFeed, .support, .host, .hostPhysician, .foreignContactPoint, .digitalService: false
        }
    }

    fileprivate init(service name: String) {
        switch ServiceActor(rawValue: name) {
        case .insurerFeed: self = .insurerFeed
        case .support: self = .support
        case .host: self = .host
        case .hostPhysician: self = .hostPhysician
        case .foreignContactPoint: self = .foreignContactPoint
        case .digitalService: self = .digitalService
        case nil: self = .system
        }
    }
}

/// The actor as the matrices see him; indirect, so that a step that passes it on copies nothing of him.
indirect enum Party {
    /// A care actor; no column when his evidence does not add up.
    case care(CareActor, ActorColumn?)
    /// Anybody else.
    case portal(Capacity)

    init(_ subject: Subject, _ standing: Standing, isMinor: Bool) {
        switch subject {
        case .holder: self = .portal(isMinor ? .minor : .holder)
        case .representative(_, .legalRepresentative): self = .portal(.legalRepresentative)
        case .representative(_, .guardian): self = .portal(.guardian)
        case .representative(_, .carer): self = .portal(.carer)
        case .system(let name): self = .portal(Capacity(service: name))
        case .care(let actor): self = .care(actor, ActorColumn(actor, standing))
        }
    }

    /// Whether a person comes for himself or for the holder, on the portal.
    var isPerson: Bool { if case .portal(let capacity) = self { capacity.isPerson } else { false } }
}

/// What a care actor is to the holder, beyond a leave.
enum Standing: Sendable {
    case any, treating, administrator

    init(_ subject: Subject, _ context: Context, _ switches: Switches) {
        self = .any
        // Most records name none: nothing is taken out of the subject then.
        if context.policy.treatingPhysicians.isEmpty, context.policy.administrators.isEmpty,
            context.circumstances.administrators.isEmpty
        {
            return
        }
        // A professional in training stands under somebody's eyes: no role of the holder's is his.
        guard case .care(let actor) = subject, actor.holder != .trainee, let person = actor.person else { return }
        if switches.treatingImplicitLeave, context.policy.treatingPhysicians.contains(person) {
            self = .treating
        } else if switches.administrators,
            context.policy.administrators.contains(person) || context.circumstances.administrators.contains(person)
        {
            self = .administrator
        }
    }
}

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

/// A care actor as the rules see him; behind one reference, so that a step that passes him on copies nothing of him.
final class CareParty: Sendable {
    let actor: CareActor
    let standing: Standing
    /// Nil when his evidence does not add up.
    let column: ActorColumn?
    /// Who holds his leave or the block that names him.
    let subject: CareSubject

    init(_ actor: CareActor, _ context: Context, _ switches: Switches) {
        self.actor = actor
        standing = Standing.of(actor, context, switches)
        column = ActorColumn.of(actor, standing)
        subject = actor.subject
    }
}

/// The actor as the matrices see him.
enum Party: Sendable {
    /// A care actor.
    case care(CareParty)
    /// Anybody else.
    case portal(Capacity)

    init(_ subject: Subject, _ context: Context, _ switches: Switches, isMinor: Bool) {
        switch subject {
        case .holder: self = .portal(isMinor ? .minor : .holder)
        case .representative(_, .legalRepresentative): self = .portal(.legalRepresentative)
        case .representative(_, .guardian): self = .portal(.guardian)
        case .representative(_, .carer): self = .portal(.carer)
        case .system(let name): self = .portal(Capacity(service: name))
        case .care(let actor): self = .care(CareParty(actor, context, switches))
        }
    }

    /// What a care actor is to the holder; anybody else is nothing of it.
    var standing: Standing { if case .care(let party) = self { party.standing } else { .any } }

    /// The column of a care actor in the functional matrix; nil for anybody else too.
    var column: ActorColumn? { if case .care(let party) = self { party.column } else { nil } }

    /// Whether a person comes for himself or for the holder, on the portal.
    var isPerson: Bool { if case .portal(let capacity) = self { capacity.isPerson } else { false } }
}

/// What a care actor is to the holder, beyond a leave.
enum Standing: Sendable {
    case any, treating, administrator

    /// What this care actor is to the holder of the record.
    static func of(_ actor: CareActor, _ context: Context, _ switches: Switches) -> Standing {
        // A professional in training stands under somebody's eyes: no role of the holder's is his.
        guard actor.holder != .trainee, let person = actor.person else { return .any }
        if switches.treatingImplicitLeave, context.policy.treatingPhysicians.contains(person) { return .treating }
        let isAdministrator =
            switches.administrators
            && (context.policy.administrators.contains(person) || context.circumstances.administrators.contains(person))
        return isAdministrator ? .administrator : .any
    }
}

import HealthRecord

/// A column group of the functional matrix (PDT-INF-526).
enum ActorColumn: Int, CaseIterable, Sendable {
    /// A professional who is no physician.
    case nonPhysician
    /// A physician who is not the treating one.
    case physician
    /// Somebody who works in occupational health.
    case occupational
    /// The declared treating physician.
    case treating
    /// The bearer of an employee's card.
    case employee
    /// A structure by its certificate.
    case structure

    /// The name of the column in the resource.
    var name: String { "\(self)" }

    /// The modes in which the column exists.
    var modes: [ModeKind] {
        switch self {
        case .nonPhysician, .physician: [.normal, .regulation, .breakGlass]
        // A treating physician who answers at the regulation centre does so as any physician, see `column(in:)`.
        case .treating: [.normal, .breakGlass]
        case .structure: [.normal, .regulation]
        case .occupational, .employee: [.normal]
        }
    }

    /// The column that answers in a mode.
    func column(in mode: ModeKind) -> ActorColumn { self == .treating && mode == .regulation ? .physician : self }

    /// The column of a care actor; nil when card, authentication and person do not go together.
    static func of(_ actor: CareActor, _ standing: Standing) -> ActorColumn? {
        switch (actor.holder, actor.authentication) {
        case (.professional, .direct), (.trainee, .direct), (.professional, .reinforcedIndirect),
            (.trainee, .reinforcedIndirect):
            actor.person == nil ? nil : named(actor, standing)
        case (.structure, .reinforcedIndirect):
            if actor.person == nil {
                nil
            } else {
                actor.isEmployee ? .employee : named(actor, standing)
            }
        case (.employee, .direct), (.employee, .reinforcedIndirect): .employee
        case (.structure, .indirect): .structure
        case (.structure, .direct), (.professional, .indirect), (.trainee, .indirect), (.employee, .indirect): nil
        }
    }

    private static func named(_ actor: CareActor, _ standing: Standing) -> ActorColumn {
        if OccupationalHealth.covers(actor) { return .occupational }
        // The holder may give a treating physician's rights to a professional of any kind (R1111-43, 2016).
        if case .administrator = standing { return .treating }
        guard actor.profession.isPhysician else { return .nonPhysician }
        if case .treating = standing { return .treating }
        return .physician
    }
}

/// Those who watch over workers for an employer's account: they file, and read no document of others (CSP L1111-17 IV).
enum OccupationalHealth {
    /// SM25 and its two other qualifications; and whoever works in the two sectors, whatever the profession.
    static func covers(_ actor: CareActor) -> Bool {
        if actor.profession.isPhysician, let specialty = actor.profession.specialty?.value,
            specialty == "SM25" || specialty == "C41" || specialty == "CAPA11"
        {
            return true
        }
        return actor.structure.sector.value == "SA13" || actor.structure.sector.value == "SA66"
    }
}

/// A mode without its reason.
enum ModeKind: Int, CaseIterable, Sendable {
    case normal, regulation, breakGlass

    init(_ mode: AccessMode) {
        switch mode {
        case .normal: self = .normal
        case .regulation: self = .regulation
        case .breakGlass: self = .breakGlass
        }
    }

    /// The name of the mode in the resource.
    var name: String { "\(self)" }
}

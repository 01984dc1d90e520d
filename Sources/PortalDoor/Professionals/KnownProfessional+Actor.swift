import AccessRules
import HealthRecord

extension KnownProfessional {
    /// The one named, as he would come with his own card; nil where the record does not know his profession.
    ///
    /// Whatever a page says of him is judged of this one: where he stands, what he reads, what a choice gives him or takes away.
    var actor: CareActor? {
        // Of whom nothing else is known, the role says that he is registered.
        let profession = profession ?? (isInRole ? Profession(role: Code("10", CodeSystem.profession)) : nil)
        guard let profession, let somebody = Somebody.of(profession, bearer) else { return nil }
        switch subject {
        case .person(let id):
            return CareActor(
                person: id,
                name: name,
                profession: profession,
                structure: structure ?? somebody.structure,
                holder: holder,
                authentication: .direct
            )
        case .structure:
            guard let structure else { return nil }
            return CareActor(
                person: somebody.person,
                name: name,
                profession: profession,
                structure: structure,
                holder: bearer,
                authentication: .direct
            )
        }
    }

    /// Whether the holder named him to a role, which is a professional's.
    var isInRole: Bool { isTreating || isAdministrator }

    /// What his card makes of him, as far as the record knows.
    var holder: HolderKind { isEmployee ? .employee : bearer }

    /// Takes over what somebody came as, where no leave says what he was as it was given.
    mutating func learn(from care: CareActor) {
        structure = structure ?? care.structure
        // An employee's card tells nothing of the professional whom the holder named to a role.
        if isInRole, care.isEmployee { return }
        profession = profession ?? care.profession
        guard case .person = subject else { return }
        // What a professional comes with says more than a leave that was given him as an employee.
        let isCorrected = isEmployee && !care.isEmployee
        if authorisation == nil || isCorrected, care.holder == .trainee || care.holder == .professional {
            bearer = care.holder
        }
        if isCorrected { (profession, structure) = (care.profession, care.structure) }
        isEmployee = care.isEmployee && (authorisation == nil || isEmployee)
    }
}

/// As what everybody came who stands in a history: a professional before an employee, and of each the newest.
struct Comings: Sendable {
    /// One for each.
    private(set) var shown: [CareSubject: (care: CareActor, time: Instant)] = [:]

    /// Looks at one more event, whatever came of it: the evidence held.
    mutating func note(_ care: CareActor, at time: Instant) {
        if let former = shown[care.subject] {
            guard former.care.isEmployee == care.isEmployee ? former.time < time : former.care.isEmployee else {
                return
            }
        }
        shown[care.subject] = (care, time)
    }
}

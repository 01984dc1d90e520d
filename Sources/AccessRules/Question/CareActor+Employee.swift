public import HealthRecord

extension CareActor {
    /// Whether he is no professional: by an employee's card, or by a role that is no profession, under his structure's seal.
    ///
    /// A seal tells no kinds of people apart: there the role alone says what somebody is.
    public var isEmployee: Bool {
        switch holder {
        case .employee: true
        case .structure: person != nil && profession.role.system != CodeSystem.profession
        case .professional, .trainee: false
        }
    }
}

extension Authorisation {
    /// Whether the one whom it names by himself was no professional as it was given.
    public var namesEmployee: Bool {
        guard case .person(let person) = subject else { return false }
        return CareActor(
            person: person,
            name: name,
            profession: profession,
            structure: structure,
            holder: holder,
            authentication: .direct
        ).isEmployee
    }
}

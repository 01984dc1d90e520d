import AccessRules
import HealthRecord

extension Custodian {
    /// The most characters of a name that a professional gives.
    static let nameLimit = 120

    /// Holds whom a professional names for a holder against the rules and the directory, and answers him as both know him.
    ///
    /// - Throws: `conflict` with `member.name`, `member.role` (banned, in occupational health, no profession), `member.unknown`,
    ///   `member.profession` or `member.structure` (the directory says otherwise), `oneself`; `unavailable` when it is silent.
    public func verified(_ member: TeamMember, _ admission: Admission) async throws(CustodyError) -> TeamMember {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        guard member.subject != actor.subject else { throw .conflict("oneself") }
        guard Self.isName(member.name.spoken) else { throw .conflict("member.name") }
        let known = try await atHisPlace(member)
        guard known.reader.mayBeEntrusted else { throw .conflict("member.role") }
        guard case .person(let person) = known.subject else { return known }
        guard known.profession.role.system == CodeSystem.profession else { throw .conflict("member.role") }
        switch await settings.directory(.person(person)) {
        case .none: return known
        case .unavailable: throw .unavailable
        case .unknown, .structure: throw .conflict("member.unknown")
        case .professional(let professions, let workplaces):
            if let professions, !professions.contains(where: { $0.includes(known.profession) }) {
                throw .conflict("member.profession")
            }
            guard workplaces.isEmpty || workplaces.contains(known.structure.id) else {
                throw .conflict("member.structure")
            }
            return known
        }
    }

    /// All of them, each once.
    func verified(_ members: [TeamMember], _ admission: Admission) async throws(CustodyError) -> [TeamMember] {
        guard Set(members.map(\.subject)).count == members.count else { throw .conflict("members") }
        var known: [TeamMember] = []
        for member in members { known.append(try await verified(member, admission)) }
        return known
    }

    /// The structure is the directory's: who could state its sector could hide a banned one.
    private func atHisPlace(_ member: TeamMember) async throws(CustodyError) -> TeamMember {
        if case .structure(let id) = member.subject, id != member.structure.id { throw .conflict("member.structure") }
        switch await settings.directory(.structure(member.structure.id)) {
        case .none: return member
        case .unavailable: throw .unavailable
        case .unknown, .professional: throw .conflict("member.structure")
        case .structure(let name, let sector):
            let place = Structure(id: member.structure.id, name: name, sector: sector ?? member.structure.sector)
            return TeamMember(
                subject: member.subject,
                name: member.name,
                profession: member.profession,
                structure: place
            )
        }
    }

    /// Whether a text can stand as a name: some letters, on one line, not a page.
    static func isName(_ text: String) -> Bool {
        text.saysSomething(within: nameLimit) && !text.contains(where: \.isNewline)
    }
}

extension Profession {
    /// Whether a directory's line covers what is stated.
    fileprivate func includes(_ stated: Profession) -> Bool {
        role == stated.role && (specialty == nil || specialty == stated.specialty)
    }
}

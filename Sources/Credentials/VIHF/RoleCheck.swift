internal import DMPWire
internal import HealthRecord

/// V8: the role an actor gets; a certificate that says one is believed, and what is declared may only narrow it.
enum RoleCheck {
    private static let physician = "10"
    private static let pharmacist = "21"

    /// - Parameter holder: the person of the card in direct mode; nil where a structure answers for its people.
    static func profession(_ vihf: VIHF, holder: CertifiedPerson?) throws(VIHFRefusal) -> Profession {
        guard let role = vihf.roles.first, vihf.roles.count <= 2 else { throw .unknownRole }
        let specialty = vihf.roles.dropFirst().first
        let isProfession = isProfession(role)
        guard role.system != CodeSystem.specialty, specialty.map({ !Self.isProfession($0) }) != false else {
            throw .unknownRole
        }
        let needsSpecialty = isProfession && (role.value == physician || role.value == pharmacist)
        guard !needsSpecialty || specialty != nil else { throw .missingSpecialty }
        if isProfession, role.value == physician, specialty?.system != CodeSystem.specialty { throw .unknownRole }
        if let holder {
            try check(role, isProfession: isProfession, holder: holder)
            if let specialty, specialty.system == CodeSystem.specialty, !holder.specialties.isEmpty,
                !holder.specialties.contains(specialty)
            {
                throw .specialtyMismatch
            }
        }
        return Profession(role: role, specialty: specialty)
    }

    private static func isProfession(_ code: Code) -> Bool {
        code.system == CodeSystem.profession || code.system == CodeSystem.professionInTraining
    }

    private static func check(_ role: Code, isProfession: Bool, holder: CertifiedPerson) throws(VIHFRefusal) {
        switch holder.kind {
        case .professional:
            // Cards always say it; a software certificate that does not cannot make somebody a professional.
            guard let certified = holder.profession, role == certified else { throw .roleMismatch }
        case .trainee:
            // TRE_G16 numbers professions as TRE_G15 does, and trainees have their column in the matrix.
            guard isProfession, let certified = holder.profession, role.value == certified.value else {
                throw .roleMismatch
            }
        case .employee, .structure:
            guard !isProfession else { throw .roleMismatch }
        }
    }
}

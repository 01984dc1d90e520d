internal import DMPWire
internal import HealthRecord

/// V8: the role an actor gets; a certificate that says one is believed, and what is declared may only narrow it.
enum RoleCheck {
    private static let physician = "10"
    private static let pharmacist = "21"

    /// - Parameter holder: the person of the card in direct mode; nil where a structure answers for its people.
    static func profession(_ vihf: VIHF, holder: CertifiedPerson?) throws(VIHFRefusal) -> Profession {
        guard let stated = vihf.roles.first, vihf.roles.count <= 2 else { throw .unknownRole }
        // TRE_G16 ends here: the rules know the profession learnt.
        let training = ProfessionInTraining(stated)
        let role = (training?.learnt ?? stated).underItsOwnTable
        let specialty = vihf.roles.dropFirst().first
        let isProfession = isProfession(role)
        guard role.system != CodeSystem.specialty, specialty.map({ !Self.isProfession($0) }) != false else {
            throw .unknownRole
        }
        guard role.system != CodeSystem.professionInTraining else { throw .unknownRole }
        // Who is registered has a specialty; somebody in training may have none yet.
        let needsSpecialty = training == nil && isProfession && (role.value == physician || role.value == pharmacist)
        guard !needsSpecialty || specialty != nil else { throw .missingSpecialty }
        if isProfession, role.value == physician, let specialty, specialty.system != CodeSystem.specialty {
            throw .unknownRole
        }
        if let holder {
            try check(role, training, isProfession: isProfession, holder: holder)
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

    /// What the certificates make of whoever acts, and what the assertion adds to it.
    ///
    /// A structure that signed its people in by strong means says who of them is in training: a seal tells no kinds apart.
    static func holder(_ vihf: VIHF, signer: HolderKind) -> HolderKind {
        guard signer == .structure, vihf.mode == .reinforcedIndirect,
            vihf.roles.first.flatMap({ ProfessionInTraining($0) }) != nil
        else { return signer }
        return .trainee
    }

    private static func check(
        _ role: Code,
        _ training: ProfessionInTraining?,
        isProfession: Bool,
        holder: CertifiedPerson
    ) throws(VIHFRefusal) {
        switch holder.kind {
        case .professional:
            // Cards always say it; a software certificate that does not cannot make somebody a professional.
            guard training == nil, let certified = holder.profession, role == certified else { throw .roleMismatch }
        case .trainee:
            // Software writes the profession by either table, and so may the card.
            guard let certified = holder.profession?.professionExercised, role == certified else {
                throw .roleMismatch
            }
        case .employee, .structure:
            guard !isProfession else { throw .roleMismatch }
        }
    }
}

extension Code {
    /// The secretary's role, which no table of professions holds, under the table that does: software writes it under either.
    var underItsOwnTable: Code {
        guard system == CodeSystem.profession, value == "SECRETARIAT_MEDICAL" else { return self }
        return Code(value, CodeSystem.nonProfession, label: label)
    }
}

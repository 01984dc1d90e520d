internal import DMPWire
internal import HealthRecord

/// The structure in which an actor acts: by the certificate where it names one, by the directory where there is one.
struct StructureCheck: Sendable {
    let directory: DirectoryCheck

    func structure(
        _ vihf: VIHF,
        person: ProfessionalID?,
        signer: CareCertificate
    ) async throws(VIHFRefusal) -> Structure {
        if let certified = signer.structure, certified != vihf.structure {
            try await requireMembership(of: vihf.structure, in: certified)
        }
        switch directory {
        case .stated:
            return vihf.statedStructure(signer)
        case .confirmedOfCards(let directory):
            if signer.structure == nil { try await requireLink(of: person, to: vihf.structure, directory) }
            return vihf.statedStructure(signer)
        case .confirmed(let directory):
            let answer: Result<Structure, VIHFRefusal>
            do throws(CareDirectory.Unavailable) {
                answer = try await confirmed(vihf, person: person, directory)
            } catch {
                throw .directoryUnavailable
            }
            return try answer.get()
        }
    }

    /// What the structure rests on once it has been accepted.
    func standing(_ signer: CareCertificate) -> StructureStanding {
        if case .stated = directory, signer.structure == nil { return .stated }
        return .vouched
    }

    /// A card says who somebody is; where he works, the directory says.
    private func requireLink(
        of person: ProfessionalID?,
        to structure: StructureID,
        _ directory: CareDirectory
    ) async throws(VIHFRefusal) {
        guard let person else { throw .notLinked }
        let known: CareDirectory.Entry?
        let link: CareDirectory.Link
        do throws(CareDirectory.Unavailable) {
            known = try await directory.structure(structure)
            link = try await directory.employment(person, structure)
        } catch {
            throw .directoryUnavailable
        }
        guard let known else { throw .unknownStructure }
        guard known.activity == .active else { throw .closedStructure }
        guard link == .known else { throw .notLinked }
    }

    private func requireMembership(of structure: StructureID, in entity: StructureID) async throws(VIHFRefusal) {
        guard case .confirmed(let directory) = directory else { throw .structureMismatch }
        let link: CareDirectory.Link
        do throws(CareDirectory.Unavailable) {
            link = try await directory.membership(structure, entity)
        } catch {
            throw .directoryUnavailable
        }
        guard link == .known else { throw .structureMismatch }
    }

    /// V8: what is declared for somebody whose card is not here is held against the directory.
    func confirm(_ profession: Profession, of person: ProfessionalID?) async throws(VIHFRefusal) {
        guard case .confirmed(let directory) = directory, let person else { return }
        let known: [Profession]?
        do throws(CareDirectory.Unavailable) {
            known = try await directory.professions(person)
        } catch {
            throw .directoryUnavailable
        }
        guard let known else { return }
        let sameRole = known.filter { $0.role == profession.role }
        guard !sameRole.isEmpty else { throw .roleMismatch }
        guard sameRole.contains(where: { $0.specialty == nil || $0.specialty == profession.specialty }) else {
            throw .specialtyMismatch
        }
    }

    private func confirmed(
        _ vihf: VIHF,
        person: ProfessionalID?,
        _ directory: CareDirectory
    ) async throws(CareDirectory.Unavailable) -> Result<Structure, VIHFRefusal> {
        guard let entry = try await directory.structure(vihf.structure) else { return .failure(.unknownStructure) }
        guard entry.activity == .active else { return .failure(.closedStructure) }
        if let sector = entry.sector, sector != vihf.sector { return .failure(.sectorMismatch) }
        // An employee's card already names its structure; registered professionals are in the directory.
        if let person, person.register == .rpps || person.register == .adeli,
            try await directory.employment(person, vihf.structure) != .known
        {
            return .failure(.notLinked)
        }
        return .success(Structure(id: vihf.structure, name: entry.name, sector: vihf.sector))
    }
}

extension VIHF {
    /// The structure in the words of the assertion, with the name that the certificate has for it.
    fileprivate func statedStructure(_ signer: CareCertificate) -> Structure {
        Structure(id: structure, name: signer.organisation ?? "", sector: sector)
    }
}

extension CareCertificate {
    /// The structure's name as the certificate writes it.
    var organisation: String? {
        switch holder {
        case .person(let person): person.organisation
        case .structure(let structure): structure.organisation
        }
    }
}

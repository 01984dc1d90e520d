public import HealthRecord

/// Turns the certificate of a browser's connection into a person of care, with the situations that the directory knows.
///
/// A browser sends no assertion: profession and specialty come from the card, structures from the directory, never from
/// what somebody types (security design § 4.8, V8).
public struct CardVerifier: Sendable {
    private let certificates: CertificateVerifier
    private let directory: CareDirectory?
    private static let physician = "10"
    private static let pharmacist = "21"

    /// Joins both; without a directory nobody has a situation.
    public init(certificates: CertificateVerifier, directory: CareDirectory?) {
        self.certificates = certificates
        self.directory = directory
    }

    /// The holder of a card, at a moment.
    public func holder(of der: [UInt8], at now: Instant) async throws(CardRefusal) -> CardHolder {
        let verified: VerifiedCertificate
        do throws(CertificateRefusal) {
            verified = try await certificates.verify(der: der, for: [.personAuthentication], at: now)
        } catch .wrongUse(.structureAuthentication), .wrongUse(.structureSeal), .wrongUse(.server) {
            throw .notAPerson
        } catch {
            throw .certificate(error)
        }
        guard let person = verified.certificate.person else { throw .notAPerson }
        let situations = try await situations(of: person)
        guard !situations.isEmpty else { throw .noSituation }
        return CardHolder(person: person, situations: situations)
    }

    private func situations(of person: CertifiedPerson) async throws(CardRefusal) -> [CareActor] {
        guard let directory else { throw .noSituation }
        let places: [Structure]
        let known: [Profession]?
        do throws(CareDirectory.Unavailable) {
            places = try await structures(of: person, directory)
            known = try await directory.professions(person.id)
        } catch {
            throw .directoryUnavailable
        }
        let professions = Self.professions(of: person, directory: known)
        guard !professions.isEmpty else { throw .noProfession }
        return places.flatMap { place in
            professions.map { profession in
                CareActor(
                    person: person.id,
                    name: person.name,
                    profession: profession,
                    structure: place,
                    holder: person.kind,
                    authentication: .direct
                )
            }
        }
    }

    private func structures(
        of person: CertifiedPerson,
        _ directory: CareDirectory
    ) async throws(CareDirectory.Unavailable) -> [Structure] {
        // An employee's card names its structure and opens no other.
        let ids: [StructureID]
        if let own = person.structure { ids = [own] } else { ids = try await directory.workplaces(person.id) }
        var places: [Structure] = []
        for id in ids {
            guard let entry = try await directory.structure(id), entry.activity == .active, let sector = entry.sector
            else { continue }
            places.append(Structure(id: id, name: entry.name, sector: sector))
        }
        return places
    }

    /// What the card says, and the directory's specialty where the card lists none.
    private static func professions(of person: CertifiedPerson, directory: [Profession]?) -> [Profession] {
        guard person.kind != .employee else {
            return [
                Profession(role: Code("SECRETARIAT_MEDICAL", CodeSystem.nonProfession, label: "Secrétariat médical"))
            ]
        }
        // Of somebody in training (TRE_G16) the rules know the profession learnt.
        guard let role = person.profession?.professionExercised else { return [] }
        let sameRole = (directory ?? []).filter { $0.role == role }
        // The directory may narrow a card and label what it says, never widen it.
        let fromDirectory = sameRole.filter { profession in
            guard let specialty = profession.specialty else { return false }
            return person.specialties.isEmpty || specialty.system != CodeSystem.specialty
                || person.specialties.contains(specialty)
        }
        if !fromDirectory.isEmpty { return fromDirectory }
        if !person.specialties.isEmpty { return person.specialties.map { Profession(role: role, specialty: $0) } }
        let needsSpecialty = role.value == physician || role.value == pharmacist
        return needsSpecialty && person.kind == .professional ? [] : [Profession(role: role)]
    }
}

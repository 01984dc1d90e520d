public import HealthRecord

/// Somebody who works in care in the sample world.
public struct SampleProfessional: Hashable, Sendable {
    /// Short name for code and tests, such as `gp`.
    public let key: String
    /// National identifier.
    public let id: ProfessionalID
    /// Names.
    public let name: PersonName
    /// Profession and specialty.
    public let profession: Profession
    /// What kind of card they hold.
    public let holder: HolderKind
    /// Where they work.
    public let workplace: SampleStructure
    /// Specialty as documents state it (JDV_J01).
    public let authorSpecialty: Code

    /// The professional as verified evidence would show them.
    public func actor(_ authentication: AuthenticationMode = .direct) -> CareActor {
        CareActor(
            person: id,
            name: name,
            profession: profession,
            structure: workplace.structure,
            holder: holder,
            authentication: authentication
        )
    }

    /// The professional as the author of a document or a lot.
    public func author(role: String? = nil) -> Author {
        Author(
            identifier: id.text,
            assigningAuthority: ProfessionalID.root,
            name: name,
            identifierType: "IDNPS",
            institutions: [
                AuthorInstitution(
                    name: workplace.structure.name,
                    identifier: workplace.structure.id.text,
                    assigningAuthority: StructureID.root
                )
            ],
            role: role,
            specialty: authorSpecialty
        )
    }
}

/// A professional at one of the places where he works, as the directory of a deployment lists him.
public struct ListedProfessional: Hashable, Sendable, Codable {
    /// His national identifier; pages never show it.
    public let person: ProfessionalID
    /// His name.
    public let name: PersonName
    /// What he exercises, the first of it.
    public let profession: Profession
    /// Where.
    public let structure: Structure
    /// In which town; empty where the directory does not say.
    public let town: String

    /// Joins the parts.
    public init(
        person: ProfessionalID,
        name: PersonName,
        profession: Profession,
        structure: Structure,
        town: String
    ) {
        self.person = person
        self.name = name
        self.profession = profession
        self.structure = structure
        self.town = town
    }
}

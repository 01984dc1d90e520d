public import HealthRecord

/// Professionals by name and place, as the directory of a deployment knows them.
public struct ProfessionalSearch: Sendable {
    /// Somebody whom the directory knows, at one of his places.
    public struct Found: Hashable, Sendable, Codable {
        /// His national identifier; pages never show it.
        public let person: ProfessionalID
        /// His name.
        public let name: PersonName
        /// What he exercises.
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

    /// Those whose name is like the one asked for; nil while the directory cannot answer.
    public var find: @Sendable (_ name: String) async -> [Found]?

    /// Asks by this function.
    public init(find: @escaping @Sendable (_ name: String) async -> [Found]?) { self.find = find }
}

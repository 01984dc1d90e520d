public import HealthRecord

/// The directory of structures and of who works there, as the caller reaches it (*Annuaire Santé*, or an own table).
public struct CareDirectory: Sendable {
    /// The directory cannot answer now.
    public struct Unavailable: Error, Hashable, Sendable {
        /// Makes the error.
        public init() {}
    }

    /// What the directory says of a structure.
    public struct Entry: Hashable, Sendable {
        /// Whether it still works.
        public enum Activity: String, Hashable, Sendable {
            /// It does.
            case active
            /// It has closed.
            case closed
        }

        /// Its name.
        public let name: String
        /// Its sector, where known.
        public let sector: Code?
        /// Whether it still works.
        public let activity: Activity

        /// Joins the parts.
        public init(name: String, sector: Code?, activity: Activity) {
            self.name = name
            self.sector = sector
            self.activity = activity
        }
    }

    /// A link between two that the directory knows, or does not.
    public enum Link: String, Hashable, Sendable {
        /// It knows it.
        case known
        /// It does not.
        case unknown
    }

    /// Everybody whose name is like the one asked for; nil where the directory holds no names.
    public var search: (@Sendable (_ name: String) async throws(Unavailable) -> [ListedProfessional])?

    /// The entry of a structure; nil where there is none.
    public var structure: @Sendable (StructureID) async throws(Unavailable) -> Entry?
    /// Whether a person works in a structure.
    public var employment: @Sendable (ProfessionalID, StructureID) async throws(Unavailable) -> Link
    /// Whether a structure belongs to the legal entity that holds a certificate (FINESS *EG* and *EJ*).
    public var membership: @Sendable (_ structure: StructureID, _ entity: StructureID) async throws(Unavailable) -> Link

    /// The professions that a person exercises, a specialty left out meaning any; nil where the directory does not say.
    public var professions: @Sendable (ProfessionalID) async throws(Unavailable) -> [Profession]?

    /// The structures in which a person works, in the directory's order; empty where it knows none.
    public var workplaces: @Sendable (ProfessionalID) async throws(Unavailable) -> [StructureID]

    /// How to write to a person; nil where the directory knows no safe way.
    public var contact: @Sendable (ProfessionalID) async throws(Unavailable) -> CareContact?

    /// Joins the questions.
    public init(
        structure: @escaping @Sendable (StructureID) async throws(Unavailable) -> Entry?,
        employment: @escaping @Sendable (ProfessionalID, StructureID) async throws(Unavailable) -> Link,
        membership: @escaping @Sendable (StructureID, StructureID) async throws(Unavailable) -> Link = {
            (_: StructureID, _: StructureID) async throws(Unavailable) -> Link in .unknown
        },
        professions: @escaping @Sendable (ProfessionalID) async throws(Unavailable) -> [Profession]? = {
            (_: ProfessionalID) async throws(Unavailable) -> [Profession]? in nil
        },
        workplaces: @escaping @Sendable (ProfessionalID) async throws(Unavailable) -> [StructureID] = {
            (_: ProfessionalID) async throws(Unavailable) -> [StructureID] in []
        },
        contact: @escaping @Sendable (ProfessionalID) async throws(Unavailable) -> CareContact? = {
            (_: ProfessionalID) async throws(Unavailable) -> CareContact? in nil
        },
        search: (@Sendable (String) async throws(Unavailable) -> [ListedProfessional])? = nil
    ) {
        self.structure = structure
        self.employment = employment
        self.membership = membership
        self.professions = professions
        self.workplaces = workplaces
        self.contact = contact
        self.search = search
    }
}

/// What is done about structures that only the software states.
public enum DirectoryCheck: Sendable {
    /// The statement is believed: the certificate does not contradict it.
    case stated
    /// The directory must confirm it.
    case confirmed(by: CareDirectory)
    /// The directory must confirm where the holder of a card works; what a structure's own certificate vouches for is believed.
    case confirmedOfCards(by: CareDirectory)
}

/// Every rule that is data: the dated sets, and the matrices that apply to all of them.
///
/// Loading is strict: an unknown or missing key, a row twice, a contradiction stop the server at its start.
public struct RuleBook: Sendable {
    /// The sets by their name.
    public let policySets: [String: PolicySet]
    let functional: FunctionalMatrix
    let reinforced: FunctionalMatrix
    let portal: PortalMatrix
    let professions: ProfessionMatrix

    /// The texts that make a book.
    public struct Texts: Sendable {
        /// Each set of rules, by the name of its file.
        public var policySets: [String: [UInt8]]
        /// The functional matrix, in normal authentication.
        public var functional: String
        /// The functional matrix under reinforced indirect authentication.
        public var reinforced: String
        /// What those who are no care actors may do.
        public var portal: String
        /// The profession matrix.
        public var professions: String
        /// Roles outside the health code and their rows.
        public var roles: String

        /// Joins the texts.
        public init(
            policySets: [String: [UInt8]],
            functional: String,
            reinforced: String,
            portal: String,
            professions: String,
            roles: String
        ) {
            self.policySets = policySets
            self.functional = functional
            self.reinforced = reinforced
            self.portal = portal
            self.professions = professions
            self.roles = roles
        }
    }

    /// Reads all texts, or says what is wrong with the first bad one.
    public init(_ texts: Texts) throws(RuleBookError) {
        var sets: [String: PolicySet] = [:]
        for (file, bytes) in texts.policySets.sorted(by: { $0.key < $1.key }) {
            let set = try PolicySet(json: bytes, file: file)
            guard sets.updateValue(set, forKey: set.id) == nil else {
                throw .contradiction(file: file, key: set.id, reason: "another file has this set")
            }
        }
        guard !sets.isEmpty else { throw .missingFile("policies/*.json") }
        policySets = sets
        functional = try FunctionalMatrix(csv: texts.functional, file: "functional.csv")
        reinforced = try FunctionalMatrix(csv: texts.reinforced, file: "functional-air.csv")
        portal = try PortalMatrix(csv: texts.portal, file: "portal.csv")
        professions = try ProfessionMatrix(
            csv: texts.professions,
            file: "professions.csv",
            rolesCSV: texts.roles,
            rolesFile: "roles.csv"
        )
    }

    /// The keys of the profession matrix that are professions of the health code, such as `G15_60`.
    public var professionKeys: [String] { professions.keys.filter { $0.hasPrefix("G15_") } }
}

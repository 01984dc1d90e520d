/// Every rule that is data: the dated sets, and the matrices that apply to all of them.
///
/// Loading is strict: an unknown or missing key, a row twice, a contradiction stop the server at its start.
public struct RuleBook: Sendable {
    /// The sets by their name, each in its highest version.
    public let policySets: [String: PolicySet]
    /// Every version of every set, for decisions of the past.
    private let editions: [String: PolicySet]
    let functional: FunctionalMatrix
    let reinforced: FunctionalMatrix
    let portal: PortalMatrix
    let professions: ProfessionMatrix

    /// The texts that make a book.
    public struct Texts: Sendable {
        /// Each set of rules, by the name of its file.
        public var policySets: [String: [UInt8]]
        /// Sets that an operator adds, by the name of their file.
        public var addedSets: [String: [UInt8]] = [:]
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
        guard !texts.policySets.isEmpty else { throw .missingFile("policies/*.json") }
        var library = Library()
        try library.add(texts.policySets, isBuiltIn: true)
        try library.add(texts.addedSets, isBuiltIn: false)
        policySets = library.latest
        editions = library.editions
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

    /// A set by its name and version, such as `mes2026@1`; nil where the book has no such edition.
    public func policySet(reference: String) -> PolicySet? { editions[reference] }

    /// Every edition, by first day of validity, then name and version.
    public var allPolicySets: [PolicySet] {
        editions.values.sorted { ($0.validFrom, $0.id, $0.version) < ($1.validFrom, $1.id, $1.version) }
    }

    /// The keys of the profession matrix that are professions of the health code, such as `G15_60`.
    public var professionKeys: [String] { professions.keys.filter { $0.hasPrefix("G15_") } }
}

/// Sets on their way into a book.
private struct Library {
    var latest: [String: PolicySet] = [:]
    var editions: [String: PolicySet] = [:]
    private var builtIn: Set<String> = []

    mutating func add(_ texts: [String: [UInt8]], isBuiltIn: Bool) throws(RuleBookError) {
        for (file, bytes) in texts.sorted(by: { $0.key < $1.key }) {
            let set = try PolicySet(json: bytes, file: file)
            guard isBuiltIn || !builtIn.contains(set.id) else {
                throw .contradiction(file: file, key: set.id, reason: "a set that ships has this name")
            }
            guard editions.updateValue(set, forKey: set.reference) == nil else {
                throw .contradiction(file: file, key: set.reference, reason: "another file has this set and version")
            }
            if isBuiltIn { builtIn.insert(set.id) }
            if set.version >= latest[set.id]?.version ?? 0 { latest[set.id] = set }
        }
    }
}

/// Every rule that is data: the dated sets, and the matrices that apply to all of them.
///
/// Loading is strict: an unknown or missing key, a row twice, a contradiction stop the server at its start.
public struct RuleBook: Sendable {
    /// The sets by their name, each in its highest version.
    public let policySets: [String: PolicySet]
    /// Every version of every set, for decisions of the past.
    private let editions: [String: PolicySet]
    let matrices: Matrices

    var functional: FunctionalMatrix { matrices.functional }
    var reinforced: FunctionalMatrix { matrices.reinforced }
    var portal: PortalMatrix { matrices.portal }
    var professions: ProfessionMatrix { matrices.professions }

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
        /// The profession matrix that ships.
        public var professions: String
        /// Profession matrices that an operator adds, by the name that sets give them.
        public var addedProfessions: [String: String] = [:]
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
        matrices = try Matrices(texts)
        policySets = try matrices.bind(library.latest, library.files)
        editions = try matrices.bind(library.editions, library.files)
    }

    /// A set by its name and version, such as `mes2026@1`; nil where the book has no such edition.
    public func policySet(reference: String) -> PolicySet? { editions[reference] }

    /// Every edition, by first day of validity, then name and version.
    public var allPolicySets: [PolicySet] {
        editions.values.sorted { ($0.validFrom, $0.id, $0.version) < ($1.validFrom, $1.id, $1.version) }
    }

    /// The keys of the profession matrix that are professions of the health code, such as `G15_60`.
    public var professionKeys: [String] { professions.keys.filter { $0.hasPrefix("G15_") } }

    /// Whether the matrix of a set has anything to say of a profession (TRE_G15) and a class of documents: only that can be closed.
    public func knows(profession: String, category: String, under set: String) -> Bool {
        policySets[set]?.professions?.knows(profession: profession, category: category) ?? false
    }

    /// The classes of documents that a holder may close to a profession, in order.
    public func categories(ofProfession profession: String, under set: String) -> [String] {
        policySets[set]?.professions?.categories(ofProfession: profession) ?? []
    }

    /// The names of the profession matrices, in order.
    public var professionMatrices: [String] { matrices.named.keys.sorted() }
}

/// Sets on their way into a book.
private struct Library {
    var latest: [String: PolicySet] = [:]
    var editions: [String: PolicySet] = [:]
    /// The file of each edition.
    var files: [String: String] = [:]
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
            files[set.reference] = file
            if isBuiltIn { builtIn.insert(set.id) }
            if set.version >= latest[set.id]?.version ?? 0 { latest[set.id] = set }
        }
    }
}

/// The matrices, behind one reference: a decision takes the book along and copies none of them.
final class Matrices: Sendable {
    let functional: FunctionalMatrix
    let reinforced: FunctionalMatrix
    let portal: PortalMatrix
    /// The matrix that ships.
    let professions: ProfessionMatrix
    /// All of them by name.
    let named: [String: ProfessionMatrix]

    init(_ texts: RuleBook.Texts) throws(RuleBookError) {
        functional = try FunctionalMatrix(csv: texts.functional, file: "functional.csv")
        reinforced = try FunctionalMatrix(csv: texts.reinforced, file: "functional-air.csv")
        portal = try PortalMatrix(csv: texts.portal, file: "portal.csv")
        professions = try ProfessionMatrix(
            csv: texts.professions,
            file: "professions.csv",
            rolesCSV: texts.roles,
            rolesFile: "roles.csv"
        )
        var named = [ProfessionMatrix.shipped: professions]
        for (name, text) in texts.addedProfessions.sorted(by: { $0.key < $1.key }) {
            let file = name + ".csv"
            guard PolicySet.isName(name) else { throw .inadmissible(file: file, key: "name", value: name) }
            let matrix = try ProfessionMatrix(csv: text, file: file, rolesCSV: texts.roles, rolesFile: "roles.csv")
            guard named.updateValue(matrix, forKey: name) == nil else {
                throw .contradiction(file: file, key: name, reason: "a matrix that ships has this name")
            }
        }
        self.named = named
    }

    /// The sets with the matrices that they name; one that names none that is there does not load.
    func bind(_ sets: [String: PolicySet], _ files: [String: String]) throws(RuleBookError) -> [String: PolicySet] {
        var bound = sets
        for (key, set) in sets.sorted(by: { $0.key < $1.key }) {
            guard let matrix = named[set.professionMatrix] else {
                throw .inadmissible(
                    file: files[set.reference] ?? set.reference,
                    key: PolicyKey.professionMatrix.rawValue,
                    value: "\(set.professionMatrix): no such matrix, but \(named.keys.sorted().joined(separator: ", "))"
                )
            }
            bound[key]?.professions = matrix
        }
        return bound
    }
}

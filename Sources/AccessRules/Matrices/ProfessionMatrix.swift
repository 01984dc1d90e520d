import HealthRecord

/// Profession × type of document (order of 26/10/2023): what a profession may read and file.
///
/// A type's row wins over its class's; a specialty's rows win over its profession's; what no row names is undefined.
struct ProfessionMatrix: Sendable {
    /// One row's rights and where they come from.
    struct Rights: Hashable, Sendable {
        let read: Bool
        let write: Bool
        let source: LegalSource
    }

    /// The rows of one profession.
    struct Rows: Sendable {
        fileprivate(set) var types: [Code: Rights] = [:]
        fileprivate(set) var classes: [String: Rights] = [:]
        /// Classes of which something may be read, by a row of their own or by a type's.
        fileprivate(set) var readableClasses: Set<String> = []

        fileprivate func rights(_ type: Code, _ classCode: Code) -> Rights? {
            if let rights = types[type] { return rights }
            return classCode.system == CodeSystem.documentClass ? classes[classCode.value] : nil
        }
    }

    /// The key of a row group, in file order.
    let keys: [String]
    /// The standing of each row: `verified`, `verified-rule`, `assumed`.
    static let standings = ["verified", "verified-rule", "assumed"]

    private let groups: [Rows]
    /// Profession code of TRE_G15, then specialty.
    private let professions: [String: Int]
    private let specialties: [String: [String: Int]]
    /// Pseudo-professions (`PATIENT`, `CPE`, `COORD`…).
    private let named: [String: Int]
    /// Roles outside the health code.
    private let roles: [Code: Int]

    init(csv text: String, file: String, rolesCSV: String, rolesFile: String) throws(RuleBookError) {
        let header = ["profession_code", "class_code", "type_system", "type_code", "read", "write", "status", "source"]
        let table = try CSVTable(text, file: file, header: header)
        var keys: [String] = []
        var index: [String: Int] = [:]
        var groups: [Rows] = []
        var citations: [String: LegalSource] = [:]
        for row in table.rows {
            let (key, classCode, system, type) = (row[0], row[1], row[2], row[3])
            let place = "\(key) \(classCode) \(type)"
            guard let read = Self.bit(row[4]), let write = Self.bit(row[5]) else {
                throw .inadmissible(file: file, key: place, value: "\(row[4]),\(row[5])")
            }
            guard Self.standings.contains(row[6]) else { throw .inadmissible(file: file, key: place, value: row[6]) }
            guard !key.isEmpty, !classCode.isEmpty, !row[7].isEmpty, system.isEmpty == type.isEmpty else {
                throw .missing(file: file, key: place)
            }
            let source = citations[row[7]] ?? LegalSource(row[7])
            citations[row[7]] = source
            let rights = Rights(read: read, write: write, source: source)
            let group = index[key] ?? groups.count
            if group == groups.count {
                index[key] = group
                keys.append(key)
                groups.append(Rows())
            }
            let former =
                type.isEmpty
                ? groups[group].classes.updateValue(rights, forKey: classCode)
                : groups[group].types.updateValue(rights, forKey: Code(type, system))
            guard former == nil else { throw .contradiction(file: file, key: place, reason: "written twice") }
            if read { groups[group].readableClasses.insert(classCode) }
        }
        for required in ["G15_10", "PATIENT", "CPE", "CERT_ES", "ALIM_AM", "COORD", "ESMS"] where index[required] == nil
        {
            throw .missing(file: file, key: required)
        }
        if let insurer = index["ASSUR"],
            groups[insurer].types.values.contains(where: { $0.read || $0.write })
                || groups[insurer].classes.values.contains(where: { $0.read || $0.write })
        {
            throw .contradiction(file: file, key: "ASSUR", reason: "insurers are banned by law (CSP L1111-18)")
        }
        self.keys = keys
        self.groups = groups
        named = index
        (professions, specialties) = Self.split(index)
        roles = try Self.roles(rolesCSV, file: rolesFile, index)
    }

    private static func bit(_ text: String) -> Bool? { text == "1" ? true : text == "0" ? false : nil }

    /// `G15_10` and `G15_10/SM25` become what an actor's two codes find without a text being made.
    private static func split(_ index: [String: Int]) -> ([String: Int], [String: [String: Int]]) {
        var professions: [String: Int] = [:]
        var specialties: [String: [String: Int]] = [:]
        for (key, group) in index where key.hasPrefix("G15_") {
            let parts = key.dropFirst(4).split(separator: "/", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                specialties[parts[0], default: [:]][parts[1]] = group
            } else if let profession = parts.first {
                professions[profession] = group
            }
        }
        return (professions, specialties)
    }

    private static func roles(
        _ text: String,
        file: String,
        _ index: [String: Int]
    ) throws(RuleBookError) -> [Code: Int] {
        let table = try CSVTable(text, file: file, header: ["system", "code", "matrix_key", "source"])
        var roles: [Code: Int] = [:]
        for row in table.rows {
            guard let group = index[row[2]] else { throw .unknown(file: file, key: row[2]) }
            guard roles.updateValue(group, forKey: Code(row[1], row[0])) == nil else {
                throw .contradiction(file: file, key: row[1], reason: "written twice")
            }
        }
        return roles
    }

    /// What a profession of the health code may do with a type; nil where no row names either.
    func rights(of profession: Profession, type: Code, classCode: Code) -> Rights? {
        guard profession.role.system == CodeSystem.profession else { return nil }
        if let specialty = profession.specialty, let group = specialties[profession.role.value]?[specialty.value],
            let rights = groups[group].rights(type, classCode)
        {
            return rights
        }
        return professions[profession.role.value].flatMap { groups[$0].rights(type, classCode) }
    }

    /// The classes in which a profession reads something, whatever its specialty.
    func categories(ofProfession profession: String) -> [String] {
        let own = ([professions[profession]] + (specialties[profession].map { Array($0.values) } ?? [])).compactMap(
            \.self
        )
        return Set(own.flatMap { groups[$0].readableClasses }).sorted()
    }

    /// Whether a profession reads anything in a class.
    func knows(profession: String, category: String) -> Bool {
        categories(ofProfession: profession).contains(category)
    }

    /// What a role outside the health code may do with a type.
    func rights(ofRole role: Code, type: Code, classCode: Code) -> Rights? {
        roles[role].flatMap { groups[$0].rights(type, classCode) }
    }

    /// What a pseudo-profession may do with a type.
    func rights(ofKey key: String, type: Code, classCode: Code) -> Rights? {
        named[key].flatMap { groups[$0].rights(type, classCode) }
    }
}

import HealthRecord

/// Profession × type of document (order of 26/10/2023): what a profession may read and file.
///
/// A type's row wins over its class's; a specialty's rows win over its profession's; what no row names is undefined. Sets
/// refer to a matrix by a name; behind one reference, as each of them takes its own along.
final class ProfessionMatrix: Sendable {
    /// The name of the one that ships: the order of 26/10/2023.
    static let shipped = "order2023"

    /// One row's rights and where they come from.
    struct Rights: Hashable, Sendable {
        let read: Bool
        let write: Bool
        let source: LegalSource
    }

    /// The rows of one profession, as they are read.
    fileprivate struct Group {
        var types: [Code: Rights] = [:]
        var classes: [String: Rights] = [:]
        /// Classes of which something may be read, by a row of their own or by a type's.
        var readableClasses: Set<String> = []
    }

    /// The rows of one profession; behind one reference, as each question takes its own along.
    fileprivate final class Rows: Sendable {
        let group: Group

        init(_ group: Group) { self.group = group }

        func rights(_ type: Code, _ classCode: Code) -> Rights? {
            if let rights = group.types[type] { return rights }
            return classCode.system == CodeSystem.documentClass ? group.classes[classCode.value] : nil
        }
    }

    /// The rows that answer for somebody: a specialty's, and behind them the profession's.
    struct Answering: Sendable {
        private let specialty: Rows?
        private let profession: Rows?

        fileprivate init(specialty: Rows? = nil, _ profession: Rows?) {
            self.specialty = specialty
            self.profession = profession
        }

        /// What may be done with a type; nil where no row names it or its class.
        func rights(_ type: Code, _ classCode: Code) -> Rights? {
            specialty?.rights(type, classCode) ?? profession?.rights(type, classCode)
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
        var groups: [Group] = []
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
                groups.append(Group())
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
        self.groups = groups.map(Rows.init)
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

    /// The rows of a profession of the health code.
    func rows(of profession: Profession) -> Answering {
        guard profession.role.system == CodeSystem.profession else { return Answering(nil) }
        let role = profession.role.value
        let specialty = profession.specialty.flatMap { specialties[role]?[$0.value] }
        return Answering(specialty: specialty.map { groups[$0] }, professions[role].map { groups[$0] })
    }

    /// The classes in which a profession reads something, whatever its specialty.
    func categories(ofProfession profession: String) -> [String] {
        let own = ([professions[profession]] + (specialties[profession].map { Array($0.values) } ?? [])).compactMap(
            \.self
        )
        return Set(own.flatMap { groups[$0].group.readableClasses }).sorted()
    }

    /// Whether a profession reads anything in a class.
    func knows(profession: String, category: String) -> Bool {
        categories(ofProfession: profession).contains(category)
    }

    /// The rows of a role outside the health code.
    func rows(ofRole role: Code) -> Answering { Answering(roles[role].map { groups[$0] }) }

    /// The rows of a pseudo-profession.
    func rows(ofKey key: String) -> Answering { Answering(named[key].map { groups[$0] }) }
}

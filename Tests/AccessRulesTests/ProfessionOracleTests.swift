import HealthRecord
import Testing

@testable import AccessRules

/// Every cell of the habilitation matrix (order of 26/10/2023), asked of `decide` and held against the typed-out table.
@Suite struct ProfessionOracleTests {
    /// Somebody whom a row of the matrix speaks of, and the act by which he files.
    private func somebody(_ key: String) throws -> (subject: Subject, filing: Act, origin: DocumentOrigin) {
        switch key {
        case "COORD": return (.care(try House.care("330", system: "1.2.250.1.213.1.6.1.107")), .feed, .care)
        case "ESMS": return (.care(try House.care("41", system: "1.2.250.1.213.1.6.1.4")), .feed, .care)
        case "CERT_ES":
            let software = try House.care(
                "AUTOMATE",
                system: CodeSystem.nonProfession,
                holder: .structure,
                authentication: .indirect
            )
            return (.care(software), .feed, .care)
        case "CPE":
            let secretary = try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee)
            return (.care(secretary), .feedBySecretary, .care)
        case "ASSUR": return (.care(try House.care("ASSUR", system: CodeSystem.nonProfession)), .feed, .care)
        case "PATIENT": return (House.holder, .feed, .holder)
        case "ALIM_AM": return (.system("ALIM_AM"), .feed, .insurer)
        default:
            let codes = key.dropFirst(4).split(separator: "/").map(String.init)
            let role = try #require(codes.first)
            return (.care(try House.care(role, specialty: codes.count > 1 ? codes[1] : nil)), .feed, .care)
        }
    }

    private func check(_ key: String, _ cell: Character, _ type: Code, _ classCode: String) throws {
        let (subject, filing, origin) = try somebody(key)
        var policy = try House.policy()
        if case .care(let actor) = subject {
            policy.authorisations = [House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id))]
        }
        let isRole = key == "COORD" || key == "ESMS"
        let book: RuleBook? = isRole ? Self.openedBook : House.book
        let facts = DocumentFacts(typeCode: type, classCode: Code(classCode, CodeSystem.documentClass))
        // What is listed is read, and nothing else is; but the occupational physician searches and reads nothing (PDT-INF-526,
        // TD3.1 and TD3.2), whatever the cell says.
        let seen = try House.ask(subject, .search, .document(facts), policy, book: book)
        #expect(seen.isPermitted == (cell == "B" || cell == "R"), "\(key) \(type.value) \(classCode): \(seen.rule)")
        let read = try House.ask(subject, .read, .document(facts), policy, book: book)
        let isRead = (cell == "B" || cell == "R") && !Self.searchOnly.contains(key)
        #expect(read.isPermitted == isRead, "\(key) \(type.value) \(classCode): read \(read.rule)")
        var filed = facts
        filed.origin = origin
        filed.relation = .author
        let written = try House.ask(subject, filing, .document(filed), policy, book: book)
        #expect(written.isPermitted == (cell == "B" || cell == "W"), "\(key) \(type.value): \(written.rule)")
        // A type refused by profession alone is silent: it looks as if there were none.
        for refused in [seen, read] where refused.rule == .professionRefused {
            if case .care = subject { #expect(refused.denial == .silent) }
        }
    }

    /// Whom the matrix of functions lets search and not read.
    private static let searchOnly: Set<String> = ["G15_10/SM25"]

    private static let openedBook: RuleBook? = try? House.turned(.nonProfessionalsRead, to: true)

    @Test(arguments: ProfessionOracle.rows.indices)
    func everyCell(row: Int) throws {
        let (key, types, classes) = ProfessionOracle.rows[row]
        let fallback = Dictionary(uniqueKeysWithValues: zip(ProfessionOracle.classes, classes))
        let own = types.isEmpty ? String(repeating: ".", count: ProfessionOracle.types.count) : types
        try #require(own.count == ProfessionOracle.types.count && classes.count == ProfessionOracle.classes.count)
        for (cell, (code, classCode)) in zip(own, ProfessionOracle.types) {
            let system = code.first?.isNumber == true ? CodeSystem.loinc : CodeSystem.frenchType
            let expected = cell == "." ? try #require(fallback[classCode]) : cell
            try check(key, expected, Code(code, system), classCode)
        }
        for (classCode, cell) in fallback { try check(key, cell, Code("00000-1", CodeSystem.loinc), classCode) }
        // What neither a type nor a class names is refused (design § 2, law 4).
        try check(key, "-", Code("00000-1", CodeSystem.loinc), "77")
    }

    @Test func theTableIsWhole() throws {
        #expect(ProfessionOracle.types.count == 102 && ProfessionOracle.rows.count == 29)
        let book = try #require(House.book)
        #expect(Set(book.professionKeys) == Set(ProfessionOracle.rows.map(\.key).filter { $0.hasPrefix("G15_") }))
    }
}

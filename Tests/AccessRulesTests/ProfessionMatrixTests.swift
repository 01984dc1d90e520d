import HealthRecord
import Testing

@testable import AccessRules

/// Profession × type (order of 26/10/2023).
@Suite struct ProfessionMatrixTests {
    private func reads(_ role: String, _ type: String, _ classCode: String, specialty: String? = nil) throws -> Bool {
        let actor = try House.care(role, specialty: specialty)
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let facts = House.document(type, classCode: classCode)
        let decision = try House.ask(.care(actor), .read, .document(facts), policy)
        if decision.rule.rawValue.hasPrefix("profession.") { #expect(decision.denial == .silent) }
        return decision.isPermitted
    }

    /// What the press of the professions reports of the order, type by type.
    @Test(arguments: [
        ("60", "83981-1", true), ("60", "56445-0", true), ("60", "PROT_ALD", true), ("60", "75496-0", false),
        ("60", "68599-0", false), ("60", "83901-9", false), ("60", "68817-6", false), ("60", "89601-9", false),
        ("40", "80788-3", false), ("40", "75496-0", false), ("40", "83981-1", false), ("40", "83901-9", false),
        ("40", "68599-0", false), ("10", "ATTEST-RESID", false), ("10", "11488-4", true), ("10", "68599-0", true),
    ])
    func reportedRows(role: String, type: String, expected: Bool) throws {
        #expect(try reads(role, type, "99") == expected)
    }

    @Test func everyVerifiedRowOfTheFile() throws {
        let book = try #require(House.book)
        let rows = try RuleBook.Texts.bundled().professions.split(separator: "\n").dropFirst()
        var seen = 0
        for row in rows {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields[6].hasPrefix("verified") else { continue }
            seen += 1
            let type = Code(fields[3].isEmpty ? "no such type" : fields[3], fields[2])
            let classCode = Code(fields[1], CodeSystem.documentClass)
            let rights: ProfessionMatrix.Rights?
            if fields[0].hasPrefix("G15_") {
                let codes = fields[0].dropFirst(4).split(separator: "/").map(String.init)
                let profession = Profession(
                    role: Code(codes[0], CodeSystem.profession),
                    specialty: codes.count > 1 ? Code(codes[1], CodeSystem.specialty) : nil
                )
                rights = book.professions.rows(of: profession).rights(type, classCode)
            } else {
                rights = book.professions.rows(ofKey: fields[0]).rights(type, classCode)
            }
            #expect(rights?.read == (fields[4] == "1") && rights?.write == (fields[5] == "1"), "\(row)")
            #expect(rights?.source.text.isEmpty == false)
        }
        #expect(seen == 193)
    }

    @Test func anUnknownTypeFallsBackOnItsClass() throws {
        #expect(try reads("10", "00000-0", "10"))
        #expect(try !reads("28", "00000-0", "45"))
    }

    /// A nurse reads what is of the class and of no type that has a row, and this type of the same class not.
    @Test(arguments: ["10", "11"]) func aTypeWinsOverItsClass(classCode: String) throws {
        #expect(try reads("60", "00000-0", classCode))
        #expect(try !reads("60", "68599-0", classCode))
    }

    @Test func aSpecialtyWithoutRowsFallsBackOnItsProfession() throws {
        #expect(try reads("10", "11488-4", "10", specialty: "SM26"))
        #expect(try reads("21", "11488-4", "10", specialty: "A"))
        #expect(try !reads("10", "11488-4", "10", specialty: "SM25"))
        #expect(try !reads("10", "11488-4", "10", specialty: "C41"))
    }

    @Test func whatNoRowNamesIsRefused() throws {
        #expect(try !reads("10", "00000-0", "no class"))
        #expect(try !reads("32", "11488-4", "10"))
        #expect(try !reads("", "11488-4", "10"))
    }

    @Test func rolesOutsideTheHealthCodeAreNotOpenedYet() throws {
        let actor = try House.care("330", system: "1.2.250.1.213.1.6.1.107")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let decision = try House.ask(.care(actor), .read, .document(House.document()), policy)
        #expect(decision.rule == .professionNotOpened && decision.denial == .silent)
        let book = try House.edited {
            $0.replacing(
                "\"team.nonProfessionals.read\": {\n      \"value\": false",
                with: "\"team.nonProfessionals.read\": {\n      \"value\": true"
            )
        }
        #expect(try House.ask(.care(actor), .read, .document(House.document()), policy, book: book).isPermitted)
        let other = House.document("18748-4", classCode: "31")
        #expect(try !House.ask(.care(actor), .read, .document(other), policy, book: book).isPermitted)
    }
}

extension House {
    /// The bundled book with one of its sets rewritten.
    static func edited(_ set: String = "mes2026", _ edit: (String) -> String) throws -> RuleBook {
        var texts = try RuleBook.Texts.bundled()
        let before = String(decoding: try #require(texts.policySets[set + ".json"]), as: UTF8.self)
        let after = edit(before)
        try #require(before != after)
        texts.policySets[set + ".json"] = Array(after.utf8)
        return try RuleBook(texts)
    }

    /// The same with one flag turned.
    static func turned(_ key: PolicyKey, to value: Bool) throws -> RuleBook {
        try edited {
            $0.replacing(
                "\"\(key.rawValue)\": {\n      \"value\": \(!value)",
                with: "\"\(key.rawValue)\": {\n      \"value\": \(value)"
            )
        }
    }
}

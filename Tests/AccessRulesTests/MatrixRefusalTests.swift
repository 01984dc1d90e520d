import HealthRecord
import Testing

@testable import AccessRules

/// Each fault that a matrix may have, with the error that names it: a book that is not whole does not load.
@Suite struct MatrixRefusalTests {
    private func fault(_ edit: (inout RuleBook.Texts) -> Void) throws -> RuleBookError? {
        var texts = try RuleBook.Texts.bundled()
        edit(&texts)
        do throws(RuleBookError) {
            _ = try RuleBook(texts)
            return nil
        } catch { return error }
    }

    /// A row that is added to the matrix of professions, and the place that the error names.
    @Test(arguments: [
        (",10,,,1,0,assumed,text", " 10 "), ("X,,,,1,0,assumed,text", "X  "), ("X,10,,,1,0,assumed,", "X 10 "),
        ("X,10,system,,1,0,assumed,text", "X 10 "), ("X,10,,type,1,0,assumed,text", "X 10 type"),
    ])
    func aRowOfProfessionsIsWhole(row: String, place: String) throws {
        #expect(try fault { $0.professions += row + "\n" } == .missing(file: "professions.csv", key: place))
    }

    @Test(arguments: [("X,10,,,2,0,assumed,text", "2,0"), ("X,10,,,1,,assumed,text", "1,")])
    func aRightIsOneOrNought(row: String, value: String) throws {
        #expect(
            try fault { $0.professions += row + "\n" }
                == .inadmissible(file: "professions.csv", key: "X 10 ", value: value)
        )
    }

    /// CSP L1111-18: a right to read, and a right to write, of a class or of a type.
    @Test(arguments: ["ASSUR,10,,,1,0", "ASSUR,10,,,0,1", "ASSUR,10,s,t,1,0", "ASSUR,10,s,t,0,1"])
    func insurersHaveNoRow(row: String) throws {
        let kept = try RuleBook.Texts.bundled().professions.split(separator: "\n").filter { !$0.hasPrefix("ASSUR,") }
        let fault = try fault { $0.professions = (kept + [row + ",assumed,text"]).joined(separator: "\n") }
        #expect(fault?.key == "ASSUR" && fault.map { "\($0)".hasPrefix("contradiction") } == true)
    }

    @Test(arguments: ["G15_10", "PATIENT", "CPE", "CERT_ES", "ALIM_AM", "COORD", "ESMS"])
    func noKeyThatTheCodeAsksForMayLack(key: String) throws {
        let kept = try RuleBook.Texts.bundled().professions.split(separator: "\n").filter { !$0.hasPrefix(key + ",") }
        let fault = try fault { $0.professions = kept.joined(separator: "\n") }
        #expect(fault == .missing(file: "professions.csv", key: key))
    }

    @Test func aRoleHasOneRow() throws {
        let twice = RuleBookError.contradiction(file: "roles.csv", key: "301", reason: "written twice")
        #expect(try fault { $0.roles += "1.2.250.1.213.1.6.1.107,301,ESMS,text\n" } == twice)
        let unknown = RuleBookError.unknown(file: "roles.csv", key: "NOBODY")
        #expect(try fault { $0.roles += "1.2.250.1.213.1.6.1.107,999,NOBODY,text\n" } == unknown)
    }

    @Test func everyRowNamesItsSource() throws {
        #expect(
            try fault { $0.functional = $0.functional.withoutSource(of: "TD0.2") }
                == .missing(file: "functional.csv", key: "TD0.2.source")
        )
        #expect(
            try fault { $0.portal = $0.portal.withoutSource(of: "signIn") }
                == .missing(file: "portal.csv", key: "signIn.source")
        )
    }

    @Test func aRowIsWrittenOnce() throws {
        func again(_ text: String, _ key: String) -> String {
            text + (text.split(separator: "\n").last { $0.hasPrefix(key + ",") } ?? "") + "\n"
        }
        #expect(
            try fault { $0.portal = again($0.portal, "read") }
                == .contradiction(file: "portal.csv", key: "read", reason: "written twice")
        )
        #expect(
            try fault { $0.functional = again($0.functional, "TD0.2") }
                == .contradiction(file: "functional.csv", key: "TD0.2", reason: "written twice")
        )
        #expect(
            try fault { $0.professions = again($0.professions, "PATIENT") }.map { "\($0)".hasPrefix("contradiction") }
                == true
        )
    }

    /// What the holder does by law is in the matrix, or the book does not load.
    @Test(arguments: [Act.read, .search, .readHistory, .mask, .unmask, .authorise, .revoke, .block, .signIn, .close])
    func theHoldersActsAreThere(act: Act) throws {
        let kept = try RuleBook.Texts.bundled().portal.split(separator: "\n")
            .filter { !$0.hasPrefix(act.rawValue + ",") }
        let fault = try fault { $0.portal = kept.joined(separator: "\n") }
        #expect(fault == .missing(file: "portal.csv", key: act.rawValue))
    }

    /// A class may be closed to a profession that reads something in it, and to no other.
    @Test func theClassesOfAProfessionAreThoseItReads() throws {
        var readable: [String: Set<String>] = [:]
        for row in try RuleBook.Texts.bundled().professions.split(separator: "\n").dropFirst() {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields[0].hasPrefix("G15_"), fields[4] == "1" else { continue }
            let profession = fields[0].dropFirst(4).split(separator: "/")[0]
            readable[String(profession), default: []].insert(fields[1])
        }
        let book = try #require(House.book)
        for (profession, classes) in readable {
            #expect(book.categories(ofProfession: profession, under: "mes2026") == classes.sorted())
        }
        var texts = try RuleBook.Texts.bundled()
        texts.professions += "G15_60,no-read,,,0,1,assumed,text\n"
        let widened = try RuleBook(texts)
        #expect(!widened.knows(profession: "60", category: "no-read", under: "mes2026"))
    }

    @Test func aCodeOfAnotherSystemIsNoProfession() throws {
        let matrix = try #require(House.book).professions
        let (type, classCode) = (Code("11488-4", CodeSystem.loinc), Code("10", CodeSystem.documentClass))
        func rights(_ system: String) -> ProfessionMatrix.Rights? {
            matrix.rows(of: Profession(role: Code("10", system))).rights(type, classCode)
        }
        #expect(rights(CodeSystem.profession)?.read == true && rights("1.2.3") == nil)
    }
}

extension String {
    /// The table with the last field of a row empty.
    fileprivate func withoutSource(of key: String) -> String {
        split(separator: "\n")
            .map { row in
                guard row.hasPrefix(key + ","), let comma = row.lastIndex(of: ",") else { return String(row) }
                return String(row[...comma])
            }
            .joined(separator: "\n")
    }
}

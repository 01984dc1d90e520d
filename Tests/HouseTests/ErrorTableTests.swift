import Foundation
import Testing

/// Each code that the wire can answer stands in docs/integration.md, with when it comes and what helps.
@Suite struct ErrorTableTests {
    /// The rooms that answer software; `LPSKit` and `DMPBench` are the other side.
    private static let answering: Set<String> = [
        "Custody", "Credentials", "RecordService", "ClinicalDocuments", "SOAPWire", "XDSWire", "DMPWire", "XDSDoor",
    ]

    /// Where the profile's codes are declared, those that nothing here answers among them.
    private static let declared = "XDSWire/Names/RegistryErrorCode.swift"
    /// What software is told of each.
    private static let explained = "XDSWire/Names/RegistryErrorCode+Meaning.swift"

    private static var sources: [HouseTests.Source] {
        HouseTests.sources.filter { answering.contains($0.room) && $0.file != declared && $0.file != explained }
    }

    private static var lines: [Substring] {
        sources.flatMap(\.lines).filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }

    /// The words that sources write between quotes: the codes of the DMP, and the subcodes of the envelope's layers.
    private static var quoted: Set<String> {
        var codes: Set<String> = []
        for line in lines {
            for match in line.matches(of: /"((?:DMP|XDS)[A-Z][A-Za-z]*[a-z][A-Za-z]*)"/) {
                codes.insert(String(match.1))
            }
            for match in line.matches(of: /\.(?:addressing|security)\("([A-Za-z]+)"\)/) {
                codes.insert(String(match.1))
            }
        }
        return codes
    }

    /// The profile's codes of which some source outside their declaration speaks.
    private static func used() throws -> Set<String> {
        let file = try #require(HouseTests.sources.first { $0.file == declared })
        var words: Set<Substring> = []
        for line in lines { for match in line.matches(of: /\.([a-zA-Z]+)/) { words.insert(match.1) } }
        var codes: Set<String> = []
        for line in file.lines {
            guard let match = line.firstMatch(of: /case ([A-Za-z]+) = "([A-Za-z]+)"/) else { continue }
            if words.contains(match.1) { codes.insert(String(match.2)) }
        }
        return codes
    }

    /// The rows of the page's tables, cell by cell.
    private static func rows() throws -> [[Substring]] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/integration.md"), encoding: .utf8)
        return page.split(separator: "\n").filter { $0.hasPrefix("|") }.map { $0.dropFirst().split(separator: "|") }
    }

    /// The codes that rows of three cells tell of: which, when, what helps.
    private static func told() throws -> Set<String> {
        var codes: Set<String> = []
        for row in try rows() where row.count == 3 && !row[2].allSatisfy({ $0 == " " }) {
            for match in row[0].matches(of: /`([A-Za-z]+)`/) { codes.insert(String(match.1)) }
        }
        return codes
    }

    @Test func eachCodeThatIsAnsweredHasItsRemedy() throws {
        let answered = Self.quoted.union(try Self.used())
        // What is looked for is found: one of each kind.
        #expect(answered.isSuperset(of: ["DMPRecordIncomplete", "InvalidSecurity", "XDSRegistryBusy"]))
        #expect(answered.subtracting(try Self.told()).sorted() == [])
    }

    @Test func noRowTellsOfACodeThatIsNeverAnswered() throws {
        let words = try Self.told().filter { $0.hasPrefix("DMP") || $0.hasPrefix("XDS") }
        #expect(words.count > 40)
        #expect(words.subtracting(Self.quoted.union(try Self.used())).sorted() == [])
    }
}

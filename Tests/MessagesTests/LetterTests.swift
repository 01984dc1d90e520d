import Foundation
import HealthRecord
import Messages
import Testing
import Wording

@Suite struct LetterTests {
    private func run(_ tool: String, _ arguments: [String], _ page: [UInt8]) throws -> String {
        let program = "/usr/bin/" + tool
        try #require(FileManager.default.isExecutableFile(atPath: program), "scripts/test installs \(program)")
        let folder = try ScratchFolder()
        try Data(page).write(to: folder.url("letter.pdf"))
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments.map { $0 == "FILE" ? folder.path + "/letter.pdf" : $0 }
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func aPageIsAPDFAndTheSameEachTime() throws {
        let page = try Samples.print(.openingCode("ABCDEFGHJKM"))
        #expect(page.starts(with: Array("%PDF".utf8)))
        #expect(try Samples.print(.openingCode("ABCDEFGHJKM")) == page)
    }

    @Test(arguments: Language.allCases) func everyLetterFitsOnOneTaggedPage(language: Language) throws {
        for notice in Samples.notices {
            let letter = Letter(
                notice,
                to: Samples.holder,
                address: Samples.address,
                at: Samples.moment,
                service: Samples.service,
                language: language
            )
            let page = try LetterPrinter().print(letter, at: Samples.moment)
            let info = try run("pdfinfo", ["FILE"], page)
            #expect(info.contains(/Pages: +1\n/))
            #expect(info.contains(/Tagged: +yes\n/))
            #expect(info.contains("(A4)"))
            #expect(info.contains("Title:"))
            #expect(String(decoding: page, as: UTF8.self).contains("/Lang (\(language.tag))"))
        }
    }

    @Test func theFirstLetterReadsAsItShould() throws {
        let text = try run("pdftotext", ["-raw", "FILE", "-"], try Samples.print(.openingCode("ABCDEFGHJKM")))
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/opening-letter.txt")
        if ProcessInfo.processInfo.environment["DMP_RECORD_GOLDEN"] != nil {
            try text.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == text)
    }

    @Test func theAddressStandsInTheWindow() throws {
        // The window of a DL envelope: 110 to 200 mm from the left, 45 to 90 mm from the top, in points.
        let arguments = ["-x", "311", "-y", "127", "-W", "256", "-H", "100", "-raw", "FILE", "-"]
        let text = try run("pdftotext", arguments, try Samples.print(.newDocument(at: Samples.moment)))
        #expect(text.hasPrefix("Claire Exemple\n12 rue des Lilas\nBâtiment B\n69003 LYON\n"))
    }

    @Test func aLongNameNeitherEndsTheProgramNorLosesThePage() throws {
        let name = PersonName(family: String(repeating: "Très-long ", count: 400), given: "\u{0}\u{FFFD}\u{1F600}")
        let letter = Letter(
            .firstAccess(by: name, at: Samples.moment),
            to: name,
            address: Array(repeating: name.family, count: 50),
            at: Samples.moment,
            service: Samples.service
        )
        #expect(try LetterPrinter().print(letter, at: Samples.moment).starts(with: Array("%PDF".utf8)))
    }
}

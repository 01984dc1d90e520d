import ClinicalDocuments
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 25: a copy of the record, taken at once (CSP L1111-19; C17) or sent by post.
@Suite struct CopyTests {
    static let python = "/usr/bin/python3"

    private static func opened(
        _ act: @escaping @Sendable (PortalStack, Browser, SamplePatient) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(3) {
                try await stack.deposit(document)
            }
            try await act(stack, browser, patient)
        }
    }

    /// The files of an archive, by their names.
    static func files(_ archive: [UInt8]) throws -> [String: [UInt8]] {
        let folder = NSTemporaryDirectory() + "copy-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(archive).write(to: URL(filePath: folder + "/copy.zip"))
        try #require(FileManager.default.isExecutableFile(atPath: python), "scripts/test installs \(python)")
        let process = Process()
        process.executableURL = URL(filePath: python)
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            z.extractall(sys.argv[2])
            """
        process.arguments = ["-c", script, folder + "/copy.zip", folder + "/out"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let names = FileManager.default.enumerator(atPath: folder + "/out")?.allObjects.compactMap { $0 as? String }
        return Dictionary(
            (names ?? []).compactMap { name in
                var isFolder: ObjCBool = false
                let path = folder + "/out/" + name
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
                    let data = FileManager.default.contents(atPath: path)
                else { return nil }
                return (name, Array(data))
            }
        ) { first, _ in first }
    }

    @Test func theCopyHoldsEveryDocumentInSightAndNothingElse() async throws {
        try await Self.opened { stack, browser, patient in
            // One more that waits to be announced: nothing in the copy tells of it (R1111-53).
            let hidden = try #require(
                stack.people.documents(of: "jeanne").filter { $0.replaces == nil }.dropFirst(3).first
            )
            try await stack.deposit(hidden, visibility: [Visibility.hiddenFromPatientCode])
            let page = try await browser.get(Paths.copy)
            #expect(page.body.contains("Aucune copie n’a encore été téléchargée"))
            #expect(PageChecker.faults(in: page.body) == [])
            let sent = try await browser.download(Paths.copyDownload)
            #expect(sent.status == .ok && sent.headers[.contentType] == "application/zip")
            #expect(sent.headers[.contentDisposition]?.contains("dossier-medical-partage.zip") == true)
            let files = try Self.files(sent.bytes)
            let originals = files.filter { $0.key.hasPrefix("documents/") }
            #expect(originals.count == 3)
            let deposited = try stack.people.documents(of: "jeanne").filter { $0.replaces == nil }.prefix(3).map {
                try $0.bytes()
            }
            #expect(Set(originals.values) == Set(deposited))
            #expect(files.keys.contains { $0.hasPrefix("lecture/") })
            let index = String(decoding: try #require(files["index.html"]), as: UTF8.self)
            #expect(!index.contains("http://") && !index.contains("https://") && !index.contains("<script"))
            for name in files.keys where name != "index.html" {
                #expect(index.contains("href=\"\(name)\""), "\(name)")
            }
            let data = String(decoding: try #require(files[CopyIndex.dataFile]), as: UTF8.self)
            #expect(data.matches(of: /"sha256"/).count == 3 && data.contains("\"format\" : \"dmp-copy/1\""))
            for name in ["index.html", CopyIndex.dataFile, CopyIndex.historyFile] {
                let text = String(decoding: try #require(files[name]), as: UTF8.self)
                #expect(!text.contains(hidden.title), "\(name)")
            }
            #expect(try #require(files[CopyIndex.listFile]).starts(with: Array("%PDF-".utf8)))
            #expect(files[CopyIndex.proofFile] != nil)
            // Each document's release is a line of the history, as a copy and not as a reading.
            let table = String(decoding: try #require(files[CopyIndex.historyFile]), as: UTF8.self)
            #expect(table.matches(of: /téléchargé une copie du dossier/).count >= 3)
            #expect(try await browser.get(Paths.copy).body.contains("Dernière copie téléchargée le"))
            #expect(!index.contains(patient.ins.matricule.text) && !data.contains(patient.ins.matricule.text))
        }
    }

    /// Taking it along stays line by line; the page tells each copy in one line, its documents under it.
    @Test func aCopyIsOneLineOfTheHistoryPage() async throws {
        try await Self.opened { _, browser, _ in
            _ = try await browser.get(Paths.copy)
            for _ in 0..<2 { #expect(try await browser.download(Paths.copyDownload).status == .ok) }
            let shown = try await browser.get(Paths.history + "?\(FormNames.who)=\(HistoryWho.me.rawValue)").body
            #expect(PageChecker.faults(in: shown) == [])
            let lines = try HTMLParser.parse(shown).all("li").filter {
                $0.attributes["class"] == "access"
                    && $0.text.contains("téléchargé une copie du dossier\u{A0}: 3\u{A0}documents.")
            }
            #expect(lines.count == 2)
            for line in lines {
                let documents = line.all("details").flatMap { $0.all("li") }
                #expect(documents.count == 3 && documents.allSatisfy { $0.text.contains("le document «") })
            }
        }
    }

    @Test func aCopyAsksForAFreshCode() async throws {
        try await Self.opened { stack, browser, _ in
            _ = try await browser.get(Paths.copy)
            stack.advance(seconds: Freshness.term + 1)
            for path in [Paths.copyDownload, Paths.copyRequest] {
                let asked = try await browser.post(path, ["choix": "papier"])
                #expect(asked.headers[.location] == Paths.stepUp + "?suite=copie")
            }
        }
    }

    @Test func aCopyByPostIsAskedFollowedAndSettled() async throws {
        try await Self.opened { stack, browser, patient in
            _ = try await browser.get(Paths.copy)
            for kind in ["papier", "disque"] {
                let asked = try await browser.follow(try await browser.post(Paths.copyRequest, ["choix": kind]))
                #expect(asked.body.contains("Demandée, en préparation") && PageChecker.faults(in: asked.body) == [])
            }
            let again = try await browser.follow(try await browser.post(Paths.copyRequest, ["choix": "papier"]))
            #expect(again.body.contains("déjà demandée"))
            let visit = try await stack.service.admit(
                .session(token: Base64URL.padded(try #require(browser.cookies["__Host-dmp"]))),
                request: PageSamples.ids[3]
            )
            let requests = try await stack.service.requests(visit)
            stack.service.leave(visit)
            let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
            let paper = try #require(requests.first { $0.kind == .copy })
            try await stack.service.settleRequest(paper.id, of: ins, granted: true)
            #expect(try await browser.get(Paths.copy).body.contains("Remise à la poste"))
            let disc = try #require(requests.first { $0.kind == .disc })
            let done = try await browser.follow(
                try await browser.post(Paths.requestCancel, ["choix": disc.id.text, "suite": "copie"])
            )
            #expect(done.body.contains("La demande est annulée") && done.body.contains("Annulée par vous"))
        }
    }

    @Test func aSetWithoutDownloadsGivesTheCopyByPostAlone() async throws {
        try await Self.opened { stack, browser, patient in
            let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
            try await stack.service.migrate(ins, to: "era2007")
            let page = try await browser.get(Paths.copy)
            #expect(page.body.contains("par la poste seulement") && !page.body.contains(Paths.copyDownload))
            #expect(try await browser.post(Paths.copyDownload, [:]).status == .forbidden)
            // That set knows paper alone (C17).
            #expect(page.body.contains("value=\"papier\"") && !page.body.contains("value=\"disque\""))
            #expect(try await browser.post(Paths.copyRequest, ["choix": "disque"]).status == .forbidden)
            #expect(try await browser.post(Paths.copyRequest, ["choix": "papier"]).status == .seeOther)
        }
    }

    @Test(arguments: [
        ("Ordonnance — été 2026", "001-ordonnance-ete-2026"), ("../../etc/passwd", "001-etc-passwd"), ("日本", "001"),
        (String(repeating: "long ", count: 40), "001-" + String(repeating: "long-", count: 12)),
    ]) func namesOfFilesAreHarmless(title: String, stem: String) {
        #expect(CopyItem.stem(1, title) == stem)
    }
}

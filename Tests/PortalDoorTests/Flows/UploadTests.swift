import HTTPTypes
import HealthRecord
import HummingbirdTesting
import NIOCore
import PageChecks
import PageKit
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 9 over the real service: a file comes in only from our own form, judged by its bytes.
@Suite struct UploadTests {
    static func body(_ fields: [(String, String)], file: [UInt8]?) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += Array("--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file {
            let head = "Content-Disposition: form-data; name=\"fichier\"; filename=\"a\"\r\nContent-Type: text/plain"
            bytes += Array("--xyz\r\n\(head)\r\n\r\n".utf8) + file + Array("\r\n".utf8)
        }
        return bytes + Array("--xyz--\r\n".utf8)
    }

    private static func fields(_ token: String, title: String = "Lunettes") -> [(String, String)] {
        [
            (FormNames.token, token), (FormNames.title, title), (FormNames.category, "DOCPAT02"),
            (FormNames.visibility, "masque"),
        ]
    }

    @Test func aFileOfOurOwnFormIsFiledAndTakenBack() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.adding)
            let text = Array("Vue : 10/10\n".utf8)
            let added = try await browser.upload(Paths.adding, Self.body(Self.fields(browser.token), file: text))
            let page = try await browser.follow(added)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains("Lunettes") && page.body.contains("Masqué aux professionnels"))
            let path = String(try #require(added.headers[.location]?.split(separator: "?").first))
            #expect(try await browser.get(path + "/original").body == "Vue : 10/10\n")
            #expect(PageChecker.faults(in: try await browser.get(path + "/supprimer").body) == [])
            let gone = try await browser.follow(try await browser.post(path + "/supprimer", [FormNames.undo: "oui"]))
            #expect(gone.body.contains("L’ajout est annulé"))
            #expect(try await browser.get(path + "/supprimer").status == .notFound)
        }
    }

    @Test func aForeignOrUnreadableUploadFilesNothing() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.adding)
            let token = browser.token
            let text = Array("texte".utf8)
            let right = Self.body(Self.fields(token), file: text)
            #expect(try await browser.upload(Paths.adding, right, site: "cross-site").status == .forbidden)
            for wrong in ["", "x"] {
                let body = Self.body(Self.fields(wrong), file: text)
                #expect(try await browser.upload(Paths.adding, body).status == .forbidden)
            }
            #expect(try await browser.upload(Paths.adding, Array("rien".utf8)).status == .badRequest)
            let html = Self.body(Self.fields(token), file: Array("<html><script></script></html>".utf8))
            for body in [
                html, Self.body(Self.fields(token), file: nil), Self.body(Self.fields(token, title: ""), file: text),
            ] {
                let shown = try await browser.upload(Paths.adding, body)
                #expect(shown.status == .unprocessableContent)
                #expect(PageChecker.faults(in: shown.body) == [])
            }
            let large = Self.body(Self.fields(token), file: [UInt8](repeating: 0x41, count: 5_000_001))
            let refused = try await browser.upload(Paths.adding, large)
            #expect(refused.status == .unprocessableContent || refused.status == .contentTooLarge)
            #expect(refused.body.contains("Le fichier dépasse"))
            #expect(try await browser.get(Paths.documents).body.contains("Lunettes") == false)
        }
    }
}

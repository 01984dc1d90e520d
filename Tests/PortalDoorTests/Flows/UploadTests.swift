import HTTPTypes
import HealthRecord
import HummingbirdTesting
import NIOCore
import PageChecks
import PageKit
import RecordService
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

    /// What the summary sends back.
    private static let said = [
        FormNames.title: "Lunettes", FormNames.category: "DOCPAT02", FormNames.visibility: "masque",
        FormNames.actDate: "12/03/2019",
    ]

    /// § 7.1, page 9.
    @Test func aFileOfOurOwnFormIsFiledAndTakenBack() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.adding)
            let text = Array("Vue : 10/10\n".utf8)
            let sent = try await browser.upload(Paths.adding, Self.body(Self.fields(browser.token), file: text))
            #expect(sent.headers[.location] == Paths.addingConfirm)
            let summary = try await browser.follow(sent)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            #expect(try await browser.get(Paths.addingPreview).body.contains("Vue : 10/10"))
            #expect(try await browser.get(Paths.documents).body.contains("Lunettes") == false)
            let added = try await browser.post(Paths.addingConfirm, Self.said)
            let page = try await browser.follow(added)
            // Going back leads to a form, and sends nothing a second time.
            #expect(try await browser.get(Paths.addingConfirm).headers[.location] == Paths.adding)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains("Lunettes") && page.body.contains("Masqué aux professionnels"))
            #expect(page.body.contains("12\u{A0}mars\u{A0}2019"))
            let path = String(try #require(added.headers[.location]?.split(separator: "?").first))
            #expect(try await browser.get(path + "/original").body == "Vue : 10/10\n")
            #expect(PageChecker.faults(in: try await browser.get(path + "/supprimer").body) == [])
            let gone = try await browser.follow(try await browser.post(path + "/supprimer", [FormNames.undo: "oui"]))
            #expect(gone.body.contains("L’ajout est annulé"))
            #expect(try await browser.get(path + "/supprimer").status == .notFound)
        }
    }

    /// § 7.1, page 9: what will be filed is seen before, as it will be read.
    @Test func aPDFIsSeenAsItsPagesBeforeItIsFiled() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.adding)
            let file = Array(FileHeaders.plainPDF.utf8)
            let sent = try await browser.upload(Paths.adding, Self.body(Self.fields(browser.token), file: file))
            let summary = try await browser.follow(sent)
            let frame = try #require(summary.body.firstMatch(of: /<iframe [^>]*>/)).output
            #expect(frame.contains("src=\"\(Paths.addingPreview)\"") && frame.contains("sandbox=\"\""))
            let shown = try await browser.get(Paths.addingPreview)
            #expect(shown.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
            #expect(shown.body.contains("<img src=\"data:image/") && shown.body.contains("Tension stable"))
        }
    }

    /// § 7.1, page 9.
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
            // A good file that the form loses with something else's fault is asked for again.
            let untitled = Self.body(Self.fields(token, title: ""), file: text)
            let lost = try await browser.upload(Paths.adding, untitled)
            #expect(lost.body.contains("Choisissez de nouveau le fichier"))
            #expect(try await browser.get(Paths.documents).body.contains("Lunettes") == false)
        }
    }

    /// A file is 5 MB at most: one byte more is read and said to be too much.
    @Test(arguments: [-1, 0, 1]) func aFileEndsAtItsSize(_ excess: Int) async throws {
        let answer = try await Self.sent(file: OwnDocument.sizeLimit + excess)
        #expect(answer.status == (excess > 0 ? .unprocessableContent : .ok))
        #expect(answer.body.contains("Le fichier dépasse") == (excess > 0))
        #expect(PageChecker.faults(in: answer.body) == [])
    }

    /// A form ends at its own size, file and fields: past that nothing of it is read, and the page says the same.
    @Test(arguments: [-1, 0, 1]) func aFormEndsAtItsSize(_ excess: Int) async throws {
        let answer = try await Self.sent(form: PortalDoor.uploadLimit.bytes + excess)
        #expect(answer.status == (excess > 0 ? .contentTooLarge : .unprocessableContent))
        #expect(answer.body.contains("Le fichier dépasse"))
        #expect(PageChecker.faults(in: answer.body) == [])
    }

    /// The answer to a text file of a size, or to a form of a size.
    private static func sent(file: Int? = nil, form: Int? = nil) async throws -> Browser.Shown {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        return try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.adding)
            let fields = Self.fields(browser.token)
            let beside = Self.body(fields, file: []).count
            let size = try #require(file ?? form.map { $0 - beside })
            let body = Self.body(fields, file: [UInt8](repeating: 0x41, count: size))
            if let form { #expect(body.count == form) }
            let shown = try await browser.upload(Paths.adding, body)
            return shown.status == .seeOther ? try await browser.follow(shown) : shown
        }
    }

    @Test func whatWaitsIsReadByItsOwnBrowserAloneAndNotForEver() async throws {
        let stack = try PortalStack()
        let (one, other) = (try #require(stack.people.patient("paul")), try #require(stack.people.patient("jeanne")))
        try await stack.door().application.test(.router) { client in
            let (browser, stranger) = (Browser(client), Browser(client))
            try await WalkTests.enter(browser, stack, one)
            try await WalkTests.enter(stranger, stack, other)
            _ = try await browser.get(Paths.adding)
            _ = try await browser.upload(Paths.adding, Self.body(Self.fields(browser.token), file: Array("Vue".utf8)))
            // Another session with the same key, and the same session without it.
            stranger.cookies["__Host-dmp-fichier"] = browser.cookies["__Host-dmp-fichier"]
            #expect(try await stranger.get(Paths.addingPreview).status == .notFound)
            let key = browser.cookies["__Host-dmp-fichier"]
            browser.cookies["__Host-dmp-fichier"] = nil
            #expect(try await browser.get(Paths.addingPreview).status == .notFound)
            browser.cookies["__Host-dmp-fichier"] = key
            #expect(try await browser.get(Paths.addingPreview).status == .ok)
            // What was entered comes back with the form that corrects it.
            _ = try await browser.get(Paths.settings)
            let again = try await browser.post(Paths.addingAgain, Self.said)
            #expect(again.body.contains("value=\"Lunettes\"") && again.body.contains("value=\"12/03/2019\""))
            stack.advance(seconds: 601)
            let late = try await browser.post(Paths.addingConfirm, Self.said)
            #expect(late.status == .unprocessableContent && late.body.contains("n’est plus en attente"))
            #expect(PageChecker.faults(in: late.body) == [])
        }
    }

    @Test(arguments: ["demain", "31/02/2020", "01/01/2199"]) func aDateThatCannotBeIsSaid(date: String) {
        let today = PortalStack.start.date
        let read = OwnEntry.read({ ["titre": "A", "categorie": "DOCPAT02", "date-acte": date][$0] }, today: today)
        #expect(read.faults.map(\.field) == [FormNames.actDate])
        #expect(read.entered.date == date)
    }
}

import HTTPTypes
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// What a PDF in the record answers, and what one that could act answers (security design § 5.6).
@Suite struct FileHeaderTests {
    /// Signs in the holder of a record with this file in it; gives the path of its document.
    private static func filed(_ pdf: String, _ browser: Browser, _ stack: PortalStack) async throws -> String {
        try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
        let scanned = stack.people.documents(of: "jeanne").first { document in
            guard case .page = document.builder.content else { return false }
            return document.replaces == nil && document.visibility.isEmpty
        }
        let document = try #require(scanned)
        var changed = document.builder
        changed.content = .file(mediaType: "application/pdf", bytes: Array(pdf.utf8))
        try await stack.deposit(document, changed: changed)
        let list = try await browser.get(Paths.documents)
        return String(try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).output.1)
    }

    private static func name(_ path: String) throws -> String {
        "document-" + String(try #require(path.split(separator: "/").last).prefix(8))
    }

    private static func expectGuarded(_ shown: Browser.Shown, _ policy: String, _ disposition: String) {
        #expect(shown.status == .ok)
        for (name, value) in FileHeaders.guarding(policy: policy, disposition: disposition) {
            #expect(shown.headers.filter { $0.name.canonicalName == name }.map(\.value) == [value], "\(name)")
        }
    }

    @Test func aPDFIsShownAndMayDoNothing() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let path = try await Self.filed(FileHeaders.plainPDF, browser, stack)
            let name = try Self.name(path)
            // No sandbox on the frame: browsers would show nothing in it.
            let page = try await browser.get(path)
            let frame = try #require(page.body.firstMatch(of: /<iframe [^>]*>/)).output
            #expect(frame.contains("src=\"\(path)/pdf\"") && !frame.contains("sandbox"))
            let shown = try await browser.get(path + "/pdf")
            #expect(shown.headers[.contentType] == "application/pdf" && shown.body == FileHeaders.plainPDF)
            Self.expectGuarded(
                shown,
                FileHeaders.shownPDF,
                "inline; filename=\"\(name).pdf\""
            )
            let saved = try await browser.get(path + "/lecture")
            #expect(saved.headers[.contentType] == "application/octet-stream" && saved.body == FileHeaders.plainPDF)
            Self.expectGuarded(saved, FileHeaders.sandbox, "attachment; filename=\"\(name).pdf\"")
            let original = try await browser.get(path + "/original")
            #expect(original.headers[.contentType] == "application/octet-stream")
            Self.expectGuarded(original, FileHeaders.sandbox, "attachment; filename=\"\(name).xml\"")
        }
    }

    /// It leaves the record as a file alone: where it would be shown, a page says why it is not.
    @Test func anActivePDFIsOnlyEverADownload() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let path = try await Self.filed(FileHeaders.activePDF, browser, stack)
            let name = try Self.name(path)
            for part in ["/pdf", "/contenu"] {
                let shown = try await browser.get(path + part)
                #expect(shown.status == .ok && shown.headers[.contentType] == "text/html; charset=utf-8")
                #expect(
                    shown.headers[.contentSecurityPolicy]?.hasPrefix("sandbox; default-src 'none'; img-src") == true
                )
                #expect(shown.headers[.contentDisposition] == "inline" && shown.headers[.cacheControl] == "no-store")
                #expect(!shown.body.contains("%PDF") && !shown.body.contains("JavaScript"), "\(part)")
            }
            #expect(try await browser.get(path + "/pdf").body.contains("éléments actifs"))
            let page = try await browser.get(path)
            #expect(page.body.contains("<a href=\"\(path)/lecture\" class=\"button quiet\" download"))
            let saved = try await browser.get(path + "/lecture")
            #expect(saved.headers[.contentType] == "application/octet-stream" && saved.body == FileHeaders.activePDF)
            Self.expectGuarded(saved, FileHeaders.sandbox, "attachment; filename=\"\(name).pdf\"")
        }
    }
}

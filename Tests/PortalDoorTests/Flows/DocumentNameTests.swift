import ClinicalDocuments
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

/// Types and classes of documents in the language of the page, and in words that anybody knows.
@Suite struct DocumentNameTests {
    private static func opened(
        _ act: @escaping @Sendable (PortalStack, Browser, [SampleDocument]) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let documents = Array(stack.people.documents(of: "jeanne").filter { $0.replaces == nil }.prefix(3))
            for document in documents { try await stack.deposit(document) }
            try await act(stack, browser, documents)
        }
    }

    @Test func anEnglishPageNamesClassesInEnglish() async throws {
        try await Self.opened { stack, browser, documents in
            _ = try await browser.get(Paths.help + "?lang=en")
            let list = try await browser.get(Paths.documents)
            let story = try await browser.get(Paths.timeline)
            #expect(list.headers[.contentLanguage] == "en")
            for document in documents {
                let code = try #require(stack.portal.valueSets.classCode(forType: document.type))
                let name = stack.portal.valueSets.plainCategory(code)
                #expect(list.body.contains("<bdi>\(name.english)</bdi>"))
                for page in [list, story] {
                    #expect(page.body.contains(">\(name.english)</option>"))
                    #expect(!page.body.contains(">\(name.french)</option>"))
                    #expect(!page.body.contains("<bdi>\(name.french)</bdi>"))
                }
            }
            let rights = try await browser.get(Paths.rights + "?type=34112-3")
            #expect(rights.body.contains(#"<h2 id="reponse">Hospital stay report</h2>"#))
            #expect(!rights.body.contains("CR hospitalier"))
        }
    }

    @Test func aDocumentsDetailsHoldItsOfficialNames() async throws {
        try await Self.opened { stack, browser, documents in
            let document = try #require(documents.first)
            let valueSets = stack.portal.valueSets
            let official = valueSets.officialType(document.type).french
            let plain = valueSets.plainType(document.type)
            #expect(official != plain.french)
            let list = try await browser.get(Paths.documents)
            let pages = list.body.matches(of: #/href="(\/documents\/[0-9a-f-]{36})"/#).map { String($0.1) }
            var isFound = false
            for path in Set(pages) {
                let page = try await browser.get(path)
                guard page.body.contains("<dd>\(plain.french)</dd>") else { continue }
                isFound = true
                #expect(page.body.contains("<dt>Noms officiels</dt>") && page.body.contains(official))
                #expect(PageChecker.faults(in: page.body) == [])
                let english = try await browser.get(path + "?lang=en")
                #expect(english.body.contains("<dd>\(plain.english)</dd>"))
                #expect(english.body.contains(#"<bdi lang="fr">"#) && english.body.contains(official))
                _ = try await browser.get(Paths.help + "?lang=fr")
            }
            #expect(isFound)
        }
    }

    /// § 7.1, page 9: a document bears on its page the name of the kind that was chosen when it was added.
    @Test func aDocumentOfOnesOwnIsCalledAsItsFormCalledIt() async throws {
        try await Self.opened { stack, browser, _ in
            let visit = try await stack.holder(browser)
            var added: [OwnDocumentKind: UniqueID] = [:]
            for kind in OwnDocumentKind.allCases {
                let file = OwnDocument(
                    title: "Papier",
                    type: kind.code,
                    mediaType: "text/plain",
                    bytes: Array("Papier \(kind.rawValue)".utf8)
                )
                added[kind] = try await stack.service.depositOwn(file, visit).id
            }
            stack.service.leave(visit)
            for language in Language.allCases {
                let form = try await browser.get(Paths.adding + "?lang=\(language.rawValue)").body
                for kind in OwnDocumentKind.allCases {
                    #expect(form.contains(">\(kind(language))</label>"), "\(kind)")
                    let page = try await browser.get(Paths.document(try #require(added[kind]))).body
                    #expect(page.contains("<dd>\(kind(language))</dd>"), "\(kind)")
                }
            }
        }
    }

    /// Software finds the names of the value sets, whoever took the copy and in whatever language.
    @Test func aCopyIsListedInTheChosenLanguageAndKeepsTheOfficialNamesForSoftware() async throws {
        try await Self.opened { stack, browser, documents in
            _ = try await browser.get(Paths.help + "?lang=en")
            _ = try await browser.get(Paths.copy)
            let files = try CopyTests.files(try await browser.download(Paths.copyDownload).bytes)
            let index = String(decoding: try #require(files["index.html"]), as: UTF8.self)
            let data = String(decoding: try #require(files["documents.json"]), as: UTF8.self)
            for document in documents {
                let code = try #require(stack.portal.valueSets.classCode(forType: document.type))
                #expect(index.contains(stack.portal.valueSets.plainCategory(code).english))
                #expect(data.contains(stack.portal.valueSets.officialType(document.type).french))
            }
        }
    }
}

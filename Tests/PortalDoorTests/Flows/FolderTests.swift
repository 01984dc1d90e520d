import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Pages 7 and 8: folders of one's own (identity and experience § 7.1, page 7).
@Suite struct FolderTests {
    /// A holder with two documents, the older first.
    private static func opened(
        _ act: @escaping @Sendable (PortalStack, Browser, [UniqueID]) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(2) {
                try await stack.deposit(document)
            }
            let visit = try await stack.holder(browser)
            let ids = try await stack.service.list(visit).clinical.map(\.id)
            stack.service.leave(visit)
            #expect(ids.count == 2)
            try await act(stack, browser, ids)
        }
    }

    private static func folders(_ stack: PortalStack, _ browser: Browser) async throws -> [DocumentFolder] {
        let visit = try await stack.holder(browser)
        defer { stack.service.leave(visit) }
        return try await stack.service.folders(visit)
    }

    @Test func aFolderIsMadeFilledLookedIntoAndTakenAway() async throws {
        try await Self.opened { stack, browser, ids in
            let empty = try await browser.get(Paths.folders)
            #expect(empty.body.contains(FolderText.none.phrase.french) && PageChecker.faults(in: empty.body) == [])
            // A document makes its first folder itself.
            let form = try await browser.get(Paths.filing(ids[0]))
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let filed = try await browser.follow(
                try await browser.post(Paths.filing(ids[0]), [FormNames.folderName: "Mon cœur <3"])
            )
            #expect(filed.body.contains(FolderText.filed.phrase.french))
            #expect(filed.body.contains("Mon cœur &lt;3") && PageChecker.faults(in: filed.body) == [])
            let folder = try #require(try await Self.folders(stack, browser).first)
            #expect(folder.documents == [ids[0]])
            let list = try await browser.get(Paths.documents)
            #expect(list.body.contains(Paths.documents(in: folder.id)) && PageChecker.faults(in: list.body) == [])
            let inside = try await browser.get(Paths.documents(in: folder.id))
            #expect(PageChecker.faults(in: inside.body) == [])
            #expect(inside.body.contains(Paths.document(ids[0])) && !inside.body.contains(Paths.document(ids[1])))
            let nothing = try await browser.get(Paths.documents(in: ids[1]))
            #expect(nothing.status == .ok && !nothing.body.contains(Paths.document(ids[0])))
            let renamed = try await browser.follow(
                try await browser.post(Paths.folder(folder.id), [FormNames.folderName: "Cardiologie"])
            )
            #expect(renamed.body.contains(FolderText.renamed.phrase.french) && renamed.body.contains("Cardiologie"))
            #expect(PageChecker.faults(in: renamed.body) == [])
            let gone = try await browser.follow(try await browser.post(Paths.folderRemoval(folder.id), [:]))
            #expect(gone.body.contains(FolderText.removed.phrase.french) && !gone.body.contains("Cardiologie"))
            #expect(try await browser.get(Paths.document(ids[0])).status == .ok)
        }
    }

    @Test func aNewVersionLiesWhereTheOneBeforeLay() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let visit = try await stack.holder(browser)
            let own = try await stack.service.depositOwn(
                OwnDocument(
                    title: "Mesure",
                    type: Code("DOCPAT02", CodeSystem.frenchType),
                    mediaType: "text/plain",
                    bytes: Array("Poids : 60".utf8),
                    visibility: []
                ),
                visit
            )
            let folder = try await stack.service.addFolder(try #require(FolderName("Poids")), visit)
            try await stack.service.file(own.id, replacing: [], in: [folder], visit)
            let new = try await stack.service.renameOwn(own.id, to: "Poids en mars", visit)
            #expect(try await stack.service.folders(visit).first?.documents == [new.id])
            stack.service.leave(visit)
            #expect(try await browser.get(Paths.documents(in: folder)).body.contains(Paths.document(new.id)))
            // The version before has no folders of its own.
            #expect(try await browser.get(Paths.filing(own.id)).status == .notFound)
        }
    }

    @Test func whatIsWrongIsSaidBesideTheField() async throws {
        try await Self.opened { stack, browser, ids in
            _ = try await browser.get(Paths.folders)
            for wrong in ["", String(repeating: "a", count: 51)] {
                let refused = try await browser.post(Paths.folders, [FormNames.folderName: wrong])
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
                #expect(refused.body.contains(FolderText.nameFault.phrase.french))
            }
            _ = try await browser.post(Paths.folders, [FormNames.folderName: "Yeux"])
            let same = try await browser.post(Paths.folders, [FormNames.folderName: "yeux"])
            #expect(same.status == .unprocessableContent && same.body.contains(FolderText.taken.phrase.french))
            let folder = try #require(try await Self.folders(stack, browser).first)
            let again = try await browser.post(
                Paths.filing(ids[0]),
                [
                    FormNames.folder: folder.id.text, FormNames.folderName: "YEUX",
                ]
            )
            #expect(again.status == .unprocessableContent && PageChecker.faults(in: again.body) == [])
            let unnamed = try await browser.post(Paths.folder(folder.id), [FormNames.folderName: " "])
            #expect(unnamed.status == .unprocessableContent && PageChecker.faults(in: unnamed.body) == [])
            // What is not there is not there: a document as well as a folder.
            #expect(try await browser.get(Paths.folder(ids[0])).status == .notFound)
            #expect(try await browser.post(Paths.filing(folder.id), [:]).status == .notFound)
            #expect(
                try await browser.post(Paths.filing(ids[0]), [FormNames.folder: ids[1].text]).status == .notFound
            )
        }
    }

    @Test func namesStayOffTheScreenWhereTitlesDo() async throws {
        try await Self.opened { stack, browser, ids in
            _ = try await browser.get(Paths.folders)
            _ = try await browser.post(Paths.filing(ids[0]), [FormNames.folderName: "Psychiatrie"])
            let folder = try #require(try await Self.folders(stack, browser).first)
            _ = try await browser.post(Paths.discretion, [FormNames.choice: "oui"])
            for path in [
                Paths.folders, Paths.documents, Paths.documents(in: folder.id), Paths.document(ids[0]),
                Paths.filing(ids[0]),
            ] {
                let shown = try await browser.get(path)
                #expect(!shown.body.contains("Psychiatrie"), "\(path)")
                #expect(shown.body.contains(FolderText.hidden(1).french), "\(path)")
            }
        }
    }
}

import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing
import XDSWire

@testable import PortalDoor

/// Twin records that differ by one document that the reader may not see: everything that the portal shows, takes and gives is
/// the same (design § 2, law 5; access and life cycle § 3.5, § 3.7; CSP R1111-50, R1111-53).
@Suite struct PortalTwinTests {
    /// What is kept from whom.
    enum Kept: CaseIterable {
        /// A document of a child, closed to its parents.
        case closedToAParent
        /// A whole consultation that a minor keeps secret: leave, document and all.
        case secretConsultation
        /// A document of an adult, closed to the carer.
        case closedToACarer
        /// A document that the holder must hear of from a physician first.
        case unannounced

        var visibility: Code {
            self == .unannounced ? Visibility.hiddenFromPatientCode : Visibility.hiddenFromRepresentativesCode
        }

        /// Who reads: a relative, and in what quality; nil for the holder.
        var relative: RepresentativeKind? {
            switch self {
            case .closedToAParent, .secretConsultation: .parent
            case .closedToACarer: .carer
            case .unannounced: nil
            }
        }
    }

    @Test(arguments: Kept.allCases)
    func everythingIsTheSame(_ kept: Kept) async throws {
        let told = try await Self.twins(kept, isOpen: false)
        #expect(told[0].count > 100)
        for (with, without) in zip(told[0], told[1]) {
            if let difference = Told.difference(with, without) { Issue.record("\(difference)") }
        }
    }

    /// A walk that could not tell them apart would prove nothing.
    @Test func whatIsNotKeptMakesADifference() async throws {
        let told = try await Self.twins(.closedToAParent, isOpen: true)
        let different = Set(zip(told[0], told[1]).filter { Told.difference($0, $1) != nil }.map(\.0.question))
        let telling = [
            "GET \(Paths.record) 0", "GET \(Paths.documents) 0", "GET \(Paths.documents)/{id} 1",
            "POST \(Paths.historyCSV)",
            "POST \(Paths.copyDownload)", "POST \(Paths.documents)/{id}/masquer",
        ]
        #expect(different.isSuperset(of: telling), "\(different.sorted())")
    }

    private static func twins(_ kept: Kept, isOpen: Bool) async throws -> [[Told]] {
        let twins = Mutex<[[Told]]>([])
        for isThere in [true, false] {
            let stack = try PortalStack()
            try await stack.door().application.test(.router) { client in
                let told = try await Self.walk(Browser(client), stack, kept, isThere: isThere, isOpen: isOpen)
                twins.withLock { $0.append(told) }
            }
        }
        let told = twins.withLock { $0 }
        try #require(told.count == 2 && told[0].map(\.question) == told[1].map(\.question))
        return told
    }

    private static func walk(
        _ browser: Browser,
        _ stack: PortalStack,
        _ kept: Kept,
        isThere: Bool,
        isOpen: Bool
    ) async throws -> [Told] {
        let patient = try #require(
            kept == .closedToAParent || kept == .secretConsultation
                ? stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) }
                : stack.people.patient("jeanne")
        )
        if let kind = kept.relative {
            let relative = try #require(stack.people.patient("paul"))
            try await RepresentativeTests.enter(browser, stack, parent: relative, of: patient, as: kind)
        } else {
            try await WalkTests.enter(browser, stack, patient)
        }
        let documents = stack.people.documents(of: patient.key).filter { $0.replaces == nil }
        let plain = try #require(documents.first)
        let hidden = try #require(documents.first { $0.author.key != plain.author.key })
        try await stack.deposit(plain)
        let isSecret = kept == .secretConsultation
        if isThere { try await stack.deposit(hidden, visibility: isOpen ? [] : [kept.visibility], isSecret: isSecret) }
        // The consent is told in both, unless it is part of what is secret.
        if !isThere, !isSecret { try await stack.declareConsent(hidden) }
        // Its author leafs through the record, which leaves the same line in both.
        let author = try await stack.visit(plain.author, of: patient)
        let entries = try await stack.service.list(author).entries
        let seen = try #require(entries.first { $0.uniqueID == plain.uniqueID }).id
        let found = entries.first { $0.uniqueID == hidden.uniqueID }
        #expect((found != nil) == isThere)
        // Guessed rightly in one twin, and wrongly in the other.
        let guessed = found?.id ?? UniqueID(random: (7_777, 7_777))
        var told = try await gets(browser, stack, seen: seen, guessed: guessed)
        told += try await posts(browser, stack, guessed: guessed)
        told += try await exports(browser)
        // What he tried himself shows nothing afterwards either.
        for path in [
            Paths.record, Paths.documents, Paths.history + "?qui=tous", Paths.history + "?qui=moi", Paths.reports,
        ] {
            told.append(Told("again \(path)", try await browser.get(path)))
        }
        told.append(Told("messages", try await stack.news.map { "\($0.channel.kind) \($0.notice)" }))
        return told
    }

    /// Every page there is, and every page of a document that he sees and of the one that he guesses.
    private static func gets(
        _ browser: Browser,
        _ stack: PortalStack,
        seen: UniqueID,
        guessed: UniqueID
    ) async throws -> [Told] {
        var told: [Told] = []
        for route in stack.portal.routes where route.method == .get && !route.path.contains("{handle}") {
            let paths =
                route.path.contains("{id}")
                ? [seen, guessed].map { route.path.replacing("{id}", with: $0.text) } : [route.path]
            for (place, path) in paths.enumerated() {
                told.append(Told("GET \(route.path) \(place)", try await browser.get(path)))
            }
        }
        let asked = [
            Paths.history + "?qui=tous", Paths.history + "?qui=moi", Paths.documents + "?ordre=auteur",
            Paths.documents + "?categorie=10", Paths.rights + "?type=11502-2", Paths.rights + "?profession=G15_10",
            Paths.reporting(guessed), Paths.reporting(seen), Paths.confidentialityChange + "?masques=oui",
        ]
        for (place, path) in asked.enumerated() {
            told.append(Told("GET asked \(place)", try await browser.get(path)))
        }
        let list = try await browser.get(Paths.professionals)
        for (place, match) in list.body.matches(of: /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/).enumerated() {
            told.append(Told("GET professional \(place)", try await browser.get(String(match.1))))
        }
        return told
    }

    /// Every form about a document, about the one that he guesses.
    private static func posts(_ browser: Browser, _ stack: PortalStack, guessed: UniqueID) async throws -> [Told] {
        var told: [Told] = []
        let fields = [
            FormNames.document: guessed.text, FormNames.choice: guessed.text, FormNames.words: "C’est une erreur.",
        ]
        _ = try await browser.get(Paths.settings)
        for route in stack.portal.routes where route.method == .post && route.path.contains("{id}") {
            let path = route.path.replacing("{id}", with: guessed.text)
            told.append(Told("POST \(route.path)", try await browser.post(path, fields)))
        }
        for path in [Paths.deletion, Paths.deletionConfirmed] {
            told.append(Told("POST \(path)", try await browser.post(path, fields)))
        }
        for reason in [""] + ReportReason.allCases.map(\.rawValue) {
            let report = [
                FormNames.document: guessed.text, FormNames.choice: reason, FormNames.words: "Ce n’est pas à moi.",
            ]
            told.append(Told("POST \(Paths.report) \(reason)", try await browser.post(Paths.report, report)))
        }
        return told
    }

    /// Whatever may be taken away.
    private static func exports(_ browser: Browser) async throws -> [Told] {
        var told: [Told] = []
        _ = try await browser.get(Paths.settings)
        let paths = [Paths.historyCSV, Paths.historySheet, Paths.copyDownload, Paths.copySheet, Paths.historyProof]
        for path in paths {
            told.append(try Told("POST \(path)", try await browser.download(path)))
        }
        return told
    }
}

extension Told {
    fileprivate init(_ question: String, _ lines: [String]) {
        self.init(question: question, text: lines.joined(separator: "\n").replacing(/"[^"]*"/, with: "code"))
    }
}

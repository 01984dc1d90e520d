import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import NIOCore
import PageKit
import RecordService
import SampleRecords
import Sealing
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// What the portal prints: certificates of those who act, the history.
@Suite struct PaperTests {
    private static let poppler = "/usr/bin/pdftotext"
    /// Ninety days after the day of the samples.
    private static let june30 = PageSamples.now.advanced(bySeconds: 90 * 86_400)

    private static func mandate(
        _ kind: RepresentativeKind,
        limits: RepresentativeLimits = [],
        until: Instant? = nil
    ) throws -> MandateSheet {
        MandateSheet(
            mandate: Representative(
                id: PageSamples.ids[0],
                name: PersonName(family: "Lavigne", given: "Marie"),
                birthDate: try #require(CalendarDate("1980-05-17")),
                ins: try #require(SamplePopulation(seed: 1, now: PageSamples.now).patient("paul")).ins,
                kind: kind,
                limits: limits,
                since: PageSamples.now,
                until: until,
                standing: .active
            ),
            holder: PageSamples.name,
            holderBirth: try #require(CalendarDate("1952-04-06")),
            service: PageSamples.sheet,
            now: PageSamples.now
        )
    }

    static func words(_ file: [UInt8]) throws -> String {
        try #require(FileManager.default.isExecutableFile(atPath: poppler), "scripts/test installs \(poppler)")
        let path = NSTemporaryDirectory() + UUID().uuidString + ".pdf"
        try Data(file).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: poppler)
        process.arguments = ["-raw", path, "-"]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.replacing(/\s+/, with: " ")
    }

    @Test(arguments: [Language.french, .english]) func aCertificateIsTheSameEachTimeAndCannotAct(
        language: Language
    ) throws {
        let sheet = try Self.mandate(.carer)
        let file = try sheet.printed(language)
        #expect(file.starts(with: Array("%PDF-".utf8)))
        #expect(try sheet.printed(language) == file)
        #expect(!PDFActivity.isActive(file))
    }

    /// Access and life cycle § 1.1.
    @Test func aCarersCertificateSaysWhoForWhomAndWhatButNoMatricule() throws {
        let text = try Self.words(try Self.mandate(.carer).printed(.french))
        for part in [
            "Marie Lavigne", "17 mai 1980", "Jeanne Lavigne", "Proche aidant", "Lire les documents du dossier",
            "Autoriser ou bloquer un professionnel", "Fermer le dossier, le faire détruire",
        ] { #expect(text.replacing("\u{A0}", with: " ").contains(part), "\(part)") }
        let matricule = try Self.mandate(.carer).mandate.ins.matricule.text
        #expect(!text.contains(matricule) && !text.contains(matricule.prefix(7)))
    }

    /// Access and life cycle § 1.1: a day where the access ends by itself, and that none is set where it does not.
    @Test func aCertificateSaysUntilWhen() throws {
        let ends = try Self.words(try Self.mandate(.carer, until: Self.june30).printed(.french))
            .replacing("\u{A0}", with: " ")
        #expect(ends.contains("Jusqu’au") && ends.contains("30 juin 2026") && !ends.contains("Sans date de"))
        let stays = try Self.words(try Self.mandate(.carer).printed(.french)).replacing("\u{A0}", with: " ")
        #expect(stays.contains("Sans date de") && !stays.contains("30 juin 2026"))
        let english = try Self.words(try Self.mandate(.carer, until: Self.june30).printed(.english))
            .replacing("\u{A0}", with: " ")
        #expect(english.contains("Until") && english.contains("30 June 2026"))
    }

    /// Access and life cycle § 1.1: what is filed is the sheet that people print; of an access that is over it says so, and
    /// gives nobody anything.
    @Test func whatIsFiledInTheRecordIsTheSheetThatPeoplePrint() throws {
        let sheet = try Self.mandate(.carer, until: Self.june30)
        let record = try #require(RecordID(bytes: PageSamples.ids[1].bytes))
        func paper(_ occasion: MandateCertificate.Occasion) throws -> MandatePaper {
            try MandatePapers.printer(for: PageSamples.sheet)(
                MandateCertificate(
                    record: record,
                    mandate: sheet.mandate,
                    occasion: occasion,
                    at: PageSamples.now,
                    holder: sheet.holder,
                    holderBirth: sheet.holderBirth,
                    patient: sheet.mandate.ins
                )
            )
        }
        let (taken, ended) = (try paper(.taken), try paper(.ended))
        #expect(try taken.bytes == sheet.printed(.french) && taken.title != ended.title)
        let text = try Self.words(ended.bytes).replacing("\u{A0}", with: " ")
        #expect(text.contains("ne peut plus ouvrir ce dossier") && text.contains("Terminé le"))
        #expect(!text.contains("Cette personne peut") && !text.contains("pièce d"))
        // Nor the day when it would have ended.
        #expect(!text.contains("Jusqu’au") && !text.contains("30 juin 2026"))
    }

    @Test func aCourtsLimitsAreOnTheCertificate() throws {
        let sheet = try Self.mandate(.representation, limits: [.noDocuments, .noWishes])
        let text = try Self.words(try sheet.printed(.french))
        #expect(text.contains("Lire ou ajouter des documents") && !text.contains("Lire les documents du dossier"))
        #expect(text.contains("Changer les volontés ou fermer le dossier"))
    }

    @Test func aNameWithoutEndNeitherEndsTheProgramNorLosesThePage() throws {
        var sheet = try Self.mandate(.parent)
        sheet = MandateSheet(
            mandate: sheet.mandate,
            holder: PersonName(family: String(repeating: "Très-long ", count: 400), given: "\u{0}\u{1F600}"),
            holderBirth: sheet.holderBirth,
            service: sheet.service,
            now: sheet.now
        )
        #expect(try sheet.printed(.french).count > 500)
    }

    @Test func theCarerAndTheHolderPrintTheCertificateAndNobodyElse() async throws {
        let stack = try PortalStack()
        let (holder, carer) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let (acting, own) = (Browser(client), Browser(client))
            try await RepresentativeTests.enter(acting, stack, parent: carer, of: holder, as: .carer)
            try await WalkTests.signIn(own, stack, holder)
            for browser in [acting, own] {
                let family = try await browser.get(Paths.family)
                let link = try #require(
                    family.body.firstMatch(of: /href="(\/profils\/attestation\?personne=[0-9a-f-]+)"/)
                )
                let file = try await browser.get(String(link.1))
                #expect(file.status == .ok && file.headers[.contentType] == "application/pdf")
                #expect(file.headers[.contentDisposition] == "attachment; filename=\"attestation-dmp.pdf\"")
            }
            let stranger = PageSamples.ids[2].text
            #expect(try await own.get(Paths.mandateSheet + "?personne=" + stranger).status == .notFound)
            // Over is over: no certificate of an access that has ended.
            let family = try await own.get(Paths.family)
            let id = try #require(family.body.firstMatch(of: /attestation\?personne=([0-9a-f-]+)/))
            _ = try await own.post(Paths.endMandate, [FormNames.person: String(id.1)])
            #expect(try await own.get(Paths.mandateSheet + "?personne=" + String(id.1)).status == .notFound)
        }
    }

    /// A text without its white space, which lines and typography choose.
    private static func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// § 7.1, page 22: each sentence of the table stands on paper, in the reader's language, emergencies marked in words.
    @Test(arguments: [Language.french, .english])
    func theHistoryIsPrintedWithItsEmergencies(language: Language) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let professional = try #require(stack.people.professional("midwife"))
            let visit = try await stack.visit(professional, of: patient, mode: .breakGlass(reason: "Inconsciente"))
            _ = try? await stack.service.list(visit)
            stack.service.leave(visit)
            browser.language = language == .french ? "fr" : "en"
            _ = try await browser.get(Paths.history)
            let table = try await browser.post(Paths.historyCSV, [:])
            let sentences = table.body.split(separator: "\r\n").dropFirst().compactMap { row in
                row.matches(of: /"((?:[^"]|"")*)"/).last.map { String($0.output.1).replacing("\"\"", with: "\"") }
            }
            #expect(sentences.count > 3)
            let printed = try await browser.download(Paths.historySheet)
            #expect(printed.status == .ok && printed.headers[.contentType] == "application/pdf")
            #expect(printed.headers[.cacheControl] == "no-store")
            #expect(printed.headers[.contentDisposition] == "attachment; filename=\"historique-des-acces.pdf\"")
            #expect(printed.bytes.starts(with: Array("%PDF-".utf8)) && !PDFActivity.isActive(printed.bytes))
            let words = Self.solid(try Self.words(printed.bytes))
            for sentence in sentences { #expect(words.contains(Self.solid(sentence)), "\(sentence)") }
            let (family, mark) = (professional.name.family, HistoryText.emergencyMark(language))
            #expect(sentences.contains { $0.localizedCaseInsensitiveContains(family) })
            #expect(words.contains(Self.solid(mark)) && words.contains(Self.solid(ShellText.history(language))))
        }
    }
}

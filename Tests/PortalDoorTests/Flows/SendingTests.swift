import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SafeXML
import SampleRecords
import ServerKit
import Synchronization
import Testing
import Wording

@testable import PortalDoor

/// Page 8: a document goes to a professional's mailbox of secured messaging (§ 7.1, page 8).
@Suite struct SendingTests {
    private static let mailbox = "anne.roche@cabinet.mssante.fr"

    /// Somebody signed in, with one document of a professional.
    private static func opened(
        _ mail: SecureMail?,
        _ act: @escaping @Sendable (PortalStack, Browser, DocumentEntry, SampleDocument) async throws -> Void
    ) async throws {
        let stack = try PortalStack(secureMail: mail)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            let document = try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
            try await stack.deposit(document)
            let visit = try await stack.holder(browser)
            let entry = try #require(try await stack.service.list(visit).clinical.first)
            stack.service.leave(visit)
            try await act(stack, browser, entry, document)
        }
    }

    /// The page that asks for confirmation, and what it carries.
    private static func checked(
        _ browser: Browser,
        _ id: UniqueID,
        _ address: String = mailbox
    ) async throws -> (page: Browser.Shown, state: String) {
        _ = try await browser.get(Paths.sending(id))
        let page = try await browser.post(Paths.sending(id), [FormNames.mailbox: address])
        #expect(page.status == .ok && PageChecker.faults(in: page.body) == [], "\(page.body)")
        let state = try #require(page.body.firstMatch(of: /name="demande" value="([^"]*)"/))
        return (page, String(state.1))
    }

    private static func confirm(_ browser: Browser, _ id: UniqueID, _ state: String) async throws -> Browser.Shown {
        try await browser.post(Paths.sendingConfirmed(id), [FormNames.request: state])
    }

    /// The events of sendings, the oldest first.
    private static func sendings(_ stack: PortalStack, _ browser: Browser) async throws -> [TraceEvent] {
        let visit = try await stack.holder(browser)
        defer { stack.service.leave(visit) }
        return try await stack.service.history(limit: 1000, visit).events.filter { $0.act == .send }.reversed()
    }

    /// § 7.1, page 8.
    @Test func aDocumentGoesOnceAsItWasFiledAndTheHistorySaysTo() async throws {
        let relay = Relay()
        try await Self.opened(relay.mail()) { stack, browser, entry, document in
            let offered = try await browser.get(Paths.document(entry.id))
            #expect(offered.body.contains(Paths.sending(entry.id)))
            let form = try await browser.get(Paths.sending(entry.id))
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let (page, state) = try await Self.checked(browser, entry.id)
            #expect(page.body.contains(Self.mailbox) && page.body.contains(SendingText.leaves.phrase.french))
            #expect(page.body.contains(SendingText.noUndo.phrase.french))
            #expect(relay.messages.isEmpty)
            #expect(try await Self.sendings(stack, browser).isEmpty)
            let done = try await Self.confirm(browser, entry.id, state)
            let after = try await browser.follow(done)
            #expect(after.status == .ok && after.body.contains(SendingText.done.phrase.french))
            #expect(PageChecker.faults(in: after.body) == [])
            // A double click sends nothing more.
            let again = try await browser.follow(try await Self.confirm(browser, entry.id, state))
            #expect(again.body.contains(SendingText.already.phrase.french))
            #expect(relay.messages.count == 1)
            let events = try await Self.sendings(stack, browser)
            #expect(
                events.map(\.outcome) == [.permitted, .refused] && events.allSatisfy { $0.documents == [entry.id] }
            )
            #expect(events.last?.sendingHindrance == .begun)
            #expect(events.first?.details[TraceEvent.recipientKey] == Self.mailbox)
            let history = try await browser.get(Paths.history + "?\(FormNames.who)=tous")
            #expect(history.body.contains("à \(Self.mailbox) par messagerie sécurisée"))
            try Self.examine(try #require(relay.messages.first), entry, try document.bytes())
        }
    }

    private static func examine(_ message: SecureMessage, _ entry: DocumentEntry, _ bytes: [UInt8]) throws {
        #expect(message.recipient.address == mailbox)
        #expect(message.subject.hasPrefix(XDMArchive.subjectMark))
        for text in [message.subject, message.body] {
            #expect(!text.contains(entry.title) && !text.contains(entry.patient.matricule.text))
        }
        #expect(message.attachments.map(\.name).first == "IHE_XDM.ZIP" && message.attachments.count == 2)
        let files = try CopyTests.files(try #require(message.attachments.first).bytes)
        let folder = "IHE_XDM/SUBSET01/"
        #expect(
            Set(files.keys) == ["INDEX.HTM", "README.TXT", folder + "METADATA.XML", folder + "DOC00001.XML"]
        )
        #expect(files[folder + "DOC00001.XML"] == bytes)
        let metadata = String(decoding: try #require(files[folder + "METADATA.XML"]), as: UTF8.self)
        for word in ["SubmitObjectsRequest", Hex.encode(entry.sha1), entry.uniqueID.text, "DOC00001.XML", mailbox] {
            #expect(metadata.contains(word), "\(word)")
        }
        #expect(!metadata.contains("repositoryUniqueId"))
    }

    /// The archive goes always, what people can read where both fit.
    @Test(arguments: [-1, 0, 1]) func whatPeopleCanReadGoesWhereItFits(step: Int) {
        let (archive, readable) = (
            [UInt8](repeating: 1, count: 4_000_000), [UInt8](repeating: 2, count: 3_000_000 + step)
        )
        let sent = PortalDoor.attachments(archive: archive, readable: (readable, "pdf"))
        #expect(sent.map(\.name) == ["IHE_XDM.ZIP"] + (step > 0 ? [] : ["document.pdf"]))
        #expect(sent.map(\.bytes.count) == [4_000_000] + (step > 0 ? [] : [3_000_000 + step]))
    }

    /// Twenty are looked up, in the order in which the record knows them, and nobody beyond.
    @Test(arguments: [19, 20, 21]) func twentyMailboxesAreOffered(count: Int) async throws {
        let numbers = try (0..<count).map { try #require(ProfessionalID("0\(100_000_000 + $0)")) }
        let known = numbers.enumerated().map { place, number in
            var one = KnownProfessional(subject: .person(number), name: PersonName(family: "N\(place)", given: "A"))
            one.isTreating = true
            return one
        }
        let asked = Mutex<[ProfessionalID]>([])
        let mailbox = try #require(SecureMailbox(Self.mailbox))
        let mail = SecureMail(domains: .standard) { person in
            asked.withLock { $0.append(person) }
            return CareContact(name: PersonName(family: "", given: ""), mailbox: mailbox)
        } send: { _ in
            .notTaken
        }
        let offered = await PortalDoor.mailboxes(of: known, mail)
        #expect(offered.count == min(count, 20) && offered.map(\.name) == known.prefix(20).map(\.spoken))
        #expect(asked.withLock { $0 } == Array(numbers.prefix(20)))
    }

    @Test func noArchiveTellsFromWhomADocumentIsHidden() async throws {
        let relay = Relay()
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            _ = try await browser.get(Paths.document(entry.id))
            _ = try await browser.post(Paths.mask(entry.id), [:])
            let (_, state) = try await Self.checked(browser, entry.id)
            #expect(try await Self.confirm(browser, entry.id, state).status == .seeOther)
            let archive = try #require(relay.messages.first?.attachments.first)
            let metadata = try #require(try CopyTests.files(archive.bytes)["IHE_XDM/SUBSET01/METADATA.XML"])
            #expect(!String(decoding: metadata, as: UTF8.self).contains(Visibility.maskedCode.value))
        }
    }

    @Test(arguments: [
        "", "   ", "anne", "anne@", "anne@exemple.fr", "anne@mssante.fr.exemple.fr", "anne@autremssante.fr",
        "123@patient.mssante.fr", "anne@mssante.fr, paul@mssante.fr", "anne@mssante.fr\r\nBcc: paul@exemple.fr",
    ])
    func noOtherAddressIsTaken(address: String) async throws {
        let relay = Relay()
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            _ = try await browser.get(Paths.sending(entry.id))
            let refused = try await browser.post(Paths.sending(entry.id), [FormNames.mailbox: address])
            #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            #expect(
                refused.body.contains(#"id="adresse-securisee-erreur""#) && !refused.body.contains(#"name="demande""#)
            )
            if address == "anne@exemple.fr" { #expect(refused.body.contains("@mssante.fr")) }
            #expect(try await Self.sendings(stack, browser).isEmpty && relay.messages.isEmpty)
        }
    }

    @Test func theDomainAndThoseBelowItAreTakenHoweverWritten() async throws {
        try await Self.opened(Relay().mail()) { _, browser, entry, _ in
            for address in ["anne@mssante.fr", " anne@mssante.fr ", "Anne@CHU.MSSante.FR"] {
                _ = try await Self.checked(browser, entry.id, address)
            }
        }
    }

    /// What is not in sight is not there, here as elsewhere; what was replaced is no longer sent.
    @Test func neitherHiddenNorReplacedNorUnknownDocumentsGo() async throws {
        let relay = Relay()
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            let documents = stack.people.documents(of: "jeanne").filter { $0.replaces == nil }
            let hidden = try #require(documents.dropFirst().first)
            try await stack.deposit(hidden, visibility: [Visibility.hiddenFromPatientCode])
            let author = try await stack.visit(hidden.author, of: hidden.patient)
            let entries = try await stack.service.list(author).clinical
            stack.service.leave(author)
            let secret = try #require(entries.first { $0.id != entry.id && $0.title == hidden.title })
            let visit = try await stack.holder(browser)
            let own = try await stack.service.depositOwn(Self.own(), visit)
            _ = try await stack.service.renameOwn(own.id, to: "Poids de mars", visit)
            stack.service.leave(visit)
            let (_, state) = try await Self.checked(browser, entry.id)
            for id in [secret.id, own.id, UniqueID(random: (7, 7))] {
                #expect(try await browser.get(Paths.sending(id)).status == .notFound)
                _ = try await browser.get(Paths.documents)
                let checked = try await browser.post(Paths.sending(id), [FormNames.mailbox: Self.mailbox])
                #expect(checked.status == .notFound)
                _ = try await browser.get(Paths.documents)
                #expect(try await Self.confirm(browser, id, state).status == .notFound)
            }
            #expect(relay.messages.isEmpty)
            #expect(try await Self.sendings(stack, browser).isEmpty)
        }
    }

    private static func own(bytes: Int = 100) -> OwnDocument {
        OwnDocument(
            title: "Mesure",
            type: Code("DOCPAT02", CodeSystem.frenchType),
            mediaType: "text/plain",
            bytes: [UInt8](repeating: UInt8(ascii: "p"), count: bytes),
            visibility: []
        )
    }

    @Test func withoutSecuredMessagingThereIsNothing() async throws {
        try await Self.opened(nil) { _, browser, entry, _ in
            let page = try await browser.get(Paths.document(entry.id))
            #expect(page.status == .ok && !page.body.contains(Paths.sending(entry.id)))
            #expect(try await browser.get(Paths.sending(entry.id)).status == .notFound)
            for path in [Paths.sending(entry.id), Paths.sendingConfirmed(entry.id)] {
                _ = try await browser.get(Paths.documents)
                #expect(try await browser.post(path, [FormNames.mailbox: Self.mailbox]).status == .notFound)
            }
        }
    }

    /// § 2.5: a carer takes no copy away, and sends none.
    @Test func aCarerSendsNothing() async throws {
        let relay = Relay()
        let stack = try PortalStack(secureMail: relay.mail())
        let (patient, carer) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: carer, of: patient, as: .carer)
            try await stack.deposit(try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil }))
            let list = try await browser.get(Paths.documents)
            let found = try #require(list.body.firstMatch(of: /href="\/documents\/([0-9a-f-]{36})"/)).1
            let id = try #require(UniqueID(String(found)))
            let page = try await browser.get(Paths.document(id))
            #expect(page.status == .ok && !page.body.contains(Paths.sending(id)))
            #expect(try await browser.get(Paths.sending(id)).status == .notFound)
            _ = try await browser.get(Paths.documents)
            #expect(try await browser.post(Paths.sending(id), [FormNames.mailbox: Self.mailbox]).status == .notFound)
            #expect(relay.messages.isEmpty)
        }
    }

    /// Whoever acts for the holder is told of that person's record; the mail says what is true whoever sends.
    @Test func aParentSendsTheChildsDocumentAndReadsOfTheChildsRecord() async throws {
        let relay = Relay()
        let stack = try PortalStack(secureMail: relay.mail())
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let parent = try #require(stack.people.patient("paul"))
        let document = try #require(stack.people.documents(of: child.key).first { $0.replaces == nil })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            try await stack.deposit(document)
            let visit = try await stack.holder(browser)
            let entry = try #require(try await stack.service.list(visit).clinical.first)
            stack.service.leave(visit)
            let (page, state) = try await Self.checked(browser, entry.id)
            for text in [SendingText.goes, .reads, .leaves] {
                #expect(page.body.contains(ForAnother.said(text.phrase).french), "\(text)")
            }
            for own in ["votre identité", "votre dossier"] { #expect(!page.body.contains(own), "\(own)") }
            for done in [SendingText.done, .already] {
                let after = try await browser.follow(try await Self.confirm(browser, entry.id, state))
                #expect(after.body.contains(ForAnother.said(done.phrase).french), "\(done)")
                #expect(!after.body.contains("Votre historique"), "\(done)")
            }
            let message = try #require(relay.messages.first)
            #expect(relay.messages.count == 1)
            #expect(message.subject.hasSuffix("+Document du dossier médical partagé d’un patient"))
            #expect(message.body.contains("Un patient, ou une personne qui agit pour un patient,"))
        }
    }

    /// A patient author's number is the INS (interop sheet § 4.2): whoever acts for the holder bears none.
    @Test(arguments: [true, false])
    func nobodyButTheHolderIsAnAuthorUnderTheHoldersNumber(isParent: Bool) async throws {
        let stack = try PortalStack(secureMail: Relay().mail())
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let adult = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            if isParent {
                try await RepresentativeTests.enter(browser, stack, parent: adult, of: child)
            } else {
                try await WalkTests.enter(browser, stack, adult)
            }
            let visit = try await stack.holder(browser)
            let own = try await stack.service.depositOwn(Self.own(), visit)
            let sending = Sending(id: UniqueID(random: (1, 3)), recipient: try #require(SecureMailbox(Self.mailbox)))
            let authors = Mutex<[Author]>([])
            _ = try await stack.service.send(own.id, sending, visit) { lot in
                authors.withLock { $0 = lot.document.entry.authors + lot.set.authors }
                return .taken
            }
            stack.service.leave(visit)
            let found = authors.withLock { $0 }
            #expect(found.count == 2)
            for author in found {
                #expect(author.identifier == (isParent ? "" : own.patient.matricule.text))
                #expect((author.assigningAuthority == nil) == isParent)
                #expect(author.identifierType == (isParent ? "" : "NH"))
                #expect(!author.name.family.isEmpty)
            }
        }
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func whatIsTooLargeIsSaidBefore(_ offset: Int, _ fits: Bool) async throws {
        let relay = Relay()
        try await Self.opened(relay.mail(mostBytes: 100)) { stack, browser, _, _ in
            let visit = try await stack.holder(browser)
            let own = try await stack.service.depositOwn(Self.own(bytes: 100 + offset), visit)
            stack.service.leave(visit)
            let form = try await browser.get(Paths.sending(own.id))
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            #expect(form.body.contains(SendingText.tooLarge.phrase.french) == !fits)
            _ = try await browser.get(Paths.documents)
            let checked = try await browser.post(Paths.sending(own.id), [FormNames.mailbox: Self.mailbox])
            #expect(checked.status == (fits ? .ok : .unprocessableContent))
            #expect(checked.body.contains(SendingText.tooLarge.phrase.french) == !fits)
        }
    }

    @Test func aRelayThatFailsIsSaidAndTheHistoryTellsIt() async throws {
        let relay = Relay()
        relay.answer(.notTaken)
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            let (_, first) = try await Self.checked(browser, entry.id)
            let failed = try await Self.confirm(browser, entry.id, first)
            #expect(failed.status == .serviceUnavailable && PageChecker.faults(in: failed.body) == [])
            #expect(failed.body.contains(SendingText.failed.phrase.french) && failed.body.contains(Self.mailbox))
            let events = try await Self.sendings(stack, browser)
            #expect(events.map(\.sendingFailure) == [nil, .unsent] && events.allSatisfy { $0.documents == [entry.id] })
            let history = try await browser.get(Paths.history + "?\(FormNames.who)=tous")
            #expect(history.body.contains("par messagerie sécurisée\u{A0}: l’envoi n’a pas abouti"))
            relay.answer(.taken)
            let (_, second) = try await Self.checked(browser, entry.id)
            let sent = try await Self.confirm(browser, entry.id, second)
            #expect(sent.headers[.location] == Paths.document(entry.id) + "?fait=envoye")
            #expect(relay.messages.count == 1)
        }
    }

    /// What the relay may have taken is not said to be unsent, and does not go by the same confirmation again.
    @Test func aRelayThatDoesNotConfirmIsSaidAndNothingGoesTwice() async throws {
        let relay = Relay()
        relay.answer(.uncertain)
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            let (_, state) = try await Self.checked(browser, entry.id)
            let unsure = try await browser.follow(try await Self.confirm(browser, entry.id, state))
            #expect(unsure.status == .ok && PageChecker.faults(in: unsure.body) == [])
            #expect(unsure.body.contains(SendingText.uncertain.phrase.french))
            #expect(!unsure.body.contains(SendingText.failed.phrase.french))
            #expect(!unsure.body.contains(SendingText.done.phrase.french))
            relay.answer(.taken)
            let again = try await browser.follow(try await Self.confirm(browser, entry.id, state))
            #expect(again.body.contains(SendingText.already.phrase.french))
            #expect(relay.messages.count == 1)
            let events = try await Self.sendings(stack, browser).filter { $0.outcome == .permitted }
            #expect(events.map(\.sendingFailure) == [nil, .uncertain])
            #expect(events.allSatisfy { $0.documents == [entry.id] })
            let history = try await browser.get(Paths.history + "?\(FormNames.who)=tous")
            #expect(history.body.contains("sans confirmation\u{A0}: l’envoi a peut-être abouti"))
        }
    }

    @Test func onlySoManyGoInADay() async throws {
        let relay = Relay()
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            let mailbox = try #require(SecureMailbox(Self.mailbox))
            for number in 1...UInt64(Custodian.sendingLimit - 1) {
                let visit = try await stack.holder(browser)
                let sending = Sending(id: UniqueID(random: (number, 3)), recipient: mailbox)
                _ = try await stack.service.send(entry.id, sending, visit) { _ in .taken }
                stack.service.leave(visit)
            }
            let (_, last) = try await Self.checked(browser, entry.id)
            #expect(try await Self.confirm(browser, entry.id, last).status == .seeOther)
            let (_, more) = try await Self.checked(browser, entry.id)
            let refused = try await Self.confirm(browser, entry.id, more)
            #expect(refused.status == .tooManyRequests && PageChecker.faults(in: refused.body) == [])
            #expect(refused.body.contains(SendingText.tooMany.phrase.french))
            #expect(relay.messages.count == 1)
            let events = try await Self.sendings(stack, browser)
            #expect(events.count { $0.outcome == .permitted } == Custodian.sendingLimit)
            #expect(events.last?.outcome == .refused && events.last?.sendingHindrance == .tooMany)
        }
    }

    @Test func aConfirmationIsOfOneDocumentAndNotForEver() async throws {
        let relay = Relay()
        try await Self.opened(relay.mail()) { stack, browser, entry, _ in
            let visit = try await stack.holder(browser)
            let own = try await stack.service.depositOwn(Self.own(), visit)
            stack.service.leave(visit)
            let (_, state) = try await Self.checked(browser, entry.id)
            for wrong in ["", "x.y", state + "A"] {
                #expect(try await Self.confirm(browser, entry.id, wrong).status == .forbidden)
            }
            _ = try await browser.get(Paths.documents)
            #expect(try await Self.confirm(browser, own.id, state).status == .forbidden)
            stack.advance(seconds: SealedSending.term - 300)
            _ = try await browser.get(Paths.documents)
            stack.advance(seconds: 301)
            _ = try await browser.get(Paths.documents)
            #expect(try await Self.confirm(browser, entry.id, state).status == .forbidden)
            #expect(relay.messages.isEmpty)
        }
    }

    /// Whoever treats the holder is offered with the mailbox that the directory knows, where documents go.
    @Test(arguments: ["roche@chu.mssante.fr", "roche@sante.exemple.fr"])
    func mailboxesKnownAreOffered(address: String) async throws {
        let relay = Relay()
        let people = SamplePopulation(seed: 1, now: PortalStack.start)
        let document = try #require(people.documents(of: "jeanne").first { $0.replaces == nil })
        let contacts = [document.author.id: try #require(SecureMailbox(address))]
        try await Self.opened(relay.mail(contacts: contacts)) { _, browser, entry, _ in
            let form = try await browser.get(Paths.sending(entry.id))
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let isOffered = address.hasSuffix("mssante.fr")
            #expect(form.body.contains(#"value="\#(address)""#) == isOffered)
            guard isOffered else { return }
            let chosen = try await browser.post(Paths.sending(entry.id), [FormNames.choice: address])
            #expect(chosen.status == .ok && chosen.body.contains(address))
            for (choice, typed) in [(address, Self.mailbox), (SendingEntry.elsewhere, "")] {
                _ = try await browser.get(Paths.sending(entry.id))
                let refused = try await browser.post(
                    Paths.sending(entry.id),
                    [FormNames.choice: choice, FormNames.mailbox: typed]
                )
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            }
        }
    }
}

import AccessRules
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing
import XDSWire

@testable import CareDoor

/// What a reader may not know of changes nothing in any page that he gets (design § 2, law 5): twin records, whole answers.
@Suite struct PageSilenceTests {
    /// A professional, and how he comes to the record.
    enum Reader: String, CaseIterable, Sendable {
        case nurse, cardiologist, pharmacist, midwife, occupational, secretary
        /// Without a leave.
        case dentist
        /// In an emergency, without a leave.
        case physiotherapist
        case regulator

        var way: Way {
            switch self {
            case .nurse, .cardiologist, .pharmacist, .midwife, .secretary: .leave
            case .occupational: .given
            case .dentist: .stranger
            case .physiotherapist: .glass
            case .regulator: .regulation
            }
        }

        /// He comes by a leave, and his profession may list who else reads (TD1.6): leaves and teams of others are told him.
        var isToldWhoReads: Bool {
            switch self {
            case .nurse, .cardiologist, .pharmacist, .midwife, .occupational: true
            case .secretary, .dentist, .physiotherapist, .regulator: false
            }
        }
    }

    enum Way: Sendable { case leave, given, stranger, glass, regulation }

    @Test(arguments: Reader.allCases)
    func twinsAreShownAlike(reader: Reader) async throws {
        let with = try await Self.transcript(reader, hides: true)
        let without = try await Self.transcript(reader, hides: false)
        #expect(with.count == without.count && with.count > 40)
        for (one, other) in zip(with, without) {
            #expect(one.place == other.place)
            #expect(one.text == other.text, "\(one.place)")
        }
        // The visible document is read where the reader may: the comparison is not one of refusals alone.
        #expect(with.contains { $0.text.hasPrefix("200") })
    }

    /// How else than by a mask a document is kept from a reader: by what his profession reads, by the category that the holder
    /// closed to it, by the holder's deletion where he may delete.
    enum Hiding: Sendable {
        case byTheMatrix, byAClosedCategory, byTheHoldersDeletion

        /// The type, and of a class that can be closed without closing what else is filed here.
        var fields: [String: String] {
            switch self {
            case .byTheMatrix: ["type": "68599-0"]
            case .byAClosedCategory: ["type": "18748-4"]
            case .byTheHoldersDeletion: [:]
            }
        }

        var set: String { self == .byTheHoldersDeletion ? "era2019" : "mes2026" }
    }

    @Test(
        arguments: [
            (Hiding.byTheMatrix, Reader.nurse), (.byAClosedCategory, .cardiologist),
            (.byTheHoldersDeletion, .cardiologist),
        ]
    )
    func twinsAreShownAlikeWhateverHides(hiding: Hiding, reader: Reader) async throws {
        let with = try await Self.transcript(reader, hides: true, hiding)
        let without = try await Self.transcript(reader, hides: false, hiding)
        #expect(with.count == without.count && with.count > 40)
        for (one, other) in zip(with, without) {
            #expect(one.place == other.place)
            #expect(one.text == other.text, "\(one.place)")
        }
        // The visible document is listed: the comparison is not one of refusals alone.
        #expect(with.contains { $0.place == "/documents" && $0.text.contains("Visible de tous") })
    }

    /// The comparison can fail: of the same document whoever it is not kept from is told.
    @Test(arguments: [(Hiding.byTheMatrix, Reader.cardiologist), (.byAClosedCategory, .nurse)])
    func whatIsKeptFromOthersIsTold(hiding: Hiding, reader: Reader) async throws {
        let with = try await Self.transcript(reader, hides: true, hiding)
        let without = try await Self.transcript(reader, hides: false, hiding)
        #expect(zip(with, without).contains { $0.text != $1.text })
    }

    /// A twin that differs by something visible is told apart: the comparison can fail.
    @Test func whatIsVisibleIsTold() async throws {
        let with = try await Self.transcript(.cardiologist, hides: true, visibly: true)
        let without = try await Self.transcript(.cardiologist, hides: false)
        #expect(zip(with, without).contains { $0.text != $1.text })
    }

    private struct Shown: Sendable {
        let place: String
        let text: String
    }

    private static func transcript(
        _ reader: Reader,
        hides: Bool,
        visibly: Bool = false,
        _ hiding: Hiding? = nil
    ) async throws -> [Shown] {
        let stack = try CareStack(policySet: hiding?.set ?? "mes2026")
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        if hiding == .byAClosedCategory {
            let imaging = CategoryClosure(profession: "10", category: "31")
            _ = try await stack.service.carryOut(.closeCategory(imaging), try await stack.signIn(patient))
        }
        return try await stack.door().application.test(.router) { client in
            let author = Browser(client, card: "card:gp")
            let own = try await Walk.consult(author, patient, asTreating: hiding == nil)
            let visible = try await Walk.add(author, own, title: "Visible de tous")
            // The reader has his leave before anything is hidden, so that its dates could move.
            let browser = Browser(client, card: "card:\(reader.rawValue)")
            if reader.way == .leave {
                let handle = try await Walk.consult(browser, patient)
                try await browser.get("/dossiers/\(handle)")
            }
            if reader.way == .given {
                // A physician of work is authorised by the patient alone (CSP L1111-17 IV).
                let who = try #require(stack.people.professional(reader.rawValue))
                _ = try await stack.service.carryOut(.authorise(Self.leave(who)), try await stack.signIn(patient))
            }
            // The next day, before the leave of a consultation ends.
            stack.advance(seconds: 15 * 3600)
            var hidden = UUID().uuidString.lowercased()
            if hides, let hiding {
                hidden = try await hide(stack, client, patient, hiding)
            } else if hides {
                hidden = try await hide(stack, client, patient, seenBy: visibly ? "tous" : "masque")
            }
            if hiding == nil, hides || reader.isToldWhoReads { try await letOthersIn(stack, patient) }
            stack.advance(seconds: 3600)
            return try await walk(stack, browser, reader, patient, visible: visible.id, hidden: hidden)
        }
    }

    /// What no reader may know of: a masked document, one that was masked and is deleted, the block of somebody else.
    private static func hide(
        _ stack: CareStack,
        _ client: any TestClientProtocol,
        _ patient: SamplePatient,
        seenBy: String
    ) async throws -> String {
        let author = Browser(client, card: "card:gp")
        let own = try await Walk.consult(author, patient)
        let (_, id) = try await Walk.add(author, own, title: "Rien que pour lui", seenBy: seenBy)
        let (_, gone) = try await Walk.add(author, own, title: "Supprimé", seenBy: seenBy)
        let path = "/dossiers/\(own)/documents/\(gone)/changer/supprimer"
        try await author.get(path)
        #expect(try await author.post(path).status == .seeOther)
        let surgeon = try #require(stack.people.professional("surgeon"))
        _ = try await stack.service.carryOut(
            .block(Block(subject: .person(surgeon.id), name: surgeon.name, profession: nil, since: CareStack.start)),
            try await stack.signIn(patient)
        )
        return id
    }

    /// Leaves and teams of others, which whoever may not list them is told nothing of.
    private static func letOthersIn(_ stack: CareStack, _ patient: SamplePatient) async throws {
        let (pathologist, biologist, gp) = (
            try #require(stack.people.professional("pathologist")),
            try #require(stack.people.professional("biologist")),
            try #require(stack.people.professional("gp"))
        )
        _ = try await stack.service.carryOut(.authorise(Self.leave(pathologist)), try await stack.signIn(patient))
        let member = TeamMember(
            subject: .person(biologist.id),
            name: biologist.name,
            profession: biologist.actor().profession,
            structure: biologist.actor().structure
        )
        _ = try await stack.service.declareTeam(
            TeamDeclaration(name: "Équipe d’autrui", members: [member]),
            try await stack.visit(gp, of: patient)
        )
    }

    /// What is kept from the reader otherwise than by a mask.
    private static func hide(
        _ stack: CareStack,
        _ client: any TestClientProtocol,
        _ patient: SamplePatient,
        _ hiding: Hiding
    ) async throws -> String {
        let author = Browser(client, card: "card:gp")
        let own = try await Walk.consult(author, patient)
        let (_, id) = try await Walk.add(author, own, title: "Pas pour tous", hiding.fields)
        guard hiding == .byTheHoldersDeletion else { return id }
        let selector = ObjectSelector.logicalIDs([try #require(UniqueID(id))])
        _ = try await stack.service.change(selector, .delete, try await stack.signIn(patient))
        return id
    }

    private static func leave(_ who: SampleProfessional) -> Authorisation {
        Authorisation(
            subject: .person(who.id),
            name: who.name,
            profession: who.actor().profession,
            structure: who.actor().structure,
            since: CareStack.start,
            until: nil,
            origin: .givenByHolder,
            lastAct: CareStack.start
        )
    }

    private static let parts = [
        "", "/accord", "/presence", "/urgence", "/documents", "/documents?archives=oui", "/documents?masques=oui",
        "/documents?a-annoncer=oui", "/documents?vue=parcours", "/documents?vue=miniatures",
        "/documents?ordre=auteur", "/documents?page=2", "/documents?type=11488-4", "/ajouter", "/a-annoncer",
        "/vaccinations", "/vaccinations?ordre=maladie", "/vaccinations/ajouter", "/volontes", "/volontes/consigner",
        "/volontes/urgence", "/autorisations", "/autorisations/renoncer", "/autorisations/equipes/declarer",
        "/autorisations/accords/confrere", "/historique", "/historique?urgences=oui", "/connexion-secrete", "/quitter",
    ]
    private static let ofDocuments = [
        "", "/contenu", "/lecture", "/original", "/recu", "/remplacer", "/changer/masquer", "/changer/demasquer",
        "/changer/annoncer", "/changer/supprimer",
    ]

    private static func walk(
        _ stack: CareStack,
        _ browser: Browser,
        _ reader: Reader,
        _ patient: SamplePatient,
        visible: String,
        hidden: String
    ) async throws -> [Shown] {
        var names = Names(known: ["visible": visible, "caché": hidden])
        var shown: [Shown] = []
        func keep(_ place: String, _ page: Browser.Shown) {
            shown.append(Shown(place: names.normalised(place), text: names.normalised(page)))
        }
        try await browser.enter()
        keep("/patients", try await browser.get("/patients"))
        let found = try await browser.find(patient.ins.matricule.text)
        keep("recherche", found)
        var handle = try Walk.handle(found.headers[.location])
        switch reader.way {
        case .leave, .given, .stranger: break
        case .glass, .regulation:
            try await browser.get("/dossiers/\(handle)/urgence")
            let kind = reader.way == .glass ? "bris-de-glace" : "centre-15"
            let opened = try await browser.post(
                "/dossiers/\(handle)/urgence",
                ["cas": kind, "motif": "Perte de connaissance"]
            )
            keep("urgence", opened)
            handle = try Walk.handle(opened.headers[.location])
        }
        let root = "/dossiers/\(handle)"
        for part in parts { keep(part, try await browser.get(root + part)) }
        for id in [visible, hidden] {
            for part in ofDocuments { keep(id + part, try await browser.get("\(root)/documents/\(id)\(part)")) }
        }
        // What acts on a document that is not for him fares as on none.
        try await browser.get(root)
        for choice in DocumentChoice.allCases where choice != .reveal {
            let path = "\(root)/documents/\(hidden)/changer/\(choice.rawValue)"
            keep("POST \(choice.rawValue)", try await browser.post(path))
        }
        for part in ["membre", "fin"] {
            keep(part, try await browser.get("\(root)/autorisations/equipes/\(hidden)/\(part)"))
        }
        try await browser.get(root + "/historique")
        keep("tableau", try await browser.post(root + "/historique/tableau"))
        keep("/patients", try await browser.get("/patients"))
        return shown
    }

    /// Names for what differs from one run to the next: identifiers, by the order in which they appear.
    private struct Names {
        var known: [String: String]
        private var given: [String: String] = [:]

        init(known: [String: String]) {
            self.known = known
            for (name, id) in known { given[id] = name }
        }

        mutating func normalised(_ page: Browser.Shown) -> String {
            let headers = page.headers.filter { $0.name != .setCookie }
                .map { "\($0.name.rawName.lowercased()): \($0.value)" }.sorted()
            let cookies = page.headers[values: .setCookie].count
            return normalised("\(page.status.code) \(cookies)\n\(headers.joined(separator: "\n"))\n\n\(page.body)")
        }

        mutating func normalised(_ text: String) -> String {
            var text = text
            // Digests, OIDs made of UUIDs, UUIDs, then whatever the seal or chance has made.
            text = text.replacing(/([0-9a-f]{8} ){7}[0-9a-f]{8}/) { _ in "DIGEST" }
            text = text.replacing(/document-[0-9a-f]{8}\./) { _ in "document-x." }
            // Of one length, whichever they are: so that the lengths of pages, which are compared as well, are the same.
            text = text.replacing(/2\.25\.[0-9]{39}(?![0-9])/) { _ in "OID" }
            for pattern in [
                /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, /[A-Za-z0-9_\-]{22,}/,
            ] {
                text = text.replacing(pattern) { match in name(String(match.output)) }
            }
            return text
        }

        private mutating func name(_ id: String) -> String {
            if let name = given[id] { return name }
            let name = "id-\(given.count)"
            given[id] = name
            return name
        }
    }
}

import AccessRules
import ClinicalDocuments
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HostStore
import Hummingbird
import PDFDrawingSupport
import RecordService
import SampleRecords
import Sealing
import ServerKit
import Synchronization
import Wording

@testable import CareDoor

/// The professionals' site over a whole service in a temporary folder, with the people of the sample world.
///
/// A card is bytes that the stack's reader knows: `card:gp`. TLS is the business of the foreign tests.
final class CareStack: Sendable {
    static let start = Instant(milliseconds: 1_767_520_800_000)
    static let origin = "https://pro.dmp.example.fr"

    let folder: String
    let service: RecordService
    let custodian: Custodian
    let host: HostStore
    let site: CareDoor
    let people: SamplePopulation
    let log = Mutex<[String]>([])
    private let state: State
    /// The set to which records pass once they are open; nil where it knows letters itself (C1).
    private let era: String?

    /// What tests turn by hand.
    final class State: Sendable {
        let now = Mutex(CareStack.start)
        let notices = Mutex<[OutgoingNotice]>([])
        let count = Mutex<UInt64>(0)
        let refused = Mutex<[String: CardFault]>([:])
    }

    /// - Parameter real: reads cards beside those of the sample world, by the name that the browser shows.
    init(
        searchBurst: Int = 1000,
        policySet: String = "mes2026",
        rules: RuleBook? = nil,
        professionals: ProfessionalSearch? = nil,
        real: (@Sendable (_ card: String, _ now: Instant) async throws(CardFault) -> CareHolder?)? = nil
    ) throws {
        let state = State()
        self.state = state
        folder = NSTemporaryDirectory() + "care-" + UUID().uuidString
        for part in ["", "/host", "/custody"] {
            try FileManager.default.createDirectory(atPath: folder + part, withIntermediateDirectories: true)
        }
        let random: @Sendable (Int) -> [UInt8] = { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
        let clock: @Sendable () -> Instant = { state.now.withLock { $0 } }
        try FileKeyStore.create(at: folder + "/keys", passphrase: "test", cost: .minimal, random: random)
        var settings = CustodySettings(domain: .rehearsal, logOrigin: "trace.example/2026/s00")
        settings.secretRounds = 1024
        settings.policySet = policySet
        let rules = try rules ?? RuleBook.bundled()
        let knowsLetters = rules.policySets[policySet]?.openingModes.contains(.postedCodes) == true
        era = knowsLetters ? nil : policySet
        let valueSets = try ValueSets.bundled()
        let people = SamplePopulation(seed: 1, now: Self.start)
        self.people = people
        settings.regulationCentres = people.regulationCentres
        custodian = try Custodian(
            directory: folder + "/custody",
            keyStore: try FileKeyStore(path: folder + "/keys", passphrase: "test", random: random),
            rules: rules,
            settings: settings,
            verifyAssertion: { (envelope, _, _) throws(EvidenceFault) in
                guard let evidence = try? JSONDecoder().decode(CareEvidence.self, from: Data(envelope)) else {
                    throw EvidenceFault(code: "x", element: "x", remedy: "x")
                }
                return evidence
            },
            readCard: { (certificate, now) throws(CardFault) in
                let name = String(decoding: certificate, as: UTF8.self)
                if let real, let holder = try await real(name, now) { return holder }
                if let fault = state.refused.withLock({ $0[name] }) { throw fault }
                return try Self.holder(of: name, people)
            },
            deliver: { notice in state.notices.withLock { $0.append(notice) } },
            clock: clock,
            random: random
        )
        host = try HostStore(directory: folder + "/host")
        service = try RecordService(
            custodian: custodian,
            host: host,
            rules: rules,
            valueSets: valueSets,
            nodeName: "test",
            // As in production: only the browser's card may file without a signature.
            settings: ServiceSettings(unsignedLots: .refused),
            judgeLot: { (_, _, _, _, _) throws(DepositFault) in .advanced },
            clock: clock,
            random: random
        )
        guard let origin = WebOrigin(Self.origin) else { throw StackFault(description: "origin") }
        var siteSettings = CareSettings(
            domain: .rehearsal,
            origin: origin,
            sheet: ServiceSheet(portalAddress: "dmp.example.fr", helpPhone: "0 800 00 00 00", senderLines: ["DMP"]),
            secret: [UInt8](repeating: 7, count: 32)
        )
        siteSettings.searchBurst = searchBurst
        siteSettings.searchFloor = .none
        siteSettings.professionals = professionals
        site = try CareDoor(
            records: service,
            valueSets: valueSets,
            settings: siteSettings,
            clock: clock,
            serverClock: Self.serverClock,
            random: random,
            log: EventLog(sink: LogSink { _ in }, clock: Self.serverClock),
            drawing: TestDrawer()
        )
    }

    /// The bundled rules with one more set, `essai`: the newest one with one key changed.
    static func rules(_ key: String, _ value: Any) throws -> RuleBook {
        var texts = try RuleBook.Texts.bundled()
        guard let newest = texts.policySets.first(where: { $0.key.contains("mes2026") })?.value,
            var set = try JSONSerialization.jsonObject(with: Data(newest)) as? [String: Any],
            var keys = set["keys"] as? [String: Any], var entry = keys[key] as? [String: Any]
        else { throw StackFault(description: "rules") }
        entry["value"] = value
        keys[key] = entry
        set["keys"] = keys
        set["id"] = "essai"
        texts.addedSets["essai.json"] = Array(
            try JSONSerialization.data(withJSONObject: set, options: [.withoutEscapingSlashes])
        )
        return try RuleBook(texts)
    }

    /// `card:gp` acts in the sample's place; `card:gp+` in two; `card:gp!` for a mutual; `card:gp#2` is another card of the same
    /// person.
    private static func holder(of name: String, _ people: SamplePopulation) throws(CardFault) -> CareHolder {
        guard name.hasPrefix("card:") else { throw .notACard }
        let key = String(name.dropFirst(5).prefix { !"+#!".contains($0) })
        guard let who = people.professional(key) else { throw .unknownAuthority }
        let own = who.actor()
        var situations = [own]
        if name.hasSuffix("+"), let other = people.structures.first(where: { $0.structure.id != own.structure.id }) {
            situations.append(
                CareActor(
                    person: own.person,
                    name: own.name,
                    profession: own.profession,
                    structure: other.structure,
                    holder: own.holder,
                    authentication: .direct
                )
            )
        }
        if name.hasSuffix("!") {
            let mutual = Structure(
                id: own.structure.id,
                name: "Mutuelle",
                sector: Code("SA24", own.structure.sector.system, label: "Organisme d'assurance")
            )
            situations = [
                CareActor(
                    person: own.person,
                    name: own.name,
                    profession: own.profession,
                    structure: mutual,
                    holder: own.holder,
                    authentication: .direct
                )
            ]
        }
        return CareHolder(person: who.id, name: who.name, kind: who.holder, situations: situations)
    }

    static let serverClock = ServerClock(
        wallMilliseconds: { CareStack.start.milliseconds },
        monotonicNanoseconds: { 1 },
        sleep: { try await Task.sleep(for: $0) }
    )

    /// The site behind the walls that every door has; what TLS would have shown stands in a header of the tests.
    func door() throws -> DoorServer<CareContext> {
        let tools = DoorTools(
            ids: { OpaqueID(UUID().uuidString) ?? .unassigned },
            clock: Self.serverClock,
            log: EventLog(sink: LogSink { line in self.log.withLock { $0.append(line) } }, clock: Self.serverClock),
            metrics: MetricsRegistry(),
            failures: site.failures
        )
        let settings = DoorSettings(name: "care", host: "127.0.0.1", port: 0, transport: .clearOnLoopback)
        return try DoorServer(settings, tools: tools, context: CareContext.self) { router in
            router.add(middleware: ShownCard())
            site.addRoutes(to: router)
        }
    }

    func advance(seconds: Int64) { state.now.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    func refuse(_ card: String, _ fault: CardFault?) { state.refused.withLock { $0[card] = fault } }
    var notices: [OutgoingNotice] { state.notices.withLock { $0 } }

    /// Opens a patient's record with the two letters.
    func open(_ patient: SamplePatient, emergency: EmergencyWishes = EmergencyWishes()) async throws {
        try await service.invite(
            Invitation(ins: patient.ins, traits: patient.traits, policySet: era.map { _ in "mes2026" })
        )
        guard let ins = QualifiedINS(patient.ins, in: .rehearsal) else { throw StackFault(description: "ins") }
        try await service.open(
            OpeningRequest(
                ins: ins,
                code: try lastCode(),
                birthDate: patient.traits.birthDate,
                secret: patient.secretCode,
                phone: patient.phone,
                email: patient.email,
                emergency: emergency
            )
        )
        // A minor's record waits for whoever acts for him.
        if service.givesOwnAccess(born: patient.traits.birthDate, on: Self.start.date) {
            try await activate(ins, secret: patient.secretCode)
        }
        if let era { try await service.migrate(ins, to: era) }
    }

    /// Activates with the second letter, and proves every way to be reached.
    func activate(_ ins: QualifiedINS, secret: String) async throws {
        let proofs = try await service.beginActivation(ins: ins, code: try lastCode(), secret: secret)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await service.completeActivation(ins: ins, typed)
    }

    /// The holder's own session.
    func signIn(_ patient: SamplePatient) async throws -> Visit {
        let challenge = try await service.beginSignIn(
            identifier: .matricule(patient.ins),
            secret: patient.secretCode,
            preferring: nil
        )
        let token = try await service.completeSignIn(token: challenge.token, code: try lastCode())
        return try await service.admit(.session(token: token.text), request: UniqueID(random: (nextCount(), 7)))
    }

    private func lastCode() throws -> String {
        for sent in notices.reversed() {
            switch sent.notice {
            case .openingCode(let code), .activationCode(let code), .oneTimeCode(let code, _): return code
            default: continue
            }
        }
        throw StackFault(description: "no code")
    }

    private func nextCount() -> UInt64 {
        state.count.withLock { count in
            count += 1
            return count
        }
    }

    /// A visit by a professional's software.
    func visit(
        _ who: SampleProfessional,
        of patient: SamplePatient,
        as authentication: AuthenticationMode = .direct,
        mode: AccessMode = .normal
    ) async throws -> Visit {
        let id = nextCount()
        let evidence = CareEvidence(
            actor: who.actor(authentication),
            mode: mode,
            patient: patient.ins,
            assertionID: "assertion-\(id)",
            software: "essai",
            isSecretConnection: false,
            structureStanding: .vouched
        )
        return try await service.admit(
            .assertion(envelope: Array(try JSONEncoder().encode(evidence)), peerCertificate: []),
            request: UniqueID(random: (id, 99))
        )
    }

    /// A history of one injection, filed by a professional with his card in a browser.
    func report(_ injection: VaccinationNote, of patient: SamplePatient, by who: SampleProfessional) async throws {
        let card = Array("card:\(who.key)".utf8)
        let token = try await service.beginCareSession(certificate: card, in: who.actor())
        let visit = try await service.admit(
            .careSession(CareSessionEvidence(token: token, peerCertificate: card, patient: patient.ins)),
            request: UniqueID(random: (nextCount(), 98))
        )
        guard let type = try ValueSets.bundled()[.type]?.codes.first(where: { $0.value == "11369-6" }) else {
            throw StackFault(description: "type")
        }
        var draft = WebDraft(
            type: type,
            title: "Historique des vaccinations",
            actDate: injection.day,
            visibility: [],
            file: WebDraft.File(mediaType: "text/plain", bytes: []),
            zoneMinutes: 60
        )
        draft.vaccination = injection
        _ = try await service.file(draft, traits: patient.traits, visit)
        service.leave(visit)
        service.endCareSession(token: token)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

struct StackFault: Error, CustomStringConvertible { let description: String }

/// Puts a card in the context as TLS would have.
struct ShownCard: RouterMiddleware {
    static let field = HTTPField.Name("X-Test-Card")

    func handle(
        _ request: Request,
        context: CareContext,
        next: (Request, CareContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let field = Self.field, let card = request.headers[field] {
            context.door.peer = PeerIdentity(certificate: Array(card.utf8), path: [])
        }
        return try await next(request, context)
    }
}

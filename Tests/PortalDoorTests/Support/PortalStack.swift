import AccessRules
import ClinicalDocuments
import Custody
import Foundation
import HealthRecord
import HostStore
import PDFDrawingSupport
import PageChecks
import RecordService
import SafeXML
import SampleRecords
import Sealing
import ServerKit
import Synchronization
import Testing
import Wording
import XDSWire

@testable import PortalDoor

/// A whole service in a temporary folder, with the people of the sample world.
final class PortalStack: Sendable {
    static let start = PageSamples.now
    static let origin = "https://dmp.example.fr"

    let folder: String
    let service: RecordService
    let custodian: Custodian
    let host: HostStore
    let portal: PortalDoor
    let people: SamplePopulation
    let log = Mutex<[String]>([])
    private let state: State

    /// What tests turn by hand.
    final class State: Sendable {
        let now = Mutex(PortalStack.start)
        let notices = Mutex<[OutgoingNotice]>([])
        let count = Mutex<UInt64>(0)
    }

    init(
        misses: Int = 1000,
        refusals: (floor: AnswerFloor, clock: ServerClock)? = nil,
        historyPage: Int? = nil,
        tableLimit: Int? = nil,
        sheetLimit: Int? = nil,
        changedAtOnce: Int? = nil,
        changesPerWork: Int? = nil,
        professionals: ProfessionalSearch? = nil,
        secureMail: SecureMail? = nil,
        policySet: String = "mes2026",
        rules: RuleBook? = nil
    ) throws {
        let state = State()
        self.state = state
        folder = NSTemporaryDirectory() + "portal-" + UUID().uuidString
        for part in ["", "/host", "/custody"] {
            try FileManager.default.createDirectory(atPath: folder + part, withIntermediateDirectories: true)
        }
        let random: @Sendable (Int) -> [UInt8] = { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
        let clock: @Sendable () -> Instant = { state.now.withLock { $0 } }
        try FileKeyStore.create(at: folder + "/keys", passphrase: "test", cost: .minimal, random: random)
        var settings = CustodySettings(domain: .rehearsal, logOrigin: "trace.example/2026/s00")
        settings.secretRounds = 1024
        settings.relyingParty = RelyingParty(origin: Self.origin)
        settings.policySet = policySet
        if let changesPerWork { settings.changesPerWork = changesPerWork }
        let rules = try rules ?? RuleBook.bundled()
        let valueSets = try ValueSets.bundled()
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
            settings: ServiceSettings(unsignedLots: .accepted),
            judgeLot: { (_, _, _, _, _) throws(DepositFault) in .authenticatedOnly },
            clock: clock,
            random: random
        )
        people = SamplePopulation(seed: 1, now: Self.start)
        guard let origin = WebOrigin(Self.origin) else { throw HTMLFault(description: "origin") }
        var portalSettings = PortalSettings(
            domain: .rehearsal,
            origin: origin,
            sheet: PageSamples.sheet,
            secret: [UInt8](repeating: 7, count: 32)
        )
        portalSettings.missesPerTenMinutes = misses
        portalSettings.refusalFloor = refusals?.floor ?? .none
        portalSettings.refusalClock = refusals?.clock
        if let historyPage { portalSettings.historyPage = historyPage }
        if let tableLimit { portalSettings.tableLimit = tableLimit }
        if let sheetLimit { portalSettings.sheetLimit = sheetLimit }
        if let changedAtOnce { portalSettings.changedAtOnce = changedAtOnce }
        portalSettings.professionals = professionals
        portalSettings.secureMail = secureMail
        portal = try PortalDoor(
            records: service,
            rules: rules,
            valueSets: valueSets,
            settings: portalSettings,
            clock: clock,
            random: random,
            log: EventLog(sink: LogSink { _ in }, clock: Self.serverClock),
            drawing: TestDrawer()
        )
    }

    static let serverClock = ServerClock(
        wallMilliseconds: { PortalStack.start.milliseconds },
        monotonicNanoseconds: { 1 },
        sleep: { try await Task.sleep(for: $0) }
    )

    /// The portal behind the walls that every door has.
    func door() throws -> DoorServer<PortalContext> {
        let tools = DoorTools(
            ids: { OpaqueID(UUID().uuidString) ?? .unassigned },
            clock: Self.serverClock,
            log: EventLog(sink: LogSink { line in self.log.withLock { $0.append(line) } }, clock: Self.serverClock),
            metrics: MetricsRegistry(),
            failures: portal.failures
        )
        let settings = DoorSettings(name: "portal", host: "127.0.0.1", port: 0, transport: .clearOnLoopback)
        return try DoorServer(settings, tools: tools, context: PortalContext.self) { portal.addRoutes(to: $0) }
    }

    var now: Instant { state.now.withLock { $0 } }

    func advance(seconds: Int64) { state.now.withLock { $0 = $0.advanced(bySeconds: seconds) } }

    /// What has left so far: codes at once, news as they are settled.
    var notices: [OutgoingNotice] { state.notices.withLock { $0 } }
    /// The same once all news that can have left.
    var news: [OutgoingNotice] {
        get async throws {
            try await custodian.settleNews()
            return notices
        }
    }

    /// The last code sent, of a letter or of a sign-in.
    var lastCode: String? {
        notices.reversed().lazy.compactMap { sent in
            switch sent.notice {
            case .openingCode(let code), .activationCode(let code), .recoveryCode(let code), .oneTimeCode(let code, _),
                .openingAnnounced(let code, _):
                code
            default: nil
            }
        }.first
    }

    /// The code of the last letter to somebody asked to act for another.
    var lastLetterCode: String? {
        notices.reversed().lazy.compactMap {
            if case .representationCode(let code, _) = $0.notice { code } else { nil }
        }
        .first
    }

    func invite(_ patient: SamplePatient) async throws {
        try await service.invite(Invitation(ins: patient.ins, traits: patient.traits))
    }

    /// A visit by a professional.
    func visit(
        _ who: SampleProfessional,
        of patient: SamplePatient,
        mode: AccessMode = .normal,
        isSecret: Bool = false
    ) async throws -> Visit {
        let id = state.count.withLock { count in
            count += 1
            return count
        }
        let evidence = CareEvidence(
            actor: who.actor(),
            mode: mode,
            patient: patient.ins,
            assertionID: "assertion-\(id)",
            software: "essai",
            isSecretConnection: isSecret,
            structureStanding: .vouched
        )
        let envelope = Array(try JSONEncoder().encode(evidence))
        return try await service.admit(
            .assertion(envelope: envelope, peerCertificate: []),
            request: UniqueID(random: (id, 99))
        )
    }

    /// Files a document of the sample world by its author.
    ///
    /// - Parameter changed: the document as it is to be, where it is not the sample's own.
    func deposit(
        _ document: SampleDocument,
        changed: CDABuilder? = nil,
        visibility: [Code] = [],
        isSecret: Bool = false
    ) async throws {
        let bytes = try (changed ?? document.builder).bytes()
        let header = try CDAHeader(try XMLDocument(parsing: bytes, limits: .clinicalDocument))
        let derived = try DerivedMetadata(header, valueSets: try ValueSets.bundled())
        var entry = Self.entry(derived, patient: document.patient)
        entry.confidentialityCodes += visibility
        var set = SubmittedSet(id: "set")
        set.uniqueID = OID("1.2.250.1.999.\(state.count.withLock { $0 + 1000 })")
        set.sourceID = OID("1.2.250.1.999.1")
        set.patientID = PatientIdentifier(document.patient.ins)
        set.submissionTime = HL7Time(document.createdAt)
        set.contentType = document.contentType
        set.authors = [document.author.author()]
        let lot = Lot(
            submission: Submission(
                set: set,
                entries: [entry],
                associations: [.member(id: "a1", set: "set", entry: entry.id)],
                documents: [DocumentPart(id: entry.id, content: .inline(bytes))]
            ),
            contents: [entry.id: bytes]
        )
        try await declareConsent(document, isSecret: isSecret)
        let visit = try await visit(document.author, of: document.patient, isSecret: isSecret)
        _ = try await service.deposit(lot, visit)
        service.leave(visit)
    }

    /// The author of a document states the holder's consent.
    func declareConsent(_ document: SampleDocument, isSecret: Bool = false) async throws {
        let consent = try await visit(document.author, of: document.patient, isSecret: isSecret)
        _ = try? await service.setAuthorisation(.add(asTreatingPhysician: document.author.key == "gp"), consent)
        service.leave(consent)
    }

    private static func entry(_ derived: DerivedMetadata, patient: SamplePatient) -> SubmittedEntry {
        var entry = SubmittedEntry(id: "d1")
        entry.kind = .stable
        entry.status = .approved
        entry.mimeType = derived.mimeType
        entry.uniqueID = derived.uniqueID
        entry.patientID = PatientIdentifier(patient.ins)
        entry.creationTime = derived.creationTime
        entry.serviceStart = derived.serviceStart
        entry.serviceStop = derived.serviceStop
        entry.language = derived.language
        entry.sourcePatientID = "42^^^&1.2.250.1.999.2&ISO^PI"
        entry.sourcePatientInfo = derived.sourcePatientInfo
        entry.legalAuthenticator = derived.legalAuthenticator
        entry.authors = derived.authors
        entry.classCode = derived.classCode
        entry.typeCode = derived.typeCode
        entry.formatCode = derived.formatCode
        entry.confidentialityCodes = [derived.confidentiality]
        entry.facilityTypeCode = derived.facilityTypeCode
        entry.practiceSettingCode = derived.practiceSettingCode
        entry.eventCodes = derived.eventCodes
        entry.title = derived.title
        return entry
    }

    /// The bundled rules with one more set, `essai`: the newest one with one key changed.
    static func rules(_ key: String, _ value: Any) throws -> RuleBook {
        var texts = try RuleBook.Texts.bundled()
        let newest = try #require(texts.policySets.first { $0.key.contains("mes2026") }).value
        var set = try #require(try JSONSerialization.jsonObject(with: Data(newest)) as? [String: Any])
        var keys = try #require(set["keys"] as? [String: Any])
        var entry = try #require(keys[key] as? [String: Any])
        entry["value"] = value
        keys[key] = entry
        set["keys"] = keys
        set["id"] = "essai"
        texts.addedSets["essai.json"] = Array(
            try JSONSerialization.data(withJSONObject: set, options: [.withoutEscapingSlashes])
        )
        return try RuleBook(texts)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

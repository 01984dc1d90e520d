import AccessRules
import ClinicalDocuments
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HostStore
import Hummingbird
import HummingbirdTesting
import NIOCore
import OperatorDoor
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing

/// A record service on a temporary folder behind the operators' door, with an operator of each role.
final class Desk: Sendable {
    static let now = Instant(milliseconds: 1_775_000_000_000)  // 2026-03-31
    static let world = SamplePopulation(seed: 7, now: now)

    let service: RecordService
    let custodian: Custodian
    private let host: HostStore
    private let folder: String
    private let table: OperatorTable
    private let time = Mutex(Desk.now)
    private let sent = Mutex<[OutgoingNotice]>([])
    private let counter = Mutex<UInt64>(0)
    private let evidence = Mutex<[[UInt8]: CareEvidence]>([:])
    let lines = Mutex<String>("")
    private let kept = Mutex<OperatorDoor?>(nil)

    init(under policySet: String = "mes2026") throws {
        folder = NSTemporaryDirectory() + "desk-" + UUID().uuidString
        for name in ["/custody", "/host"] {
            try FileManager.default.createDirectory(atPath: folder + name, withIntermediateDirectories: true)
        }
        let random: @Sendable (Int) -> [UInt8] = { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
        try FileKeyStore.create(at: folder + "/keys", passphrase: "essai", cost: .minimal, random: random)
        var settings = CustodySettings(
            domain: .rehearsal,
            logOrigin: "trace.essai.example/2026/s00",
            policySet: policySet
        )
        settings.secretRounds = 1024
        let rules = try RuleBook.bundled()
        let box = Box()
        custodian = try Custodian(
            directory: folder + "/custody",
            keyStore: try FileKeyStore(path: folder + "/keys", passphrase: "essai", random: random),
            rules: rules,
            settings: settings,
            verifyAssertion: { envelope, _, _ throws(EvidenceFault) in
                guard let known = box.desk?.evidence.withLock({ $0[envelope] }) else {
                    throw EvidenceFault(code: "DMPInvalidVIHF", element: "Assertion", remedy: "sign it")
                }
                return known
            },
            deliver: { notice in box.desk?.sent.withLock { $0.append(notice) } },
            clock: { box.desk?.time.withLock { $0 } ?? Desk.now },
            random: random
        )
        host = try HostStore(directory: folder + "/host")
        service = try RecordService(
            custodian: custodian,
            host: host,
            rules: rules,
            valueSets: try ValueSets.bundled(),
            nodeName: "essai",
            settings: ServiceSettings(unsignedLots: .accepted),
            judgeLot: { _, _, _, _, _ in .advanced },
            clock: { box.desk?.time.withLock { $0 } ?? Desk.now },
            random: random
        )
        table = try OperatorTable(Self.operators)
        box.desk = self
    }

    /// What the closures of the custodian look into.
    private final class Box: Sendable {
        private let held = Mutex<Weak?>(nil)
        var desk: Desk? {
            get { held.withLock { $0?.desk } }
            set { held.withLock { $0 = Weak(desk: newValue) } }
        }
    }

    // The reference is written once, under the lock.
    private struct Weak: @unchecked Sendable { weak var desk: Desk? }

    deinit {
        try? custodian.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func pass(seconds: Int64) { time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    func pass(days: Int64) { time.withLock { $0 = $0.advanced(bySeconds: days * 86_400) } }
    var now: Instant { time.withLock { $0 } }
    /// What has left so far: codes at once, news as they are settled.
    var notices: [OutgoingNotice] { sent.withLock { $0 } }
    /// The same once all news that can have left.
    var news: [OutgoingNotice] {
        get async throws {
            try await custodian.settleNews()
            return notices
        }
    }
    func newID() -> UniqueID {
        UniqueID(
            random: (
                counter.withLock { number in
                    number += 1
                    return number
                }, 7
            )
        )
    }

    /// The code of the last letter or message.
    func lastCode() throws -> String {
        let codes = notices.compactMap { notice -> String? in
            switch notice.notice {
            case .openingCode(let code), .activationCode(let code), .oneTimeCode(let code, _),
                .representationCode(let code, _), .presenceCode(let code, _), .openingAnnounced(let code, _):
                code
            default: nil
            }
        }
        return try #require(codes.last)
    }

    // MARK: operators

    /// Somebody of each role, and a second registrar.
    static let operators: [OperatorName] =
        OperatorRole.allCases.enumerated().map { rank, role in
            OperatorName(name: "Opérateur \(role.rawValue)", role: role, certificate: fingerprint(rank))
        } + [OperatorName(name: "Autre Registre", role: .registrar, certificate: fingerprint(20))]

    static func certificate(_ rank: Int) -> [UInt8] { [0x30, 0x03, 0x02, 0x01, UInt8(rank)] }
    static func fingerprint(_ rank: Int) -> [UInt8] {
        PeerIdentity(certificate: certificate(rank), path: [certificate(rank)]).fingerprint
    }
    static func certificate(_ role: OperatorRole) -> [UInt8] {
        certificate(OperatorRole.allCases.firstIndex(of: role) ?? 99)
    }
    static let otherRegistrar = certificate(20)

    /// Sends a body to a verb.
    func send(
        _ verb: String,
        _ body: [UInt8],
        with certificate: [UInt8]?,
        floor: AnswerFloor = .none,
        waits: Waits? = nil
    ) async throws -> (status: Int, text: String) {
        let clock = ServerClock(
            wallMilliseconds: { Desk.now.milliseconds },
            monotonicNanoseconds: { 0 },
            sleep: { try await Task.sleep(for: $0) }
        )
        // The door's own waiting is counted; the limits of the server around it go by real time.
        let held = ServerClock(
            wallMilliseconds: { Desk.now.milliseconds },
            monotonicNanoseconds: { 0 },
            sleep: { waits?.note($0) }
        )
        let log = EventLog(sink: LogSink { [weak self] line in self?.lines.withLock { $0 += line } }, clock: clock)
        let door =
            (waits == nil && floor == .none ? kept.withLock { $0 } : nil)
            ?? OperatorDoor(
                service: service,
                operators: table,
                domain: .rehearsal,
                clock: { [weak self] in self?.now ?? Desk.now },
                serverClock: held,
                log: log,
                floor: floor
            )
        // What a door remembers of an operator, it remembers from one request to the next.
        if waits == nil, floor == .none { kept.withLock { $0 = door } }
        var settings = DoorSettings(name: "operators", host: "127.0.0.1", port: 0, transport: .clearOnLoopback)
        settings.methods = [.post]
        let tools = DoorTools(
            ids: { OpaqueID("request") ?? .unassigned },
            clock: clock,
            log: log,
            metrics: MetricsRegistry(),
            failures: .json
        )
        let server = try DoorServer(settings, tools: tools, context: DoorRequestContext.self) { router in
            router.add(middleware: ShowCertificate(certificate: certificate))
            door.addRoutes(to: router)
        }
        return try await server.application.test(.router) { client in
            try await client.execute(
                uri: OperatorDoor.path + "/" + verb,
                method: .post,
                body: ByteBuffer(bytes: body)
            ) { response in (response.status.code, String(buffer: response.body)) }
        }
    }

    /// Sends fields to a verb and reads the answer.
    func order(
        _ verb: OperatorVerb,
        _ fields: [VerbField: String] = [:],
        lists: [VerbField: [String]] = [:],
        by certificate: [UInt8],
        id: UniqueID? = nil
    ) async throws -> (status: Int, answer: OperatorAnswer) {
        var members: [String: Any] = [:]
        if verb.concernsARecord || verb.isOfNoRecord {
            members["order"] = (id ?? newID()).text
            members["paper"] = "pièce 2026-118"
        }
        for (field, text) in fields { members[field.rawValue] = text }
        for (field, texts) in lists { members[field.rawValue] = texts }
        let body = [UInt8](try JSONSerialization.data(withJSONObject: members))
        let reply = try await send(verb.rawValue, body, with: certificate)
        return (reply.status, try JSONDecoder().decode(OperatorAnswer.self, from: Data(reply.text.utf8)))
    }

    // MARK: people

    func patient(_ key: String) throws -> SamplePatient { try #require(Self.world.patient(key)) }
    func matricule(_ key: String) throws -> String { try patient(key).ins.matricule.text }

    /// The fields that invite somebody.
    func traits(_ patient: SamplePatient) -> ([VerbField: String], [VerbField: [String]]) {
        let traits = patient.traits
        return (
            [
                .matricule: patient.ins.matricule.text, .family: traits.birthFamilyName,
                .birthDate: traits.birthDate.iso8601, .sex: traits.sex.rawValue,
            ],
            [.given: traits.birthGivenNames, .address: traits.address.isEmpty ? ["1 rue Basse"] : traits.address]
        )
    }

    /// Has somebody invited by the registrar, and opens the record by the two letters.
    @discardableResult
    func open(_ key: String) async throws -> SamplePatient {
        let patient = try patient(key)
        let (fields, lists) = traits(patient)
        let reply = try await order(.invite, fields, lists: lists, by: Self.certificate(.registrar))
        #expect(reply.status == 200)
        let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
        try await service.open(
            OpeningRequest(
                ins: ins,
                code: try lastCode(),
                birthDate: patient.traits.birthDate,
                secret: patient.secretCode,
                phone: patient.phone,
                email: patient.email,
                emergency: EmergencyWishes()
            )
        )
        try await activate(ins, secret: patient.secretCode)
        return patient
    }

    /// Activates with the second letter, and proves every way to be reached.
    func activate(_ ins: QualifiedINS, secret: String) async throws {
        let proofs = try await service.beginActivation(ins: ins, code: try lastCode(), secret: secret)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await service.completeActivation(ins: ins, typed)
    }

    /// The first access to a record that waits for its holder, every way proved.
    func activateOpened(_ request: OpeningRequest) async throws {
        let proofs = try await service.beginFirstAccess(request)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await service.completeFirstAccess(request, typed)
    }

    /// A professional's turn on somebody's record.
    func visit(_ professional: SampleProfessional, _ patient: SamplePatient, mode: AccessMode) async throws -> Visit {
        let id = newID()
        let envelope = Array(id.text.utf8)
        evidence.withLock {
            $0[envelope] = CareEvidence(
                actor: professional.actor(),
                mode: mode,
                patient: patient.ins,
                assertionID: id.text,
                software: "Logiciel",
                isSecretConnection: false,
                structureStanding: .vouched
            )
        }
        return try await service.admit(.assertion(envelope: envelope, peerCertificate: []), request: id)
    }

    /// The holder signs in.
    func holder(_ patient: SamplePatient, as ins: INS? = nil) async throws -> Visit {
        let challenge = try await service.beginSignIn(
            identifier: .matricule(ins ?? patient.ins),
            secret: patient.secretCode,
            preferring: nil
        )
        let session = try await service.completeSignIn(token: challenge.token, code: try lastCode())
        return try await service.admit(.session(token: session.text), request: newID())
    }

    /// What the holder reads of an act, the newest first.
    func history(_ patient: SamplePatient, _ act: TracedAct, as ins: INS? = nil) async throws -> [TraceEvent] {
        try await service.history(try await holder(patient, as: ins)).events.filter { $0.act == act }
    }
}

/// How long answers were held back; nobody waits in tests.
final class Waits: Sendable {
    private let durations = Mutex<[Duration]>([])

    func note(_ duration: Duration) { durations.withLock { $0.append(duration) } }
    var all: [Duration] { durations.withLock { $0 } }
}

/// Puts the certificate where the check of the connection would.
struct ShowCertificate: RouterMiddleware {
    let certificate: [UInt8]?

    func handle(
        _ request: Request,
        context: DoorRequestContext,
        next: (Request, DoorRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.door.peer = certificate.map { PeerIdentity(certificate: $0, path: [$0]) }
        return try await next(request, context)
    }
}

extension Desk {
    static let someID = UniqueID(random: (1, 2))
}

import AccessRules
import ClinicalDocuments
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HostStore
import Hummingbird
import HummingbirdTesting
import RecordService
import SafeXML
import SampleRecords
import ServerKit
import Testing

@testable import XDSDoor

/// A record service on temporary folders behind a door, and the people who come to it.
struct World: Sendable {
    static let now = Instant(milliseconds: 1_775_031_300_000)
    static let certificate: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x07]
    static let repository = OID(literal: "1.2.250.1.213.4.1.1.1.2")

    let service: RecordService
    let door: XDSDoor
    let population = SamplePopulation(seed: 7, now: World.now)
    let mailbox = Mailbox()
    let source = Source()
    let log = Gathered()
    private let hands = Hands()
    private let custodian: Custodian
    private let host: HostStore
    private let folder: String
    private let policySet: String

    /// - Parameter real: verifies what comes over another certificate than the tests' own.
    init(
        _ settings: XDSDoorSettings = XDSDoorSettings(),
        under policySet: String = "mes2026",
        real: EvidenceVerifier? = nil
    ) async throws {
        self.policySet = policySet
        folder = NSTemporaryDirectory() + "xdsdoor-" + UUID().uuidString
        for name in ["/custody", "/host"] {
            try FileManager.default.createDirectory(atPath: folder + name, withIntermediateDirectories: true)
        }
        let (source, mailbox, people, log, hands) = (source, mailbox, population, log, hands)
        let random: @Sendable (Int) -> [UInt8] = { source.bytes($0) }
        try FileKeyStore.create(
            at: folder + "/keys",
            passphrase: "essai",
            cost: .minimal,
            random: random
        )
        var custody = CustodySettings(
            domain: .rehearsal,
            logOrigin: "trace.essai.example/2026/s00",
            policySet: policySet
        )
        custody.secretRounds = 1024
        custody.regulationCentres = population.regulationCentres
        let rules = try RuleBook.bundled()
        custodian = try Custodian(
            directory: folder + "/custody",
            keyStore: try FileKeyStore(path: folder + "/keys", passphrase: "essai", random: random),
            rules: rules,
            settings: custody,
            verifyAssertion: { envelope, certificate, now throws(EvidenceFault) in
                if let real, certificate != Self.certificate { return try await real(envelope, certificate, now) }
                return try TestAssertion.verify(envelope, certificate, among: people, source)
            },
            deliver: { mailbox.post($0) },
            clock: { hands.time },
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
            clock: { hands.time },
            random: random
        )
        door = XDSDoor(
            service: service,
            repositoryID: Self.repository,
            domain: .rehearsal,
            ids: { source.id() },
            clock: { hands.time },
            log: EventLog(sink: LogSink { log.append(Array($0.utf8)) }, clock: Self.clock),
            settings: settings
        )
    }

    /// A world with one open record and the treating physician's leave, for as long as the test lasts.
    static func with(
        _ settings: XDSDoorSettings = XDSDoorSettings(),
        open keys: [String] = ["jeanne"],
        authorised: [String] = ["gp"],
        under policySet: String = "mes2026",
        activated: Bool = false,
        _ test: (World) async throws -> Void
    ) async throws {
        let world = try await World(settings, under: policySet)
        for key in keys {
            try await world.open(key, activated: activated)
            for who in authorised {
                let reply = try await world.send(try Ask.authorise(who, key, world))
                #expect(reply.text.contains("DMPOk"), "\(reply.text)")
            }
        }
        try await test(world)
        try world.close()
    }

    /// - Parameter activated: whether the holder has used the second letter as well, and can sign in.
    func open(_ key: String, activated: Bool = false) async throws {
        let person = try patient(key)
        // Where the set knows no letters (C1), people come in under one that does, and pass.
        let era = ["era2007", "mes2026"].contains(policySet) ? nil : policySet
        try await service.invite(
            Invitation(ins: person.ins, traits: person.traits, policySet: era.map { _ in "mes2026" })
        )
        try await service.open(
            OpeningRequest(
                ins: try #require(QualifiedINS(person.ins, in: .rehearsal)),
                code: try #require(mailbox.lastOpeningCode),
                birthDate: person.traits.birthDate,
                secret: person.secretCode,
                phone: nil,
                email: person.email,
                emergency: EmergencyWishes()
            )
        )
        if activated { try await activate(person) }
        if let era { try await service.migrate(try #require(QualifiedINS(person.ins, in: .rehearsal)), to: era) }
    }

    private func activate(_ person: SamplePatient) async throws {
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        let letter = try #require(mailbox.lastActivationCode)
        let proofs = try await service.beginActivation(ins: ins, code: letter, secret: person.secretCode)
        let code = try #require(mailbox.lastOneTimeCode)
        try await service.completeActivation(ins: ins, proofs.map { TypedProof(token: $0.token, code: code) })
    }

    /// A request of the holder on the portal.
    func holder(_ key: String) async throws -> Visit {
        let person = try patient(key)
        let challenge = try await service.beginSignIn(
            identifier: .matricule(person.ins),
            secret: person.secretCode,
            preferring: nil
        )
        let code = try #require(mailbox.lastOneTimeCode)
        let session = try await service.completeSignIn(token: challenge.token, code: code)
        return try await service.admit(.session(token: session.text), request: source.id())
    }

    /// Lets time pass, from `World.now` on.
    func pass(_ seconds: Int64) { hands.turn(seconds) }

    func patient(_ key: String) throws -> SamplePatient { try #require(population.patient(key)) }

    func close() throws {
        try custodian.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    static var clock: ServerClock {
        ServerClock(
            wallMilliseconds: { now.milliseconds },
            monotonicNanoseconds: { 0 },
            sleep: { try await Task.sleep(for: $0) }
        )
    }
}

extension World {
    /// Sends a request through the server's own responder: limits, error boundary, routes.
    func send(_ ask: Ask, method: HTTPRequest.Method = .post) async throws -> Reply {
        let certificate = ask.certificate
        let tools = DoorTools(
            ids: { [source] in OpaqueID("request-\(source.next())") ?? .unassigned },
            clock: Self.clock,
            log: EventLog(sink: LogSink { [log] in log.append(Array($0.utf8)) }, clock: Self.clock),
            metrics: MetricsRegistry(),
            failures: XDSDoor.failures { [source] in source.id() }
        )
        var settings = DoorSettings(name: "lps", host: "127.0.0.1", port: 0, transport: .clearOnLoopback)
        settings.methods = [.get, .head, .post, .put, .delete]
        let server = try DoorServer(settings, tools: tools, context: DoorRequestContext.self) { router in
            router.add(middleware: ShowCertificate(certificate: certificate))
            door.addRoutes(to: router)
        }
        return try await server.application.test(.router) { client in
            try await client.execute(
                uri: "/si-dmp-server/v2/services/" + ask.service,
                method: method,
                headers: ask.headers,
                body: method == .post ? ByteBuffer(bytes: ask.body) : nil
            ) { response in
                Reply(
                    status: response.status.code,
                    contentType: response.headers[.contentType] ?? "",
                    headers: response.headers,
                    bytes: Array(response.body.readableBytesView)
                )
            }
        }
    }

    /// Gives the door a body in pieces of a size, as a connection would.
    func feed(_ ask: Ask, pieces size: Int) async throws -> Reply {
        let pieces = stride(from: 0, to: ask.body.count, by: size).map { start in
            ByteBuffer(bytes: ask.body[start..<min(start + size, ask.body.count)])
        }
        let stream = AsyncStream<ByteBuffer> { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
        let request = Request(
            head: HTTPRequest(
                method: .post,
                scheme: "https",
                authority: "essai",
                path: "/",
                headerFields: ask.headers
            ),
            body: RequestBody(asyncSequence: stream)
        )
        let response = try await door.respond(
            to: request,
            at: try #require(ServiceName(rawValue: ask.service)),
            peerCertificate: ask.certificate,
            named: .unassigned
        )
        let gathered = Gathered()
        try await response.body.write(GatheringWriter(gathered: gathered))
        return Reply(
            status: response.status.code,
            contentType: response.headers[.contentType] ?? "",
            headers: response.headers,
            bytes: gathered.bytes
        )
    }
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

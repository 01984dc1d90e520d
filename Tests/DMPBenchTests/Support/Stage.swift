import Credentials
import Foundation
import HealthRecord
import Hummingbird
import Logging
import NIOSSL
import SampleRecords
import ServerKit
import ServiceLifecycle
import Testing

@testable import DMPBench

/// Cards, a server certificate and a manifest in a folder, as a demonstration leaves them.
struct Stage: Sendable {
    let scratch: Scratch
    let server: SampleCredential
    let population: SamplePopulation

    init() throws {
        scratch = try Scratch()
        population = SamplePopulation(seed: 1, now: Hands.now())
        var pki = try SamplePKI(keys: .p256, validFrom: Hands.now().advanced(bySeconds: -86_400))
        let doctor = try #require(population.professional("gp"))
        let card = try pki.issueProfessional(
            Credentials.SampleProfessional(
                id: doctor.id,
                name: doctor.name,
                title: "Médecin",
                profession: 10,
                specialties: ["SM26"]
            )
        )
        server = try pki.issueServer(
            Credentials.SampleStructure(
                id: doctor.workplace.structure.id,
                organisation: "Essai",
                service: "Essai"
            )
        )
        try scratch.write(pki.anchorsPEM.joined(), "ca.pem")
        try scratch.write(card.authentication.certificatePEM, "authentication.pem")
        try scratch.write(card.authentication.privateKeyPEM, "authentication.key")
        try scratch.write(card.signature.certificatePEM, "signature.pem")
        try scratch.write(card.signature.privateKeyPEM, "signature.key")
    }

    /// Writes the manifest once the service's port is known.
    func manifest(port: Int) throws -> String {
        let doctor = try #require(population.professional("gp"))
        let patients = population.patients.filter { $0.standing == .active }.map {
            #"{"ins":"\#($0.ins.matricule.text)","insOID":"\#($0.ins.root.rawValue)","state":"active"}"#
        }
        try scratch.write(
            """
            {"services":"https://localhost:\(port)/services/","ca":"ca.pem",
            "patients":[\(patients.joined(separator: ","))],
            "professionals":[{"nationalId":"\(doctor.id.text)","authenticationCertificate":"authentication.pem",
            "authenticationKey":"authentication.key","signatureCertificate":"signature.pem",
            "signatureKey":"signature.key"}]}
            """,
            "demo.json"
        )
        return scratch.path + "/demo.json"
    }

    /// The fake service as a door.
    func door(
        _ service: FakeService,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) throws -> DoorServer<DoorRequestContext> {
        try door(routes: { service.routes($0) }, onRunning: onRunning)
    }

    /// A door that asks for a card, with some routes.
    func door(
        routes: (Router<DoorRequestContext>) -> Void,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) throws -> DoorServer<DoorRequestContext> {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(server.certificatePEM.utf8)).map { try $0.toDERBytes() }
        let identity = try TLSIdentity(chain: chain, privateKey: .pem(Array(server.privateKeyPEM.utf8)))
        let gate = PeerGate(clock: Hands.clock) { .accepted(path: $0) }
        let tls = try DoorTLS(identity: identity, clients: .required(gate))
        let settings = DoorSettings(name: "fake", host: "127.0.0.1", port: 0, transport: .tls(tls))
        let tools = DoorTools(
            ids: Hands.requestIDs,
            clock: Hands.clock,
            log: EventLog(sink: LogSink { _ in }, clock: Hands.clock),
            metrics: MetricsRegistry(),
            failures: .json
        )
        return try DoorServer(
            settings,
            tools: tools,
            context: DoorRequestContext.self,
            onRunning: onRunning,
            routes: routes
        )
    }
}

/// Runs a door for the length of `body`.
func withDoor(
    _ make: (@escaping @Sendable (Int) async -> Void) throws -> DoorServer<DoorRequestContext>,
    body: (Int) async throws -> Void
) async throws {
    let (ports, opened) = AsyncStream.makeStream(of: Int.self)
    let door = try make { opened.yield($0) }
    let group = ServiceGroup(
        configuration: .init(services: [door], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    )
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        let port = await ports.first { _ in true } ?? 0
        do {
            try await body(port)
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}

import AccessRules
import Credentials
import Custody
import Foundation
import HealthRecord
import Messages
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Wording

/// A demonstration from its folder to its open doors: makes the world at the first start, finds it again later.
struct DemoStage {
    private let folder: DemoFolder
    private let known: DemoManifest?
    let population: SamplePopulation
    private let deployment: Deployment
    private let codes: CodeCollector
    private let ports: ListeningPorts
    private let anchorsPEM: String
    private let pairs: [String: SamplePair]
    /// The set, where it knows no letters by which its people could come.
    private let era: String?
    private let openingSet: String
    private let representativesMaximum: Int

    init(
        folder: DemoFolder,
        port: Int,
        rules: (opening: String, added: AddedSets),
        known: DemoManifest?
    ) async throws {
        self.folder = folder
        self.known = known
        let set = try rules.added.book(opening: rules.opening).policySets[rules.opening]
        era = set?.openingModes.contains(.postedCodes) == true ? nil : rules.opening
        openingSet = rules.opening
        representativesMaximum = set?.representativesMaximum ?? 0
        population = SamplePopulation(seed: DemoWorld.seed, now: SystemClock.now())
        if known == nil {
            let made = try await DemoCards.make(
                for: population,
                // An editor meets both families: RSA on physicians' cards, P-256 on all others.
                // Cards of both kinds are about; each RSA key takes a tenth of a second to make.
                cardKeys: { ["gp", "cardiologist"].contains($0.key) ? .rsa2048 : .p256 },
                structureKeys: .p256,
                hosts: ["localhost", "127.0.0.1"],
                now: SystemClock.now()
            )
            try made.write(to: folder.pki)
        }
        try DemoOperators.make(in: folder.pki, now: SystemClock.now())
        let files = try DemoCards.read(
            from: folder.pki,
            professionals: population.professionals.map(\.key),
            structures: population.structures.map(\.key)
        )
        pairs = files.professionals
        anchorsPEM = String(decoding: try DeploymentSettings.read(folder.pki + "/ca.pem"), as: UTF8.self)
        let sheet = ServiceSheet(
            portalAddress: "localhost",
            helpPhone: "0 800 00 00 00",
            senderLines: ["Dossier médical partagé", "Démonstration", "99999 Nullepart"]
        )
        let outbox = OutboxFolder(
            path: folder.outbox,
            service: sheet,
            now: SystemClock.now,
            makeID: SystemClock.newID
        )
        codes = CodeCollector(outbox: outbox)
        let names = Dictionary(population.structures.map { ($0.structure.id, $0.structure.name) }) { first, _ in first }
        let ports = ListeningPorts()
        self.ports = ports
        deployment = try await Deployment(
            Self.settings(
                folder: folder,
                port: port,
                rules: rules,
                files.server,
                files.anchors,
                names: names,
                centres: population.regulationCentres,
                workplaces: DemoDirectory.directory(of: population),
                secureMail: DemoDirectory.secureDomains.map { SecureMailing(carrier: outbox, domains: $0) }
            ),
            carriers: [.sms: codes, .email: codes, .letter: codes],
            service: sheet
        ) { door, port in ports.set(door, port) }
    }

    /// Opens the doors, makes the world where there is none, and tells when all is ready; returns when asked to stop.
    func run(onReady: @escaping @Sendable (DemoManifest) -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await deployment.run() }
            group.addTask {
                // A world that cannot be made ends the service as an operator would.
                do { try await makeReady(onReady) } catch {
                    // One that was called off has ended already.
                    if !Task.isCancelled { kill(getpid(), SIGTERM) }
                    throw error
                }
            }
            // The first that fails ends the other: nobody waits for doors that will not open.
            while try await group.next() != nil {}
        }
    }

    private func makeReady(_ onReady: @Sendable (DemoManifest) -> Void) async throws {
        let ports = try await ports.all()
        let services = "https://localhost:\(ports[.services] ?? 0)/si-dmp-server/v2/services/"
        var manifest = known ?? DemoManifest(population: population)
        if known == nil {
            let seeder = DemoSeeder(
                population: population,
                records: deployment.records,
                services: services,
                anchorsPEM: anchorsPEM,
                pairs: pairs,
                codes: codes,
                era: era,
                isOfEarlierRules: openingSet != DemoSeeder.setWithLetters,
                representativesMaximum: representativesMaximum
            )
            try await seeder.seed(&manifest)
            // Whoever looks into the outbox of a world that is ready finds what came before it.
            try await deployment.custodian.settleNews()
            try folder.finish(manifest)
        }
        manifest.portal = "https://localhost:\(ports[.portal] ?? 0)/"
        manifest.services = services
        manifest.care = "https://localhost:\(ports[.care] ?? 0)/"
        manifest.operatorDoor = "https://localhost:\(ports[.operators] ?? 0)/"
        manifest.operators = try DemoOperators.list(in: folder, door: "https://localhost:\(ports[.operators] ?? 0)")
        try manifest.write(to: folder.manifest)
        deployment.log.record(DeploymentEvent.ready)
        onReady(manifest)
        // Not before: nobody looks at a file while the world is made, and making it takes all there is.
        deployment.startDrawing()
    }

    private static func settings(
        folder: DemoFolder,
        port: Int,
        rules: (opening: String, added: AddedSets),
        _ server: SampleCredential,
        _ anchors: TrustAnchors,
        names: [StructureID: String],
        centres: Set<StructureID>,
        workplaces: CareDirectory,
        secureMail: SecureMailing?
    ) throws -> DeploymentSettings {
        try folder.data.create()
        try FileManager.default.createDirectory(atPath: folder.revocation, withIntermediateDirectories: true)
        // The portal must know its own address before it listens: a browser's forms are held against it.
        let ports = port == 0 ? try FreePorts.find(ListeningDoor.allCases.count) : (0..<5).map { port + $0 }
        var settings = try DeploymentSettings(
            folders: folder.data,
            domain: .rehearsal,
            logOrigin: DemoWorld.logOrigin,
            passphrase: DemoWorld.passphrase,
            keyStoreCost: .minimal,
            // Everybody can read these secrets in the manifest: guessing them slowly protects nobody.
            secretRounds: 1024,
            portal: .init(host: "127.0.0.1", port: ports[0]),
            portalOrigin: "https://localhost:\(ports[0])",
            services: .init(host: "127.0.0.1", port: ports[1]),
            operationsPort: ports[2],
            identity: try TLSIdentity(chain: [server.der], privateKey: .pem(Array(server.privateKeyPEM.utf8))),
            anchors: anchors,
            revocation: .rehearsal,
            revocationFolder: folder.revocation,
            legacy: .refused,
            // Outside programs pair people and structures' seals as they like; a card acts where its holder works.
            directory: .confirmedOfCards(by: workplaces),
            structureNames: names,
            service: ServiceSettings(),
            isSingleBoxAccepted: false,
            log: .file(path: folder.root + "/application/events.jsonl"),
            policySet: rules.opening,
            addedSets: rules.added
        )
        // Everybody comes from one address, programs that try many wrong things as well.
        settings.portalMisses = 100_000
        settings.care = .init(
            address: .init(host: "127.0.0.1", port: ports[3]),
            origin: "https://localhost:\(ports[3])"
        )
        settings.operators = .init(
            address: .init(host: "127.0.0.1", port: ports[4]),
            table: try OperatorsFile.table(at: folder.pki + "/operators/operators.json", for: .rehearsal)
        )
        settings.codeRounds = settings.secretRounds
        settings.audiences = ["https://localhost:\(ports[1])"]
        settings.regulationCentres = centres
        settings.workplaces = workplaces
        settings.secureMail = secureMail
        // Somebody looking around revokes a card by putting a list there, and sees it thrown out.
        settings.revocationSeconds = 2
        return settings
    }
}

/// The ports that the doors have got, once all of them listen.
final class ListeningPorts: Sendable {
    private let ports = Mutex<[ListeningDoor: Int]>([:])

    func set(_ door: ListeningDoor, _ port: Int) { ports.withLock { $0[door] = port } }

    func all() async throws -> [ListeningDoor: Int] {
        while true {
            let known = ports.withLock { $0 }
            if known.count == ListeningDoor.allCases.count { return known }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

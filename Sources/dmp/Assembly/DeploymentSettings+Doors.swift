import AccessRules
import CareDoor
import ClinicalDocuments
import Credentials
import Custody
import HealthRecord
import HostStore
import Hummingbird
import PDFPages
import PortalDoor
import RecordService
import ServerKit
import ServiceLifecycle
import Wording
import XDSDoor

extension DeploymentSettings {
    /// The repository's OID in answers of the national system; foreign software expects one constant.
    static let repositoryID = OID(literal: "1.2.250.1.213.4.1.1.1.2")

    /// The three doors: patients, professionals' software, and operations on the loopback interface.
    func doors(
        records: RecordService,
        custodian: Custodian,
        host: HostStore,
        standing: HostStanding,
        monitor: PromiseMonitor,
        messages: MessageAlarm,
        keys: KeyAlarm,
        signatures: SignatureDesk,
        pages: DrawingDesk,
        metrics: MetricsRegistry,
        evidence: TrustedEvidence,
        rules: RuleBook,
        valueSets: ValueSets,
        sheet: ServiceSheet,
        log: EventLog,
        onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) throws -> Doors {
        let tools = { (failures: FailureRenderer) in
            DoorTools(
                ids: SystemClock.newRequestID,
                clock: SystemClock.server,
                log: log,
                metrics: metrics,
                failures: failures
            )
        }
        var servicesSettings = XDSDoorSettings()
        if let care {
            let origin = try origin(care.origin, of: Keys.careOrigin)
            servicesSettings.siteEntries = { CareDoor.entryAddress(at: origin, token: $0) }
        }
        let xds = XDSDoor(
            service: records,
            repositoryID: Self.repositoryID,
            domain: domain,
            ids: SystemClock.newID,
            clock: SystemClock.now,
            log: log,
            settings: servicesSettings
        )
        var services: [any Service] = [
            try portalDoor(records, rules, valueSets, pages.portal, sheet, messages, tools(.html), onListening),
            try servicesDoor(xds, evidence, tools(XDSDoor.failures(ids: SystemClock.newID)), onListening),
            try operationsDoor(
                custodian,
                (host, standing),
                monitor,
                (messages, keys, signatures, pages),
                rules,
                metrics,
                tools(.json),
                onListening
            ),
        ]
        var upkeep: [@Sendable () -> Void] = [xds.keepUp]
        if let care {
            let (service, door) = try careDoor(
                care,
                records,
                valueSets,
                pages.care,
                sheet,
                tools(.html),
                onListening
            )
            services.append(service)
            upkeep.append(door.keepUp)
        }
        if let operators {
            services.append(try operatorsDoor(operators, records, evidence, tools(.json), onListening))
        }
        return Doors(services: services, upkeep: upkeep)
    }

    /// The directory in which holders look for professionals.
    var searchable: CareDirectory? {
        if let workplaces { return workplaces }
        if case .confirmed(let known) = directory { return known }
        return nil
    }

    private func portalDoor(
        _ records: RecordService,
        _ rules: RuleBook,
        _ valueSets: ValueSets,
        _ drawing: any PDFDrawing,
        _ sheet: ServiceSheet,
        _ messages: MessageAlarm,
        _ tools: DoorTools,
        _ onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) throws -> any Service {
        let origin = try origin(portalOrigin, of: Keys.portalOrigin)
        let tls = try DoorTLS(identity: identity, clients: .none)
        let settings = DoorSettings(name: "portal", host: portal.host, port: portal.port, transport: .tls(tls))
        var portalSettings = try PortalSettings(domain: domain, origin: origin, sheet: sheet, secret: portalSecret())
        portalSettings.missesPerTenMinutes = portalMisses
        portalSettings.professionals = searchable?.professionalSearch
        portalSettings.secureMail = secureMail.map { $0.mail(of: searchable, messages) }
        let door = try PortalDoor(
            records: records,
            rules: rules,
            valueSets: valueSets,
            settings: portalSettings,
            clock: SystemClock.now,
            random: SystemClock.random,
            log: tools.log,
            drawing: drawing
        )
        var portalTools = tools
        portalTools.failures = door.failures
        return try DoorServer(
            settings,
            tools: portalTools,
            context: PortalContext.self,
            onRunning: { onListening(.portal, $0) }
        ) { router in door.addRoutes(to: router) }
    }

    private func servicesDoor(
        _ door: XDSDoor,
        _ evidence: TrustedEvidence,
        _ tools: DoorTools,
        _ onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) throws -> any Service {
        let gate = PeerGate(clock: SystemClock.server, verify: evidence.verifyPeer)
        let tls = try DoorTLS(identity: identity, clients: .required(gate))
        var settings = DoorSettings(name: "services", host: services.host, port: services.port, transport: .tls(tls))
        settings.methods = [.post]
        return try DoorServer(
            settings,
            tools: tools,
            context: DoorRequestContext.self,
            onRunning: { onListening(.services, $0) }
        ) { router in door.addRoutes(to: router) }
    }

    private func operationsDoor(
        _ custodian: Custodian,
        _ host: (store: HostStore, standing: HostStanding),
        _ monitor: PromiseMonitor,
        _ alarms: (messages: MessageAlarm, keys: KeyAlarm, signatures: SignatureDesk, pages: DrawingDesk),
        _ rules: RuleBook,
        _ metrics: MetricsRegistry,
        _ tools: DoorTools,
        _ onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) throws -> any Service {
        var settings = DoorSettings(
            name: "operations",
            host: "127.0.0.1",
            port: operationsPort,
            transport: .clearOnLoopback
        )
        settings.methods = [.get]
        let opening = rules.policySets[policySet]?.reference ?? policySet
        let sets = HealthReport.Component(.ok, "\(rules.allPolicySets.count) sets; new records carry \(opening)")
        return try DoorServer(
            settings,
            tools: tools,
            context: DoorRequestContext.self,
            onRunning: { onListening(.operations, $0) }
        ) { router in
            router.serve(metrics)
            // What verifiers of exported histories are given, beside whatever else publishes it.
            LogAddresses(custodian: custodian).add(to: router)
            router.serveHealth {
                await HealthReport(
                    custodian: custodian,
                    host: host.store,
                    standing: host.standing,
                    log: monitor.standing,
                    messages: alarms.messages.health,
                    keys: alarms.keys.health,
                    workers: ["signatures": alarms.signatures.health, "pages": alarms.pages.health],
                    rules: sets,
                    lostLines: tools.log.lostLines
                )
            }
        }
    }
}

/// The doors of a deployment, and what each has to be reminded of now and then.
struct Doors: Sendable {
    let services: [any Service]
    let upkeep: [@Sendable () -> Void]
}

extension HealthReport {
    /// How host and custodian run; versions and modes, nothing of a person.
    init(
        custodian: Custodian,
        host: HostStore,
        standing: HostStanding,
        log: LogStanding,
        messages: Component,
        keys: Component,
        workers: [String: Component],
        rules: Component,
        lostLines: Int
    ) async {
        var components = ["rules": rules, "promises": Component(log), "messages": messages, "keys": keys]
        components.merge(workers) { _, one in one }
        components["program"] = Component(.ok, "dmp \(HouseVersion.text)")
        components["log"] =
            lostLines == 0
            ? Component(.ok, "every line was written")
            : Component(.degraded, "\(lostLines) lines could not be written: see that log.file has room")
        do {
            let status = try await host.status()
            components["host"] = Component(
                status.isWritable ? standing.health : .failed,
                "SQLite \(status.sqliteVersion), \(status.journalMode)"
                    + (status.isInWALBugRange ? ", one writer and no checkpoint beside it (WAL-reset bug)" : "")
                    + standing.words
            )
        } catch {
            components["host"] = Component(.failed, "does not answer")
        }
        do {
            let health = try custodian.health()
            components["custody"] = Component(
                .ok,
                "SQLite \(health["sqlite"] ?? "?"), \(health["journal"] ?? "?"), keys in a \(health["keyStore"] ?? "?")"
            )
            components["traceLog"] = Component(.ok, "\(health["logSize"] ?? "0") entries under checkpoints")
        } catch {
            components["custody"] = Component(.failed, "does not answer")
        }
        components["separation"] = Component(.ok, "one trust domain: host, custodian and application in one process")
        self.init(components)
    }
}

extension HostStanding {
    /// Records that miss rows are refused one by one; all others are served.
    fileprivate var health: HealthStatus { self == .whole ? .ok : .degraded }

    fileprivate var words: String {
        switch self {
        case .whole: ""
        case .behind(let records, let documents):
            "; older than the custodian: rows of \(records) records and \(documents) documents are missing"
        case .lost(let records): "; the rows of \(records) records are lost"
        case .ownerless(let documents): "; the keys of \(documents) documents are lost"
        }
    }
}

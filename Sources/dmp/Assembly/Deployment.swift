import AccessRules
import ClinicalDocuments
import Credentials
import Custody
import Foundation
import HealthRecord
import HostStore
import Logging
import Messages
import PortalDoor
import RecordService
import ServerKit
import ServiceLifecycle
import UnixSignals
import Wording
import XDSDoor

/// A whole DMP on the embedded default: host, custodian and application in one process, each with its own folder.
struct Deployment: Sendable {
    let records: RecordService
    let custodian: Custodian
    let host: HostStore
    let doors: Doors
    let log: EventLog
    private let promises: PromiseAlarm
    private let incidents: IncidentAlarm
    private let uses: UseAlarm
    private let alarm: UpkeepAlarm
    private let keys: KeyAlarm
    private let signatures: SignatureDesk
    private let pages: DrawingDesk
    private let renewRevocation: @Sendable () -> Void
    private let revocationSeconds: Int
    private let watchSeconds: Int
    private let folders: DataFolders

    /// Opens the stores, settles what a crash left, and prepares the doors; nothing listens before `run`.
    init(
        _ settings: DeploymentSettings,
        carriers: [ContactKind: any MessageCarrier],
        service sheet: ServiceSheet,
        onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) async throws {
        var faults: [any SpokenFailure] = []
        _ = faults.attempt(settings.checkSeparation)
        _ = faults.attempt(settings.checkPrivacy)
        let lists = faults.attempt(settings.revocationLists) ?? RevocationLists()
        try faults.end()
        try settings.checkPlaces()
        folders = settings.folders
        try folders.create()
        log = EventLog(sink: settings.log, clock: SystemClock.server)
        let metrics = MetricsRegistry()
        let messages = MessageAlarm(metrics: metrics, log: log)
        let router = MessageRouter(carriers, observe: messages.note)
        var custody = settings.custody
        custody.newsLost = NewsAlarm(metrics: metrics, log: log).note
        uses = UseAlarm(metrics: metrics, log: log)
        custody.unusualUse = uses.note
        let valueSets = try ValueSets.bundled(mode: settings.service.contentCheck == .strict ? .strict : .lenient)
        pages = DrawingDesk(workers: settings.drawingWorkers, metrics: metrics, log: log)
        signatures = try await SignatureDesk(workers: settings.signatureWorkers, metrics: metrics, log: log)
        let evidence = TrustedEvidence(
            anchors: settings.anchors,
            domain: settings.domain,
            lists: lists,
            revocation: settings.revocation,
            legacy: settings.legacy,
            audiences: settings.ownNames,
            freshness: settings.freshness,
            directory: settings.directory,
            valueSets: valueSets,
            workplaces: settings.workplaces,
            structureNames: settings.structureNames,
            signatures: signatures.workers
        )
        renewRevocation = settings.revocationRenewal(evidence.certificates, log)
        revocationSeconds = max(1, settings.revocationSeconds)
        watchSeconds = max(1, settings.watchSeconds)
        let rules = try settings.addedSets.book(opening: settings.policySet)
        let keyStore = try StoreFailure.at(settings.folders.keyStore) { try settings.openKeyStore() }
        host = try StoreFailure.at(settings.folders.host) { [log] in
            try HostStore(directory: settings.folders.host, hooks: .stopping(log))
        }
        custodian = try StoreFailure.at(settings.folders.custody) { [log] in
            try Custodian(
                directory: settings.folders.custody,
                keyStore: keyStore,
                rules: rules,
                settings: custody,
                verifyAssertion: evidence.verifyAssertion,
                readCard: evidence.readCard,
                deliver: { notice in try await router.carry(notice, in: .french) },
                clock: SystemClock.now,
                random: SystemClock.random,
                hooks: .stopping(log)
            )
        }
        records = try RecordService(
            custodian: custodian,
            host: host,
            rules: rules,
            valueSets: valueSets,
            nodeName: "application-1",
            settings: settings.service,
            judgeLot: evidence.judgeLot,
            printMandate: MandatePapers.printer(for: sheet),
            clock: SystemClock.now,
            random: SystemClock.random
        )
        let service = records
        let standing = try await StoreFailure.at(
            settings.folders.root,
            settling: {
                try await service.settlePendingWork()
                return try await service.hostStanding()
            }
        )
        switch standing {
        case .whole: break
        case .behind: log.record(DeploymentEvent.hostBehind)
        case .lost(let known): throw StartFailure.hostLost(settings.folders.host, records: known)
        case .ownerless(let kept): throw StartFailure.custodyLost(settings.folders.custody, documents: kept)
        }
        keys = KeyAlarm(custodian: custodian, metrics: metrics, log: log)
        let monitor = PromiseMonitor(host: host, log: custodian.publishedLog(), clock: SystemClock.now)
        doors = try settings.doors(
            records: records,
            custodian: custodian,
            host: host,
            standing: standing,
            monitor: monitor,
            messages: messages,
            keys: keys,
            signatures: signatures,
            pages: pages,
            metrics: metrics,
            evidence: evidence,
            rules: rules,
            valueSets: valueSets,
            sheet: sheet,
            log: log,
            onListening: onListening
        )
        promises = PromiseAlarm(monitor: monitor, metrics: metrics, log: log)
        incidents = IncidentAlarm(custodian: custodian, metrics: metrics, log: log)
        alarm = UpkeepAlarm(metrics: metrics, log: log)
    }

    /// Starts the workers that draw; files are drawn from then on.
    func startDrawing() { pages.start() }

    /// Serves until asked to stop; requests under way are finished first.
    func run() async throws {
        let own: [any Service] = [
            CopyDesk(records: records, folders: folders, log: log),
            Upkeep(
                records: records,
                doors: doors.upkeep + [signatures.keepUp, pages.keepUp],
                promises: promises,
                incidents: incidents,
                uses: uses,
                keys: keys,
                alarm: alarm,
                renewRevocation: renewRevocation,
                revocationSeconds: revocationSeconds,
                watchSeconds: watchSeconds
            ),
        ]
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                // Services stop from the last to the first: what the last requests tell of has the most time to leave.
                services: [NewsPost(custodian: custodian)] + doors.services + own,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "dmp") { _ in JSONLinesLogHandler(log: log) }
            )
        )
        // Whoever reads the log knows what this deployment does not separate, as `/health` says it too.
        log.record(DeploymentEvent.oneTrustDomain, .reason(KeyPlace.keysBesideData))
        do { try await group.run() } catch {
            await close()
            // The keys of a door begin with its name.
            guard case .cannotListen(let door, let host, let port, let fault) = error as? DoorError else { throw error }
            throw StartFailure.cannotListen(door, "\(host):\(port)", fault)
        }
        await close()
    }

    private func close() async {
        try? await custodian.keepQuotas()
        uses.end()
        await signatures.close()
        await pages.close()
        await host.close()
        try? custodian.close()
    }
}

/// Which door has begun to listen.
enum ListeningDoor: String, Sendable, CaseIterable { case portal, services, operations, care, operators }

/// Sends news after the commit of what they tell of, while the doors are open; what waits then leaves after the next start.
struct NewsPost: Service {
    let custodian: Custodian

    func run() async throws {
        await cancelWhenGracefulShutdown { await custodian.carryNews() }
    }
}

/// What has to be done every second, while the doors are open.
struct Upkeep: Service {
    let records: RecordService
    let doors: [@Sendable () -> Void]
    let promises: PromiseAlarm
    let incidents: IncidentAlarm
    let uses: UseAlarm
    let keys: KeyAlarm
    let alarm: UpkeepAlarm
    let renewRevocation: @Sendable () -> Void
    let revocationSeconds: Int
    let watchSeconds: Int

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var second = 0
            var alarm = alarm
            while !Task.isCancelled {
                alarm.tell(await records.keepUp())
                for keepUp in doors { keepUp() }
                uses.keepUp()
                // A few seconds after the start: what it left has been settled by then.
                if second >= 5, (second - 5).isMultiple(of: watchSeconds) { await promises.look() }
                if second.isMultiple(of: watchSeconds) {
                    await incidents.look()
                    await keys.look()
                }
                if second.isMultiple(of: 300) { await records.forgetExpired() }
                if second % revocationSeconds == revocationSeconds - 1 { renewRevocation() }
                second += 1
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }
}

import CareDoor
import ClinicalDocuments
import Credentials
import PDFPages
import RecordService
import ServerKit
import ServiceLifecycle
import Wording

extension DeploymentSettings {
    /// The professionals' web site: a certificate is asked for and none is turned away before a page can say why.
    func careDoor(
        _ site: CareSite,
        _ records: RecordService,
        _ valueSets: ValueSets,
        _ drawing: any PDFDrawing,
        _ sheet: ServiceSheet,
        _ tools: DoorTools,
        _ onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) throws -> (service: any Service, door: CareDoor) {
        let origin = try origin(site.origin, of: Keys.careOrigin)
        let gate = PeerGate(clock: SystemClock.server, verify: TrustedEvidence.anyCard)
        let tls = try DoorTLS(identity: identity, clients: .optional(gate), acceptedAuthorities: anchors.personsDER)
        let settings = DoorSettings(
            name: "care",
            host: site.address.host,
            port: site.address.port,
            transport: .tls(tls)
        )
        var careSettings = CareSettings(
            domain: domain,
            origin: origin,
            sheet: sheet,
            secret: SystemClock.random(32)
        )
        careSettings.professionals = searchable?.professionalSearch
        let door = try CareDoor(
            records: records,
            valueSets: valueSets,
            settings: careSettings,
            clock: SystemClock.now,
            serverClock: SystemClock.server,
            random: SystemClock.random,
            log: tools.log,
            drawing: drawing
        )
        var careTools = tools
        careTools.failures = door.failures
        let service = try DoorServer(
            settings,
            tools: careTools,
            context: CareContext.self,
            onRunning: { onListening(.care, $0) }
        ) { router in door.addRoutes(to: router) }
        return (service, door)
    }
}

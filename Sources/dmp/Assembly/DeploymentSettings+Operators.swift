import HTTPTypes
import OperatorDoor
import RecordService
import ServerKit
import ServiceLifecycle

extension DeploymentSettings {
    /// The operators' door: no connection without a certificate that is verified and in the table.
    func operatorsDoor(
        _ site: OperatorSite,
        _ records: RecordService,
        _ evidence: TrustedEvidence,
        _ tools: DoorTools,
        _ onListening: @escaping @Sendable (ListeningDoor, Int) -> Void
    ) throws -> any Service {
        // A certificate on a new revocation list is out within seconds.
        let gate = PeerGate(
            clock: SystemClock.server,
            freshnessSeconds: 5,
            verify: evidence.verifyOperator(of: site.table)
        )
        let tls = try DoorTLS(identity: identity, clients: .required(gate))
        var settings = DoorSettings(
            name: "operators",
            host: site.address.host,
            port: site.address.port,
            transport: .tls(tls)
        )
        settings.methods = [.post]
        settings.limits.connections = 64
        let door = OperatorDoor(
            service: records,
            operators: site.table,
            domain: domain,
            clock: SystemClock.now,
            serverClock: SystemClock.server,
            log: tools.log
        )
        return try DoorServer(
            settings,
            tools: tools,
            context: DoorRequestContext.self,
            onRunning: { onListening(.operators, $0) }
        ) { router in door.addRoutes(to: router) }
    }
}

internal import Credentials
public import HealthRecord
internal import SOAPWire
internal import SafeXML

/// The software of one professional or one structure, as the DMP meets it: the client's side of the wire.
///
/// Each call carries a new signed assertion; connections stay open between calls. It must be shut down.
public struct CareSoftware: Sendable {
    /// Who uses it.
    public let actor: CareActor
    /// The software itself.
    public let product: LPSProduct

    let writer: CallWriter
    let transport: Transport

    /// Sets a software up; nothing is sent before the first call.
    ///
    /// - Parameters:
    ///   - services: the base of the services, an `https` URL such as `https://localhost:8443/si-dmp-server/v2/services/`.
    ///   - authorities: PEM of the authorities believed for the server.
    ///   - identity: who uses it, and the two credentials.
    ///   - product: the software.
    ///   - sources: time and identifiers; the user counts as authenticated at the time of this call.
    ///   - connections: the most connections open at once.
    ///   - seconds: how long a call may take.
    public init(
        services: String,
        authorities: [String],
        identity: CareIdentity,
        product: LPSProduct,
        sources: LPSSources,
        connections: Int = 8,
        seconds: Int64 = 60
    ) throws(LPSError) {
        let writer = try Self.writer(services: services, identity: identity, product: product, sources: sources)
        let transport = try Transport.https(
            authorities: authorities,
            credential: identity.authentication,
            connections: connections,
            seconds: seconds
        )
        self.init(writer: writer, transport: transport)
    }

    init(writer: CallWriter, transport: Transport) {
        actor = writer.actor
        product = writer.product
        self.writer = writer
        self.transport = transport
    }

    static func writer(
        services: String,
        identity: CareIdentity,
        product: LPSProduct,
        sources: LPSSources
    ) throws(LPSError) -> CallWriter {
        guard let address = ServiceAddress(services) else { throw .settings(.address) }
        guard credential(identity.authentication) != nil else { throw .settings(.authentication) }
        guard let signature = credential(identity.signature) else { throw .settings(.signature) }
        return CallWriter(
            address: address,
            actor: identity.actor,
            signature: signature,
            product: product,
            sources: sources,
            authenticatedAt: sources.clock()
        )
    }

    /// Closes the connections; the software is of no use afterwards.
    public func shutdown() async { await transport.shutdown() }

    private static func credential(_ pair: PEMPair) -> SampleCredential? {
        SampleCredential(certificatePEM: pair.certificate, privateKeyPEM: pair.privateKey)
    }

    /// Makes a call and takes its answer apart.
    func ask(
        _ action: DMPAction,
        patient: INS?,
        mode: AccessMode,
        attachments: [CallAttachment] = [],
        payload: (inout XMLWriter) -> Void
    ) async throws(LPSError) -> Answer {
        let call = try writer.call(action, patient: patient, mode: mode, attachments: attachments, payload: payload)
        return try Answer(try await transport.send(call), to: call)
    }
}

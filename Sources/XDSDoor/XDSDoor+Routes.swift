import HTTPTypes
import HealthRecord
public import Hummingbird
import SOAPWire
public import ServerKit

extension XDSDoor {
    /// Hangs the services under the base path; the door around it demands a client certificate.
    public func addRoutes<Context: DoorContext>(to router: some RouterMethods<Context>) {
        let path = RouterPath(settings.basePath + "/:service")
        router.on(path, method: .post) { request, context in
            guard let name = context.parameters.get("service"), let service = ServiceName(rawValue: name) else {
                return refuse(.notFound, .noSuchService)
            }
            return try await respond(
                to: request,
                at: service,
                peerCertificate: context.peer?.certificate,
                named: context.requestID
            )
        }
        for method in Self.refusedMethods {
            router.on(path, method: method) { _, _ in
                var response = refuse(.methodNotAllowed, .postOnly)
                response.headers[.allow] = "POST"
                return response
            }
        }
    }

    private static let refusedMethods: [HTTPRequest.Method] = [.get, .head, .put, .delete, .patch, .options]

    /// A refusal before any message has been read.
    func refuse(_ status: HTTPResponse.Status, _ fault: SOAPFault) -> Response {
        let correlation = ids()
        let envelope = ReplyForm().fault(
            fault.correlated(correlation.text),
            messageID: ids(),
            boundary: ids(),
            status: status
        )
        log.record(XDSDoorEvent.faultAnswered, .incident(correlation.incident), .reason(RefusalReason.address))
        return envelope
    }
}

import HTTPTypes
import Hummingbird
import NIOCore

/// Turns failures and errors into answers, and errors nobody expected into a log line.
struct FailureResponder: Sendable {
    let ids: @Sendable () -> OpaqueID
    let log: EventLog
    let renderer: FailureRenderer

    func response(for failure: Failure, to request: Request) -> Response {
        Response(
            status: failure.status,
            headers: [.contentType: renderer.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: renderer.body(failure, request)))
        )
    }

    /// The answer to an error that came out of a route.
    ///
    /// Its text goes nowhere: a client reads a code, the log a type.
    func response(to error: any Error, of request: Request, context: some DoorContext) -> Response {
        switch error {
        case is BodyTooLarge, is NIOTooManyBytesError:
            log.record(ServerEvent.bodyTooLarge, request: context.requestID)
            context.closeSoon()
            return response(for: Failure(.bodyTooLarge), to: request)
        case let refusal as Refusal:
            var answer = response(for: Failure(refusal.code), to: request)
            if let seconds = refusal.retryAfterSeconds { answer.headers[.retryAfter] = String(seconds) }
            return answer
        case let known as any HTTPResponseError where known.status.kind != .serverError:
            return response(for: Failure(status: known.status, incident: nil), to: request)
        default:
            let incident = ids()
            let type = EventField.errorType(type(of: error))
            log.record(ServerEvent.requestFailed, request: context.requestID, .incident(incident), type)
            let status = (error as? any HTTPResponseError)?.status ?? .internalServerError
            return response(for: Failure(status: status, incident: incident), to: request)
        }
    }
}

/// Thrown by a route to answer with one of the door's own refusals.
public struct Refusal: Error, Hashable, Sendable {
    /// What the client is told.
    public let code: Failure.Code
    /// When it may try again, if that is known.
    public let retryAfterSeconds: Int64?

    /// A refusal by its code.
    public init(_ code: Failure.Code, retryAfterSeconds: Int64? = nil) {
        self.code = code
        self.retryAfterSeconds = retryAfterSeconds
    }
}

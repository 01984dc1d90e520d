public import HTTPTypes
import Hummingbird

/// What a client is told when the door itself refuses or fails: a status, a code, never a cause.
public struct Failure: Hashable, Sendable {
    /// The reasons a client may know.
    public enum Code: String, CaseIterable, Sendable {
        case badRequest, unauthorised, forbidden, notFound, methodNotAllowed, bodyTooLarge, unsupportedEncoding
        case peerRefused, forged, tooManyRequests, unavailable, timedOut, refused, internalError
    }

    /// The status of the answer.
    public let status: HTTPResponse.Status
    /// The reason.
    public let code: Code
    /// The name under which the log knows it, where somebody may have to look.
    public let incident: OpaqueID?

    /// A failure whose status follows from its code.
    public init(_ code: Code, incident: OpaqueID? = nil) {
        self.code = code
        self.incident = incident
        status = code.status
    }

    /// A failure that a library announces by a status.
    init(status: HTTPResponse.Status, incident: OpaqueID?) {
        self.status = status
        self.incident = incident
        let known = Code.allCases.first { $0.status.code == status.code }
        code = known ?? (status.kind == .serverError ? .internalError : .refused)
    }
}

extension Failure.Code {
    var status: HTTPResponse.Status {
        switch self {
        case .badRequest, .refused: .badRequest
        case .unauthorised: .unauthorized
        case .forbidden, .peerRefused, .forged: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .unsupportedEncoding: .unsupportedMediaType
        case .tooManyRequests: .tooManyRequests
        case .timedOut, .unavailable: .serviceUnavailable
        case .internalError: .internalServerError
        }
    }
}

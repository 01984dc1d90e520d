import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// One request under way.
struct Turn: PageTurn {
    let request: Request
    let parameters: Parameters
    let query: FormFields?
    let language: Language
    /// The path, without its query.
    let path: String
    /// The value of the browser's own cookie before a session, and whether it is new.
    let browser: (id: OpaqueID, isNew: Bool)
    /// From where it comes, as far as guessing is counted by it.
    let origin: TryOrigin

    /// With what the request was sent.
    var device: SessionDevice? { SessionDevice(userAgent: request.headers[.userAgent]) }
}

/// A holder who has signed in, for the time of a request.
struct Stay: Sendable {
    let visit: Visit
    let file: HolderFile
    let cookie: OpaqueID
    let token: String
    let now: Instant
    /// Whether titles of documents stay off the screen, as this browser was told.
    var isDiscreet = false

    var holder: INS? { file.identifiers.first }
}

extension Answer {
    /// Whether it says no: a page that says so, or the way back to where one began.
    var isRefusal: Bool {
        switch self {
        case .page(_, let status, _): status.code >= 400
        case .see(let path, _, _): Paths.beginnings.contains(path)
        case .raw: false
        }
    }

    /// What went wrong.
    static func trouble(_ trouble: TroublePage.Trouble, wait: Int? = nil, back: String? = nil) -> Answer {
        .page(TroublePage(trouble: trouble, wait: wait, back: back), status: trouble.status)
    }
}

extension TroublePage.Trouble {
    var status: HTTPResponse.Status {
        switch self {
        case .ended, .needed: .unauthorized
        case .notFound: .notFound
        case .tooMany: .tooManyRequests
        case .paused, .incomplete: .serviceUnavailable
        case .refused, .minor, .stale: .forbidden
        case .bad: .badRequest
        case .conflict, .tooMuch: .conflict
        }
    }
}

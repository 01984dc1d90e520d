import Logging
import ServerKit

/// What the operator has to know of the portal; nobody's datum fits in.
enum PortalEvent: String, EventCode {
    /// A form did not prove to come from our own page.
    case formRefused
    /// A record does not add up to what the custodian committed.
    case recordIncomplete

    var level: Logger.Level {
        switch self {
        case .formRefused: .notice
        case .recordIncomplete: .error
        }
    }
}

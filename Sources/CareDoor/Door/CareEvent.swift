import Logging
import ServerKit

/// What the operator has to know of the site; nobody's datum fits in.
enum CareEvent: String, EventCode {
    /// A form did not prove to come from our own page.
    case formRefused
    /// A card was not accepted.
    case cardRefused
    /// A record does not add up to what the custodian committed.
    case recordIncomplete

    var level: Logger.Level {
        switch self {
        case .formRefused, .cardRefused: .notice
        case .recordIncomplete: .error
        }
    }
}

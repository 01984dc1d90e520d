import HealthRecord
import Logging
import ServerKit

/// What this door writes in the log; the code, the element and the person are in none of it.
enum XDSDoorEvent: String, EventCode {
    /// A request was answered by a fault.
    case faultAnswered
    /// A request was understood and answered by errors.
    case refusalAnswered

    var level: Logger.Level {
        switch self {
        case .faultAnswered: .notice
        case .refusalAnswered: .info
        }
    }
}

/// Why, in one word.
enum RefusalReason: String, ReasonCode {
    case address, message, evidence, replay, rights, patient, content, conflict, integrity, unavailable
}

extension UniqueID {
    /// The identifier as an incident of the log.
    var incident: OpaqueID { OpaqueID(text) ?? .unassigned }
}

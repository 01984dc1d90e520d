/// What a log line may say beside its event: fixed keys, and values that no person's datum fits in.
public enum EventField: Sendable {
    /// The door.
    case door(DoorName)
    /// The route, as declared.
    case route(RouteTemplate)
    /// The status of an answer.
    case status(Int)
    /// A duration.
    case milliseconds(Int64)
    /// A size.
    case bytes(Int)
    /// A number of things.
    case count(Int)
    /// The port of a door.
    case port(Int)
    /// The name of an incident, as the client was told.
    case incident(OpaqueID)
    /// Why.
    case reason(any ReasonCode)
    /// The type of an error, never its text.
    case errorType(any Any.Type)

    /// Its key and its value in JSON.
    var json: (key: String, value: String) {
        switch self {
        case .door(let name): ("door", JSONText.quoted(name.description))
        case .route(let route): ("route", JSONText.quoted(route.description))
        case .status(let status): ("status", String(status))
        case .milliseconds(let duration): ("ms", String(duration))
        case .bytes(let bytes): ("bytes", String(bytes))
        case .count(let count): ("count", String(count))
        case .port(let port): ("port", String(port))
        case .incident(let incident): ("incident", JSONText.quoted(incident.description))
        case .reason(let reason): ("reason", JSONText.quoted(reason.rawValue))
        case .errorType(let type): ("error", JSONText.quoted(String(reflecting: type)))
        }
    }
}

import Glibc
import ServerKit

/// Where a door is to listen; its keys begin with its name.
struct DoorPlace {
    let door: String
    let address: DeploymentSettings.Address

    /// Tries the place and leaves it at once: nothing of the deployment is open yet that would have to be closed again.
    var fault: DoorError.ListeningFault? {
        guard address.port != 0 else { return nil }
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host, String(address.port), &hints, &found) == 0, let found else { return .notOurs }
        defer { freeaddrinfo(found) }
        let place = found.pointee
        let descriptor = socket(place.ai_family, place.ai_socktype, place.ai_protocol)
        guard descriptor >= 0 else { return .notOurs }
        defer { close(descriptor) }
        // As the doors do: connections of before that are still ending keep nobody out.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, place.ai_addr, place.ai_addrlen) != 0 else { return nil }
        return switch errno {
        case EADDRINUSE: .taken
        case EACCES: .forbidden
        default: .notOurs
        }
    }
}

extension DeploymentSettings {
    /// All doors that there are.
    private var places: [DoorPlace] {
        [
            DoorPlace(door: "portal", address: portal),
            DoorPlace(door: "services", address: services),
            DoorPlace(door: "operations", address: Address(host: "127.0.0.1", port: operationsPort)),
        ] + (care.map { [DoorPlace(door: "care", address: $0.address)] } ?? [])
            + (operators.map { [DoorPlace(door: "operators", address: $0.address)] } ?? [])
    }

    /// Refuses two doors in one place, and a place that somebody else has; all that are wrong are named at once.
    func checkPlaces() throws {
        let places = places
        let shared = places.indices.flatMap { index in
            places[..<index].filter { $0.address.meets(places[index].address) }.map { ($0.door, places[index]) }
        }
        guard shared.isEmpty else {
            throw StartFailure.sharedPlaces(
                shared.map { "\($0).port and \($1.door).port are both \($1.address.port): give each a port of its own" }
            )
        }
        let faults: [any SpokenFailure] = places.compactMap { place in
            place.fault.map {
                StartFailure.cannotListen(place.door, "\(place.address.host):\(place.address.port)", $0)
            }
        }
        try faults.end()
    }
}

extension DeploymentSettings.Address {
    /// Whether two doors could not both listen there.
    fileprivate func meets(_ other: Self) -> Bool {
        guard port == other.port, port != 0 else { return false }
        let (all, local): (Set<String>, Set<String>) = (["0.0.0.0", "::"], ["127.0.0.1", "localhost"])
        return host == other.host || all.contains(host) || all.contains(other.host)
            || local.contains(host) && local.contains(other.host)
    }
}

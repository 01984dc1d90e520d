public import Hummingbird
public import ServerKit

/// The request context of the portal.
public struct PortalContext: DoorContext {
    /// What the framework keeps.
    public var coreContext: CoreRequestContextStorage
    /// What the door keeps.
    public var door: DoorStorage

    /// The context of a request that has just arrived.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        door = DoorStorage(source: source)
    }
}

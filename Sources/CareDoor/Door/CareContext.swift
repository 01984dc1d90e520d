public import Hummingbird
public import ServerKit

/// The request context of the professionals' site.
public struct CareContext: DoorContext {
    /// What the framework keeps.
    public var coreContext: CoreRequestContextStorage
    /// What the door keeps, the certificate of the connection among it.
    public var door: DoorStorage

    /// The context of a request that has just arrived.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        door = DoorStorage(source: source)
    }
}

public import HealthRecord
public import RecordService
public import ServerKit

/// The door for DMP-compatible software: SOAP over mutual TLS in, one verb of `RecordService`, SOAP out.
///
/// It reads, asks and writes; whether something may be done, and what may be seen, is decided behind it.
public struct XDSDoor: Sendable {
    let service: RecordService
    let repositoryID: OID
    let domain: IdentityDomain
    let ids: @Sendable () -> UniqueID
    let clock: @Sendable () -> Instant
    let log: EventLog
    let settings: XDSDoorSettings
    let written = WrittenEntries()

    /// A door to a record service.
    ///
    /// - Parameters:
    ///   - service: does what is asked.
    ///   - repositoryID: the OID under which documents are retrieved.
    ///   - domain: whom this deployment serves.
    ///   - ids: draws the identifiers of messages, requests and boundaries, at random.
    ///   - clock: tells the time.
    ///   - log: takes an event for each refusal, under the identifier that the sender is told.
    ///   - settings: path and limits.
    public init(
        service: RecordService,
        repositoryID: OID,
        domain: IdentityDomain,
        ids: @escaping @Sendable () -> UniqueID,
        clock: @escaping @Sendable () -> Instant,
        log: EventLog,
        settings: XDSDoorSettings = XDSDoorSettings()
    ) {
        self.service = service
        self.repositoryID = repositoryID
        self.domain = domain
        self.ids = ids
        self.clock = clock
        self.log = log
        self.settings = settings
    }

    /// Forgets entries written more than a minute ago; called by the clock-driven upkeep.
    public func keepUp() { written.sweep(now: clock()) }
}

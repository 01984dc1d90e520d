public import AccessRules
public import DurableSQL
import Foundation
public import HealthRecord
public import Sealing
import Synchronization
import TraceTree

/// The keeper of keys, policies and traces, apart from those who hold the sealed data and those who serve it.
///
/// Every act on a record is one verb: it verifies who asks, decides, appends the trace durably, and only then answers. No
/// document enters here, and metadata only pass through to be sealed or judged (design § 2, law 1).
public final class Custodian: Sendable {
    let ledger: CustodyLedger
    let working: WorkingKeys
    let rules: RuleBook
    let settings: CustodySettings
    let verifyAssertion: EvidenceVerifier
    let readCard: CardReader
    let deliver: NoticeSink
    let clock: @Sendable () -> Instant
    let random: RandomBytes
    let admissions = AdmissionBook()
    let nodes = NodeRegister()
    let attempts: AttemptBook
    let codes: AttemptBook
    let quotas: QuotaBook
    let careSessions = CareSessionBook()
    let entries = EntryBook()
    let visibilities = VisibilityBook()
    let newsDesk = NewsDesk()
    let rewrapping = Rewrapping()
    let log: TraceLog
    let directory: String
    private let lock: Mutex<FolderLock?>

    /// Opens the custodian's folder.
    ///
    /// - Parameters:
    ///   - directory: its folder, held exclusively.
    ///   - keyStore: where root keys live.
    ///   - rules: what decisions are taken by.
    ///   - settings: names and durations.
    ///   - verifyAssertion: verifies the evidence of care actors.
    ///   - readCard: verifies the cards of professionals' browsers; without it no card is believed.
    ///   - deliver: takes messages to people on their way.
    ///   - clock: tells the time.
    ///   - random: draws unpredictable bytes.
    ///   - hooks: what is called when the disk fails, and at each durable step.
    public init(
        directory: String,
        keyStore: any CustodyKeyStore,
        rules: RuleBook,
        settings: CustodySettings,
        verifyAssertion: @escaping EvidenceVerifier,
        readCard: @escaping CardReader = { (_, _) throws(CardFault) in throw .unknownAuthority },
        deliver: @escaping NoticeSink,
        clock: @escaping @Sendable () -> Instant,
        random: @escaping RandomBytes,
        hooks: DurabilityHooks<CustodyError> = DurabilityHooks()
    ) throws {
        let held = try FolderLock(folder: directory)
        let cache = RecordCache()
        let database = try DurableDatabase(
            path: directory + "/custody.sqlite",
            label: "custody",
            applicationID: CustodySchema.applicationID,
            migrator: CustodySchema.steps,
            hooks: DurabilityHooks(
                reached: hooks.reached,
                failed: { error in
                    // What was changed in memory is not known to be on disk.
                    cache.stop()
                    hooks.failed(error)
                }
            ),
            failure: { ($0 as? CustodyError) ?? .unavailable }
        )
        working = try keyStore.workingKeys(generation: 0)
        ledger = CustodyLedger(
            database: database,
            keys: ShardKeys(store: keyStore, random: random),
            random: random,
            clock: clock,
            promises: PromiseIssuer(store: keyStore, random: random, folder: directory + "/log"),
            cache: cache,
            registers: Registers(
                index: working.blindIndex,
                rules: rules,
                lines: working.invitation,
                random: random
            ),
            logName: LogName(settings.logOrigin),
            newsKept: newsDesk.wake
        )
        try ledger.checkEpochs()
        try ledger.makeRegisters()
        try ledger.makeShards(under: settings.logOrigin)
        attempts = try AttemptBook(.secret, ledger: ledger)
        codes = try AttemptBook(.code, ledger: ledger)
        log = try TraceLog(
            directory: directory + "/log",
            name: ledger.logName,
            store: keyStore,
            database: database,
            clock: clock
        )
        lock = Mutex(held)
        self.directory = directory
        self.rules = rules
        self.settings = settings
        quotas = QuotaBook(
            settings.quotas,
            index: working.blindIndex,
            notes: try QuotaNote.all(in: database, now: clock())
        )
        self.verifyAssertion = verifyAssertion
        self.readCard = readCard
        self.deliver = deliver
        self.clock = clock
        self.random = random
    }

    /// What `/health` says of the custodian.
    public func health() throws -> [String: String] {
        let profile = try ledger.database.profile()
        return [
            "sqlite": profile.version.text, "journal": profile.journal, "keyStore": ledger.keys.store.label,
            "logSize": String(log.size), "writable": String(ledger.database.isOpen),
        ]
    }

    /// Ends work, closes the files and gives the folder up.
    public func close() throws {
        ledger.database.closeNow()
        lock.withLock { $0 = nil }
    }

    func newID() -> UniqueID { UniqueID(drawnFrom: random) }
}

/// Takes a message to a person on its way; it must be durable before it returns.
public typealias NoticeSink = @Sendable (OutgoingNotice) async throws -> Void

/// Names and durations of a custodian.
public struct CustodySettings: Sendable {
    /// Whom this deployment serves.
    public var domain: IdentityDomain
    /// The log's name, `trace.<domain>/<year>/s00`; whatever year it says, each year's log has its own in that place.
    public var logOrigin: String
    /// Who keeps the records, as each new one says of itself (contradiction C7): the log's name up to its first `/`, unless
    /// the deployment says another.
    public var host: HostID?
    /// The set of rules given to new records.
    public var policySet: String
    /// How long a letter's code is good, in seconds.
    public var letterLifetime: Int64
    /// How long a session lasts without a request, in seconds.
    public var sessionIdle: Int64
    /// How long a session lasts at most, in seconds.
    public var sessionLifetime: Int64
    /// How long a professional's session on the web lasts without a request, in seconds.
    public var careSessionIdle: Int64
    /// How long it lasts at most, in seconds.
    public var careSessionLifetime: Int64
    /// How long an address that opens the professionals' site once is good, in seconds.
    public var entryLifetime: Int64 = 120
    /// How long a session lasts at most that such an address has opened, in seconds.
    public var enteredSessionLifetime: Int64 = 3600
    /// The cost of trying one chosen secret: scrypt's N.
    public var secretRounds: Int
    /// The cost of trying one code of a letter or a message, which is random and has few tries: scrypt's N.
    ///
    /// Codes that wait were digested at the cost of their day: another one refuses them.
    public var codeRounds: Int
    /// How many records one actor may look into.
    public var quotas = QuotaSettings()
    /// The structures that answer calls for emergency medical help, *centres 15*; no other has that mode.
    public var regulationCentres: Set<StructureID> = []
    /// From how many records on whose names fit a search by traits is to be refined before any of them is opened.
    public var searchCandidates = 500
    /// The most documents that one work changes, older versions with them: each is sealed anew, and costs a walk through the
    /// record's tree.
    package var changesPerWork = 4_096
    /// How long a proof of the holder's presence serves, in seconds.
    public var presenceLifetime: Int64
    /// How long the host's physician may look into a record once two have approved it, in seconds.
    public var hostAccessLifetime: Int64 = 86_400
    /// How long a request for early erasure waits, in case it was an error or made under pressure, in seconds; never
    /// longer than the record's set lets it.
    public var erasureDelay: Int64
    /// After how many days a new epoch of the keys begins; 0: on an order alone.
    public var keyEpochDays = 90
    /// For whom passkeys are made: the portal by its name and origin; nil where none are taken.
    public var relyingParty: RelyingParty?
    /// How to write to a professional, where the deployment knows a safe way.
    ///
    /// Nil where there is none; what it throws is tried again.
    public var careContact: @Sendable (ProfessionalID) async throws -> CareContact?
    /// Hears of news that reach nobody, once each, after that is written down.
    public var newsLost: @Sendable (NewsLoss) -> Void
    /// Hears of uses that somebody should look at, after that is written down.
    public var unusualUse: @Sendable (UnusualUse) -> Void
    /// What the deployment's directory says of somebody whom a professional names.
    public var directory: @Sendable (CareSubject) async -> DirectoryAnswer

    /// The values of a deployment, with the durations of the reference.
    public init(domain: IdentityDomain, logOrigin: String, policySet: String = "mes2026") {
        self.domain = domain
        self.logOrigin = logOrigin
        host = HostID(logOrigin.prefix { $0 != "/" })
        self.policySet = policySet
        letterLifetime = 42 * 86_400
        sessionIdle = 900
        sessionLifetime = 8 * 3600
        careSessionIdle = 1800
        careSessionLifetime = 8 * 3600
        secretRounds = 32_768
        codeRounds = 4096
        presenceLifetime = 1800
        erasureDelay = 30 * 86_400
        careContact = { _ in nil }
        newsLost = { _ in }
        unusualUse = { _ in }
        directory = { _ in .none }
    }
}

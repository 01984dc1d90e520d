public import AccessRules
public import ClinicalDocuments
public import Custody
public import HealthRecord
public import HostStore
public import Sealing

/// The application: one verb for each act on a record, the same for every door.
///
/// It holds no key beyond the act that needed it and decides nothing that the custodian has not decided; plaintext exists
/// here only while a permitted request is in flight.
public final class RecordService: Sendable {
    let custodian: Custodian
    let host: HostStore
    let rules: RuleBook
    let valueSets: ValueSets
    let node: ApplicationNode
    let settings: ServiceSettings
    let judgeLot: LotJudge
    let printMandate: MandatePrinter?
    let clock: @Sendable () -> Instant
    let random: RandomBytes
    let snapshots = SnapshotCache()
    let calendar = CalendarTurns()
    let locations = DocumentLocations()
    let leftWorks = LeftWorks()

    /// Joins the application to its custodian and its host, and makes this boot's key known to the custodian.
    ///
    /// - Parameter printMandate: writes proofs of carers' access; without it they stay due.
    public init(
        custodian: Custodian,
        host: HostStore,
        rules: RuleBook,
        valueSets: ValueSets,
        nodeName: String,
        settings: ServiceSettings,
        judgeLot: @escaping LotJudge,
        printMandate: MandatePrinter? = nil,
        clock: @escaping @Sendable () -> Instant,
        random: @escaping RandomBytes
    ) throws {
        self.custodian = custodian
        self.host = host
        self.rules = rules
        self.valueSets = valueSets
        self.settings = settings
        self.judgeLot = judgeLot
        self.printMandate = printMandate
        self.clock = clock
        self.random = random
        node = try ApplicationNode(name: nodeName, random: random)
        try custodian.register(node: node.name, bootID: node.bootID, publicKey: node.publicKey)
    }

    func newID() -> UniqueID { UniqueID(drawnFrom: random) }
}

/// What a deployment may set of the acts on records.
public struct ServiceSettings: Sendable {
    /// Whether a lot without the signature of its author is taken on the word of its authenticated sender.
    public var unsignedLots: UnsignedLots
    /// Whether documents must be CDA that agrees with its metadata.
    public var contentCheck: ContentCheck

    /// What becomes of lots without signature.
    public enum UnsignedLots: String, Sendable {
        /// Refused.
        case refused
        /// Taken, and marked as authenticated only.
        case accepted
    }

    /// How documents are held against their metadata.
    public enum ContentCheck: String, Sendable {
        /// CDA only, every derived attribute equal.
        case strict
        /// Anything of an accepted kind, for foreign test kits.
        case lenient
    }

    /// The values of a deployment; strict by default.
    public init(unsignedLots: UnsignedLots = .refused, contentCheck: ContentCheck = .strict) {
        self.unsignedLots = unsignedLots
        self.contentCheck = contentCheck
    }
}

/// Judges the signature over a lot: the signature document's bytes, the set's identifier, the documents and their bytes, the
/// one who sends, the moment.
public typealias LotJudge =
    @Sendable (
        _ signature: [UInt8], _ set: OID, _ documents: [(id: OID, bytes: [UInt8])], _ actor: CareActor, _ now: Instant
    ) async throws(DepositFault) -> SignatureStanding

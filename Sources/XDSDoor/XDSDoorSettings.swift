public import SOAPWire
public import ServerKit

/// What a deployment may set of this door.
public struct XDSDoorSettings: Sendable {
    /// The most documents of one retrieval unless a deployment says otherwise.
    public static let mostRetrieved = 50
    /// The most whole objects of one answer unless a deployment says otherwise.
    public static let mostResults = 10_000
    /// The most changes of one message unless a deployment says otherwise.
    public static let mostChanges = 50
    /// The bytes that all messages together hold unless a deployment says otherwise: 256 MiB.
    public static let heldBytes = 256 << 20

    /// Where the services hang; the DMP's own path by default (interop sheet § 1.1).
    public var basePath: String
    /// How much a message may hold.
    public var limits: MultipartLimits
    /// How much all messages together may hold while they are answered.
    public var bodyBudget: BodyBudget
    /// How many messages with documents one certificate may send at once.
    public var uploads: UploadGate
    /// Most documents of one retrieval: what is handed out is in memory while it is.
    public var retrievals: Int
    /// Most whole objects of one answer to a query.
    public var results: Int
    /// Most changes of one message.
    public var changes: Int
    /// The least time that a refusal takes.
    public var refusalFloor: AnswerFloor
    /// By what that time is measured; the machine's own clock unless given.
    public var refusalClock: ServerClock?
    /// The address of the professionals' site that opens an entry by its secret; nil where there is no such site.
    public var siteEntries: (@Sendable (_ token: String) -> String)?

    /// The values of a deployment.
    public init(
        basePath: String = "/si-dmp-server/v2/services",
        limits: MultipartLimits = MultipartLimits(),
        bodyBudget: BodyBudget = BodyBudget(bytes: Self.heldBytes),
        uploads: UploadGate = UploadGate(),
        retrievals: Int = Self.mostRetrieved,
        results: Int = Self.mostResults,
        changes: Int = Self.mostChanges,
        refusalFloor: AnswerFloor = AnswerFloor()
    ) {
        self.basePath = basePath
        self.limits = limits
        self.bodyBudget = bodyBudget
        self.uploads = uploads
        self.retrievals = retrievals
        self.results = results
        self.changes = changes
        self.refusalFloor = refusalFloor
    }
}

public import HealthRecord
public import Sealing

/// A document about to come in: its entry, complete.
public struct PlannedDocument: Sendable, Hashable, Codable {
    /// The entry as it will stand.
    public let entry: DocumentEntry
    /// The sealed length and digest are the host's affair; the version of a new document is 1.
    public init(entry: DocumentEntry) { self.entry = entry }
}

/// A change to a document that is there: the row shown, and what it becomes.
public struct PlannedChange: Sendable, Hashable, Codable {
    /// The row as it stands.
    public let shown: ShownRow
    /// What is to become of it.
    public let change: DocumentChange
    /// Identity of the new version of the metadata.
    public let newEntryUUID: UniqueID
    /// What the sender believes to stand there, where he says so.
    public let expected: ExpectedEntry?

    /// Joins the parts.
    public init(shown: ShownRow, change: DocumentChange, newEntryUUID: UniqueID, expected: ExpectedEntry? = nil) {
        self.shown = shown
        self.change = change
        self.newEntryUUID = newEntryUUID
        self.expected = expected
    }
}

/// What a sender believes to stand there (`OriginalStatus`, `PreviousVersion` of ITI-57), held against the very row that is
/// changed: nobody slips in between.
public struct ExpectedEntry: Sendable, Hashable, Codable {
    /// The status before the change.
    public let status: AvailabilityStatus?
    /// The version of the metadata before the change.
    public let metadataVersion: UInt32?

    /// Joins both.
    public init(status: AvailabilityStatus? = nil, metadataVersion: UInt32? = nil) {
        self.status = status
        self.metadataVersion = metadataVersion
    }

    func holds(of entry: DocumentEntry) -> Bool {
        (status.map { $0 == entry.status } ?? true) && (metadataVersion.map { $0 == entry.metadataVersion } ?? true)
    }
}

/// What can become of a document's metadata.
public enum DocumentChange: Sendable, Hashable, Codable {
    /// Hidden from professionals.
    case mask
    /// Shown to professionals again.
    case unmask
    /// Made visible to the patient or the representatives.
    case reveal(Visibility)
    /// Replaced by a document of the same lot.
    case replace(by: UniqueID)
    /// Set aside.
    case archive
    /// Taken back from the archive.
    case restore
    /// Deleted.
    case delete
    /// Closed to those who act for the holder.
    case hideFromRepresentatives
}

/// A document's key and rows, sealed for the host before anything is committed.
public struct PreparedDocument: Sendable, Hashable, Codable {
    /// The document.
    public let document: DocumentID
    /// Its version.
    public let version: UInt32
    /// Its key, sealed to the node; it opens nothing yet.
    public let key: SealedKey
    /// The wrapped key for the host.
    public let wrappedKey: [UInt8]
    /// The sealed metadata for the host.
    public let row: [UInt8]
    /// The tag of its unique identifier for the host.
    public let uniqueTag: BlindTag
}

/// A changed row, sealed for the host before the change is committed.
public struct PreparedChange: Sendable, Hashable, Codable {
    /// The record whose row it is: the work's, or one that was joined to it.
    public let record: RecordID
    /// The document.
    public let document: DocumentID
    /// Its place.
    public let ordinal: UInt64
    /// The version of the metadata that is replaced.
    public let oldMetadataVersion: UInt32
    /// The leaf that is replaced.
    public let oldLeafHash: [UInt8]
    /// The new sealed metadata.
    public let row: [UInt8]
    /// The wrapped key, anew where the class changed.
    public let wrappedKey: [UInt8]
    /// The new leaf.
    public let leafHash: [UInt8]
    /// The entry as it will stand.
    public let entry: DocumentEntry
}

/// Work accepted but not committed: until then nothing of it exists for anybody.
public struct PreparedWork: Sendable, Hashable, Codable {
    /// The handle by which it is committed or aborted.
    public let id: UniqueID
    /// The record.
    public let record: RecordID
    /// New documents, in the order given.
    public let documents: [PreparedDocument]
    /// Changed documents, in the order given, and after them their other versions.
    public let changes: [PreparedChange]
    /// The sealed submission set, where the work is a lot.
    public let submissionSet: [UInt8]?
    /// After this the custodian forgets it.
    public let deadline: Instant
}

/// Where the siblings of a changed leaf stand at the moment of the commit.
public struct LeafPath: Sendable, Hashable, Codable {
    /// The leaf's place.
    public let ordinal: UInt64
    /// Siblings up to its peak.
    public let path: [[UInt8]]
    /// The record whose leaf it is; nil for the work's own.
    public let record: RecordID?

    /// Joins the parts.
    public init(ordinal: UInt64, path: [[UInt8]], record: RecordID? = nil) {
        self.ordinal = ordinal
        self.path = path
        self.record = record
    }
}

/// What a commit made true; asked again, the answer is the same.
public struct CommittedWork: Sendable, Hashable, Codable {
    /// The place of each new document.
    public struct Place: Sendable, Hashable, Codable {
        /// The document.
        public let document: DocumentID
        /// Its place in the state.
        public let ordinal: UInt64
        /// Its leaf.
        public let leafHash: [UInt8]
    }

    /// New documents and their places.
    public let places: [Place]
    /// How many changes to other documents were made with them.
    public let changes: Int
    /// The record's root after the commit.
    public let root: [UInt8]
    /// The custodian's signed word for the traces of the work.
    public let receipt: [UInt8]
}

/// How prepared work ended.
public enum WorkState: String, Sendable, Hashable, Codable {
    /// Not yet.
    case prepared
    /// It is true.
    case committed
    /// It never was.
    case aborted
}

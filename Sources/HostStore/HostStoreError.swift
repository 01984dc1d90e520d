public import Sealing

/// Why the host store did not do what was asked; no case carries sealed bytes or anything about a person.
public enum HostStoreError: Error, Equatable, Sendable {
    /// A message breaks one of its own limits; correct the named element.
    case invalid(Element)
    /// Another process (or another opener in this one) holds the folder; stop it first.
    case folderLocked
    /// The folder cannot be made or opened; `code` is the system's error number.
    case folderUnusable(code: Int32)
    /// The database file was not made by this store, or by a newer version of it.
    case foreignDatabase
    /// The database does not run in the durability mode that the store promises.
    case durabilityNotInForce
    /// The store was closed.
    case closed
    /// Too many requests wait; try again later.
    case overloaded
    /// The calling task was cancelled before a read ended.
    case cancelled
    /// The disk or the database failed; the outcome of a write is unknown, and writes stop until a restart.
    case storageFailed(code: Int32)
    /// What was read back is not what had been written.
    case corrupted(Element)
    /// No record has this identifier.
    case unknownRecord
    /// No document has this identifier, or not in the state that the act needs.
    case unknownDocument
    /// No pending deposit has this identifier.
    case unknownDeposit
    /// No staged or just applied change has this identifier.
    case unknownChange
    /// No row names this object.
    case unknownObject
    /// The tag already leads to another record.
    case tagTaken(by: RecordID)
    /// The unique identifier is already used by this document.
    case duplicateUniqueID(existing: DocumentID, state: RowState)
    /// The submission set's identifier is already used in its record, by a set that waits or that stands.
    case duplicateSet(state: RowState)
    /// The row has changed since it was read.
    case stale
    /// The same identifier was used before for something else.
    case conflict(Element)
    /// The activation leaves out a document of its deposit.
    case incompleteActivation
    /// The object of this document was never written.
    case objectMissing(DocumentID)
    /// The bytes are not those that the row announces.
    case objectMismatch

    /// The part of a message or of the store that is at fault.
    public enum Element: String, Sendable, Codable {
        /// A record.
        case record
        /// A document row.
        case document
        /// A submission set.
        case submissionSet
        /// A deposit as a whole.
        case deposit
        /// An activation.
        case activation
        /// A staged change.
        case change
        /// Sealed content, inline or in a file.
        case content
        /// The database file.
        case database
    }
}

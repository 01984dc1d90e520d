/// Why something in a message is refused or remarked.
public enum FindingReason: String, Hashable, Sendable, CaseIterable {
    /// Absent where the profile requires it.
    case missing
    /// Present more often than it may be.
    case repeated
    /// Has more values than it may.
    case tooManyValues
    /// Not a time of the profile's form.
    case badTime
    /// Not an object identifier.
    case badOID
    /// An OID followed by an extension.
    case oidExtension
    /// A classification without code or coding scheme.
    case badCode
    /// Not a patient identifier.
    case badPatientID
    /// Not a person's field.
    case badPerson
    /// Not a structure's field.
    case badInstitution
    /// Not a reference identifier.
    case badReference
    /// Not a PID field.
    case badPatientInfo
    /// Not a SHA-1 in hexadecimal.
    case badHash
    /// Not a count of bytes.
    case badSize
    /// Not a media type.
    case badMediaType
    /// Not a language tag.
    case badLanguage
    /// Not a version number.
    case badVersion
    /// Not a UUID where only one may stand.
    case badUUID
    /// A status that is not of the profile.
    case unknownStatus
    /// A type of object that is not of the profile.
    case unknownType
    /// A package that is neither a set nor a folder.
    case unknownObject
    /// A relation that is not of the profile.
    case unknownRelation
    /// Two objects of the message share an id.
    case repeatedID
    /// The set does not hold the entry.
    case notInSet
    /// The entry's document is not in the message.
    case noDocument
    /// The document has no entry.
    case noEntry
    /// The document's reference or content cannot be read.
    case unreadableContent
    /// Another patient than the set's.
    case otherPatient
    /// A uniqueId used twice in the message.
    case sameUniqueID
    /// A reference to an object that is not in the message and is no UUID.
    case unresolved
    /// A relation of an object with itself.
    case toItself
    /// Ends before it starts.
    case stopsBeforeStart
    /// A folder without membership in the set.
    case folderNotInSet
    /// Attributes outside the profile are read and not kept.
    case extraNotStored
    /// The message asks for no known operation, or for two on one object.
    case noOperation
    /// The new status is the old one.
    case sameStatus
    /// The value is not of the query syntax.
    case badSyntax
    /// The stored query is not answered here.
    case unknownQuery
    /// Parameters that exclude each other, or none of them.
    case exclusive
}

/// Why an archive could not be written.
public enum ZipError: Error, Hashable, Sendable {
    /// The library had no memory for it.
    case noMemory
    /// The library reports that status (`ARCHIVE_FAILED`, `ARCHIVE_FATAL`), or fewer bytes than were given.
    case writing(status: Int32)
}

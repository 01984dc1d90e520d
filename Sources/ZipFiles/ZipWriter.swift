internal import CArchive

/// Writes a ZIP file piece by piece: what has been made is taken away as it comes, so that no copy is ever whole in memory.
///
/// Each file's size is told before its bytes. Names are put down as they are given, with `/` between folders.
public final class ZipWriter {
    private let sink = ByteSink()
    private let archive: OpaquePointer?

    /// Begins a file.
    public init() throws(ZipError) {
        archive = archive_write_new()
        guard archive != nil else { throw .noMemory }
        try check(archive_write_set_format_zip(archive))
        // Neither padding nor blocks: what is made is given at once.
        try check(archive_write_set_bytes_per_block(archive, 0))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        try check(
            archive_write_open(archive, Unmanaged.passUnretained(sink).toOpaque(), nil, ByteSink.write, nil)
        )
    }

    deinit { archive_write_free(archive) }

    /// Begins one file of the archive; its bytes follow, exactly as many as said.
    ///
    /// - Parameter modified: seconds since 1970.
    public func begin(_ name: String, size: Int, modified: Int64) throws(ZipError) {
        let entry = archive_entry_new()
        guard let entry else { throw .noMemory }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(size))
        archive_entry_set_filetype(entry, UInt32(ordinaryFile))
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, Int(modified), 0)
        try check(archive_write_header(archive, entry))
    }

    /// Adds bytes to the file that was begun.
    public func write(_ bytes: ArraySlice<UInt8>) throws(ZipError) {
        guard !bytes.isEmpty else { return }
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw .writing(status: Int32(clamping: written)) }
    }

    /// What has been made since this was asked last.
    public func taken() -> [UInt8] { sink.take() }

    /// Ends the file; `taken` gives the rest.
    public func finish() throws(ZipError) { try check(archive_write_close(archive)) }

    private func check(_ status: Int32) throws(ZipError) {
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw .writing(status: status) }
    }
}

/// An ordinary file's type; the header's macro casts, which the importer does not follow.
private let ordinaryFile = 0o100000

/// Takes the bytes as the library gives them.
private final class ByteSink {
    private var bytes: [UInt8] = []

    func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    static let write: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?, Int) -> Int = {
        _,
        target,
        data,
        count in
        guard let target, let data else { return -1 }
        let sink = Unmanaged<ByteSink>.fromOpaque(target).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
    }
}

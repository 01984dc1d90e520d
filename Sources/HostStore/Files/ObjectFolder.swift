import Glibc
import Sealing
import Synchronization

/// The object files: written once under random names, durable before they are spoken of (§ 6.2, § 6.4).
///
/// Every function blocks; call them on the ``BlockingPool``.
final class ObjectFolder: Sendable {
    private let root: String
    private let reached: @Sendable (FaultPoint) -> Void
    private let state = Mutex((durable: Set<String>(), counter: UInt64(0)))

    /// Makes the folder and removes what a crash left half written.
    init(directory: String, reached: @escaping @Sendable (FaultPoint) -> Void) throws(SystemError) {
        root = directory + "/objects"
        self.reached = reached
        try ensureDirectory(root, in: directory)
        try ensureDirectory(root + "/incoming", in: root)
        for name in names(in: root + "/incoming") { unlink(root + "/incoming/" + name) }
    }

    /// Temporary file → write → fsync → rename → fsync of the directory.
    func write(_ key: ObjectKey, _ bytes: [UInt8]) throws(ObjectFailure) {
        let place = Place(key, root: root)
        let temporary = root + "/incoming/" + key.hex + "." + String(nextNumber())
        do throws(SystemError) {
            try ensureDirectory(place.outer, in: root)
            try ensureDirectory(place.inner, in: place.outer)
        } catch {
            throw .durability(error.code)
        }
        let file: FileDescriptor
        do throws(SystemError) {
            file = try FileDescriptor(path: temporary, flags: O_WRONLY | O_CREAT | O_EXCL)
            try file.write(bytes)
        } catch {
            unlink(temporary)
            throw .refused(error.code)
        }
        reached(.objectWritten)
        do throws(SystemError) { try file.synchronise() } catch { throw .durability(error.code) }
        reached(.objectSynced)
        guard rename(temporary, place.path) == 0 else { throw .durability(errno) }
        reached(.objectRenamed)
        do throws(SystemError) { try synchroniseDirectory(place.inner) } catch { throw .durability(error.code) }
        reached(.objectDurable)
    }

    func open(_ key: ObjectKey) throws(SystemError) -> FileDescriptor {
        try FileDescriptor(path: Place(key, root: root).path, flags: O_RDONLY)
    }

    /// Removes files; one that is already gone counts as removed.
    func erase(_ keys: [ObjectKey]) throws(SystemError) {
        var touched: Set<String> = []
        for key in keys {
            let place = Place(key, root: root)
            if unlink(place.path) == 0 {
                touched.insert(place.inner)
            } else if errno != ENOENT {
                throw SystemError.last
            }
        }
        for directory in touched { try synchroniseDirectory(directory) }
    }

    /// Copies one object to another root, durably; answers whether it was there.
    func copy(_ key: ObjectKey, length: Int, to other: ObjectFolder) throws(ObjectFailure) -> Bool {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try open(key).read(at: 0, count: length)
        } catch {
            if error.code == ENOENT { return false }
            throw .refused(error.code)
        }
        try other.write(key, bytes)
        return true
    }

    /// Every object that has its final name.
    func keys() -> [ObjectKey] {
        names(in: root).filter { $0.utf8.count == 2 }.flatMap { outer in
            names(in: root + "/" + outer).flatMap { inner in
                names(in: root + "/" + outer + "/" + inner)
                    .compactMap(ObjectKey.init(hex:))
            }
        }
    }

    private func nextNumber() -> UInt64 {
        state.withLock { state in
            state.counter &+= 1
            return state.counter
        }
    }

    /// A directory counts as made only once its parent has been synchronised by this process: one that is
    /// merely seen may have been made an instant ago by another thread, or before a crash.
    private func ensureDirectory(_ path: String, in parent: String) throws(SystemError) {
        if state.withLock({ $0.durable.contains(path) }) { return }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError.last }
        try synchroniseDirectory(parent)
        state.withLock { _ = $0.durable.insert(path) }
    }

    /// The two-level place of an object, spread by the first bytes of its random name.
    private struct Place {
        var outer: String
        var inner: String
        var path: String

        init(_ key: ObjectKey, root: String) {
            let name = key.hex
            outer = root + "/" + name.prefix(2)
            inner = outer + "/" + name.dropFirst(2).prefix(2)
            path = inner + "/" + name
        }
    }
}

/// How writing an object failed.
enum ObjectFailure: Error {
    /// Nothing was made; the store goes on.
    case refused(Int32)
    /// What is durable is unknown; the store stops writing.
    case durability(Int32)
}

func synchroniseDirectory(_ path: String) throws(SystemError) {
    try FileDescriptor(path: path, flags: O_RDONLY | O_DIRECTORY).synchronise()
}

private func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
            String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { found.append(name) }
    }
    return found
}

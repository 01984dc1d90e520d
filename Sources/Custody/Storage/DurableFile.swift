import Foundation
import Glibc

/// Files that are whole or absent: written beside, flushed, then renamed.
enum DurableFile {
    enum Fault: Error { case exists, write }

    /// Writes a file that must not exist yet, readable by its owner alone.
    static func create(_ path: String, bytes: [UInt8]) throws(Fault) {
        guard access(path, F_OK) != 0 else { throw .exists }
        try replace(path, bytes: bytes)
    }

    /// Writes a file in the place of whatever is there.
    static func replace(_ path: String, bytes: [UInt8]) throws(Fault) {
        let folder = (path as NSString).deletingLastPathComponent
        let temporary = path + ".new"
        try write(bytes, to: temporary)
        guard rename(temporary, path) == 0 else { throw .write }
        try flush(folder)
    }

    /// Copies a folder and all below it, file by file, but for those of one name; a folder that is not there is no fault.
    static func copy(folder: String, to target: String, leavingOut left: String) throws {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return }
        try files.createDirectory(atPath: target, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: folder) where !name.hasSuffix(".new") && name != left {
            let (from, to) = (folder + "/" + name, target + "/" + name)
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: from, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try copy(folder: from, to: to, leavingOut: left)
            } else {
                try write([UInt8](try Data(contentsOf: URL(fileURLWithPath: from))), to: to)
            }
        }
        try flush(target)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .write }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .write }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw .write }
    }

    /// Brings a file, or what a folder names, to the disk.
    static func flush(_ path: String) throws(Fault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .write }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .write }
    }
}

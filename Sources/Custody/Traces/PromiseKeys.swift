import Foundation
import TraceTree

/// The notes by which the log's key delegated the promise keys of each day: kept beside the log for as long as it stands,
/// so that whoever holds a promise can hold the custodian to it years later (security design § 2.3, § 3.5).
struct PromiseKeys: Sendable {
    let directory: String

    /// The most notes of one answer.
    static let limit = 400

    /// Keeps a note, durably, before the key that it names signs anything.
    func keep(_ note: String, of delegation: PromiseKeyDelegation) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let key = delegation.publicKey.prefix(8).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            .joined()
        try DurableFile.replace("\(directory)/\(delegation.notBefore)-\(key).note", bytes: Array(note.utf8))
    }

    /// The notes in force since a moment, in seconds since 1970, the oldest first.
    func notes(since: UInt64) throws -> [String] {
        guard FileManager.default.fileExists(atPath: directory) else { return [] }
        let dated = try FileManager.default.contentsOfDirectory(atPath: directory).compactMap { name in
            name.hasSuffix(".note") ? UInt64(name.prefix { $0 != "-" }).map { (at: $0, name: name) } : nil
        }
        let lifetime = PromiseIssuer.lifetimeMilliseconds / 1000
        // A key that began before the moment may have been in force at it.
        return try dated.filter { $0.at >= since || since - $0.at < lifetime }
            .sorted { ($0.at, $0.name) < ($1.at, $1.name) }.prefix(Self.limit)
            .map { String(decoding: try Data(contentsOf: URL(filePath: directory + "/" + $0.name)), as: UTF8.self) }
    }
}

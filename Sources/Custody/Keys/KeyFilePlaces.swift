import Foundation

/// Where a key file lies: its own place, and those of its copies.
struct KeyFilePlaces: Sendable {
    /// How many copies lie beside the file where no folders are named: three in all (security design § 2.3).
    static let copiesBeside = 2

    let own: String
    let copies: [String]

    /// The file's own folder, or folders named for its copies.
    init(own: String, copyFolders: [String]) {
        self.own = own
        let name = (own as NSString).lastPathComponent
        copies =
            copyFolders.isEmpty
            ? (1...Self.copiesBeside).map { "\(own).\($0)" } : copyFolders.map { "\($0)/\(name)" }
    }

    /// Writes what has more or fewer keys than before: the copies first.
    ///
    /// The own file makes it true: whatever a crash leaves, no key that something stands under is in fewer places than before,
    /// and no copy holds a key that the own file has lost.
    func write(_ bytes: [UInt8], reached: (KeyFileStep) -> Void = { _ in }) throws(KeyStoreError) {
        for (place, copy) in copies.enumerated() {
            try Self.replace(copy, bytes)
            reached(.copyWritten(place))
        }
        try Self.replace(own, bytes)
        reached(.ownWritten)
    }

    /// Whether every copy holds these bytes; one that differs is written, unless it is newer.
    func mend(to bytes: [UInt8], writing: UInt64) -> KeyCopies {
        var standing = KeyCopies.whole
        for copy in copies {
            let present = FileManager.default.contents(atPath: copy)
            if present.map({ [UInt8]($0) == bytes }) == true { continue }
            let found = present.flatMap { KeyFile.Envelope($0)?.writing } ?? 0
            guard found <= writing else {
                standing = .behind
                continue
            }
            do throws(KeyStoreError) { try Self.replace(copy, bytes) } catch { standing = .behind }
        }
        return standing
    }

    /// The envelopes of the copies that can be read.
    var readableCopies: [KeyFile.Envelope] {
        copies.compactMap { FileManager.default.contents(atPath: $0).flatMap { KeyFile.Envelope($0) } }
    }

    static func replace(_ path: String, _ bytes: [UInt8]) throws(KeyStoreError) {
        do throws(DurableFile.Fault) { try DurableFile.replace(path, bytes: bytes) } catch { throw .unwritable }
    }
}

/// A durable step of a key store's writing, where a test may look at what a crash would leave.
enum KeyFileStep: Sendable, Hashable {
    /// A copy is on disk.
    case copyWritten(Int)
    /// The file itself is, and with it all of the writing.
    case ownWritten
}

import DurableSQL
import Foundation
import GRDB
import Synchronization

/// A store of numbers in a folder that goes with it.
final class Shelf: Sendable {
    enum Fault: Error, Equatable {
        case full
        case store(DurabilityError)
        case other
    }

    static let mark: Int32 = 0x5445_5354
    let folder: String
    var path: String { folder + "/shelf.sqlite" }

    init() throws {
        folder = NSTemporaryDirectory() + "shelf-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open(
        mark: Int32 = Shelf.mark,
        limits: DurabilityLimits = DurabilityLimits(),
        hooks: DurabilityHooks<Fault> = DurabilityHooks()
    ) throws(Fault) -> DurableDatabase<Fault> {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE item (number INTEGER PRIMARY KEY) STRICT;
                    CREATE TABLE note (number INTEGER NOT NULL REFERENCES item) STRICT;
                    """
            )
        }
        return try DurableDatabase(
            path: path,
            label: "shelf",
            applicationID: mark,
            migrator: migrator,
            limits: limits,
            hooks: hooks,
            failure: { error in
                switch error {
                case let known as Fault: known
                case let fault as DurabilityError: .store(fault)
                default: .other
                }
            }
        )
    }
}

extension DurableDatabase {
    func put(_ number: Int) async throws(Failure) {
        try await write { try $0.execute(sql: "INSERT INTO item VALUES (?)", arguments: [number]) }
    }

    func items() throws(Failure) -> [Int] {
        try read { try Int.fetchAll($0, sql: "SELECT number FROM item ORDER BY number") }
    }
}

/// What was reached, in order.
final class Diary<Line: Sendable>: Sendable {
    private let kept = Mutex<[Line]>([])
    var lines: [Line] { kept.withLock { $0 } }
    func add(_ line: Line) { kept.withLock { $0.append(line) } }
}

import AccessRules
import Foundation
import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

/// An exported history as a file that somebody may have changed.
struct ExportFile: Codable {
    struct Entry: Codable {
        var event: Data?
        var salt: Data?
        var commit: Data
        var index: UInt64
        var proof: String
    }

    struct Head: Codable {
        var recSeq: UInt64
        var commit: Data
    }

    var v: Int
    var exportedAt: String
    var log: String
    var logs: [String]?
    var until: String?
    var head: Head
    var events: [Entry]

    var bytes: Data { get throws { try JSONEncoder().encode(self) } }

    /// The events as they can be read, and the commitment that each names as its predecessor.
    var traced: [(event: TraceEvent, previous: [UInt8])] {
        get throws { try events.map { try TraceEvent.decode([UInt8](try #require($0.event))) } }
    }

    /// Lets the file end with its first events, and say so.
    mutating func cut(to count: Int) {
        events = Array(events.prefix(count))
        head.recSeq = UInt64(events.count)
        if let last = events.last { head.commit = last.commit }
    }
}

/// A house, and an export of which every event is old enough to be proved.
struct Export {
    let house: House
    let file: ExportFile
    /// One of some months before, where the history goes over the turn of a year.
    let earlier: ExportFile?
    let path: String

    init(overYears: Bool = false) async throws {
        house = try House()
        path = house.folder + "/historique.json"
        // As they ship, so that the program finds the edition that decided.
        let custodian = try house.open(rules: try RuleBook.bundled()) { $0.policySet = "mes2026" }
        let person = try await house.person(custodian)
        try await Self.live(house, custodian, person)
        let first = try await Self.made(house, custodian, person)
        if overYears {
            house.pass(to: House.turnOfYear)
            try await Self.live(house, custodian, person)
            earlier = first
            file = try await Self.made(house, custodian, person)
        } else {
            earlier = nil
            file = first
        }
        try custodian.close()
    }

    /// Three events of a record.
    private static func live(_ house: House, _ custodian: Custodian, _ person: Person) async throws {
        for _ in 0..<3 {
            let visit = try await house.admit(custodian, try People.doctor(), for: person)
            _ = try await custodian.testExistence(visit, of: person.reference)
        }
    }

    /// Forty days later, its export.
    private static func made(_ house: House, _ custodian: Custodian, _ person: Person) async throws -> ExportFile {
        house.pass(40 * 86_400)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let made = try JSONEncoder().encode(try await custodian.exportTraces(holder))
        return try JSONDecoder().decode(ExportFile.self, from: made)
    }

    /// Whoever holds the log's own key, as it signs one shard.
    func logSigner(of origin: String = House.origin) throws -> NoteSigner {
        let store = try FileKeyStore(path: house.folder + "/keys", passphrase: House.passphrase, random: house.random)
        return try LogSigner.make(origin: origin, store: store)
    }

    /// What the verifier says of a file.
    func verdict(
        on file: ExportFile,
        trusting log: String? = nil,
        after earlier: ExportFile? = nil
    ) throws -> Program.Outcome {
        try verdict(on: file, trustingAll: log.map { [$0] } ?? [], after: earlier)
    }

    /// The same with the keys of several logs.
    func verdict(
        on file: ExportFile,
        trustingAll logs: [String],
        after earlier: ExportFile? = nil
    ) throws -> Program.Outcome {
        let earlierPath = house.folder + "/precedent.json"
        try earlier?.bytes.write(to: URL(filePath: earlierPath))
        return try verdict(
            on: try file.bytes,
            with: logs.flatMap { ["--log", $0] } + (earlier == nil ? [] : ["--earlier", earlierPath])
        )
    }

    /// The same of bytes that need not be an export.
    func verdict(on bytes: Data, with options: [String] = []) throws -> Program.Outcome {
        try bytes.write(to: URL(filePath: path))
        return try Program.verifier.run([path] + options)
    }

    /// What the replay says of a file.
    func replay(_ file: ExportFile) throws -> Program.Outcome {
        try file.bytes.write(to: URL(filePath: path))
        return try Program.dmp.run(["policy", "replay", path])
    }
}

import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization
import Testing

@testable import Custody

@Suite struct ReleaseTests {
    struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let reader: CareActor
        let shelf: Shelf
        let holder: Admission
    }

    private func scene(
        _ visibilities: [Visibility] = [[], [], []],
        hooks: DurabilityHooks<CustodyError> = DurabilityHooks()
    ) async throws -> Scene {
        let house = try House()
        let custodian = try house.open(hooks: hooks)
        let person = try await house.person(custodian)
        let (author, reader) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(reader)), holder)
        let shelf = Shelf()
        try await house.deposit(custodian, visibilities, by: author, for: person, on: shelf)
        return Scene(
            house: house,
            custodian: custodian,
            person: person,
            reader: reader,
            shelf: shelf,
            holder: holder
        )
    }

    private func visit(_ scene: Scene) async throws -> Admission {
        try await scene.house.admit(scene.custodian, scene.reader, for: scene.person)
    }

    /// § 10.
    @Test func eachKeyComesWithItsTrace() async throws {
        let scene = try await scene([[], .maskedToProfessionals, []])
        let outcomes = try await scene.custodian.release(
            try await scene.shelf.allShown(),
            try await visit(scene),
            of: scene.person.reference
        )
        let chain = try await scene.custodian.chain(of: scene.person.record).suffix(3)
        #expect(chain.map(\.outcome) == [.permitted, .refused, .permitted])
        let entries = await scene.shelf.rows.map(\.entry)
        #expect(chain.map(\.documents) == entries.map { [$0.id] })
        for (outcome, entry) in zip(outcomes, entries) {
            switch outcome {
            case .released(let key, let proven):
                #expect(proven == entry && entry.visibility == [])
                #expect(try scene.house.node.open(key.message, leafHash: key.leafHash).count == 32)
                #expect(throws: SealingError.self) {
                    try scene.house.node.open(key.message, leafHash: [UInt8](repeating: 0, count: 32))
                }
            case .refused(let refusal): #expect(refusal.isSilent && entry.visibility == .maskedToProfessionals)
            }
        }
        try scene.custodian.close()
    }

    /// § 3.4, § 5, CSP R1111-48, order of 26/10/2023.
    @Test func theHolderHearsOfAFirstReadingAndOfEveryEmergency() async throws {
        let scene = try await scene()
        let count = try await scene.house.news.count
        let rows = try await scene.shelf.allShown()
        for mode in [AccessMode.normal, .normal, .breakGlass(reason: "inconscient"), .breakGlass(reason: "encore")] {
            let visit = try await scene.house.admit(scene.custodian, scene.reader, for: scene.person, mode: mode)
            _ = try await scene.custodian.release(rows, visit, of: scene.person.reference)
        }
        let kinds = try await scene.house.news.dropFirst(count).map { notice in
            switch notice.notice {
            case .firstAccess: "first"
            case .emergencyAccess: "emergency"
            default: "other"
            }
        }
        #expect(kinds == ["first", "emergency", "emergency"])
        try scene.custodian.close()
    }

    @Test func noRowButTheCommittedOneOpens() async throws {
        let scene = try await scene()
        let other = try await scene.house.person(scene.custodian, 2)
        let elsewhere = Shelf()
        try await scene.house.deposit(
            scene.custodian,
            [[]],
            by: try People.doctor(1),
            for: other,
            on: elsewhere
        )
        let first = try await scene.shelf.shown(0)
        let second = try await scene.shelf.shown(1)
        // Masked and unmasked again: the row of the beginning is stale, though its content is the same.
        try await scene.house.change(scene.custodian, .mask, 0, scene.holder, nil, on: scene.shelf)
        let masked = try await scene.shelf.shown(0)
        try await scene.house.change(scene.custodian, .unmask, 0, scene.holder, nil, on: scene.shelf)
        let current = try await scene.shelf.shown(0)
        var bad: [ShownRow] = [first, masked, try await elsewhere.shown(0)]
        func altered(
            row: [UInt8]? = nil,
            key: [UInt8]? = nil,
            ordinal: UInt64? = nil,
            path: [[UInt8]]? = nil,
            version: UInt32? = nil
        ) -> ShownRow {
            ShownRow(
                document: current.document,
                version: version ?? current.version,
                metadataVersion: current.metadataVersion,
                confidentiality: current.confidentiality,
                ordinal: ordinal ?? current.ordinal,
                row: row ?? current.row,
                wrappedKey: key ?? current.wrappedKey,
                path: path ?? current.path
            )
        }
        bad.append(altered(row: second.row))
        bad.append(altered(key: second.wrappedKey))
        bad.append(altered(key: first.wrappedKey))
        bad.append(altered(ordinal: 1))
        bad.append(altered(ordinal: 99))
        bad.append(altered(ordinal: .max))
        bad.append(altered(path: []))
        bad.append(altered(path: second.path))
        bad.append(altered(path: current.path + [[1]]))
        bad.append(altered(row: []))
        bad.append(altered(version: 2))
        let before = try await scene.custodian.chain(of: scene.person.record).count
        for row in bad {
            let admission = try await visit(scene)
            await #expect(throws: CustodyError.stateMismatch) {
                try await scene.custodian.release([row], admission, of: scene.person.reference)
            }
        }
        #expect(try await scene.custodian.chain(of: scene.person.record).count == before)
        let good = try await scene.custodian.release([current], try await visit(scene), of: scene.person.reference)
        guard case .released = good.first else {
            Issue.record("the committed row does not open")
            return
        }
        try scene.custodian.close()
    }

    @Test(arguments: [100, 101])
    func aReleaseHasALimit(count: Int) async throws {
        let scene = try await scene([[]])
        let rows = [ShownRow](repeating: try await scene.shelf.shown(0), count: count)
        let admission = try await visit(scene)
        let outcomes = try? await scene.custodian.release(rows, admission, of: scene.person.reference)
        #expect(outcomes?.count == (count == 100 ? 100 : nil))
        try scene.custodian.close()
    }

    /// Holds one group open until another request has joined the next.
    final class Gate: Sendable {
        private let isArmed = Mutex(false)
        private let semaphore = DispatchSemaphore(value: 0)
        let begun = Mutex(false)

        func arm() { isArmed.withLock { $0 = true } }
        func release() { semaphore.signal() }
        func reached(_ point: DurablePoint) {
            guard point == .groupBegun,
                isArmed.withLock({ armed in
                    defer { armed = false }
                    return armed
                })
            else { return }
            begun.withLock { $0 = true }
            semaphore.wait()
        }
    }

    /// Security design § 2.8, step 3: a commit that fails releases nothing (§ 10).
    @Test func aCommitThatFailsReleasesNoKey() async throws {
        let gate = Gate()
        let failures = Mutex(0)
        let scene = try await scene(
            hooks: DurabilityHooks(reached: { gate.reached($0) }, failed: { _ in failures.withLock { $0 += 1 } })
        )
        let rows = try await scene.shelf.allShown()
        let admission = try await visit(scene)
        let custodian = scene.custodian
        gate.arm()
        let blocker = Task { _ = try await custodian.ledger.commit { _ in } }
        while !gate.begun.withLock({ $0 }) { await Task.yield() }
        let release = Task { try await custodian.release(rows, admission, of: scene.person.reference) }
        while custodian.ledger.database.waiting < 1 { await Task.yield() }
        let poison = Task {
            // A broken reference, checked only at COMMIT, makes the COMMIT of the whole group fail.
            _ = try await custodian.ledger.commit { transaction in
                try transaction.database.execute(sql: "PRAGMA defer_foreign_keys = ON")
                try transaction.database.execute(
                    sql: "INSERT INTO login VALUES (zeroblob(32), zeroblob(16))"
                )
            }
        }
        while custodian.ledger.database.waiting < 2 { await Task.yield() }
        gate.release()
        try await blocker.value
        await #expect(throws: CustodyError.unavailable) { try await release.value }
        await #expect(throws: CustodyError.unavailable) { try await poison.value }
        #expect(failures.withLock { $0 } == 1)
        // Nothing more is written, and what memory held of the lost commit is not believed.
        let later = try await visit(scene)
        await #expect(throws: CustodyError.unavailable) { try await custodian.list(later, of: scene.person.reference) }
        #expect(custodian.ledger.known(scene.person.record) == nil)
        try custodian.close()
        let again = try scene.house.open()
        let chain = try await again.chain(of: scene.person.record)
        #expect(!chain.contains { $0.act == .read })
        let visit = try await scene.house.admit(again, scene.reader, for: scene.person)
        #expect(try await again.release(rows, visit, of: scene.person.reference).count == 3)
        try again.close()
    }
}

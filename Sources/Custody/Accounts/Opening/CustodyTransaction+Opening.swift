import Foundation
import GRDB
import HealthRecord
import Sealing

extension CustodyTransaction {
    /// Makes the keys of a record to be, or finds those made for the same person before.
    ///
    /// - Parameter request: who prepares; the file is his, and nobody else makes it true.
    func prepareOpening(
        _ file: HolderFile,
        _ traits: PatientTraits,
        tag: BlindTag,
        request: UniqueID,
        custodian: Custodian
    ) throws -> PreparedOpening {
        let context: RecordContext
        if let row = try Row.fetchOne(
            database,
            sql: "SELECT * FROM opening WHERE tag = ?",
            arguments: [Data(tag.bytes)]
        ) {
            let record = try RecordID(bytes: [UInt8](row["record_id"] as Data)).orFault
            var kept = try openingContext(row, record: record)
            kept.file = file
            context = kept
            try database.execute(
                sql: "UPDATE opening SET file_ct = ?, request = ? WHERE tag = ?",
                arguments: [
                    Data(try context.sealedFile(random: random)), Data(request.bytes), Data(tag.bytes),
                ]
            )
        } else {
            context = try newContext(file: file)
            let (shard, epoch) = try keys.currentKey(of: ShardNumber(of: context.record), in: database)
            try database.execute(
                sql: """
                    INSERT INTO opening (tag, record_id, epoch, wrapped_rk, wrapped_tk, file_ct, request)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(tag.bytes), Data(context.record.bytes), Int64(epoch.number),
                    Data(
                        try shard.wrap(
                            context.recordKey,
                            record: context.record,
                            epoch: epoch,
                            nonce: SealNonce(random: random)
                        )
                    ),
                    Data(
                        try shard.wrap(
                            context.traceKey,
                            record: context.record,
                            epoch: epoch,
                            nonce: SealNonce(random: random)
                        )
                    ),
                    Data(try context.sealedFile(random: random)), Data(request.bytes),
                ]
            )
        }
        let identity = try context.recordKey.identityKey(record: context.record).seal(
            Array(try JSONEncoder().encode(traits)),
            record: context.record,
            nonce: SealNonce(random: random)
        )
        return PreparedOpening(
            reference: RecordReference(
                record: context.record,
                tag: tag,
                bindCode: custodian.working.bind.code(record: context.record, tag: tag)
            ),
            identityRow: identity
        )
    }

    /// Turns an opening into a record, for the one who prepared it.
    ///
    /// - Throws: `notPrepared` when it was prepared anew by somebody else in the meantime: what he wrote is not what this one
    ///   was shown.
    mutating func openRecord(tag: BlindTag, request: UniqueID) throws -> RecordContext {
        guard
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM opening WHERE tag = ? AND request = ?",
                arguments: [Data(tag.bytes), Data(request.bytes)]
            )
        else { throw CustodyError.notPrepared }
        let record = try RecordID(bytes: [UInt8](row["record_id"] as Data)).orFault
        let context = try openingContext(row, record: record)
        try nameInviter(tag)
        try database.execute(
            sql: """
                INSERT INTO record (record_id, epoch, wrapped_rk, wrapped_tk, leaf_count, peaks, state_seq, file_version, file_ct,
                    trace_seq, trace_head)
                VALUES (?, ?, ?, ?, 0, x'', 0, ?, ?, 0, ?)
                """,
            arguments: [
                Data(record.bytes), row["epoch"] as Int64, row["wrapped_rk"] as Data, row["wrapped_tk"] as Data,
                Int64(context.policy.version), row["file_ct"] as Data, Data(context.traceHead),
            ]
        )
        try database.execute(sql: "DELETE FROM opening WHERE tag = ?", arguments: [Data(tag.bytes)])
        try database.execute(sql: "DELETE FROM invitation WHERE tag = ?", arguments: [Data(tag.bytes)])
        try database.execute(sql: "DELETE FROM announcement WHERE tag = ?", arguments: [Data(tag.bytes)])
        for ins in context.file.identifiers {
            try database.execute(
                sql: "INSERT INTO login (tag, record_id) VALUES (?, ?)",
                arguments: [Data(try registers.tag(ins).bytes), Data(record.bytes)]
            )
        }
        try registers.bring(context, in: database)
        keep(context)
        return context
    }

    func keepAccount(of record: RecordID, salt: [UInt8], digest: [UInt8], rounds: Int) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO account (record_id, salt, digest, rounds) VALUES (?, ?, ?, ?)",
            arguments: [Data(record.bytes), Data(salt), Data(digest), rounds]
        )
    }

    private func newContext(file: HolderFile) throws -> RecordContext {
        RecordContext(
            record: try RecordID(random: random),
            recordKey: try RecordKey(random: random),
            traceKey: try TraceKey(random: random),
            file: file,
            range: StateRange(),
            stateSequence: 0,
            traceSequence: 0,
            traceHead: [UInt8](repeating: 0, count: 32)
        )
    }

    private func openingContext(_ row: Row, record: RecordID) throws -> RecordContext {
        let epoch = KeyEpoch(try UInt32(exactly: row["epoch"] as Int64).orFault)
        let shard = try keys.key(of: ShardNumber(of: record), epoch: epoch, in: database)
        let traceKey = try shard.unwrapTraceKey([UInt8](row["wrapped_tk"] as Data), record: record, epoch: epoch)
        let plain = try traceKey.policyKey(record: record)
            .open([UInt8](row["file_ct"] as Data), record: record, version: 1)
        return RecordContext(
            record: record,
            recordKey: try shard.unwrapRecordKey([UInt8](row["wrapped_rk"] as Data), record: record, epoch: epoch),
            traceKey: traceKey,
            file: try JSONDecoder().decode(HolderFile.self, from: Data(plain)),
            range: StateRange(),
            stateSequence: 0,
            traceSequence: 0,
            traceHead: [UInt8](repeating: 0, count: 32)
        )
    }
}

extension Custodian {
    /// A new holder's file; the record waits for the second letter.
    func file(_ request: OpeningRequest, _ invitation: Invitation) throws(CustodyError) -> HolderFile {
        let set = invitation.policySet ?? settings.policySet
        var file = HolderFile(
            policy: RecordPolicy(
                policySet: set,
                state: .open(internet: .awaitingActivation),
                birthDate: invitation.traits.birthDate,
                emergency: try wishes(request.emergency, over: silentWishes(under: set), under: set)
            ),
            name: invitation.traits.name,
            identifiers: [invitation.ins],
            phone: request.phone,
            email: request.email,
            address: invitation.traits.address,
            traits: invitation.traits,
            host: settings.host
        )
        file.enrolledAt = clock()
        return file
    }
}

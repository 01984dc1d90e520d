import DurableSQL
import GRDB
public import Sealing

extension HostStore {
    /// The deposits that arrived on or before a day and still wait.
    ///
    /// The host keeps no time of day (§ 2.5): the janitor asks the custodian for each one's end, and age alone is never
    /// a reason to erase (§ 2.7, step 6).
    public func pendingDeposits(
        notAfter day: Int,
        limit: Int = 1_000
    ) async throws(HostStoreError) -> [PendingSummary] {
        guard limit > 0 else { throw .invalid(.deposit) }
        return try await read { db in
            let sql = """
                SELECT deposit_id, record_id, min(ingest_day) AS day FROM documents
                WHERE deposit_id IS NOT NULL AND ingest_day <= ?
                GROUP BY deposit_id, record_id ORDER BY day, deposit_id LIMIT ?
                """
            return try db.rows(sql, [.number(day), .number(limit)]).map { row in
                let depositID: DepositID = try row.value("deposit_id")
                let documents = try db.rows(
                    "SELECT doc_id FROM documents WHERE deposit_id = ? ORDER BY rowid",
                    [.id(depositID)]
                )
                return PendingSummary(
                    depositID: depositID,
                    recordID: try row.value("record_id"),
                    ingestDay: try row.number("day"),
                    documents: try documents.map { try $0.value("doc_id") }
                )
            }
        }
    }

    /// Erases what is pending of a deposit that the custodian has aborted; active rows are never touched.
    @discardableResult
    public func eraseDeposit(_ depositID: DepositID) async throws(HostStoreError) -> Outcome {
        let (outcome, keys) = try await database.write { db -> (Outcome, [ObjectKey]) in
            let keys = try db.rows(
                "SELECT object_key FROM documents WHERE deposit_id = ? AND state = 0 AND object_key IS NOT NULL",
                [.id(depositID)]
            ).map { try $0.value("object_key", as: ObjectKey.self) }
            for key in keys { try db.run("INSERT INTO erasures (object_key) VALUES (?)", [.id(key)]) }
            try db.run("DELETE FROM documents WHERE deposit_id = ? AND state = 0", [.id(depositID)])
            let outcome: Outcome = db.changesCount > 0 ? .done : .alreadyDone
            try db.run("DELETE FROM submission_sets WHERE deposit_id = ?", [.id(depositID)])
            return (outcome, keys)
        }
        await removeObjects(keys)
        return outcome
    }

    /// Removes object files that no row names; answers how many.
    ///
    /// Safe at any time, since rows come before objects.
    @discardableResult
    public func sweepOrphanObjects() async throws(HostStoreError) -> Int {
        let present = try await files.run { [objects] () throws(HostStoreError) in objects.keys() }
        let orphans = try await read { db in
            try present.filter { try db.row("SELECT 1 FROM documents WHERE object_key = ?", [.id($0)]) == nil }
        }
        try await files.run { [objects] () throws(HostStoreError) in
            do throws(SystemError) { try objects.erase(orphans) } catch { throw .storageFailed(code: error.code) }
        }
        return orphans.count
    }

    /// How much the host holds.
    public func counts() async throws(HostStoreError) -> HostCounts {
        try await read { db in
            func count(_ rest: String) throws -> Int {
                try db.row("SELECT count(*) AS n FROM " + rest)?.number("n") ?? 0
            }
            return HostCounts(
                records: try count("records"),
                tags: try count("tags"),
                pending: try count("documents WHERE state = 0"),
                active: try count("documents WHERE state = 1"),
                erased: try count("documents WHERE state = 4"),
                sets: try count("submission_sets"),
                stagedChanges: try count("staged_changes"),
                objectsToErase: try count("erasures")
            )
        }
    }

    /// How many records and documents there are rows of, by the indexes alone: it is asked at each start.
    public func totals() async throws(HostStoreError) -> HostTotals {
        try await read { db in
            let row = try db.row(
                "SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM documents WHERE ordinal IS NOT NULL)"
            )
            return HostTotals(records: try row?.number(0) ?? 0, documents: try row?.number(1) ?? 0)
        }
    }

    /// SQLite's own examination of the file; throws where it finds anything.
    public func checkDatabase() async throws(HostStoreError) {
        try await read { db in
            let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
            guard found == ["ok"] else { throw HostStoreError.corrupted(.database) }
        }
    }

    /// Removes the files of rows that have durably gone.
    ///
    /// What fails here is done at the next opening: the list stays.
    func removeObjects(_ keys: [ObjectKey]) async {
        guard !keys.isEmpty else { return }
        do throws(HostStoreError) {
            try await files.run { [objects, hooks] () throws(HostStoreError) in
                hooks.reached(.objectsErasing)
                do throws(SystemError) { try objects.erase(keys) } catch { throw .storageFailed(code: error.code) }
                hooks.reached(.objectsErased)
            }
            try await database.write { db in
                for key in keys { try db.run("DELETE FROM erasures WHERE object_key = ?", [.id(key)]) }
            }
        } catch {
            return
        }
    }
}

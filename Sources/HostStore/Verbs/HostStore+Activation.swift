import DurableSQL
import GRDB
import Glibc
import Sealing

extension HostStore {
    /// Makes the rows of a deposit active, with the places that the custodian gave (§ 2.7, step 5).
    ///
    /// Every document of the deposit must be named and its object be there. Asked again, it answers `alreadyDone`; the
    /// deposit's name is forgotten with the first success.
    @discardableResult
    public func activate(_ activation: Activation) async throws(HostStoreError) -> Outcome {
        guard (1...HostLimits.documentsPerDeposit).contains(activation.assignments.count) else {
            throw .invalid(.activation)
        }
        guard activation.receipt.count <= HostLimits.sealedRow,
            activation.changes.count <= HostLimits.changesPerWork,
            activation.assignments.allSatisfy({ $0.ordinal >= 0 })
        else { throw .invalid(.activation) }
        try await requireObjects(of: activation.depositID)
        let applied = try await database.write(weight: activation.receipt.count) { db in
            var outcome = Outcome.alreadyDone
            for assignment in activation.assignments where try place(assignment, activation, db) == .done {
                outcome = .done
            }
            let left = try db.row("SELECT 1 FROM documents WHERE deposit_id = ?", [.id(activation.depositID)])
            guard left == nil else { throw HostStoreError.incompleteActivation }
            if outcome == .done, !activation.receipt.isEmpty {
                try db.run("INSERT INTO promises (promise) VALUES (?)", [.blob(activation.receipt)])
            }
            let lowest = activation.assignments.map(\.ordinal).min() ?? 0
            try db.run(
                "UPDATE submission_sets SET deposit_id = NULL, ordinal = ? WHERE deposit_id = ?",
                [.number(lowest), .id(activation.depositID)]
            )
            var erased: [ObjectKey] = []
            for change in activation.changes {
                if let key = try applyStagedChange(change, db).erased { erased.append(key) }
            }
            return (outcome: outcome, erased: erased)
        }
        await removeObjects(applied.erased)
        return applied.outcome
    }

    /// The objects of a deposit were durable before this question, so their presence and length are enough here.
    private func requireObjects(of depositID: DepositID) async throws(HostStoreError) {
        let wanted = try await read { db in
            try db.rows(
                "SELECT doc_id, object_key, ct_len FROM documents WHERE deposit_id = ? AND object_key IS NOT NULL",
                [.id(depositID)]
            ).map { row in
                WantedObject(
                    documentID: try row.value("doc_id"),
                    key: try row.value("object_key"),
                    length: try row.number("ct_len")
                )
            }
        }
        guard !wanted.isEmpty else { return }
        try await files.run { [objects] () throws(HostStoreError) in
            for object in wanted {
                do throws(SystemError) {
                    let length = try objects.open(object.key).length()
                    guard length == object.length else { throw SystemError(code: ENOENT) }
                } catch {
                    throw error.code == ENOENT
                        ? .objectMissing(object.documentID) : .storageFailed(code: error.code)
                }
            }
        }
    }
}

private struct WantedObject: Sendable {
    var documentID: DocumentID
    var key: ObjectKey
    var length: Int
}

private func place(_ assignment: LeafAssignment, _ activation: Activation, _ db: Database) throws -> Outcome {
    let sql = "SELECT state, deposit_id, ordinal, record_id FROM documents WHERE doc_id = ?"
    guard let row = try db.row(sql, [.id(assignment.documentID)]) else { throw HostStoreError.unknownDocument }
    guard try row.state() == .pending else {
        // A later change may have moved the leaf; the place never moves.
        guard try row.number("ordinal") == assignment.ordinal else { throw HostStoreError.conflict(.activation) }
        return .alreadyDone
    }
    guard try row.optionalBlob("deposit_id") == activation.depositID.bytes else {
        throw HostStoreError.conflict(.activation)
    }
    try db.run(
        """
        UPDATE documents SET state = 1, deposit_id = NULL, ordinal = ?, leaf_hash = ?, receipt = ?
        WHERE doc_id = ? AND state = 0
        """,
        [
            .number(assignment.ordinal), .id(assignment.leafHash), .blob(activation.receipt),
            .id(assignment.documentID),
        ]
    )
    return .done
}

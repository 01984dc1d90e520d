import AccessRules
public import HealthRecord

/// What another set would change for a record, before an operator moves it there (access and life cycle § 10).
extension Custodian {
    /// The parts of a record whose rows an answer needs, its own first; it tells nothing of what they stand for.
    public func parts(of ins: QualifiedINS) async throws(CustodyError) -> [RecordPart] {
        let record = try await record(of: ins)
        guard let context = try await contextAfterCommit(of: record) else { throw .recordMismatch }
        return ([context] + context.joined).map(RecordPart.init)
    }

    private static var anyHolder: Actor { .holder(PersonName(family: "", given: "")) }

    /// Decides every reading under the record's set and under another; the look is traced.
    ///
    /// - Parameter rows: all rows of the record, each with its proof; the custodian opens them, judges, and keeps none.
    /// - Throws: `conflict("unknownSet")`, `conflict("unchanged")`; `stateMismatch` for rows of another state.
    public func migrationEffect(
        on ins: QualifiedINS,
        to set: String,
        showing rows: [ShownRow]
    ) async throws(CustodyError) -> [MigrationEffect] {
        guard rules.policySets[set] != nil else { throw .conflict("unknownSet") }
        let record = try await record(of: ins)
        let rules = rules
        return try await ledger.commit { transaction in
            guard let own = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
            guard own.policy.policySet != set else { throw CustodyError.conflict("unchanged") }
            let whole = try transaction.whole(own)
            let standings = try rows.map { try whole.prove($0).entry }
                .filter { $0.status == .approved }.map { EntryStanding($0) }
            let after = rules.moved(own.policy, to: set, on: transaction.now.dayInFrance)
            let effect = ChoiceEffect(
                from: own.policy,
                to: after,
                documents: standings.map { standing in
                    ChoiceEffect.Document(standing.facts(for: Self.anyHolder), relation: standing.relation(to:))
                },
                now: transaction.now,
                ruleBook: rules
            )
            var context = own
            var draft = self.systemDraft(.readIdentity, "operator", "policy.compared", context)
            draft.details = ["to": rules.versionedName(of: set)]
            _ = try transaction.append(draft, to: &context)
            return [MigrationEffect](effect)
        }.value
    }
}

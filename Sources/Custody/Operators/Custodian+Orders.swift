import Crypto
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What becomes of an order that comes in.
public enum OrderStanding: Sendable, Hashable {
    /// It is to be carried out.
    case due(OperatorOrder)
    /// It waits for a second person, until then.
    case awaitsSecond(until: Instant)
    /// It was carried out before; where its trace stands, and what came of it.
    case done(index: UInt64?, result: String?)
}

/// Orders of operators: taken, carried out under the operator's name, kept in a journal without anybody's record.
extension Custodian {
    /// How long an order waits for its second person, in seconds.
    public static let secondPersonWait: Int64 = 7 * 86_400

    /// Takes an order, or says what became of it.
    ///
    /// - Parameter content: all that was asked, in one form: what the second person asks must be the same, and what is
    ///   repeated too. It is kept as a keyed digest.
    public func take(_ order: OperatorOrder, content: [UInt8]) async throws(CustodyError) -> OrderStanding {
        let digest = try digest(ofOrder: content)
        let expires = clock().advanced(bySeconds: Self.secondPersonWait)
        return try await ledger.commit { transaction -> OrderStanding in
            try transaction.database.execute(
                sql: "DELETE FROM operator_order WHERE state = 'awaiting' AND at < ?",
                arguments: [transaction.now.advanced(bySeconds: -Self.secondPersonWait).milliseconds]
            )
            guard let kept = try KeptOrder(order.id, in: transaction.database) else {
                guard order.verb.roles.contains(order.by.role) else { throw CustodyError.order(.role) }
                guard order.takesTwo else { return .due(order) }
                try transaction.database.await(order, content: digest, at: transaction.now)
                return .awaitsSecond(until: expires)
            }
            guard kept.verb == order.verb, kept.content == digest else { throw CustodyError.order(.other) }
            let isKnown = kept.isBy(order.by)
            guard kept.isAwaiting else {
                guard isKnown else { throw CustodyError.order(.other) }
                if let word = kept.refused { throw CustodyError.conflict(word) }
                return .done(index: kept.index, result: kept.result)
            }
            if kept.first.certificate == order.by.certificate {
                return .awaitsSecond(until: kept.at.advanced(bySeconds: Self.secondPersonWait))
            }
            do throws(OrderRefusal) { return .due(try order.confirming(kept.first)) } catch {
                throw CustodyError.order(error)
            }
        }.value
    }

    /// Does something under an order; answers what was traced as well.
    ///
    /// Everything that `act` commits is traced with the operator's name.
    public func under<Value: Sendable, Failure: Error>(
        _ order: OperatorOrder,
        content: [UInt8],
        _ act: () async throws(Failure) -> Value
    ) async throws(Failure) -> (value: Value, traces: [CommittedTrace]) {
        // An order whose digest cannot be made is carried out by nobody: `take` has made it before.
        let digest = (try? digest(ofOrder: content)) ?? []
        let force = OrderInForce(order, content: digest)
        let result = await OrderInForce.$current.withValue(force) { () async -> Result<Value, Failure> in
            do throws(Failure) { return .success(try await act()) } catch { return .failure(error) }
        }
        return (try result.get(), force.traces)
    }

    /// Keeps what came of an order, and the order itself where it left no trace on a record.
    public func keep(
        _ order: OperatorOrder,
        content: [UInt8],
        traces: [CommittedTrace],
        result: String?
    ) async throws(CustodyError) {
        let digest = try digest(ofOrder: content)
        _ = try await ledger.commit { transaction in
            if traces.isEmpty {
                try transaction.database.keep(order, content: digest, index: nil, at: transaction.now)
            }
            guard let result else { return }
            try transaction.database.execute(
                sql: "UPDATE operator_order SET result = ? WHERE order_id = ?",
                arguments: [result, Data(order.id.bytes)]
            )
        }
    }

    /// Keeps the word by which an order that waits was refused: the journal has what its sender came to know by it, and
    /// repeated it is answered the same.
    func refuse(_ order: OperatorOrder, _ word: String) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql:
                    "UPDATE operator_order SET state = 'done', refused = ?, at = ? WHERE order_id = ? AND state = 'awaiting'",
                arguments: [word, transaction.now.milliseconds, Data(order.id.bytes)]
            )
        }
    }

    /// Forgets an order that waits and can never be carried out.
    func withdraw(_ order: OperatorOrder) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM operator_order WHERE order_id = ? AND state = 'awaiting'",
                arguments: [Data(order.id.bytes)]
            )
        }
    }

    private func digest(ofOrder content: [UInt8]) throws(CustodyError) -> [UInt8] {
        // A matricule can be guessed from its plain digest: the key of the blind index stands before it.
        let plain = SHA256.hash(data: content).map { String($0, radix: 16) }.joined(separator: ".")
        do { return try working.blindIndex.tag(login: "order/" + plain).bytes } catch { throw .unavailable }
    }
}

extension Database {
    /// Keeps the first half of an order that takes two.
    fileprivate func await(_ order: OperatorOrder, content: [UInt8], at now: Instant) throws {
        try execute(
            sql: """
                INSERT INTO operator_order (order_id, verb, content, state, name, role, certificate, at)
                VALUES (?, ?, ?, 'awaiting', ?, ?, ?, ?)
                """,
            arguments: [
                Data(order.id.bytes), order.verb.rawValue, Data(content), order.by.name, order.by.role.rawValue,
                Data(order.by.certificate), now.milliseconds,
            ]
        )
    }
}

import GRDB
import HealthRecord

/// What an act on a record came to, inside the transaction; traced each way, and the evidence used up each way.
enum ActResult<Value: Sendable>: Sendable {
    /// Done, with a value.
    case done(Value)
    /// The rules said no.
    case refused(Refusal)
    /// The rules said yes, and what is there did not fit.
    case conflict(String)

    /// The value, or the error that says what stood in the way.
    func get() throws(CustodyError) -> Value {
        switch self {
        case .done(let value): return value
        case .refused(let refusal): throw .refused(refusal)
        case .conflict(let what): throw .conflict(what)
        }
    }
}

extension CustodyTransaction {
    /// Does something to a record, or nothing of it when it does not fit: what came before in the work stays.
    ///
    /// Of a holder's own act that does not fit nothing is kept: there is no evidence to use up and nobody to be told of.
    mutating func attempt<Value>(
        _ actor: Actor,
        _ context: inout RecordContext,
        _ draft: inout TraceDraft,
        body: (inout CustodyTransaction, inout RecordContext, inout TraceDraft) throws -> Value
    ) throws -> ActResult<Value> {
        guard case .care = actor else { return .done(try body(&self, &context, &draft)) }
        var tried = (transaction: self, context: context, draft: draft)
        do {
            var value: Value?
            try database.inSavepoint {
                value = try body(&tried.transaction, &tried.context, &tried.draft)
                return .commit
            }
            (self, context, draft) = (tried.transaction, tried.context, tried.draft)
            return .done(try value.orFault)
        } catch CustodyError.conflict(let what) {
            draft.refuse(for: what)
            return .conflict(what)
        }
    }
}

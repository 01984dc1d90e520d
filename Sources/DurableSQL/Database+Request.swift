import GRDB

extension Database {
    /// Runs one caller's work inside the group's transaction: what it throws undoes that work alone.
    ///
    /// The same as `inSavepoint`, by statements that are compiled once for the connection and not at every request.
    func inRequest<Value>(_ work: () throws -> Value) throws -> Value {
        try cachedStatement(sql: "SAVEPOINT request").execute()
        do {
            let value = try work()
            try cachedStatement(sql: "RELEASE request").execute()
            return value
        } catch {
            // Where the transaction is gone there is nothing to undo, and the group fails as a whole.
            if isInsideTransaction {
                try cachedStatement(sql: "ROLLBACK TO request").execute()
                try cachedStatement(sql: "RELEASE request").execute()
            }
            throw error
        }
    }
}

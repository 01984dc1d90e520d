/// More than one thing that is wrong: whoever mends one shall not learn of the next at the next start.
struct SeveralFailures: SpokenFailure {
    let failures: [any SpokenFailure]

    var description: String { failures.map(\.description).joined(separator: "\n") }
    /// That of the first.
    var exitStatus: ExitStatus { failures.first?.exitStatus ?? .software }
}

extension [any SpokenFailure] {
    /// Throws what was found, if anything was.
    func end() throws {
        guard let first else { return }
        throw count == 1 ? first : SeveralFailures(failures: self)
    }

    /// Makes something, or notes why it cannot be made.
    mutating func attempt<Value>(_ make: () throws -> Value) -> Value? {
        do { return try make() } catch let several as SeveralFailures {
            append(contentsOf: several.failures)
        } catch {
            append(CommandFailure(error))
        }
        return nil
    }
}

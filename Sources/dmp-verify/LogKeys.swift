import TraceTree

/// The keys of the logs that are believed: there is a log for each year, and each key is good for the log that it names alone.
struct LogKeys {
    private let keys: [VerifierKey]

    /// Reads keys in their text form.
    init(_ texts: [String]) throws {
        keys = try texts.map { text in
            guard let key = try? VerifierKey(parsing: text) else { throw VerificationFault.unreadable }
            return key
        }
    }

    /// The head under which a proof puts an event, signed by the key of the very log that it names.
    func checked(_ proof: TransparencyProof, of commitment: TraceCommitment, _ rank: UInt64) throws -> Checkpoint {
        guard let origin = try? Checkpoint(parsing: proof.checkpoint.text).origin else {
            throw VerificationFault.proof(rank)
        }
        let own = keys.filter { $0.name == origin || $0.name == origin + Checkpoint.postQuantumSuffix }
        guard !own.isEmpty else { throw VerificationFault.unknownLog(rank, origin) }
        for key in own {
            if let head = try? proof.verify(leafHash: commitment.leafHash, log: key) { return head }
        }
        throw VerificationFault.proof(rank)
    }
}

/// A log at one size.
struct SignedLog: Hashable {
    let name: String
    let size: UInt64
}

extension VerifiedHistory {
    /// What signed heads prove it, as the program says it.
    var heads: String {
        guard logs.count > 1 else { return "point de contrôle signé sur \(logs.first?.size ?? 0) entrées." }
        let each = logs.map { "\($0.name), sur \($0.size) entrées" }
        return "points de contrôle signés : " + each.joined(separator: " ; ") + "."
    }
}

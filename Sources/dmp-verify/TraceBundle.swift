import Foundation
import HealthRecord
import TraceTree

/// The file that a holder exports (`application/dmp-trace+json`, security design § 3.8).
struct TraceBundle: Decodable {
    struct Entry: Decodable {
        /// Absent where the event's documents are another record's, and in earlier exports while its document waited.
        let event: Data?
        let salt: Data?
        let commit: Data
        let index: UInt64
        let proof: String
    }

    struct Head: Decodable {
        let recSeq: UInt64
        let commit: Data
    }

    let v: Int
    /// The key of the newest log that proves something in the file.
    let log: String
    /// The keys of all that do, where they are several: there is a log for each year.
    let logs: [String]?
    /// The last day that is proved; absent from earlier exports, which went to the end.
    let until: String?
    let head: Head
    let events: [Entry]

    static func read(_ path: String) throws -> TraceBundle {
        guard let data = FileManager.default.contents(atPath: path),
            let bundle = try? JSONDecoder().decode(TraceBundle.self, from: data),
            bundle.v == (bundle.logs == nil ? 1 : 2)
        else { throw VerificationFault.unreadable }
        return bundle
    }

    /// Checks every event: its commitment, its rank and link, its leaf, its place in the log, and the signature over the log.
    ///
    /// - Parameter trusted: the keys of logs that are believed; none: the file's own.
    func verify(trusting trusted: [String]) throws -> VerifiedHistory {
        let keys = try LogKeys(trusted.isEmpty ? logs ?? [log] : trusted)
        var previous = TraceCommitment.beforeFirst
        var verified: [TraceEvent] = []
        var roots: [SignedLog: [UInt8]] = [:]
        var proved: [SignedLog] = []
        for (offset, entry) in events.enumerated() {
            let rank = UInt64(offset) + 1
            guard let commitment = entry.commitment else { throw VerificationFault.commitment(rank) }
            if let event = entry.event {
                guard let decoded = try? TraceEvent.decode([UInt8](event)) else {
                    throw VerificationFault.commitment(rank)
                }
                guard decoded.event.sequence == rank, decoded.previous == previous else {
                    throw VerificationFault.chain(rank)
                }
                verified.append(decoded.event)
            }
            guard let proof = try? TransparencyProof(parsing: Array(entry.proof.utf8)), proof.index == entry.index
            else {
                throw VerificationFault.proof(rank)
            }
            let signed = try keys.checked(proof, of: commitment, rank)
            let log = SignedLog(name: signed.origin, size: signed.size)
            guard roots.updateValue(signed.root, forKey: log).map({ $0 == signed.root }) ?? true else {
                throw VerificationFault.fork(rank)
            }
            if let known = proved.firstIndex(where: { $0.name == log.name }) {
                if proved[known].size < log.size { proved[known] = log }
            } else {
                proved.append(log)
            }
            previous = commitment.bytes
        }
        guard head.recSeq == UInt64(events.count), [UInt8](head.commit) == previous else {
            throw VerificationFault.head
        }
        return VerifiedHistory(events: verified, links: try links(), until: until, logs: proved)
    }

    /// The commitments in order, for comparison with another export.
    func links() throws -> [[UInt8]] {
        try events.enumerated().map { offset, entry in
            guard let commitment = entry.commitment else { throw VerificationFault.commitment(UInt64(offset) + 1) }
            return commitment.bytes
        }
    }
}

extension TraceBundle.Entry {
    /// What the log holds of the event; nil when the event shown is not the one committed.
    var commitment: TraceCommitment? {
        guard let stated = TraceCommitment(bytes: [UInt8](commit)) else { return nil }
        switch (event, salt) {
        case (nil, nil): return stated
        case (let event?, let salt?):
            let computed = try? TraceCommitment(event: [UInt8](event), salt: [UInt8](salt))
            return computed == stated ? stated : nil
        default: return nil
        }
    }
}

/// A history of which everything holds.
struct VerifiedHistory {
    let events: [TraceEvent]
    let links: [[UInt8]]
    /// The last day that the file says it proves.
    let until: String?
    /// The logs that prove it, each with the size of its newest head, in the order of the events.
    let logs: [SignedLog]

    /// How it stands to an earlier export of the same record.
    enum Comparison {
        /// It goes on where the earlier one ended: nothing changed, nothing taken away.
        case extends
        /// The earlier one went to a later day: what both hold is the same.
        case reachesLess
    }

    func compare(with earlier: TraceBundle) throws -> Comparison {
        let old = try earlier.links()
        guard links.prefix(old.count) == old.prefix(links.count) else { throw VerificationFault.notAnExtension }
        if links.count >= old.count { return .extends }
        // Exports made before they named a day went to their last event.
        guard let until, earlier.until.map({ $0 > until }) ?? true else { throw VerificationFault.notAnExtension }
        return .reachesLess
    }
}

/// What does not hold.
enum VerificationFault: Error, Hashable {
    case unreadable
    case commitment(UInt64)
    case chain(UInt64)
    case proof(UInt64)
    case unknownLog(UInt64, String)
    case fork(UInt64)
    case head
    case notAnExtension

    var isUnreadable: Bool { self == .unreadable }

    var sentence: String {
        switch self {
        case .unreadable: "le fichier, ou la clé, n’est pas lisible."
        case .commitment(let rank): "l’événement \(rank) n’est pas celui qui a été scellé."
        case .chain(let rank): "l’événement \(rank) manque, ou n’est pas à sa place."
        case .proof(let rank): "l’événement \(rank) n’est pas prouvé par le journal signé."
        case .unknownLog(let rank, let name):
            "l’événement \(rank) est dans le journal \(name), dont vous n’avez pas donné la clé : donnez-la aussi, avec --log."
        case .fork(let rank): "deux journaux différents sont signés pour la même taille (événement \(rank))."
        case .head: "la fin de l’historique n’est pas celle qui est annoncée."
        case .notAnExtension: "cet export ne prolonge pas le précédent."
        }
    }
}

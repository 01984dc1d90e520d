public import HealthRecord
import Sealing

/// How well a record's identity is established (RNIV; reference: access-and-lifecycle § 7.1).
extension Custodian {
    /// Sets it, on the word of whoever keeps identities; from then on only a qualified one carries its matricule to others.
    public func setIdentity(_ standing: IdentityStanding, of ins: QualifiedINS) async throws(CustodyError) {
        let details = [
            "status": standing.status.rawValue,
            "attributes": standing.attributes.map(\.rawValue).sorted().joined(separator: " "),
        ]
        _ = try await turn(ins, .changeIdentity, "identity.status", details) { _, context in
            guard context.file.identity != standing else { throw CustodyError.conflict("unchanged") }
            context.change { $0.identity = standing }
        }
    }
}

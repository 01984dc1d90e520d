import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Passing from one record to another by mandate.
extension Custodian {
    /// Those for whom the person of a session may act.
    public func represented(_ admission: Admission) async throws(CustodyError) -> [RepresentedPerson] {
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        let record = try record(of: admission, nil)
        let tags = try await tags(ofPersonOn: record, by: admission.mandate)
        var persons: [RepresentedPerson] = []
        for tag in tags {
            for (mandate, record) in try await mandates(under: tag) {
                let now = clock()
                guard let context = try await contextAfterCommit(of: record),
                    context.policy.state.isOpen || isEnterable(context, by: mandate, now: now),
                    let one = context.policy.representatives.first(where: { $0.id == mandate }),
                    one.isActive(at: now), one.kind.capacity != nil,
                    mayStand(one, under: context.policy, now: now)
                else { continue }
                persons.append(RepresentedPerson(one, of: context.file))
            }
        }
        return persons
    }

    /// Opens a session on the record of somebody for whom the person of a session may act; the first session goes on.
    public func actFor(_ mandate: UniqueID, token: String) async throws(CustodyError) -> SessionToken {
        let session = try await session(of: token, now: clock())
        let tags = try await tags(ofPersonOn: session.record, by: session.mandate)
        var target: RecordID?
        for tag in tags {
            target = try await mandates(under: tag).first { $0.mandate == mandate }?.record ?? target
        }
        guard let target else { throw .notAccepted }
        let fresh = Data(random(32)).base64EncodedString()
        let previous = try await ledger.commit { transaction in
            try self.keepSession(
                fresh,
                record: target,
                mandate: mandate,
                rule: "signIn.byMandate",
                device: session.device,
                &transaction
            )
        }.value
        // Nobody has its token yet.
        _ = try await ledger.commit { try $0.setOrigin(session.origin, of: fresh) }
        return SessionToken(text: fresh, previousVisit: previous)
    }

    /// Under what the person of a session is known: the matricules of his own record, or that of his mandate.
    func tags(ofPersonOn record: RecordID, by mandate: UniqueID?) async throws(CustodyError) -> [BlindTag] {
        guard let context = try await contextAfterCommit(of: record) else { throw .recordMismatch }
        let identifiers: [INS]
        if let mandate {
            identifiers = context.policy.representatives.filter { $0.id == mandate }.map(\.ins)
        } else {
            identifiers = context.file.identifiers
        }
        do { return try identifiers.map(loginTag) } catch { throw .unavailable }
    }
}

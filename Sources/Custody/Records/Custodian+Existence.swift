public import AccessRules
import Foundation
public import HealthRecord
import Sealing

/// What a care actor learns of a record without reading it (TD0.2).
public struct Standing: Sendable, Hashable, Codable {
    /// Where the record stands in its life.
    public let state: RecordState
    /// What was written when the record was closed; nil while it stands, and for whom its holder has blocked.
    public let closureText: String?
    /// The actor's own authorisation.
    public let authorisation: AuthorisationStatus
    /// Whether the actor is a declared treating physician.
    public let isTreatingPhysician: Bool
    /// The holder's wishes for emergencies.
    public let emergency: EmergencyWishes
    /// Whether the record belongs to *Mon espace santé* (`RATTACHEMENT_ENS`): then professionals do not administer it.
    public let isAttachedToENS: Bool
    /// The leave that stands for the actor; nil for none that is in force.
    public let leave: OwnLeave?
    /// When a leave declared now would end by itself; nil for no such day.
    public let leaveWouldEnd: Instant?
    /// The actor's last reading before this; nil for none that his own list knows.
    public let lastAccess: Instant?
    /// The dated set of rules under which the record lives.
    public let policySet: String
    /// Opens the identity traits that the host keeps.
    public let identityKey: SealedKey
}

/// How long somebody's own leave lasts.
public struct OwnLeave: Sendable, Hashable, Codable {
    /// When it was given or declared.
    public let since: Instant
    /// When it ends by itself; nil for no such day.
    public let until: Instant?
}

extension Custodian {
    /// Tells whether a record stands and how the actor stands to it.
    ///
    /// - Parameter reference: nil when the host knows no record under the patient's tag; the answer is then nil for whoever
    ///   may ask, and the same refusal for whoever may not.
    public func testExistence(
        _ admission: Admission,
        of reference: RecordReference?,
        readingTraits: Bool = false
    ) async throws(CustodyError) -> Standing? {
        try await meter(admission)
        // A record whose opening was never committed is no record yet.
        var known = false
        if let reference {
            known = try await contextAfterCommit(of: try record(of: admission, reference), for: admission) != nil
        }
        guard let reference, known else {
            try await noteUnknownRecord(admission, act: readingTraits ? .readIdentity : .testExistence)
            return nil
        }
        let act: Act = readingTraits ? .readIdentity : .testExistence
        let traced: TracedAct = readingTraits ? .readIdentity : .testExistence
        let (found, trace) = try await perform(act, traced: traced, by: admission, on: reference) {
            transaction,
            context,
            _ in
            (
                policy: context.policy, closureText: context.file.toldClosureText,
                identity: context.recordKey.identityKey(record: context.record),
                lastAccess: try self.lastAccess(admission, context.record, transaction), now: transaction.now
            )
        }
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let authorisation = status(of: actor, under: found.policy, now: found.now)
        return Standing(
            state: found.policy.state,
            closureText: authorisation == .blocked ? nil : found.closureText,
            authorisation: authorisation,
            isTreatingPhysician: found.policy.isTreatingPhysician(actor),
            emergency: found.policy.emergency,
            isAttachedToENS: rules.policySets[found.policy.policySet]?.openingModes.contains(.automatic) == true,
            leave: found.policy.authorisation(of: actor.holdsLeaveAs, at: found.now).flatMap { leave in
                leave.isValid(at: found.now) ? OwnLeave(since: leave.since, until: leave.until) : nil
            },
            leaveWouldEnd: term(of: found.policy, \.otherLeaveTerm, from: found.now),
            lastAccess: found.lastAccess,
            policySet: found.policy.policySet,
            identityKey: try seal(found.identity.exportBytes(), for: admission, against: trace)
        )
    }

    /// Decides as for an open record of nobody, uses up the assertion and leaves a line that names no one.
    public func noteUnknownRecord(_ admission: Admission, act: Act) async throws(CustodyError) {
        try await meter(admission)
        let judgement = judgeAboutNobody(act, by: admission, now: clock())
        _ = try await ledger.commit { transaction in
            try self.claim(admission, in: transaction)
            try transaction.note(.unknownRecord)
        }
        admissions.setClaimed(admission)
        if let refusal = judgement.refusal { throw .refused(refusal) }
    }
}

extension HolderFile {
    /// What a professional wrote when closing the record; what the house noted for itself is told to nobody.
    fileprivate var toldClosureText: String? {
        guard case .closed(_, .holderRequest) = policy.state else { return nil }
        return closureText
    }
}

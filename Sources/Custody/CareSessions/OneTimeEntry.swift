import AccessRules
import Foundation
public import HealthRecord

/// A way into one patient's record on the professionals' site, opened by a verified assertion (TD0.10).
///
/// Only `Custodian.grantEntry` makes one. It is good once, for a short time, and never wider than the assertion was.
struct OneTimeEntry: Sendable, Hashable {
    /// Names it in traces, from where it was given to what was done by it.
    let id: UniqueID
    /// Whom the assertion named, with his structure.
    let actor: CareActor
    /// What that structure rests on.
    let structureStanding: StructureStanding
    /// What the assertion let him do.
    let bounds: EntryBounds
    /// The software that asked.
    let software: String
    /// When it is good no more.
    let until: Instant

    fileprivate init(
        id: UniqueID,
        actor: CareActor,
        structureStanding: StructureStanding,
        bounds: EntryBounds,
        software: String,
        until: Instant
    ) {
        self.id = id
        self.actor = actor
        self.structureStanding = structureStanding
        self.bounds = bounds
        self.software = software
        self.until = until
    }
}

/// How far a session goes that an assertion has opened: one patient, one mode.
public struct EntryBounds: Sendable, Hashable {
    /// For whose record.
    public let patient: INS
    /// In what mode.
    public let mode: AccessMode
    /// Whether the session is a minor's secret one.
    public let isSecretConnection: Bool
}

/// What the professional's software is given: a secret that says nothing, and its end.
public struct GrantedEntry: Sendable, Hashable {
    /// The secret, for an address.
    public let token: String
    /// When it is good no more.
    public let until: Instant
}

extension Custodian {
    /// Gives a professional's software a way into one record on the professionals' site (TD0.10).
    ///
    /// The person whom a structure has authenticated goes in by it without a card. Whoever has one opens the address of TD0.9.
    public func grantEntry(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> GrantedEntry {
        guard case .care(let actor) = admission.actor, admission.assertionID != nil, actor.person != nil,
            actor.authentication == .reinforcedIndirect
        else { throw .evidence(.notReinforced) }
        guard let patient = admission.patient else { throw .recordMismatch }
        let id = newID()
        // Nothing of the record is shown by it: what the rules let him see, they say at each page.
        let (now, _) = try await perform(.testExistence, traced: .grantEntry, by: admission, on: reference) {
            transaction,
            _,
            draft in
            draft.details[TraceEvent.entryKey] = id.text
            return transaction.now
        }
        let token = Data(random(32)).base64EncodedString()
        let entry = OneTimeEntry(
            id: id,
            actor: actor,
            structureStanding: admission.structureStanding,
            bounds: EntryBounds(
                patient: patient.ins,
                mode: admission.mode,
                isSecretConnection: admission.isSecretConnection
            ),
            software: admission.software,
            until: now.advanced(bySeconds: settings.entryLifetime)
        )
        guard entries.keep(entry, under: token, now: now) else { throw .unavailable }
        return GrantedEntry(token: token, until: entry.until)
    }

    /// Opens the session of an entry, once.
    ///
    /// - Returns: the token of the session; nil for an entry that is unknown, used or over, which are one to whoever asks.
    public func enter(by token: String) throws(CustodyError) -> String? {
        let now = clock()
        guard let entry = entries.take(token, now: now) else { return nil }
        let session = Data(random(32)).base64EncodedString()
        let item = CareSessionBook.Entry(bearer: .entry(entry), actor: entry.actor, began: now, seen: now)
        guard careSessions.begin(session, item, isLive: { isLive($0, now) }) else { throw .unavailable }
        return session
    }
}

extension EvidenceFault {
    /// Only a structure that vouches for somebody by name is given a way in without a card.
    static let notReinforced = EvidenceFault(
        code: "DMPInvalidVIHF",
        element: "Authentification_mode",
        remedy: "ask under INDIRECTE_RENFORCEE; with a card, open the site's own address"
    )
}

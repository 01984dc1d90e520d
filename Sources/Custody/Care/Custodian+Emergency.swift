import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

extension Act {
    /// Whether the act shows something of the record, so that doing it in an emergency opens one.
    var opensEmergency: Bool {
        switch self {
        case .search, .read, .readHistory, .readIdentity, .listAuthorisations, .findReference, .webAccess: true
        default: false
        }
    }
}

extension Custodian {
    /// Counts, keeps and tells of an opening in an emergency, unless the actor's last one still runs (R1111-48).
    ///
    /// Whoever gives another reason opens anew.
    func openEmergency(
        _ admission: Admission,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction,
        _ draft: inout TraceDraft
    ) throws {
        guard admission.mode != .normal, case .care(let actor) = admission.actor else { return }
        let now = transaction.now
        let set = rules.policySets[context.policy.policySet]
        let running = context.file.emergencies.last {
            $0.subject == actor.subject && $0.isSame(as: admission.mode) && now < $0.until
        }
        if let running {
            draft.details["emergency"] = running.id.text
            return
        }
        let opened = EmergencyAccess(
            id: newID(),
            subject: actor.subject,
            name: actor.name,
            mode: admission.mode,
            openedAt: now,
            until: set?.emergencyTimeBox?.end(from: now) ?? now
        )
        draft.details["emergency"] = opened.id.text
        context.change { $0.emergencies.append(opened) }
        transaction.keep(context)
        try transaction.countEmergency(by: actor, custodian: self)
        for physician in context.policy.treatingPhysicians where .person(physician) != actor.subject {
            try transaction.leave(
                .patientEmergency(opened.id, by: actor.name),
                to: .person(physician),
                on: context,
                custodian: self
            )
        }
        if case .breakGlass = admission.mode, set?.asksJustificationAfterwards == true {
            try transaction.leave(.justificationAsked(opened.id), to: actor.subject, on: context, custodian: self)
        }
        try tellOfEmergency(opened, admission, context, &transaction)
    }

    /// Tells the holder at once, and the treating physicians where a way to them is known.
    private func tellOfEmergency(
        _ opened: EmergencyAccess,
        _ admission: Admission,
        _ context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        if !admission.isSecretConnection { try tellRepresentatives(.emergencyAccess, on: context, &transaction) }
        let notice = Notice.emergencyAccess(by: opened.name, at: opened.openedAt)
        if admission.isSecretConnection {
            // The post is opened by those from whom the connection is kept.
            try transaction.tell(notice, on: context)
        } else {
            try transaction.tellSurely(notice, on: context)
        }
        for physician in context.policy.treatingPhysicians where .person(physician) != opened.subject {
            try transaction.keepNews(
                News(
                    .patientEmergency(by: opened.name, at: opened.openedAt),
                    to: .professional(physician),
                    at: opened.openedAt
                ),
                of: context.record
            )
        }
    }

    /// Openings in emergencies: all of them for the holder and the treating physician, one's own for anybody else.
    public func emergencies(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> [EmergencyAccess] {
        let (found, _) = try await perform(.readHistory, traced: .readHistory, by: admission, on: reference) {
            transaction,
            context,
            _ in
            (
                file: context.file,
                ownOnly: self.judge(
                    .readHistory,
                    .record,
                    by: admission,
                    on: context,
                    now: transaction.now
                ).decision.obligations.contains(.limitToOwnTraces)
            )
        }
        guard found.ownOnly, case .care(let actor) = admission.actor else { return found.file.emergencies }
        return found.file.emergencies.filter { $0.subject == actor.subject }
    }

    /// Keeps what whoever broke the glass writes afterwards; once.
    public func justifyEmergency(
        _ id: UniqueID,
        _ text: String,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !words.isEmpty, words.unicodeScalars.count <= Self.justificationLimit else { throw .conflict("text") }
        _ = try await perform(.testExistence, traced: .justifyEmergency, by: admission, on: reference) {
            transaction,
            context,
            draft in
            guard
                let place = context.file.emergencies.firstIndex(where: { $0.id == id && $0.subject == actor.subject }),
                context.file.emergencies.indices.contains(place)
            else { throw CustodyError.conflict("unknown") }
            guard context.file.emergencies[place].justification == nil else { throw CustodyError.conflict("unchanged") }
            context.change { file in
                file.emergencies[place].justification = words
                file.emergencies[place].justifiedAt = transaction.now
            }
            draft.details["emergency"] = id.text
            draft.details["justification"] = words
            try transaction.dropNotices(to: actor.subject, about: id, on: context.record, custodian: self)
        }
    }

    /// How often a professional has broken the glass in the last year.
    public func emergencyCount(_ admission: Admission) async throws(CustodyError) -> Int {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let count = try await ledger.commit { transaction in
            try self.claim(admission, in: transaction)
            return try Int.fetchOne(
                transaction.database,
                sql: "SELECT COALESCE(SUM(count), 0) FROM emergency_count WHERE subject_tag = ? AND day > ?",
                arguments: [
                    Data(try transaction.registers.tag(actor.subject).bytes), transaction.now.date.daysSinceEpoch - 365,
                ]
            ) ?? 0
        }.value
        admissions.setClaimed(admission)
        return count
    }

    /// The most characters of a justification.
    static let justificationLimit = 4000
}

extension HolderFile {
    /// When the emergency began that somebody goes on with by giving the same reason; nil where he begins one.
    ///
    /// A day after its end the same words are another emergency's; a call to a regulation centre has no words.
    func emergencySince(of admission: Admission, now: Instant) -> Instant? {
        guard case .breakGlass = admission.mode, case .care(let actor) = admission.actor else { return nil }
        return emergencies.last {
            $0.subject == actor.subject && $0.isSame(as: admission.mode)
                && now < $0.until.advanced(bySeconds: LookupWindow.day)
        }?.openedAt
    }
}

extension EmergencyAccess {
    /// Whether somebody asks in the same mode and, letter case and punctuation apart, for the same reason.
    fileprivate func isSame(as other: AccessMode) -> Bool {
        guard case .breakGlass(let mine) = mode, case .breakGlass(let theirs) = other else { return mode == other }
        return Registers.folded(mine) == Registers.folded(theirs)
    }
}

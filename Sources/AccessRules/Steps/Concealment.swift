import HealthRecord

/// Whether a document must look, to this reader, as if it did not exist.
enum Concealment {
    /// Hidden by its visibility, or by what the profession may read.
    static func covers(_ question: Question) -> Bool { rule(question) != nil || ProfessionStep.hides(question) }

    /// The visibility rule that hides the document; nil when none does.
    static func rule(_ question: Question) -> (RuleID, LegalSource)? {
        guard let document = question.document else { return nil }
        switch question.party {
        case .care(let party): return care(document, party, question)
        case .portal(.system), .portal(.insurerFeed), .portal(.support), .portal(.host): return nil
        case .portal(let capacity): return portal(document, capacity, question)
        }
    }

    private static func care(
        _ document: DocumentFacts,
        _ party: CareParty,
        _ question: Question
    ) -> (RuleID, LegalSource)? {
        // What the holder deleted where he may is gone for whoever cares for him, its author too (C5).
        if document.status == .deleted, document.deletedBy == .holder, question.switches.holderDeletesCareDocuments {
            return (.deletedByHolder, question.set.source(.holderDeletesCareDocuments))
        }
        let isMasked = document.visibility.contains(.maskedToProfessionals)
        // A category closed to the profession is masked to all of it, and opens to whom a mask opens.
        let isClosed =
            !document.isLotSignature
            && question.policy.closures.cover(document.classCode, for: party.actor.profession)
        guard isMasked || isClosed, !question.isOwnDocument else { return nil }
        // Who breaks the glass stands under the holder's wish for emergencies, the treating physician too (PDT-INF-526).
        let sees =
            question.mode == .normal
            ? question.isTreating && question.switches.treatingSeesMasked : opensInEmergency(question)
        if sees { return nil }
        return isMasked ? (.masked, .silence) : (.closedToProfession, .closing)
    }

    private static func portal(
        _ document: DocumentFacts,
        _ capacity: Capacity,
        _ question: Question
    ) -> (RuleID, LegalSource)? {
        if document.visibility.contains(.hiddenFromPatient), document.origin != .holder, !question.isReleased {
            return (.hiddenFromPatient, .announcement)
        }
        let isHolder = capacity == .holder || capacity == .minor
        if !isHolder, !document.visibility.isDisjoint(with: [.hiddenFromRepresentatives, .secretConnection]) {
            return (.hiddenFromRepresentatives, .minors)
        }
        if document.status == .deleted, !question.switches.holderReadsDeleted {
            return (.deletedForHolder, question.set.source(.holderReadsDeleted))
        }
        return nil
    }

    /// Whether masked documents open in an emergency: the rules and the holder both allow it.
    static func opensInEmergency(_ question: Question) -> Bool {
        question.mode != .normal && question.switches.emergencyMasked && question.policy.emergency.opensMaskedDocuments
    }
}

import HealthRecord

/// The portal matrix applied to the holder, to who acts for the holder, to the service.
enum PortalFunctions {
    static func judge(_ capacity: Capacity, _ question: Question) -> Refusal? {
        guard let (cell, source) = question.matrices.portal.cell(question.act, capacity) else { return .undefined }
        if question.act == .feed || question.act == .replace, let refusal = filing(capacity, question) {
            return refusal
        }
        if cell != .no, let refusal = directives(capacity, question) { return refusal }
        if cell != .no, question.act.changesWishes(on: question.resource), let refusal = wishes(capacity, question) {
            return refusal
        }
        if cell != .no, let refusal = MandateRule.judge(capacity, question) { return refusal }
        switch cell {
        case .yes: return nil
        case .own:
            if question.document?.origin == capacity.ownOrigin { return nil }
            if question.act == .delete, capacity == .holder, question.switches.holderDeletesCareDocuments { return nil }
            return .toldIfVisible(.functionalNotOwn, source, .notOwnDocument, .askAuthor)
        case .no, .structure, .maskedIfAllowed: return .told(.functionalRefused, source, .roleRefused)
        }
    }

    /// Directives are the adult's own act: on the portal nobody else writes, replaces or withdraws them.
    private static func directives(_ capacity: Capacity, _ question: Question) -> Refusal? {
        guard capacity.isPerson, capacity != .holder, question.act.decidesOnDirectives(in: question.resource) else {
            return nil
        }
        return .toldIfVisible(.directivesAreOwn, .directives, .roleRefused)
    }

    /// What states the holder's wishes is moved by whoever may change them, and by nobody else.
    private static func wishes(_ capacity: Capacity, _ question: Question) -> Refusal? {
        guard let (cell, source) = question.matrices.portal.cell(.changeWishes, capacity) else { return .undefined }
        return cell == .yes ? nil : .toldIfVisible(.functionalRefused, source, .roleRefused)
    }

    /// Whose filing a set may refuse; the service's own proofs are no set's choice.
    private static func filing(_ capacity: Capacity, _ question: Question) -> Refusal? {
        let (key, isOn): (PolicyKey, Bool)
        switch capacity {
        case .system: return nil
        case .insurerFeed: (key, isOn) = (.insurerFeeds, question.switches.insurerFeeds)
        default: (key, isOn) = (.holderFiles, question.switches.holderFiles)
        }
        return isOn ? nil : .told(.filingRefused, question.set.source(key), .roleRefused)
    }
}

extension Capacity {
    /// Whose documents are its own: the holder's for whoever acts on the portal, the service's for the service.
    fileprivate var ownOrigin: DocumentOrigin { self == .system ? .service : .holder }
}

import HealthRecord

/// The portal matrix applied to the holder, to who acts for the holder, to the service.
enum PortalFunctions {
    static func judge(_ capacity: Capacity, _ question: Question) -> Refusal? {
        guard let (cell, source) = question.book.portal.cell(question.act, capacity) else { return .undefined }
        if question.act == .feed || question.act == .replace, let refusal = filing(capacity, question) {
            return refusal
        }
        if cell != .no, question.act.changesWishes(on: question.resource), let refusal = wishes(capacity, question) {
            return refusal
        }
        if cell != .no, let refusal = MandateRule.judge(capacity, question) { return refusal }
        switch cell {
        case .yes: return nil
        case .own:
            if question.document?.origin == .holder { return nil }
            if question.act == .delete, capacity == .holder, question.switches.holderDeletesCareDocuments { return nil }
            return .toldIfVisible(.functionalNotOwn, source, .notOwnDocument, .askAuthor)
        case .no, .structure, .maskedIfAllowed: return .told(.functionalRefused, source, .roleRefused)
        }
    }

    /// What states the holder's wishes is moved by whoever may change them, and by nobody else.
    private static func wishes(_ capacity: Capacity, _ question: Question) -> Refusal? {
        guard let (cell, source) = question.book.portal.cell(.changeWishes, capacity) else { return .undefined }
        return cell == .yes ? nil : .toldIfVisible(.functionalRefused, source, .roleRefused)
    }

    private static func filing(_ capacity: Capacity, _ question: Question) -> Refusal? {
        let key: PolicyKey = capacity == .insurerFeed ? .insurerFeeds : .holderFiles
        let isOn = capacity == .insurerFeed ? question.switches.insurerFeeds : question.switches.holderFiles
        return isOn ? nil : .told(.filingRefused, question.set.source(key), .roleRefused)
    }
}

import AccessRules
import Custody
import HealthRecord
import Wording

/// What the holder was told of, read from the history as the custodian told it: from the oldest event on.
struct NoticeReading {
    let rules: RuleBook
    /// Those who opened the record before.
    private var readers: Set<CareSubject> = []
    /// Openings in an emergency, each told of once.
    private var emergencies: Set<String> = []

    init(rules: RuleBook) { self.rules = rules }

    /// What the next event is to the one told of it; empty for what nobody is told of.
    mutating func kinds(of event: TraceEvent) -> [NoticesText] {
        guard event.details["effect"] != "unchanged" else { return [] }
        switch event.actor {
        case .care(let care): return access(event, by: care) + Self.change(event)
        case .holder, .representative: return Self.onThePortal(event)
        case .system: return Self.service(event)
        }
    }

    /// The same as lines of a page: who declares himself treating physician reads as one, and that is the line.
    mutating func lines(of event: TraceEvent) -> [NoticesText] {
        let kinds = kinds(of: event)
        return kinds.contains(.treatingDeclared) ? kinds.filter { $0 != .firstAccess } : kinds
    }

    /// An emergency when it opens, or a first access that the decision obliged to tell of.
    private mutating func access(_ event: TraceEvent, by care: CareActor) -> [NoticesText] {
        if event.mode != .normal, let opening = event.details["emergency"] {
            // Whoever came in an emergency comes for the first time no more, but for a secret connection.
            if !event.isSecret { readers.insert(care.subject) }
            return emergencies.insert(opening).inserted ? [.emergency] : []
        }
        guard Self.mayOpen(event.act), !event.isSecret, !readers.contains(care.subject),
            event.obligations(in: rules)?.contains(.notifyHolderOfFirstAccess) == true
        else { return [] }
        readers.insert(care.subject)
        return [.firstAccess]
    }

    /// Acts of which no rule tells are not decided again: filing is by far the most frequent.
    private static func mayOpen(_ act: TracedAct) -> Bool {
        switch act {
        case .deposit, .replace, .locate, .testExistence: false
        default: true
        }
    }

    /// What the service itself did and told of: what time brought, what operators ordered.
    ///
    /// Of a leave, a team or a mandate that came to its term nobody is sent anything, nor of another set of rules; what waits to be
    /// announced has its line once it is visible, as all its history has (CSP R1111-53).
    private static func service(_ event: TraceEvent) -> [NoticesText] {
        switch (event.act, event.rule) {
        case (.announce, _): [.announcementDue]
        case (.reveal, _): [.announcementReleased]
        case (.remind, _): [.directivesReminder]
        case (.endRepresentation, "calendar.majority"): [.majorityReached]
        case (.close, "calendar.suspension"): [.recordClosed]
        case (.close, let rule) where rule.hasPrefix(Custodian.closureRule): [.recordClosed]
        case (.request, Custodian.erasureRule): [.erasureAsked]
        case (.suspend, _): [.recordSuspended]
        case (.resume, _), (.reopen, _): [.recordReopened]
        case (.tellIncident, _): [.incident]
        default: []
        }
    }

    /// What was done on the portal, of which the holder is told whoever did it: somebody may act for him.
    private static func onThePortal(_ event: TraceEvent) -> [NoticesText] {
        switch event.act {
        case .changeAccess: [.accessChanged]
        case .close: event.details["request"] == nil ? [.recordClosed] : [.recordClosed, .erasureAsked]
        case .reopen: [.recordReopened]
        case .request where event.details["kind"] == HolderRequestKind.earlyErasure.word: [.erasureAsked]
        default: []
        }
    }

    /// What a professional changed in the record.
    private static func change(_ event: TraceEvent) -> [NoticesText] {
        switch event.act {
        case .deposit, .replace: [.newDocument]
        case .declareTreatingPhysician where !event.isSecret: [.treatingDeclared]
        case .declareTeam where !event.isSecret && event.isWithoutConsent: [.teamDeclared]
        case .declareTeam where !event.isSecret, .delegateConsent where !event.isSecret: [.consentStated]
        case .block where !event.isSecret, .unblock where !event.isSecret: [.administered]
        case .changeIdentity, .changeWishes: [.administered]
        case .changeAccess: [.accessChanged]
        case .close: [.recordClosed]
        case .reopen: [.recordReopened]
        default: []
        }
    }
}

import AccessRules
import Custody
import PageKit
import Wording

/// What went wrong, and what the professional may do next, without a word on what he may not know.
struct TroublePage: Page {
    enum Trouble: Hashable, Sendable {
        case ended, notFound, tooMany, paused, stale, incomplete, bad, conflict, tooMuch, rejected, emergencyEnded
        case tooLarge
        case alreadyTreated, alreadyJustified, unreplaceable, closedRecord, oneRecord, resignFirst
        case refused(Reason)
    }

    /// Why the rules said no, as far as it may be told.
    enum Reason: Hashable, Sendable, CaseIterable {
        case refused, blocked, leave, consent, opposed, mode, secret, reason, role, own, state, unavailable, evidence
    }

    let trouble: Trouble
    /// The record that was open.
    var handle: String?
    /// How long to wait, in seconds.
    var wait: Int?
    /// What the help desk can look up.
    var incident: String?

    func heading(_ language: Language) -> String { frameless.title[language] }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(frameless.text), class: "lead")
            if let wait { paragraph(frame(TroubleText.wait(seconds: wait))) }
            if let incident { paragraph(frame(TroubleText.incident(incident))) }
            tag("div", .class("buttons")) {
                for way in ways { link(frame(way.label), to: way.path, class: way.isFirst ? "button" : "button quiet") }
            }
        }
    }

    private var ways: [(label: CareTroubleText, path: String, isFirst: Bool)] {
        guard trouble != .ended else { return [(.toSignIn, Paths.home, true)] }
        if trouble == .oneRecord { return handle.map { [(.toRecord, Paths.chart($0), true)] } ?? [] }
        let ways = (handle.map(onRecord) ?? []) + beside + [(.toPatients, Paths.patients)]
        return ways.enumerated().map { ($0.element.0, $0.element.1, $0.offset == 0) }
    }

    /// Where to go on the record at hand; never to a page that would be refused in the same words.
    private func onRecord(_ handle: String) -> [(CareTroubleText, String)] {
        let record = (CareTroubleText.toRecord, Paths.chart(handle))
        let consent = (CareTroubleText.toConsent, Paths.chart(handle, .consent))
        let emergency = (CareTroubleText.toEmergency, Paths.chart(handle, .emergency))
        switch trouble {
        case .emergencyEnded: return [emergency, consent]
        case .closedRecord: return []
        case .tooLarge: return [(.toAdd, Paths.chart(handle, .add)), record]
        case .refused(let reason):
            switch reason {
            case .consent: return [(.toPresence, Paths.chart(handle, .presence)), record]
            case .leave, .opposed: return [consent]
            case .reason: return [emergency]
            case .secret: return [(.toSecret, Paths.chart(handle, .secret)), record]
            case .blocked: return [(.toAdd, Paths.chart(handle, .add))]
            case .unavailable, .evidence: return []
            case .refused, .mode, .role, .own, .state: return [record]
            }
        default: return [record]
        }
    }

    private var beside: [(CareTroubleText, String)] {
        switch trouble {
        case .refused(.evidence), .refused(.role): [(.toSituation, Paths.situation)]
        default: []
        }
    }

    private var frameless: (title: Phrase, text: Phrase) {
        switch trouble {
        case .ended:
            (CareTroubleText.endedTitle.phrase, CareTroubleText.ended.phrase + CareTroubleText.otherCard.phrase)
        case .notFound: (TroubleText.notFoundTitle.phrase, CareTroubleText.notFound.phrase)
        case .tooMany: (TroubleText.tooManyTitle.phrase, CarePatientsText.tooMany.phrase)
        case .paused: (TroubleText.pausedTitle.phrase, TroubleText.paused.phrase)
        case .stale: (TroubleText.staleTitle.phrase, CareTroubleText.stale.phrase)
        case .incomplete: (TroubleText.incompleteTitle.phrase, CareTroubleText.incomplete.phrase)
        case .bad: (TroubleText.badTitle.phrase, TroubleText.bad.phrase)
        case .tooLarge: (CareTroubleText.tooLargeTitle.phrase, CareTroubleText.tooLarge.phrase)
        case .conflict: (TroubleText.conflictTitle.phrase, CareTroubleText.conflict.phrase)
        case .tooMuch: (TroubleText.tooMuchTitle.phrase, TroubleText.tooMuch.phrase)
        case .rejected: (CareTroubleText.rejectedTitle.phrase, CareAddText.rejected.phrase)
        case .emergencyEnded: (CareTroubleText.glassEndedTitle.phrase, CareTroubleText.glassEnded.phrase)
        case .alreadyTreated: (CareTroubleText.refusedTitle.phrase, CareTroubleText.alreadyTreated.phrase)
        case .alreadyJustified: (CareTroubleText.refusedTitle.phrase, CareTroubleText.alreadyJustified.phrase)
        case .unreplaceable: (CareTroubleText.refusedTitle.phrase, CareTroubleText.unreplaceable.phrase)
        case .closedRecord: (CareTroubleText.refusedTitle.phrase, CareTroubleText.closedRecord.phrase)
        case .oneRecord: (CareTroubleText.oneRecordTitle.phrase, CareTroubleText.oneRecord.phrase)
        case .resignFirst: (CareTroubleText.refusedTitle.phrase, CareAuthorisationText.resignFirst.phrase)
        case .refused(let reason): (CareTroubleText.refusedTitle.phrase, reason.text.phrase)
        }
    }
}

extension TroublePage.Reason {
    var text: CareTroubleText {
        switch self {
        case .refused: .refused
        case .blocked: .blocked
        case .leave: .askLeave
        case .consent: .consent
        case .opposed: .opposed
        case .mode: .mode
        case .secret: .secret
        case .reason: .reason
        case .role: .role
        case .own: .own
        case .state: .state
        case .unavailable: .unavailable
        case .evidence: .evidence
        }
    }

    /// The same for somebody who is sent to no page that would refuse him too: who may state no consent is told so.
    init(_ refusal: Custody.Refusal, _ ways: EntryWays?) {
        let reason = Self(refusal)
        let mayAsk = ways?.acts.contains(.declareAuthorisation) ?? true
        self = !mayAsk && (reason == .leave || reason == .consent) ? .role : reason
    }

    /// From the code that the rules let the reader know.
    private init(_ refusal: Custody.Refusal) {
        self =
            switch DenialCode(rawValue: refusal.code) {
            case .blocked: .blocked
            case .authorisationRequired: .leave
            case .consentRequired: .consent
            case .emergencyOpposed: .opposed
            // No mode of his profession: the ordinary one would not do either.
            case .modeRefused where refusal.rule == RuleID.modeInadmissible.rawValue: .role
            case .modeRefused where refusal.remedy == Remedy.leaveSecretConnection.rawValue: .secret
            case .modeRefused: refusal.remedy == Remedy.giveReason.rawValue ? .reason : .mode
            case .roleRefused: .role
            case .notOwnDocument: .own
            case .documentState: .state
            case .recordUnavailable: .unavailable
            case .actorUnbound: .evidence
            case .refused, .notFound, nil: .refused
            }
    }
}

extension TroublePage.Trouble {
    /// From what a change that does not apply says of itself.
    init(conflict what: String) {
        self =
            switch what {
            // A list has a limit of its own, and so has one work.
            case CustodyError.listFull, CustodyError.tooManyChanges: .tooMuch
            case "oneTreatingPhysician": .alreadyTreated
            case "treatingPhysicianStays": .resignFirst
            case "unknown", "unchanged": .alreadyJustified
            case "unreplaceable": .unreplaceable
            case "DMPClosed": .closedRecord
            case "authorisation": .refused(.leave)
            case "role": .refused(.role)
            case "blocked": .refused(.blocked)
            default: .conflict
            }
    }
}

import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// One request under way.
struct Turn: PageTurn {
    let request: Request
    let parameters: Parameters
    let query: FormFields?
    let language: Language
    /// The path, without its query.
    let path: String
    /// The value of the browser's own cookie before a session, and whether it is new.
    let browser: (id: OpaqueID, isNew: Bool)
    /// The certificate of the connection, whose key TLS has seen; nil without a card.
    let certificate: [UInt8]?
    /// Ends the connection once the answer has left: only a new one asks for the card again.
    let closeConnection: @Sendable () -> Void
}

/// A professional who has signed in, for the time of a request.
struct Stay: Sendable {
    let session: CareSession
    let cookie: OpaqueID
    let token: String
    /// The certificate of the connection; nil in a session that came without a card.
    let certificate: [UInt8]?
    let now: Instant

    var actor: CareActor { session.actor }
    /// The desk of an establishment, which sees no document.
    var isDesk: Bool {
        // Whom a structure vouches for has no card to tell it: the role does.
        actor.holder == .employee
            || (session.bounds != nil && actor.profession.role.system != CodeSystem.profession)
    }
}

/// A record open in a session, for the time of a request.
struct Consultation: Sendable {
    let stay: Stay
    let chart: Chart
    let visit: Visit
    /// What may be offered to him, by the rules of the record's set.
    let ways: EntryWays

    var handle: String { chart.handle }
    /// Whether filing is offered: under an assertion nobody files (PDT-INF-606), and the custodian refuses it.
    var offersFiling: Bool { stay.session.bounds == nil }
    var now: Instant { stay.now }
    /// Whether he may state the patient's consent to his reading.
    var mayStateConsent: Bool { ways.acts.contains(.declareAuthorisation) }
    var today: CalendarDate { ParisTime.civil(stay.now).date }
}

/// The fields of a form, with or without a file.
protocol FilledForm: Sendable {
    func only(_ name: String) -> String?
}

extension FormFields: FilledForm {}
extension UploadForm: FilledForm {}

extension FilledForm {
    func isTicked(_ name: String) -> Bool { only(name) == "oui" }
    func text(_ name: String) -> String { (only(name) ?? "").trimmed }
}

extension String {
    /// Without spaces at either end.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

extension Answer {
    /// What went wrong.
    static func trouble(_ trouble: TroublePage.Trouble, handle: String? = nil, wait: Int? = nil) -> Answer {
        .page(TroublePage(trouble: trouble, handle: handle, wait: wait), status: trouble.status)
    }
}

extension TroublePage.Trouble {
    var status: HTTPResponse.Status {
        switch self {
        case .ended: .unauthorized
        case .notFound: .notFound
        case .tooMany: .tooManyRequests
        case .paused, .incomplete: .serviceUnavailable
        case .refused, .stale, .emergencyEnded, .oneRecord: .forbidden
        case .bad: .badRequest
        case .rejected: .unprocessableContent
        case .tooLarge: .contentTooLarge
        case .conflict, .tooMuch, .alreadyTreated, .alreadyJustified, .unreplaceable, .closedRecord, .resignFirst:
            .conflict
        }
    }
}

import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// How far the proof of the patient's presence has come in a session.
enum PresenceState: Sendable {
    /// Nobody has asked for one.
    case none
    /// A code is on its way to the patient, who tells it.
    case code(PresenceRequest)
    /// The patient is asked on the portal.
    case portal(PresenceRequest)
    /// The patient has told the code.
    case proved

    /// The same at a time: what nobody can answer any more is not asked.
    func standing(at now: Instant) -> PresenceState {
        switch self {
        case .code(let request), .portal(let request): now < request.expires ? self : .none
        case .none, .proved: self
        }
    }
}

/// By what the patient proves to be there; the raw value stands in the form.
enum PresenceWay: String, CaseIterable, Sendable {
    case code
    case portal = "site"
}

/// Page 5: the patient proves to be there, where the set asks for it or where somebody wants it.
///
/// What is proved holds for the professional and the record, whatever he does next: consent, a team, the account (TD1.5).
extension CareDoor {
    func presenceForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        // Whoever may state no consent has no use for a proof: the page of the consent says what he may.
        guard now.mayStateConsent || now.stay.isDesk else { return .see(Paths.chart(now.handle, .consent)) }
        return .page(presencePage(now))
    }

    /// Whether the record's set counts no consent without a proof.
    func needsPresence(_ chart: Chart) -> Bool { terms(of: chart)?.consentProof == .holderConfirmed }

    private func presencePage(
        _ now: Consultation,
        _ chart: Chart? = nil,
        _ faults: [FieldFault] = []
    ) -> PresencePage {
        let chart = chart ?? now.chart
        return PresencePage(
            handle: now.handle,
            state: chart.presence.standing(at: now.now),
            isRequired: needsPresence(chart),
            next: chart.standing == .valid || now.stay.isDesk
                ? Paths.chart(now.handle) : Paths.chart(now.handle, .consent),
            faults: faults
        )
    }

    func askPresence(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let way = form.only(Names.means).flatMap(PresenceWay.init) else {
            return .page(
                presencePage(now, nil, [FieldFault(Names.means, CarePresenceText.meansFault.phrase)]),
                status: .unprocessableContent
            )
        }
        var chart = now.chart
        do {
            let asked = try await service.requestPresence(by: way == .code ? .code(nil) : .portal, now.visit)
            chart.presence = way == .code ? .code(asked) : .portal(asked)
        } catch .conflict(let what) {
            guard let text = CarePresenceText(conflict: what) else { throw ServiceError.conflict(what) }
            return .page(presencePage(now, nil, [FieldFault(Names.means, text.phrase)]), status: .conflict)
        } catch {
            throw error
        }
        charts.open(chart, in: now.stay.cookie)
        return .see(Paths.chart(now.handle, .presence))
    }

    func provePresence(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        var chart = now.chart
        guard case .code(let asked) = chart.presence else { return .see(Paths.chart(now.handle, .presence)) }
        // He knows until when it could be told: to say that it is over tells him nothing.
        guard now.now < asked.expires else {
            return .page(
                presencePage(now, nil, [FieldFault(Names.means, CarePresenceText.codeEnded.phrase)]),
                status: .unprocessableContent
            )
        }
        do {
            try await service.confirmPresence(asked.id, code: form.text(Names.code), now.visit)
        } catch .notAccepted {
            return .page(
                presencePage(now, nil, [FieldFault(Names.code, CarePresenceText.codeFault.phrase)]),
                status: .unprocessableContent
            )
        } catch {
            throw error
        }
        chart.presence = .proved
        charts.open(chart, in: now.stay.cookie)
        return .see(Paths.chart(now.handle, .presence))
    }
}

extension CarePresenceText {
    /// Why no proof can be asked for; nil for what other pages say.
    fileprivate init?(conflict what: String) {
        switch what {
        case "channel": self = .noChannel
        case "waiting": self = .waiting
        case "secret": self = .secret
        case "role": self = .notHere
        default: return nil
        }
    }
}

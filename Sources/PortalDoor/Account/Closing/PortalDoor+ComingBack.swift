import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// The way back to a closed record, one's own or that of somebody for whom one acts: secret and code, as at any sign-in;
/// somebody unknown is answered alike.
extension PortalDoor {
    func reopeningForm(_ turn: Turn) -> Answer { .page(ClosedRecordPage(wish: .reopen)) }
    func erasureForm(_ turn: Turn) -> Answer { .page(ClosedRecordPage(wish: .erase)) }
    func reopened(_ turn: Turn) -> Answer { .page(ClosedDonePage(deed: .reopened, isOfAnother: turn.isOfAnother)) }
    func erasureAsked(_ turn: Turn) -> Answer {
        .page(ClosedDonePage(deed: .erasureAsked, isOfAnother: turn.isOfAnother))
    }
    func reopen(_ turn: Turn, _ form: FormFields) async throws -> Answer { try await comeBack(.reopen, turn, form) }
    func erase(_ turn: Turn, _ form: FormFields) async throws -> Answer { try await comeBack(.erase, turn, form) }

    private func comeBack(_ wish: ReturnChoice, _ turn: Turn, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let secret = form.only(FormNames.secret) ?? ""
        let person = String((form.only(FormNames.given)?.trimmed ?? "").prefix(ClosedRecordPage.longestName))
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                ClosedRecordPage(wish: wish, ins: text, person: person, faults: faults),
                status: .unprocessableContent
            )
        }
        let identifier = Entries.identifier(text, settings.domain)
        var faults: [FieldFault] = []
        if identifier == nil { faults.append(FieldFault(FormNames.ins, FieldText.identifierFault.phrase)) }
        if secret.isEmpty { faults.append(FieldFault(FormNames.secret, FieldText.secretFault.phrase)) }
        guard faults.isEmpty, let identifier else { return again(faults) }
        do {
            let challenge = try await service.beginReturn(
                identifier: identifier,
                secret: secret,
                toRecordOf: person.isEmpty ? nil : person,
                preferring: nil,
                from: turn.origin
            )
            guard let sealed = ChallengeState(challenge, comingBack: wish).sealed(seal) else {
                return .trouble(.paused)
            }
            return .see(Paths.returnCode, cookies: [cookies.setting(challenge: sealed)])
        } catch {
            guard error.isNotAccepted else { throw error }
            return again([FieldFault(FormNames.ins, ClosingText.wrong.phrase)])
        }
    }

    func returnCodeForm(_ turn: Turn) -> Answer {
        guard let state = challenge(turn), let wish = state.comingBack else { return .see(Paths.reopening) }
        return .page(page(state, way: .comingBack(wish), isResent: turn.asked("renvoi") == "oui"))
    }

    func completeReturn(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let state = challenge(turn), let wish = state.comingBack else { return .see(Paths.reopening) }
        let code = (form.only(FormNames.code) ?? "").filter { $0.isASCII && $0.isNumber }
        guard code.utf8.count == 6 else { return try await codeAgain(state, way: .comingBack(wish)) }
        let isOfAnother: Bool
        do {
            isOfAnother = try await service.completeReturn(token: state.token, code: code, wish)
        } catch {
            guard error.isNotAccepted else { throw error }
            return try await codeAgain(state, way: .comingBack(wish))
        }
        return .see(
            (wish == .reopen ? Paths.reopened : Paths.erasureAsked) + (isOfAnother ? "?" + Paths.ofAnother : ""),
            cookies: [cookies.challenge.clearing]
        )
    }

    func resendReturn(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let state = challenge(turn), let wish = state.comingBack else { return .see(Paths.reopening) }
        do {
            let next = try await service.resendCode(
                token: state.token,
                by: form.only(FormNames.channel).flatMap { SecondFactor(rawValue: $0) }
            )
            guard let sealed = ChallengeState(next, comingBack: wish).sealed(seal) else { return .trouble(.paused) }
            return .see(Paths.returnCode + "?renvoi=oui", cookies: [cookies.setting(challenge: sealed)])
        } catch {
            switch error {
            case .notAccepted: return .see(Paths.reopening, cookies: [cookies.challenge.clearing])
            case .tooManyAttempts(let seconds):
                return .page(
                    page(
                        state,
                        way: .comingBack(wish),
                        faults: [FieldFault(FormNames.code, TroubleText.wait(seconds: seconds))]
                    ),
                    status: .tooManyRequests
                )
            default: throw error
            }
        }
    }
}

extension Turn {
    /// Whether the page is for whoever acts for somebody else, once nobody is signed in any more.
    var isOfAnother: Bool { asked("pour") == "autrui" }
}

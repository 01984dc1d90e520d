import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 4, both steps, and the way out.
extension PortalDoor {
    func signInForm(_ turn: Turn) -> Answer { .page(SignInPage(offersPasskeys: service.offersPasskeys)) }

    func beginSignIn(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let secret = form.only(FormNames.secret) ?? ""
        let channel = form.only(FormNames.channel).flatMap { SecondFactor(rawValue: $0) }
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                SignInPage(ins: text, channel: channel, offersPasskeys: service.offersPasskeys, faults: faults),
                status: .unprocessableContent
            )
        }
        let identifier = Entries.identifier(text, settings.domain)
        var faults: [FieldFault] = []
        if identifier == nil { faults.append(FieldFault(FormNames.ins, FieldText.identifierFault.phrase)) }
        if secret.isEmpty { faults.append(FieldFault(FormNames.secret, FieldText.secretFault.phrase)) }
        guard faults.isEmpty, let identifier else { return again(faults) }
        do {
            let challenge = try await service.beginSignIn(
                identifier: identifier,
                secret: secret,
                preferring: channel,
                from: turn.origin
            )
            guard let sealed = ChallengeState(challenge).sealed(seal) else { return .trouble(.paused) }
            return .see(Paths.code, cookies: [cookies.setting(challenge: sealed)])
        } catch {
            guard error.isNotAccepted else { throw error }
            return again([FieldFault(FormNames.form, SignInText.refused.phrase)])
        }
    }

    func codeForm(_ turn: Turn) -> Answer {
        guard let state = challenge(turn), state.isSignIn else { return .see(Paths.signIn) }
        return .page(page(state, isResent: turn.asked("renvoi") == "oui"))
    }

    func completeSignIn(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let state = challenge(turn), state.isSignIn else { return .see(Paths.signIn) }
        let code = (form.only(FormNames.code) ?? "").filter { $0.isASCII && $0.isNumber }
        guard code.utf8.count == 6 else { return try await codeAgain(state) }
        do {
            let session = try await service.completeSignIn(token: state.token, code: code, device: turn.device)
            guard let cookie = cookies.setting(session: session.text) else { return .trouble(.paused) }
            return .see(
                Paths.record,
                cookies: [cookie, cookies.challenge.clearing, cookies.browser.clearing]
                    + [freshCookie(for: session)].compactMap { $0 }
            )
        } catch {
            guard error.isNotAccepted else { throw error }
            return try await codeAgain(state)
        }
    }

    /// The page of a code that was refused: it may be typed again, or its time or its tries are over and a new one is offered.
    func codeAgain(_ state: ChallengeState, way: CodeWay = .signIn) async throws -> Answer {
        guard try await service.isCodeOver(token: state.token) else {
            let faults = [FieldFault(FormNames.code, FieldText.codeFault.phrase)]
            return .page(page(state, way: way, faults: faults), status: .unprocessableContent)
        }
        var page = page(state, way: way)
        page.end = clock() < state.expires ? .usedUp : .expired
        return .page(page, status: .unprocessableContent)
    }

    func resendCode(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let state = challenge(turn), state.isSignIn else { return .see(Paths.signIn) }
        let channel = form.only(FormNames.channel).flatMap { SecondFactor(rawValue: $0) }
        do {
            let next = try await service.resendCode(token: state.token, by: channel)
            guard let sealed = ChallengeState(next).sealed(seal) else { return .trouble(.paused) }
            return .see(Paths.code + "?renvoi=oui", cookies: [cookies.setting(challenge: sealed)])
        } catch {
            switch error {
            case .notAccepted: return .see(Paths.signIn, cookies: [cookies.challenge.clearing])
            case .tooManyAttempts(let seconds):
                return .page(
                    page(state, faults: [FieldFault(FormNames.code, TroubleText.wait(seconds: seconds))]),
                    status: .tooManyRequests
                )
            default: throw error
            }
        }
    }

    func signOut(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await service.signOut(token: stay.token)
        // The session on one's own record ends with the one on somebody else's.
        if let own = cookies.own.value(in: turn.request) {
            try await service.signOut(token: Base64URL.padded(own.description))
        }
        // What was read must not come back with the browser's own button (Clear Site Data § 3.1).
        let fields = HTTPField.Name("Clear-Site-Data").map {
            [HTTPField(name: $0, value: #""cache", "cookies", "storage""#)]
        }
        return .see(
            Paths.goodbye,
            cookies: [cookies.session.clearing, cookies.fresh.clearing, cookies.own.clearing],
            fields: fields ?? []
        )
    }

    func challenge(_ turn: Turn) -> ChallengeState? {
        ChallengeState(cookies.challengeText(in: turn.request), seal)
    }

    func page(
        _ state: ChallengeState,
        way: CodeWay = .signIn,
        isResent: Bool = false,
        faults: [FieldFault] = []
    ) -> CodePage {
        CodePage(
            channel: state.channel,
            maskedDestination: state.maskedDestination,
            expires: state.expires,
            alternatives: state.alternatives,
            way: way,
            isResent: isResent,
            typing: faults
        )
    }
}

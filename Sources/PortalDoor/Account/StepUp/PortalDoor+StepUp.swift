import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// A fresh code before an act that weighs more; the session gets a new name with it.
extension PortalDoor {
    func isFresh(_ turn: Turn, _ stay: Stay) -> Bool { freshSince(turn, stay) != nil }

    /// When secret and code were given, where that is fresh still.
    func freshSince(_ turn: Turn, _ stay: Stay) -> Instant? {
        Freshness.since(
            cookies.text(of: cookies.fresh, in: turn.request),
            session: seal.formToken(for: stay.cookie.description),
            now: stay.now,
            seal
        )
    }

    /// The way to a fresh code.
    func stepUp(_ target: StepUpTarget, _ stay: Stay, cookies given: [String] = []) -> Answer {
        .see(Paths.stepUp + "?\(FormNames.next)=\(target.rawValue)", cookies: given)
    }

    /// The cookie that says so, for a session that begins now; nothing makes a code fresher than it was.
    func freshCookie(for session: SessionToken, since at: Instant? = nil) -> String? {
        guard let id = OpaqueID(Base64URL.plain(session.text)) else { return nil }
        return Freshness(session: seal.formToken(for: id.description), at: at ?? clock()).sealed(seal)
            .map { cookies.setting($0, in: cookies.fresh) }
    }

    func stepUpForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let target = StepUpTarget(rawValue: turn.asked(FormNames.next)) else { return .trouble(.notFound) }
        guard !isFresh(turn, stay) else { return .see(target.path) }
        return .page(StepUpPage(target: target, offersPasskeys: try await hasPasskeys(stay)))
    }

    /// Whether the one signed in can answer by a passkey; whoever acts for somebody else cannot.
    private func hasPasskeys(_ stay: Stay) async throws -> Bool {
        guard !stay.isActing, service.offersPasskeys else { return false }
        return try await service.signInMeans(stay.visit).passkeys.isEmpty == false
    }

    func beginStepUp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let target = form.only(FormNames.next).flatMap(StepUpTarget.init) else { return .trouble(.bad) }
        let secret = form.only(FormNames.secret) ?? ""
        let offersPasskeys = try await hasPasskeys(stay)
        func again(_ text: FieldText) -> Answer {
            .page(
                StepUpPage(
                    target: target,
                    offersPasskeys: offersPasskeys,
                    faults: [FieldFault(FormNames.secret, text.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        guard !secret.isEmpty else { return again(.secretFault) }
        guard let identifier = try await ownIdentifier(stay) else { return .trouble(.refused) }
        do {
            let challenge = try await service.beginSignIn(
                identifier: .matricule(identifier),
                secret: secret,
                preferring: nil,
                from: turn.origin
            )
            guard let sealed = ChallengeState(challenge, then: target).sealed(seal) else { return .trouble(.paused) }
            return .see(Paths.stepUpCode, cookies: [cookies.setting(challenge: sealed)])
        } catch {
            guard error.isNotAccepted else { throw error }
            return again(.notAccepted)
        }
    }

    func stepUpCodeForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard let state = challenge(turn), let target = state.then else { return .see(Paths.settings) }
        return .page(page(state, way: .stepUp(target), isResent: turn.asked("renvoi") == "oui"))
    }

    func completeStepUp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let state = challenge(turn), let target = state.then else { return .see(Paths.settings) }
        let code = (form.only(FormNames.code) ?? "").filter { $0.isASCII && $0.isNumber }
        guard code.utf8.count == 6 else { return try await codeAgain(state, way: .stepUp(target)) }
        let (session, own): (SessionToken, SessionToken?)
        do {
            (session, own) = try await sameRecord(
                try await service.completeSignIn(token: state.token, code: code, device: turn.device),
                stay
            )
        } catch let error as ServiceError {
            guard error.isNotAccepted else { throw error }
            return try await codeAgain(state, way: .stepUp(target))
        }
        try await service.signOut(token: stay.token)
        guard let cookie = cookies.setting(session: session.text), let fresh = freshCookie(for: session) else {
            return .trouble(.paused)
        }
        let waiting = own.flatMap { OpaqueID(Base64URL.plain($0.text)) }.map { cookies.own.setting($0) }
        return .see(
            target.path,
            cookies: [cookie, fresh, cookies.challenge.clearing] + [waiting].compactMap { $0 }
        )
    }

    func resendStepUp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let state = challenge(turn), let target = state.then else { return .see(Paths.settings) }
        do {
            let next = try await service.resendCode(
                token: state.token,
                by: form.only(FormNames.channel).flatMap { SecondFactor(rawValue: $0) }
            )
            guard let sealed = ChallengeState(next, then: target).sealed(seal) else { return .trouble(.paused) }
            return .see(Paths.stepUpCode + "?renvoi=oui", cookies: [cookies.setting(challenge: sealed)])
        } catch {
            switch error {
            case .notAccepted: return .see(Paths.settings, cookies: [cookies.challenge.clearing])
            case .tooManyAttempts(let seconds):
                return .page(
                    page(
                        state,
                        way: .stepUp(target),
                        faults: [FieldFault(FormNames.code, TroubleText.wait(seconds: seconds))]
                    ),
                    status: .tooManyRequests
                )
            default: throw error
            }
        }
    }

    /// The matricule of the one signed in, whoever's record it is.
    private func ownIdentifier(_ stay: Stay) async throws -> INS? {
        guard let mandate = stay.visit.mandate else { return stay.holder }
        return try await service.representatives(stay.visit).first { $0.id == mandate }?.ins
    }

    /// The session on the record that was open before, and the one that waits on one's own.
    private func sameRecord(
        _ session: SessionToken,
        _ stay: Stay
    ) async throws -> (session: SessionToken, own: SessionToken?) {
        guard let mandate = stay.visit.mandate else { return (session, nil) }
        return (try await service.actFor(mandate, token: session.text), session)
    }
}

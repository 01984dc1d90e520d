import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 4 by a passkey, and a fresh proof by one.
extension PortalDoor {
    func passkeySignIn(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard service.offersPasskeys else { return .trouble(.notFound) }
        return .page(PasskeyPage(ceremony: .signIn(try await service.beginPasskeySignIn())))
    }

    func completePasskeySignIn(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard service.offersPasskeys else { return .trouble(.notFound) }
        func again() -> Answer {
            .page(
                SignInPage(
                    offersPasskeys: true,
                    faults: [FieldFault(FormNames.ins, PasskeyText.notAccepted.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        guard let answer = PasskeyForm.answer(form) else { return again() }
        do {
            let session = try await service.completePasskey(answer, device: turn.device)
            guard let cookie = cookies.setting(session: session.text) else { return .trouble(.paused) }
            return .see(
                Paths.record,
                cookies: [cookie, cookies.challenge.clearing, cookies.browser.clearing]
                    + [freshCookie(for: session)].compactMap { $0 }
            )
        } catch {
            guard error.isNotAccepted else { throw error }
            return again()
        }
    }

    func passkeyStepUp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let target = form.only(FormNames.next).flatMap(StepUpTarget.init) else { return .trouble(.bad) }
        guard !stay.isActing, service.offersPasskeys else { return .trouble(.notFound) }
        return .page(PasskeyPage(ceremony: .stepUp(try await service.beginPasskeyStepUp(stay.visit), target)))
    }

    func completePasskeyStepUp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let target = form.only(FormNames.next).flatMap(StepUpTarget.init) else { return .trouble(.bad) }
        guard !stay.isActing, service.offersPasskeys else { return .trouble(.notFound) }
        func again() -> Answer {
            .page(
                StepUpPage(
                    target: target,
                    offersPasskeys: true,
                    faults: [FieldFault(FormNames.secret, PasskeyText.notAccepted.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        guard let answer = PasskeyForm.answer(form) else { return again() }
        do {
            let session = try await service.completePasskey(answer, stepUp: stay.visit, device: turn.device)
            try await service.signOut(token: stay.token)
            guard let cookie = cookies.setting(session: session.text), let fresh = freshCookie(for: session) else {
                return .trouble(.paused)
            }
            return .see(target.path, cookies: [cookie, fresh, cookies.challenge.clearing])
        } catch {
            guard error.isNotAccepted else { throw error }
            return again()
        }
    }
}

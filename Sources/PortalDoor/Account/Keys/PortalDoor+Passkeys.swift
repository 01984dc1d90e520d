import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 27: passkeys are added, shown and revoked, each behind a fresh code (ASVS 7.5.1; register 4.0-11).
extension PortalDoor {
    func passkeyForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard !stay.isActing, service.offersPasskeys else { return .trouble(.notFound) }
        return isFresh(turn, stay) ? .page(PasskeyNamePage()) : stepUp(.passkey, stay)
    }

    func beginPasskey(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing, service.offersPasskeys else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.passkey, stay) }
        let name = String((form.only(FormNames.keyName) ?? "").trimmed.prefix(Custodian.passkeyNameLimit))
        do {
            return .page(PasskeyPage(ceremony: .make(try await service.beginPasskey(stay.visit), name: name)))
        } catch {
            guard case .conflict = error else { throw error }
            return .page(
                PasskeyNamePage(faults: [FieldFault(FormNames.keyName, PasskeyText.enough.phrase)]),
                status: .unprocessableContent
            )
        }
    }

    func addPasskey(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing, service.offersPasskeys else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.passkey, stay) }
        func again() -> Answer {
            .page(
                PasskeyNamePage(faults: [FieldFault(FormNames.keyName, PasskeyText.refused.phrase)]),
                status: .unprocessableContent
            )
        }
        let name = (form.only(FormNames.keyName) ?? "").trimmed
        guard let new = PasskeyForm.made(form, name: name) else { return again() }
        do {
            try await service.addPasskey(new, stay.visit)
        } catch {
            guard error.isNotAccepted else { throw error }
            return again()
        }
        return .see(Paths.account + "?fait=cle")
    }

    func removePasskeyForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard !stay.isActing, let id = UniqueID(turn.asked(FormNames.choice)),
            let one = try await service.signInMeans(stay.visit).passkeys.first(where: { $0.id == id })
        else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.account, stay) }
        return .page(
            ActSummaryPage(
                title: PasskeyText.removeTitle.phrase,
                about: one.name,
                meaning: [
                    PasskeyText.removeMeaning.phrase, PasskeyText.removeOnDevice.phrase, AccountText.toldOfKeys.phrase,
                ],
                action: Paths.passkeyRemoval,
                confirm: PasskeyText.removeConfirm.phrase,
                cancel: PasskeyText.keep.phrase,
                back: Paths.account,
                carried: [(name: FormNames.choice, value: id.text)],
                place: .settings,
                trail: [Crumb(label: AccountText.title.phrase, path: Paths.account)]
            )
        )
    }

    func removePasskey(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard let id = form.only(FormNames.choice).flatMap({ UniqueID($0) }) else { return .trouble(.bad) }
        guard isFresh(turn, stay) else { return stepUp(.account, stay) }
        try await service.removePasskey(id, stay.visit)
        return .see(Paths.account + "?fait=cle-retiree")
    }
}

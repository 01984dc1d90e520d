import Custody
import HTTPTypes
import HealthRecord
import PageKit
import QRCodes
import RecordService
import ServerKit
import Wording

/// Page 27: an application that shows codes; adding and taking away need a fresh code (ASVS 7.5.1).
extension PortalDoor {
    func codeAppForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.codeApp, stay) }
        return .page(CodeAppPage(replaces: try await service.signInMeans(stay.visit).codeAppSince != nil))
    }

    func offerCodeApp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.codeApp, stay) }
        let offer = try await service.offerCodeApp(stay.visit)
        let margin = 4
        let picture = QRCode(offer.uri).map { (path: $0.path(margin: margin), side: $0.side + 2 * margin) }
        return .page(CodeAppOfferPage(offer: offer, picture: picture))
    }

    func confirmCodeApp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.codeApp, stay) }
        func again(_ text: Phrase) -> Answer {
            .page(
                CodeAppOfferPage(offer: nil, faults: [FieldFault(FormNames.code, text)]),
                status: .unprocessableContent
            )
        }
        let code = (form.only(FormNames.code) ?? "").filter { $0.isASCII && $0.isNumber }
        guard code.utf8.count == 6 else { return again(FieldText.codeFault.phrase) }
        do {
            try await service.confirmCodeApp(code: code, stay.visit)
        } catch {
            guard error.isNotAccepted else { throw error }
            return again(CodeAppText.wrong.phrase)
        }
        return .see(Paths.account + "?fait=application")
    }

    func removeCodeAppForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.codeAppRemoval, stay) }
        return .page(
            ActSummaryPage(
                title: CodeAppText.removeTitle.phrase,
                meaning: [CodeAppText.removeMeaning.phrase, AccountText.toldOfKeys.phrase],
                undo: CodeAppText.removeBack.phrase,
                action: Paths.codeAppRemoval,
                confirm: CodeAppText.removeConfirm.phrase,
                cancel: CodeAppText.keep.phrase,
                back: Paths.account,
                place: .settings,
                trail: [Crumb(label: AccountText.title.phrase, path: Paths.account)]
            )
        )
    }

    func removeCodeApp(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.codeAppRemoval, stay) }
        try await service.removeCodeApp(stay.visit)
        return .see(Paths.account + "?fait=application-retiree")
    }
}

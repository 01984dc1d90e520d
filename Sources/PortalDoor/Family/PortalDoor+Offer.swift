import Custody
import HTTPTypes
import PageKit
import RecordService
import ServerKit
import Wording

/// Answering an invitation from one's own record: the letter's code, then what it offers, to accept or to refuse.
extension PortalDoor {
    func acceptForm(_ turn: Turn, _ stay: Stay) -> Answer {
        // An invitation is taken up from one's own record.
        stay.isActing ? .trouble(.notFound) : .page(AcceptancePage())
    }

    func showOffer(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await answering(form) { code in
            .page(OfferPage(offer: try await service.offeredMandate(code: code, stay.visit), code: code))
        }
    }

    func acceptOffer(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await answering(form) { code in
            try await service.acceptRepresentation(code: code, stay.visit)
            return .see(Paths.family + "?fait=accepte")
        }
    }

    func refuseOffer(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await answering(form) { code in
            try await service.refuseRepresentation(code: code, stay.visit)
            return .see(Paths.family + "?fait=refuse")
        }
    }

    /// Does something by the code of a form; where it is not good, or not any more, it is asked for again.
    private func answering(_ form: FormFields, _ act: (_ code: String) async throws -> Answer) async throws -> Answer {
        func again(_ text: Phrase) -> Answer {
            .page(AcceptancePage(faults: [FieldFault(FormNames.letterCode, text)]), status: .unprocessableContent)
        }
        guard let code = Entries.letterCode(form.only(FormNames.letterCode) ?? "") else {
            return again(FieldText.letterCodeFault.phrase)
        }
        do {
            return try await act(code)
        } catch let error as ServiceError {
            switch error {
            case .notAccepted, .notFound: return again(ClosingText.wrong.phrase)
            case .conflict(let what): return again(Self.text(ofConflict: what).phrase)
            default: throw error
            }
        }
    }
}

import Custody
import HTTPTypes
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 27: a name of one's own to sign in by, behind a fresh code (ASVS 7.5.1): the holder's, or that of somebody who
/// acts for him and has no record of his own.
extension PortalDoor {
    func ownNameForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard case .here(let name) = try await service.ownSignInName(stay.visit) else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.ownName, stay) }
        return .page(OwnNamePage(entered: name?.text ?? "", hasName: name != nil))
    }

    func chooseOwnName(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard case .here(let present) = try await service.ownSignInName(stay.visit) else {
            return .trouble(.notFound)
        }
        guard isFresh(turn, stay) else { return stepUp(.ownName, stay) }
        let text = form.only(FormNames.ownName)?.trimmed ?? ""
        func again(_ fault: Phrase, _ status: HTTPResponse.Status = .unprocessableContent) -> Answer {
            let page = OwnNamePage(
                entered: text,
                hasName: present != nil,
                faults: [FieldFault(FormNames.ownName, fault)]
            )
            return .page(page, status: status)
        }
        guard let name = SignInName(text) else {
            return again((SignInName.fault(in: text) ?? .characters).text.phrase)
        }
        do {
            try await service.nameSignIn(name, stay.visit)
        } catch {
            switch error {
            case .conflict("name"): return again(OwnNameText.taken.phrase)
            case .tooManyAttempts(let seconds):
                return again(TroubleText.wait(seconds: seconds), .tooManyRequests)
            default: throw error
            }
        }
        return .see(Paths.account + "?fait=identifiant")
    }

    func dropOwnName(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard case .here = try await service.ownSignInName(stay.visit) else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.ownName, stay) }
        try await service.nameSignIn(nil, stay.visit)
        return .see(Paths.account + "?fait=identifiant-retire")
    }
}

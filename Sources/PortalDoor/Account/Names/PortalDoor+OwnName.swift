import Custody
import HTTPTypes
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 27: a name of one's own to sign in by, behind a fresh code (ASVS 7.5.1).
extension PortalDoor {
    func ownNameForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.ownName, stay) }
        let name = try await service.signInMeans(stay.visit).name
        return .page(OwnNamePage(entered: name?.text ?? "", hasName: name != nil))
    }

    func chooseOwnName(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.ownName, stay) }
        let text = form.only(FormNames.ownName)?.trimmed ?? ""
        func again(_ fault: Phrase, _ status: HTTPResponse.Status = .unprocessableContent) async throws -> Answer {
            let hasName = try await service.signInMeans(stay.visit).name != nil
            let page = OwnNamePage(
                entered: text,
                hasName: hasName,
                faults: [FieldFault(FormNames.ownName, fault)]
            )
            return .page(page, status: status)
        }
        guard let name = SignInName(text) else {
            return try await again((SignInName.fault(in: text) ?? .characters).text.phrase)
        }
        do {
            try await service.nameSignIn(name, stay.visit)
        } catch {
            switch error {
            case .conflict("name"): return try await again(OwnNameText.taken.phrase)
            case .tooManyAttempts(let seconds):
                return try await again(TroubleText.wait(seconds: seconds), .tooManyRequests)
            default: throw error
            }
        }
        return .see(Paths.account + "?fait=identifiant")
    }

    func dropOwnName(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.ownName, stay) }
        try await service.nameSignIn(nil, stay.visit)
        return .see(Paths.account + "?fait=identifiant-retire")
    }
}

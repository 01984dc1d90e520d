import AccessRules
import PageKit
import RecordService
import Wording

/// Pages for anybody.
extension PortalDoor {
    func home(_ turn: Turn) -> Answer { .page(HomePage()) }
    func opened(_ turn: Turn) -> Answer { .page(DonePage(deed: .opened)) }
    func activated(_ turn: Turn) -> Answer { .page(DonePage(deed: .activated)) }
    func recovery(_ turn: Turn) -> Answer {
        // Professionals give access anew where they open records (TD1.5), and nowhere else.
        let isAtDesk = service.openingTerms?.openingModes.contains(.professional) == true
        return .page(
            RecoveryPage(phone: settings.sheet.helpPhone, helper: isAtDesk ? .professional : .helpDesk)
        )
    }
    func goodbye(_ turn: Turn) -> Answer { .page(GoodbyePage()) }

    /// The help page, in the words of the set of the record that is open here; of today's set where none is.
    func help(_ turn: Turn) async -> Answer {
        let isAtDesk =
            if let policy = await openPolicy(turn) {
                service.isAdministeredByProfessionals(policy)
            } else {
                service.openingTerms?.openingModes.contains(.professional) == true
            }
        return .page(
            StaticPage(subject: .help, sheet: settings.sheet, keeper: isAtDesk ? .professional : .service)
        )
    }

    func statics(_ subject: StaticPage.Subject) -> @Sendable (Turn) async throws -> Answer {
        let page = StaticPage(subject: subject, sheet: settings.sheet)
        return { _ in .page(page) }
    }
}

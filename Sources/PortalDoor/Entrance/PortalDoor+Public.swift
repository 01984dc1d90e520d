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

    func statics(_ subject: StaticPage.Subject) -> @Sendable (Turn) async throws -> Answer {
        let page = StaticPage(subject: subject, sheet: settings.sheet)
        return { _ in .page(page) }
    }
}

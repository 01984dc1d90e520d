import PageKit
import Wording

/// Pages for anybody.
extension PortalDoor {
    func home(_ turn: Turn) -> Answer { .page(HomePage()) }
    func opened(_ turn: Turn) -> Answer { .page(DonePage(deed: .opened)) }
    func activated(_ turn: Turn) -> Answer { .page(DonePage(deed: .activated)) }
    func recovery(_ turn: Turn) -> Answer { .page(RecoveryPage(phone: settings.sheet.helpPhone)) }
    func goodbye(_ turn: Turn) -> Answer { .page(GoodbyePage()) }

    func statics(_ subject: StaticPage.Subject) -> @Sendable (Turn) async throws -> Answer {
        let page = StaticPage(subject: subject, sheet: settings.sheet)
        return { _ in .page(page) }
    }
}

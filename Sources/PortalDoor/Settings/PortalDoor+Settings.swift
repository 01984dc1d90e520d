import Custody
import HealthRecord
import PageKit
import RecordService
import Wording

/// The page from which every choice is reached.
extension PortalDoor {
    func settingsPage(_ turn: Turn, _ stay: Stay) -> Answer {
        .page(SettingsPage(isActing: stay.isActing, isAdult: isAdult(stay)))
    }

    /// Whether the holder is of age today (*Code civil* 414: eighteen).
    func isAdult(_ stay: Stay) -> Bool {
        stay.file.policy.birthDate.age(on: ParisTime.civil(stay.now).date) >= 18
    }
}

extension Stay {
    /// Whether the one signed in acts for somebody else.
    var isActing: Bool { if case .representative = visit.actor { true } else { false } }
}

import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// The page from which every choice is reached.
extension PortalDoor {
    func settingsPage(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let done: [String: Phrase] = [
            "cache": SettingsText.titlesHidden.phrase, "montre": SettingsText.titlesShown.phrase,
            "identifiant": OwnNameText.kept.phrase, "identifiant-retire": OwnNameText.dropped.phrase,
        ]
        return .page(
            SettingsPage(
                ownsAccount: try await ownsAccount(stay),
                isAdult: isAdult(stay),
                notice: done[turn.asked("fait")]
            )
        )
    }

    /// Titles off the screen, or on it again: the choice stays in this browser, where others might look on (identity and
    /// experience § 7.3).
    func changeDiscretion(_ turn: Turn, _ stay: Stay, _ form: FormFields) -> Answer {
        guard form.only(FormNames.choice) == "oui" else {
            return .see(Paths.settings + "?fait=montre", cookies: [cookies.discreet.clearing])
        }
        return .see(Paths.settings + "?fait=cache", cookies: [cookies.setting("oui", in: cookies.discreet)])
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

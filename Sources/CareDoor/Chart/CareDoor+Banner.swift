import HealthRecord
import PageKit
import Wording

/// The band above the pages of an emergency and of a secret connection.
extension CareDoor {
    /// What must be in sight as long as it lasts (EX_0.3-1050).
    static func banner(_ chart: Chart) -> StandingBanner? {
        let end = (label: CareEmergencyText.end.phrase, path: Paths.chart(chart.handle, .leave))
        switch chart.mode {
        case .breakGlass:
            return StandingBanner(
                tone: .emergency,
                icon: .alarm,
                text: CareEmergencyText.banner.phrase,
                hint: hint(chart),
                link: end
            )
        case .regulation:
            return StandingBanner(
                tone: .emergency,
                icon: .alarm,
                text: CareEmergencyText.regulationBanner.phrase,
                hint: hint(chart),
                link: end
            )
        case .normal:
            guard chart.isSecret else { return nil }
            return StandingBanner(
                tone: .secret,
                icon: .hidden,
                text: CareSecretText.banner.phrase,
                hint: CareSecretText.bannerHint.phrase,
                link: (
                    label: CareSecretText.end.phrase,
                    path: Paths.chart(chart.handle, chart.bounds == nil ? .secret : .leave)
                )
            )
        }
    }

    private static func hint(_ chart: Chart) -> Phrase {
        let told = CareEmergencyText.bannerHint.phrase
        return chart.emergencyEnds.map { told + CareEmergencyText.ends(at: $0) } ?? told
    }
}

import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// What heirs may ask for after a death, decided in life and by nobody but the holder (CSP L1110-4 V).
extension PortalDoor {
    /// Whether the one signed in may decide it.
    func mayDecideOnHeirs(_ stay: Stay) -> Bool { !stay.isActing && may(.changeWishes, stay) }

    func heirsForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard mayDecideOnHeirs(stay) else { return .trouble(.refused) }
        let refuses = turn.asked(FormNames.refuses) == "oui"
        guard refuses != stay.file.policy.refusesHeirs else { return .see(Paths.wishes) }
        return .page(
            ActSummaryPage(
                title: (refuses ? HeirsText.refuse : .allow).phrase,
                meaning: [
                    (refuses ? HeirsText.refuseLead : .allowLead).phrase, HeirsText.refuseMeaning.phrase,
                ],
                undo: HeirsText.stays.phrase,
                action: Paths.heirs,
                confirm: (refuses ? HeirsText.confirmRefuse : .confirmAllow).phrase,
                cancel: HeirsText.cancel.phrase,
                back: Paths.wishes,
                carried: [(FormNames.refuses, refuses ? "oui" : "non")],
                place: .settings,
                trail: [Crumb(label: WishesText.title.phrase, path: Paths.wishes)]
            )
        )
    }

    func decideOnHeirs(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayDecideOnHeirs(stay) else { return .trouble(.refused) }
        guard let refuses = ["oui": true, "non": false][form.only(FormNames.refuses) ?? ""] else {
            return .trouble(.bad)
        }
        _ = try await service.carryOut(.refuseHeirs(refuses), stay.visit)
        return .see(Paths.wishes + "?fait=" + (refuses ? "opposition" : "plus-opposition"))
    }
}

import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 19's gesture: a category of documents closed to a profession, with its summary and its confirmation.
extension PortalDoor {
    func categoryForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard may(.changeSharing, stay) else { return .trouble(.refused) }
        let asked = asked(stay) { turn.asked($0) }
        guard let (gesture, profession) = asked else { return .see(Paths.rights) }
        // What shows more to others asks for a fresh code; what shows less never waits.
        guard gesture.closes || isFresh(turn, stay) else { return stepUp(.rights, stay) }
        let effect = PolicyEffect.of(
            from: stay.file.policy,
            to: gesture.wish.outcome(on: stay.file.policy, under: rules),
            on: try await clinical(stay),
            people: try await known(stay),
            now: stay.now,
            rules: rules
        )
        return .page(
            ActSummaryPage(
                title: (gesture.closes ? RightsText.closeTitle : .reopenTitle).phrase,
                meaning: [
                    RightsText.category(
                        valueSets.plainCategory(Code(gesture.closure.category, CodeSystem.documentClass)),
                        for: profession
                    ),
                    (gesture.closes ? RightsText.closeMeaning : .reopenMeaning).phrase,
                    (gesture.closes ? RightsText.closeKeeps : .reopenLimit).phrase,
                ],
                effect: effect,
                undo: EffectText.undo.phrase,
                action: Paths.categoryClosure,
                confirm: (gesture.closes ? RightsText.closeConfirm : .reopenConfirm).phrase,
                cancel: ConfidentialityText.cancel.phrase,
                back: Paths.rights + "?\(FormNames.profession)=\(gesture.profession)",
                carried: [
                    (FormNames.profession, gesture.profession), (FormNames.category, gesture.closure.category),
                    (FormNames.choice, gesture.word),
                ],
                place: .settings,
                trail: [Crumb(label: RightsText.title.phrase, path: Paths.rights)]
            )
        )
    }

    func changeCategory(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.changeSharing, stay) else { return .trouble(.refused) }
        guard let (gesture, _) = asked(stay, { form.only($0) ?? "" }) else { return .see(Paths.rights) }
        guard gesture.closes || isFresh(turn, stay) else { return stepUp(.rights, stay) }
        _ = try await service.setCategory(gesture.closure, isClosed: gesture.closes, stay.visit)
        return .see(
            Paths.rights + "?\(FormNames.profession)=\(gesture.profession)&fait=\(gesture.closes ? "ferme" : "ouvert")"
        )
    }

    private func asked(
        _ stay: Stay,
        _ value: (String) -> String
    ) -> (gesture: CategoryGesture, label: Phrase)? {
        CategoryGesture.asked(
            (value(FormNames.profession), value(FormNames.category), value(FormNames.choice)),
            among: TypeRights(rules: rules, valueSets: valueSets, policy: stay.file.policy, now: stay.now).professions,
            rules,
            stay.file.policy
        )
    }
}

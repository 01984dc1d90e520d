import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 20, with its summary and its confirmation.
extension PortalDoor {
    func confidentiality(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let known = try await known(stay)
        let policy = stay.file.policy
        let isMasked = policy.defaultVisibility.contains(.maskedToProfessionals)
        return .page(
            ConfidentialityPage(
                isMasked: isMasked,
                authorised: known.count { [.authorised, .treating].contains($0.standing(at: stay.now)) },
                blocked: policy.blocks.count,
                mayDecide: may(.changeWishes, stay),
                notice: turn.asked("fait") == "oui"
                    ? (isMasked ? ConfidentialityText.nowMasked : .nowVisible).phrase : nil
            )
        )
    }

    func confidentialityForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard may(.changeWishes, stay) else { return .trouble(.refused) }
        let masks = turn.asked(FormNames.masked) == "oui"
        let before = stay.file.policy
        guard before.defaultVisibility.contains(.maskedToProfessionals) != masks else {
            return .see(Paths.confidentiality)
        }
        // The documents there stay as they are: what changes is what a document of the same kind would meet tomorrow.
        let entries = try await clinical(stay).map { Self.visible($0, masked: !masks) }
        let effect = PolicyEffect.of(
            from: before,
            to: before,
            on: entries,
            changed: { Self.visible($0, masked: masks) },
            people: try await known(stay),
            now: stay.now,
            rules: rules
        )
        return .page(
            ActSummaryPage(
                title: (masks ? ConfidentialityText.summaryMasked : .summaryVisible).phrase,
                meaning: [ConfidentialityText.laterOnly.phrase, ConfidentialityText.existing.phrase],
                effect: effect,
                undo: EffectText.undo.phrase,
                action: Paths.confidentialityChange,
                confirm: (masks ? ConfidentialityText.confirmMasked : .confirmVisible).phrase,
                cancel: ConfidentialityText.cancel.phrase,
                back: Paths.confidentiality,
                carried: [(FormNames.masked, masks ? "oui" : "non")],
                place: .settings,
                trail: [Crumb(label: ConfidentialityText.title.phrase, path: Paths.confidentiality)]
            )
        )
    }

    func changeConfidentiality(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let masks = ["oui": true, "non": false][form.only(FormNames.masked) ?? ""] else { return .trouble(.bad) }
        var visibility = stay.file.policy.defaultVisibility
        if masks { visibility.insert(.maskedToProfessionals) } else { visibility.remove(.maskedToProfessionals) }
        _ = try await service.carryOut(.defaultVisibility(visibility), stay.visit)
        return .see(Paths.confidentiality + "?fait=oui")
    }

    static func visible(_ entry: DocumentEntry, masked: Bool) -> DocumentEntry {
        var entry = entry
        if masked {
            entry.visibility.insert(.maskedToProfessionals)
        } else {
            entry.visibility.remove(.maskedToProfessionals)
        }
        return entry
    }
}

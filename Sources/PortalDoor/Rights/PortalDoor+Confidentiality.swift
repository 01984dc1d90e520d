import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 20, with its summary and its confirmation.
extension PortalDoor {
    func confidentiality(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let known = try await known(stay)
        let policy = stay.file.policy
        let isMasked = policy.defaultVisibility.contains(.maskedToProfessionals)
        let entries = try await clinical(stay)
        let done: [String: ConfidentialityText] = [
            "oui": isMasked ? .nowMasked : .nowVisible, "tous": isMasked ? .allMasked : .allVisible,
        ]
        return .page(
            ConfidentialityPage(
                isMasked: isMasked,
                authorised: known.count {
                    [.authorised, .treating, .administrator, .byStructure].contains($0.standing(at: stay.now))
                },
                blocked: policy.blocks.count,
                mayDecide: may(.changeSharing, stay),
                asksCode: !isFresh(turn, stay),
                isOffered: isDefaultOffered(stay),
                maskable: changeable(entries, masks: true, stay).count,
                unmaskable: changeable(entries, masks: false, stay).count,
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    /// Whether the record's set lets the holder choose the visibility of what comes in.
    private func isDefaultOffered(_ stay: Stay) -> Bool {
        rules.policySets[stay.file.policy.policySet]?.holderChoosesDefaultVisibility == true
    }

    /// The documents already there that the one signed in may hide, or show again.
    private func changeable(_ entries: [DocumentEntry], masks: Bool, _ stay: Stay) -> [DocumentEntry] {
        entries.filter {
            ($0.status == .approved || $0.status == .archived)
                && $0.visibility.contains(.maskedToProfessionals) != masks && may(masks ? .mask : .unmask, on: $0, stay)
        }
    }

    func confidentialityForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard may(.changeSharing, stay) else { return .trouble(.refused) }
        let masks = turn.asked(FormNames.masked) == "oui"
        let includes = turn.asked(FormNames.existing) == "oui"
        let before = stay.file.policy
        let present = try await clinical(stay)
        let chosen = includes ? changeable(present, masks: masks, stay) : []
        guard isDefaultOffered(stay),
            before.defaultVisibility.contains(.maskedToProfessionals) != masks || !chosen.isEmpty
        else { return .see(Paths.confidentiality) }
        // What shows more to others asks for a fresh code; what shows less never waits.
        guard masks || isFresh(turn, stay) else { return stepUp(.confidentiality, stay) }
        // Where the documents there stay as they are, what changes is what one of the same kind would meet tomorrow.
        let effect = PolicyEffect.of(
            from: before,
            to: before,
            on: includes ? chosen : present.map { Self.visible($0, masked: !masks) },
            changed: { Self.visible($0, masked: masks) },
            people: try await known(stay),
            now: stay.now,
            rules: rules
        )
        let title: ConfidentialityText =
            includes ? (masks ? .summaryMaskedAll : .summaryVisibleAll) : masks ? .summaryMasked : .summaryVisible
        return .page(
            ActSummaryPage(
                title: title.phrase,
                meaning: includes
                    ? [ConfidentialityText.touched(chosen.count), ConfidentialityText.alsoExisting.phrase]
                        + (masks ? [] : [ConfidentialityText.oneByOneToo.phrase])
                    : [ConfidentialityText.laterOnly.phrase, ConfidentialityText.existing.phrase],
                effect: effect,
                undo: EffectText.undo.phrase,
                action: Paths.confidentialityChange,
                confirm: (masks ? ConfidentialityText.confirmMasked : .confirmVisible).phrase,
                cancel: ConfidentialityText.cancel.phrase,
                back: Paths.confidentiality,
                carried: [(FormNames.masked, masks ? "oui" : "non"), (FormNames.existing, includes ? "oui" : "non")],
                place: .settings,
                trail: [Crumb(label: ConfidentialityText.title.phrase, path: Paths.confidentiality)]
            )
        )
    }

    func changeConfidentiality(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let masks = ["oui": true, "non": false][form.only(FormNames.masked) ?? ""] else { return .trouble(.bad) }
        guard isDefaultOffered(stay) else { return .see(Paths.confidentiality) }
        guard masks || isFresh(turn, stay) else { return stepUp(.confidentiality, stay) }
        let includes = form.only(FormNames.existing) == "oui"
        var visibility = stay.file.policy.defaultVisibility
        if masks { visibility.insert(.maskedToProfessionals) } else { visibility.remove(.maskedToProfessionals) }
        _ = try await service.carryOut(.defaultVisibility(visibility), stay.visit)
        guard includes else { return .see(Paths.confidentiality + "?fait=oui") }
        try await changePresent(masks: masks, stay)
        return .see(Paths.confidentiality + "?fait=tous")
    }

    /// Applies to the documents already there the choice that has just been filed.
    ///
    /// - Throws: `StoppedChange` whatever fails: the choice stands by then, and no page may say that nothing was done.
    private func changePresent(masks: Bool, _ stay: Stay) async throws {
        do {
            try await change(try await changeable(clinical(stay), masks: masks, stay), masks ? .mask : .unmask, stay)
        } catch let stopped as StoppedChange {
            throw stopped.keepingChoice
        } catch let cause as ServiceError {
            throw StoppedChange(cause, changed: 0, of: 0).keepingChoice
        }
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

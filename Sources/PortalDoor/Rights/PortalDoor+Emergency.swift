import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 21, with its summary, its confirmation and the way back.
extension PortalDoor {
    func emergency(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let done = turn.asked("fait")
        let undo = done == "oui" ? kept(cookies.earlier, turn) : nil
        let pending = kept(cookies.choice, turn)
        let set = rules.policySets[stay.file.policy.policySet]
        let notices: [String: EmergencyText] = ["oui": .done, "retour": .undone, "impossible": .impossible]
        return .page(
            EmergencyPage(
                wishes: pending ?? stay.file.policy.emergency,
                offered: set?.emergencyChoices ?? [],
                despiteBlock: set?.emergenciesDespiteBlock ?? [],
                mayDecide: may(.changeWishes, stay),
                asksCode: !isFresh(turn, stay),
                notice: notices[done]?.phrase,
                undo: undo == stay.file.policy.emergency ? nil : undo,
                met: try await emergenciesMet(stay)
            ),
            cookies: [cookies.choice.clearing, cookies.earlier.clearing]
        )
    }

    /// Openings in emergencies as the history shows them to this reader, with the words that justify them.
    private func emergenciesMet(_ stay: Stay) async throws -> [EmergencyPage.Met] {
        let events = try await events(stay)
        return stay.file.emergencies.reversed().compactMap { one in
            // What the history does not show him is not shown here either.
            guard
                let event = events.last(where: { event in
                    if case .care(let care) = event.actor {
                        care.subject == one.subject && event.isEmergency && event.time >= one.openedAt
                    } else {
                        false
                    }
                }), case .care(let care) = event.actor
            else { return nil }
            let titled = NameText.titled(one.name, care.profession, care.holder)
            var reason: String?
            if case .breakGlass(let given) = one.mode { reason = given }
            return EmergencyPage.Met(
                handle: seal.handle(of: one.subject, for: stay.holder),
                name: titled.isEmpty ? NameText.structure(care.structure).french : titled,
                kind: one.mode == .regulation ? .metRegulation : .metBreakGlass,
                reason: reason,
                at: DateText.moment(one.openedAt),
                justification: one.justification,
                moment: event.time
            )
        }
    }

    /// The summary; sent as a form, so that the choices stand in no address.
    func emergencySummary(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.changeWishes, stay) else { return .trouble(.refused) }
        guard let wishes = wishes(in: form, stay) else { return .trouble(.bad) }
        let before = stay.file.policy
        guard isOffered(wishes, stay) else { return .see(Paths.emergency + "?fait=impossible") }
        guard wishes != before.emergency else { return .see(Paths.emergency) }
        if wishes.opensMore(than: before.emergency), !isFresh(turn, stay) { return askFirst(wishes, stay) }
        let after = HolderWish.emergency(wishes).outcome(on: before, under: rules)
        return .page(
            ActSummaryPage(
                title: EmergencyText.summary.phrase,
                meaning: changes(from: before.emergency, to: wishes),
                effect: PolicyEffect.ofEmergencies(
                    from: before,
                    to: after,
                    on: try await clinical(stay),
                    now: stay.now,
                    rules: rules
                ),
                undo: EffectText.undo.phrase,
                action: Paths.emergency,
                confirm: EmergencyText.confirm.phrase,
                cancel: EmergencyText.cancel.phrase,
                back: Paths.emergency,
                carried: EmergencyForm.pairs(wishes),
                place: .settings,
                trail: [Crumb(label: EmergencyText.title.phrase, path: Paths.emergency)]
            )
        )
    }

    private func changes(from before: EmergencyWishes, to after: EmergencyWishes) -> [Phrase] {
        EmergencyChoice.allCases.filter { before[$0] != after[$0] }
            .map { EmergencyText.becomes($0.title, isAllowed: after[$0]) }
    }

    /// What a form says, beside what it leaves as it is.
    private func wishes(in form: FormFields, _ stay: Stay) -> EmergencyWishes? {
        EmergencyForm.wishes(
            over: stay.file.policy.emergency,
            offered: rules.policySets[stay.file.policy.policySet]?.emergencyChoices ?? [],
            form.only
        )
    }

    /// Whether the record's set offers whatever would change.
    private func isOffered(_ wishes: EmergencyWishes, _ stay: Stay) -> Bool {
        let policy = stay.file.policy
        guard let set = rules.policySets[policy.policySet] else { return false }
        return set.notOffered(from: policy.emergency, to: wishes) == nil
    }

    func changeEmergency(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let wishes = wishes(in: form, stay) else { return .trouble(.bad) }
        let before = stay.file.policy.emergency
        guard isOffered(wishes, stay) else { return .see(Paths.emergency + "?fait=impossible") }
        if wishes.opensMore(than: before), !isFresh(turn, stay) { return askFirst(wishes, stay) }
        _ = try await service.carryOut(.emergency(wishes), stay.visit)
        guard form.only(FormNames.undo) == nil else { return .see(Paths.emergency + "?fait=retour") }
        return .see(Paths.emergency + "?fait=oui", cookies: [keeping(before, in: cookies.earlier)].compactMap { $0 })
    }

    /// A fresh code first; the choices wait in the browser meanwhile.
    private func askFirst(_ wishes: EmergencyWishes, _ stay: Stay) -> Answer {
        stepUp(.emergency, stay, cookies: [keeping(wishes, in: cookies.choice)].compactMap { $0 })
    }

    private func keeping(_ wishes: EmergencyWishes, in cookie: HostCookie) -> String? {
        OpaqueID(EmergencyForm.pairs(wishes).map(\.value).joined(separator: "-")).map(cookie.setting)
    }

    private func kept(_ cookie: HostCookie, _ turn: Turn) -> EmergencyWishes? {
        guard let value = cookie.value(in: turn.request)?.description else { return nil }
        let values = value.split(separator: "-").map(String.init)
        let names = [FormNames.breakGlass, FormNames.regulation, FormNames.masked]
        guard values.count == names.count else { return nil }
        let said = Dictionary(zip(names, values)) { first, _ in first }
        return EmergencyForm.wishes(over: EmergencyWishes(), offered: Set(EmergencyChoice.allCases)) { said[$0] }
    }
}

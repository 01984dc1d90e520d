import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 19, for everybody; whoever has signed in sees his own professionals as well.
extension PortalDoor {
    func rights(_ turn: Turn, _ stay: Stay?) async throws -> Answer {
        let now = stay?.now ?? clock()
        guard let policy = stay?.file.policy ?? TypeRights.ordinary(rules, now: now) else { return .trouble(.paused) }
        let rights = TypeRights(rules: rules, valueSets: valueSets, policy: policy, now: now)
        let professions = rights.professions
        let types = rights.types.map { (value: $0.code.value, label: valueSets.plainType($0.code)[turn.language]) }
            .sorted { $0.label < $1.label }
        var page = RightsPage(professions: professions.map { ($0.key, $0.label) }, types: types)
        let chosen = professions.first { $0.key == turn.asked(FormNames.profession) }
        let chosenType = rights.types.first { $0.code.value == turn.asked(FormNames.type) }
        if let stay {
            page.people = try await people(stay, rights, chosen?.profession, chosenType)
            let done: [String: RightsText] = ["ferme": .nowClosed, "ouvert": .nowOpen]
            page.notice = done[turn.asked("fait")]?.phrase
        }
        if let chosen {
            page.chosenProfession = chosen.key
            if let other = professions.first(where: { $0.key == turn.asked(FormNames.compared) }),
                other.key != chosen.key
            {
                page.comparedProfession = other.key
                page.result = .comparison(
                    (chosen.label, categories(of: chosen.key, rights, [:], turn.language)),
                    (other.label, categories(of: other.key, rights, [:], turn.language))
                )
                return .page(page)
            }
            let gestures = stay.map { CategoryGesture.all(for: chosen.key, chosen.profession, rules, $0.file.policy) }
            let mayDecide = stay.map { may(.changeSharing, $0) } ?? false
            page.result = .profession(
                chosen.label,
                categories(of: chosen.key, rights, mayDecide ? gestures ?? [:] : [:], turn.language)
            )
        } else if let chosenType {
            page.chosenType = chosenType.code.value
            let answers = rights.answers(chosenType)
            page.result = .type(
                valueSets.plainType(chosenType.code)[turn.language],
                professions.compactMap { one in answers[one.key].map { .init(label: one.label, answer: $0) } }
            )
        }
        return .page(page)
    }

    private func categories(
        of key: String,
        _ rights: TypeRights,
        _ gestures: [String: CategoryGesture],
        _ language: Language
    ) -> [RightsPage.Category] {
        Dictionary(grouping: rights.types) { $0.classCode }
            .map { classCode, types in
                RightsPage.Category(
                    label: valueSets.plainCategory(classCode)[language],
                    types: types.compactMap { one in
                        rights.answers(one)[key].map { (valueSets.plainType(one.code)[language], $0) }
                    }.sorted { $0.0 < $1.0 },
                    gesture: gestures[classCode.value]
                )
            }
            .sorted { $0.label < $1.label }
    }

    /// The holder's own professionals, as far as the choice concerns them.
    private func people(
        _ stay: Stay,
        _ rights: TypeRights,
        _ profession: Profession?,
        _ type: (code: Code, classCode: Code)?
    ) async throws -> [RightsPage.Person] {
        guard profession != nil || type != nil else { return [] }
        let known = try await known(stay)
        let entries = try await clinical(stay).filter { $0.status == .approved }
        let concerned = entries.filter { type == nil || $0.typeCode == type?.code }
        return
            known.filter { profession == nil || $0.profession?.role == profession?.role }
            .map { one in
                RightsPage.Person(
                    handle: seal.handle(of: one.subject, for: stay.holder),
                    name: one.spoken,
                    profession: one.professionLabel,
                    answer: type.map { rights.answer(one, $0) },
                    readable: rights.readable(one, concerned),
                    all: concerned.count
                )
            }
    }

    /// Everybody whom the record has to do with.
    func known(_ stay: Stay) async throws -> [KnownProfessional] {
        KnownProfessional.all(
            in: stay.file.policy,
            events: try await events(stay),
            at: stay.now,
            rules: rules
        )
    }
}

import AccessRules
import Custody
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 17 and 18, and what the holder decides there.
extension PortalDoor {
    func professionals(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let events = try await events(stay)
        let known = KnownProfessional.all(in: stay.file.policy, events: events, at: stay.now, rules: rules)
        func lines(_ included: (ProfessionalPage.Standing) -> Bool) -> [ProfessionalsPage.Line] {
            known.filter { included($0.standing(at: stay.now)) }.map { line($0, stay) }
        }
        return .page(
            ProfessionalsPage(
                authorised: lines { [.authorised, .treating, .administrator, .byStructure].contains($0) },
                blocked: lines { [.blocked, .structureBlocked].contains($0) },
                others: lines { $0 == .ended || $0 == .none },
                teams: teams(stay, known),
                hasAdministrators: rules.policySets[stay.file.policy.policySet]?.allowsAdministrators == true,
                maySearch: maySearch(stay),
                notice: turn.asked("fait") == "equipe" ? TeamText.ended.phrase : nil
            )
        )
    }

    private func line(_ one: KnownProfessional, _ stay: Stay) -> ProfessionalsPage.Line {
        ProfessionalsPage.Line(
            handle: seal.handle(of: one.subject, for: stay.holder),
            name: one.spoken,
            profession: one.professionLabel,
            since: (one.block?.since ?? one.authorisation?.since).map { DateText.date($0) },
            lastAccess: one.lastAccess.map { DateText.moment($0) },
            until: one.block == nil && one.standing(at: stay.now) != .byStructure
                ? one.authorisation?.until.map { DateText.date($0) } : nil,
            isTreating: one.isTreating,
            isAdministrator: one.isAdministrator,
            hasEnded: one.standing(at: stay.now) == .ended
        )
    }

    func professional(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let events = try await events(stay)
        guard let (one, handle) = find(turn, stay, events) else { return .trouble(.notFound) }
        let entries = try await listing(stay)
        let own = events.filter { event in
            if case .care(let care) = event.actor { care.subject == one.subject } else { false }
        }
        let rights = one.profession.map {
            TypeRights(rules: rules, valueSets: valueSets, policy: stay.file.policy, now: stay.now).classes(of: $0)
        }
        return .page(
            ProfessionalPage(
                handle: handle,
                name: one.spoken,
                profession: one.professionLabel,
                structure: one.structure.map { NameText.structure($0) },
                standing: one.standing(at: stay.now),
                since: (one.block?.since ?? one.authorisation?.since).map { DateText.date($0) },
                until: one.authorisation?.until.map { DateText.date($0) },
                origin: one.block == nil ? one.authorisation?.origin.label : nil,
                rights: (rights ?? []).map {
                    ProfessionalPage.Right(category: valueSets.plainCategory($0.classCode), answer: $0.answer)
                },
                accesses: Array(teller(entries: entries, stay).lines(own).prefix(20)),
                choices: choices(one, stay),
                sentences: sentences(stay),
                isAdministrator: one.isAdministrator,
                staysTreating: staysTreating(one, stay),
                mayDecide: mayDecide(on: one, stay),
                documents: written(by: one.subject, entries),
                notice: turn.asked("fait").isEmpty
                    ? nil
                    : turn.asked("fait") == "impossible"
                        ? ProfessionalText.treatingRefused.phrase
                        : ProfessionalChoice(rawValue: turn.asked("fait"))?.texts.done.phrase
            )
        )
    }

    /// What the one signed in can decide about a professional.
    private func choices(_ one: KnownProfessional, _ stay: Stay) -> [ProfessionalChoice] {
        one.choices(at: stay.now).filter { may($0.act, .target(one.subject), stay) }
    }

    /// What is true of roles and blocks under the record's set.
    func sentences(_ stay: Stay) -> RoleSentences {
        RoleSentences(rules.policySets[stay.file.policy.policySet])
    }

    /// Whether whoever acts for the holder decides on professionals at all; what the set keeps is another matter.
    private func mayDecide(on one: KnownProfessional, _ stay: Stay) -> Bool {
        !stay.isActing || [Act.authorise, .block, .unblock].contains { may($0, .target(one.subject), stay) }
    }

    /// Whether it is the record's set that keeps a treating physician in that role: the page says where he is changed.
    private func staysTreating(_ one: KnownProfessional, _ stay: Stay) -> Bool {
        one.isTreating && !may(.removeTreatingPhysician, .target(one.subject), stay)
    }

    /// The latest documents of a professional, and how many there are.
    private func written(by subject: CareSubject, _ entries: [DocumentEntry]) -> ProfessionalPage.Written {
        let own = entries.filter {
            $0.isClinical && $0.status == .approved && EntryStanding($0).relation(to: subject) != .none
        }.sorted { ($0.depositedAt, $0.id) > ($1.depositedAt, $1.id) }
        return ProfessionalPage.Written(count: own.count, latest: own.prefix(5).map { line($0) })
    }

    private func find(_ turn: Turn, _ stay: Stay, _ events: [TraceEvent]) -> (KnownProfessional, Handle)? {
        guard let text = turn.parameters.get("handle") else { return nil }
        let handle = Handle(text: text)
        return KnownProfessional.all(in: stay.file.policy, events: events, at: stay.now, rules: rules)
            .first { seal.handle(of: $0.subject, for: stay.holder) == handle }.map { ($0, handle) }
    }

    private func choice(
        _ turn: Turn,
        _ stay: Stay
    ) async throws -> (choice: ProfessionalChoice, one: KnownProfessional, handle: Handle)? {
        guard let choice = turn.parameters.get("choice").flatMap(ProfessionalChoice.init) else { return nil }
        let events = try await events(stay)
        guard let (one, handle) = find(turn, stay, events) else { return nil }
        return (choice, one, handle)
    }

    func professionalChoiceForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let (choice, one, handle) = try await choice(turn, stay) else { return .trouble(.notFound) }
        guard choices(one, stay).contains(choice) else { return .see(Paths.professional(handle)) }
        guard let wish = wish(choice, one, stay.now) else { return .trouble(.conflict) }
        return .page(try await choicePage(choice, one, handle, wish, stay))
    }

    private func choicePage(
        _ choice: ProfessionalChoice,
        _ one: KnownProfessional,
        _ handle: Handle,
        _ wish: HolderWish,
        _ stay: Stay,
        _ faults: [FieldFault] = []
    ) async throws -> ProfessionalChoicePage {
        ProfessionalChoicePage(
            handle: handle,
            name: one.spoken,
            choice: choice,
            sentences: sentences(stay),
            effect: try await effect(of: wish, on: one, stay),
            asksOpinion: asksOpinion(wish, stay),
            faults: faults
        )
    }

    /// What a decision about one professional changes for him, and for any other whom it touches.
    func effect(of wish: HolderWish, on one: KnownProfessional, _ stay: Stay) async throws -> PolicyEffect {
        let policy = stay.file.policy
        return PolicyEffect.of(
            from: policy,
            to: wish.outcome(on: policy, under: rules),
            on: try await clinical(stay),
            people: [one],
            others: KnownProfessional.all(in: policy, events: [], at: stay.now, rules: rules).filter {
                $0.subject != one.subject
            },
            now: stay.now,
            rules: rules
        )
    }

    /// Whether the person's own opinion is to be stated: by whoever agrees in the place of an adult under protection.
    func asksOpinion(_ wish: HolderWish, _ stay: Stay) -> Bool {
        wish.isAgreement && stay.visit.actor.protectsAnAdult
    }

    /// What a form states of it.
    func opinion(_ form: FormFields) -> PersonsOpinion { form.only(FormNames.opinion) == "oui" ? .asked : .unsaid }

    func decideOnProfessional(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let (choice, one, handle) = try await choice(turn, stay) else { return .trouble(.notFound) }
        guard choices(one, stay).contains(choice), let wish = wish(choice, one, stay.now) else {
            return .trouble(.conflict)
        }
        let opinion = opinion(form)
        if asksOpinion(wish, stay), opinion == .unsaid {
            let faults = [FieldFault(FormNames.opinion, OpinionText.fault.phrase)]
            return .page(
                try await choicePage(choice, one, handle, wish, stay, faults),
                status: .unprocessableContent
            )
        }
        do {
            _ = try await service.carryOut(wish, stay.visit, opinion: opinion, naming: one.name)
        } catch {
            // The rules of the record's set allow one treating physician, or do not let the holder end that role.
            switch error {
            case .conflict, .refused:
                guard [.nameTreating, .endTreating, .nameAdministrator].contains(choice) else { throw error }
                return .see(Paths.professional(handle) + "?fait=impossible")
            default: throw error
            }
        }
        return .see(Paths.professional(handle) + "?fait=" + choice.rawValue)
    }

    func wish(_ choice: ProfessionalChoice, _ one: KnownProfessional, _ now: Instant) -> HolderWish? {
        switch choice {
        case .authorise: one.leave(now: now).map(HolderWish.authorise)
        case .revoke: .revoke(one.subject)
        case .block:
            .block(Block(subject: one.subject, name: one.name, profession: one.profession, since: now))
        case .unblock: .unblock(one.subject)
        case .nameTreating: one.leave(now: now).map(HolderWish.declareTreatingPhysician)
        case .nameAdministrator: one.leave(now: now).map(HolderWish.nameAdministrator)
        case .endAdministrator: if case .person(let id) = one.subject { .withdrawAdministrator(id) } else { nil }
        case .endTreating: if case .person(let id) = one.subject { .removeTreatingPhysician(id) } else { nil }
        }
    }
}

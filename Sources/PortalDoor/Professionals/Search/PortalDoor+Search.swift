import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 17: somebody whom the record does not know yet is found by name, then authorised or blocked.
extension PortalDoor {
    func searchForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard maySearch(stay) else { return .trouble(.refused) }
        return .page(SearchPage(state: settings.professionals == nil ? .noDirectory : .form))
    }

    func search(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard maySearch(stay) else { return .trouble(.refused) }
        guard let directory = settings.professionals else { return .page(SearchPage(state: .noDirectory)) }
        func text(_ name: String) -> String {
            String((form.only(name)?.trimmed ?? "").prefix(ProfessionalSearch.mostText))
        }
        let asked = SearchPage.Asked(name: text(FormNames.family), place: text(FormNames.whereabouts))
        guard asked.name.count(where: \.isLetter) >= ProfessionalSearch.fewestLetters else {
            let fault = FieldFault(FormNames.family, SearchText.nameFault.phrase)
            return .page(SearchPage(asked: asked, state: .form, faults: [fault]), status: .unprocessableContent)
        }
        guard let found = await directory.find(asked.name)?.filter({ $0.isAt(asked.place) }) else {
            return .page(SearchPage(asked: asked, state: .unavailable), status: .serviceUnavailable)
        }
        let known = try await known(stay)
        let lines = found.prefix(ProfessionalSearch.mostFound).compactMap { line($0, known, stay) }
        return .page(
            SearchPage(
                asked: asked,
                state: .found(lines, areMore: found.count > ProfessionalSearch.mostFound)
            )
        )
    }

    /// Whether the one signed in decides who may read the record.
    func maySearch(_ stay: Stay) -> Bool {
        guard stay.isActing, let anyone = Somebody.physician else { return !stay.isActing }
        return may(.authorise, .target(anyone.subject), stay)
    }

    private func line(
        _ found: ListedProfessional,
        _ known: [KnownProfessional],
        _ stay: Stay
    ) -> SearchPage.Line? {
        let state = SealedFound(session: seal.formToken(for: stay.cookie.description), at: stay.now, found: found)
        guard let sealed = state.sealed(seal) else { return nil }
        let one = known.first { $0.subject == .person(found.person) }
        return SearchPage.Line(
            name: NameText.titled(found.name, found.profession),
            profession: ProfessionText.label(found.profession),
            place: [found.structure.name, found.town].filter { !$0.isEmpty }.joined(separator: ", "),
            sealed: sealed,
            choices: choices(on: found, stay),
            handle: one.map { seal.handle(of: $0.subject, for: stay.holder) }
        )
    }

    /// What may be decided about somebody found: what it is about somebody whom the record knows.
    private func choices(on found: ListedProfessional, _ stay: Stay) -> [ProfessionalChoice] {
        let one = professional(found, stay)
        return one.choices(at: stay.now).filter {
            ($0 == .authorise || $0 == .block) && may($0.act, .target(one.subject), stay)
        }
    }

    /// Somebody found, with what the holder has decided about him.
    private func professional(_ found: ListedProfessional, _ stay: Stay) -> KnownProfessional {
        let subject = CareSubject.person(found.person)
        var one =
            KnownProfessional.all(in: stay.file.policy, events: [], at: stay.now, rules: rules).first {
                $0.subject == subject
            }
            ?? KnownProfessional(subject: subject, name: found.name)
        one.profession = one.profession ?? found.profession
        one.structure = one.structure ?? found.structure
        if one.name.spoken.isEmpty { one.name = found.name }
        return one
    }

    private func chosen(
        _ stay: Stay,
        _ form: FormFields
    ) -> (choice: ProfessionalChoice, one: KnownProfessional, sealed: String)? {
        let sealed = form.only(FormNames.professional)
        let session = seal.formToken(for: stay.cookie.description)
        guard let found = SealedFound.opened(sealed, session: session, now: stay.now, seal), let sealed,
            let choice = form.only(FormNames.choice).flatMap(ProfessionalChoice.init),
            choices(on: found, stay).contains(choice)
        else { return nil }
        return (choice, professional(found, stay), sealed)
    }

    func foundForm(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let (choice, one, sealed) = chosen(stay, form), let wish = wish(choice, one, stay.now) else {
            return .see(Paths.search)
        }
        return .page(try await foundPage(choice, one, sealed, wish, stay))
    }

    private func foundPage(
        _ choice: ProfessionalChoice,
        _ one: KnownProfessional,
        _ sealed: String,
        _ wish: HolderWish,
        _ stay: Stay,
        _ faults: [FieldFault] = []
    ) async throws -> ActSummaryPage {
        let asks = asksOpinion(wish, stay)
        return ActSummaryPage(
            title: choice.texts.action.phrase,
            about: one.spoken + ", " + (one.structure?.name ?? ""),
            meaning: choice.meaning(sentences(stay)).map(\.phrase) + (asks ? [OpinionText.lead.phrase] : []),
            effect: try await effect(of: wish, on: one, stay),
            undo: EffectText.undo.phrase,
            action: Paths.foundDecided,
            confirm: choice.texts.confirm.phrase,
            cancel: SearchText.cancel.phrase,
            back: Paths.search,
            carried: [(FormNames.professional, sealed), (FormNames.choice, choice.rawValue)],
            box: asks ? (FormNames.opinion, OpinionText.asked.phrase) : nil,
            faults: faults,
            place: .professionals,
            trail: [
                Crumb(label: ShellText.professionals.phrase, path: Paths.professionals),
                Crumb(label: SearchText.title.phrase, path: Paths.search),
            ]
        )
    }

    func decideOnFound(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let (choice, one, sealed) = chosen(stay, form), let wish = wish(choice, one, stay.now) else {
            return .see(Paths.search)
        }
        let opinion = opinion(form)
        if asksOpinion(wish, stay), opinion == .unsaid {
            let faults = [FieldFault(FormNames.opinion, OpinionText.fault.phrase)]
            return .page(try await foundPage(choice, one, sealed, wish, stay, faults), status: .unprocessableContent)
        }
        _ = try await service.carryOut(wish, stay.visit, opinion: opinion, naming: one.name)
        return .see(
            Paths.professional(seal.handle(of: one.subject, for: stay.holder)) + "?fait=" + choice.rawValue
        )
    }
}

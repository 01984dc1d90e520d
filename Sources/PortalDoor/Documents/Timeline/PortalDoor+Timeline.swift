import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 10, and the decision to mask the part of it that is shown.
extension PortalDoor {
    /// The part of the story that somebody has chosen to see.
    private struct Story {
        let all: [DocumentEntry]
        let years: [(year: Int, count: Int)]
        let year: Int?
        let shown: [(entry: DocumentEntry, day: CalendarDate)]
        let category: String
    }

    private func story(category: String, year asked: String, _ stay: Stay) async throws -> Story {
        let entries = try await service.list(stay.visit).clinical.filter { $0.status == .approved }
        let dated = entries.filter { category.isEmpty || $0.classCode.value == category }
            .map { (entry: $0, day: day($0)) }
            .sorted { ($0.day, $0.entry.id) > ($1.day, $1.entry.id) }
        let years = Dictionary(dated.map { ($0.day.year, 1) }, uniquingKeysWith: +).sorted { $0.key > $1.key }
        let year = years.first { "\($0.key)" == asked }?.key ?? years.first?.key
        return Story(
            all: entries,
            years: years.map { (year: $0.key, count: $0.value) },
            year: year,
            shown: dated.filter { $0.day.year == year },
            category: category
        )
    }

    /// What of it the one signed in may mask, or show again.
    private func changeable(_ story: Story, masked: Bool, _ stay: Stay) -> [DocumentEntry] {
        story.shown.map(\.entry).filter {
            $0.visibility.contains(.maskedToProfessionals) == masked && may(masked ? .unmask : .mask, on: $0, stay)
        }
    }

    func timeline(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let story = try await story(
            category: turn.asked(FormNames.category),
            year: turn.asked(FormNames.page),
            stay
        )
        let previous = try await service.previousVisit(token: stay.token)
        let months = Dictionary(grouping: story.shown, by: \.day.month).sorted { $0.key > $1.key }
            .map { month, found in
                TimelinePage.Month(
                    year: story.year ?? 0,
                    month: month,
                    lines: found.sorted { ($0.day, $0.entry.id) > ($1.day, $1.entry.id) }
                        .map { line($0.entry, newSince: previous) }
                )
            }
        let done: [String: TimelineText] = ["masque": .nowMasked, "visible": .nowVisible]
        return .page(
            TimelinePage(
                months: months,
                years: story.years,
                year: story.year,
                categories: categories(story.all, turn.language),
                category: story.category,
                maskable: changeable(story, masked: false, stay).count,
                unmaskable: changeable(story, masked: true, stay).count,
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    func maskStoryForm(_ turn: Turn, _ stay: Stay) async throws -> Answer { try await storyForm(true, turn, stay) }

    func unmaskStoryForm(_ turn: Turn, _ stay: Stay) async throws -> Answer { try await storyForm(false, turn, stay) }

    private func storyForm(_ masks: Bool, _ turn: Turn, _ stay: Stay) async throws -> Answer {
        let (category, year) = (turn.asked(FormNames.category), turn.asked(FormNames.page))
        let story = try await story(category: category, year: year, stay)
        let chosen = changeable(story, masked: !masks, stay)
        guard !chosen.isEmpty, let year = story.year else { return .see(Paths.timeline) }
        return .page(
            ActSummaryPage(
                title: TimelineText.change(masks: masks, chosen.count),
                about: Self.part(
                    year,
                    chosen.first.map {
                        story.category.isEmpty ? "" : valueSets.plainCategory($0.classCode)[turn.language]
                    }
                ),
                meaning: [
                    (masks ? TimelineText.maskMeaning : .unmaskMeaning).phrase, TimelineText.laterUnchanged.phrase,
                ],
                effect: PolicyEffect.of(
                    from: stay.file.policy,
                    to: stay.file.policy,
                    on: chosen,
                    changed: { Self.visible($0, masked: masks) },
                    people: try await known(stay),
                    now: stay.now,
                    rules: rules
                ),
                undo: EffectText.undo.phrase,
                action: masks ? Paths.timelineMask : Paths.timelineUnmask,
                confirm: (masks ? TimelineText.maskConfirm : .unmaskConfirm).phrase,
                cancel: TimelineText.cancel.phrase,
                back: TimelinePage.path(year, category),
                carried: [(FormNames.category, category), (FormNames.page, "\(year)")],
                place: .timeline,
                trail: [Crumb(label: TimelineText.title.phrase, path: Paths.timeline)]
            )
        )
    }

    private static func part(_ year: Int, _ category: String?) -> String {
        [category ?? "", "\(year)"].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func maskStory(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await changeStory(true, stay, form)
    }

    func unmaskStory(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await changeStory(false, stay, form)
    }

    private func changeStory(_ masks: Bool, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let category = form.only(FormNames.category) ?? ""
        let story = try await story(category: category, year: form.only(FormNames.page) ?? "", stay)
        let chosen = changeable(story, masked: !masks, stay)
        guard !chosen.isEmpty, let year = story.year else { return .trouble(.conflict) }
        try await change(chosen, masks ? .mask : .unmask, stay)
        let path = TimelinePage.path(year, category)
        return .see(path + "&fait=" + (masks ? "masque" : "visible"))
    }
}

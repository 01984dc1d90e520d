import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 23: what the service tells of, read from the history itself.
extension PortalDoor {
    func notices(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let events = try await events(stay)
        let entries = try await listing(stay)
        let previous = try await service.previousVisit(token: stay.token) ?? Instant(milliseconds: 0)
        let teller = teller(entries: entries, stay)
        var reading = NoticeReading(rules: rules)
        var lines: [NoticesPage.Line] = []
        // From the oldest, so that a first reading is known as such.
        for event in events.reversed() where !event.isAboutLotSignature && event.outcome == .permitted {
            for kind in reading.lines(of: event) {
                let known = event.documents.filter { id in entries.contains { $0.id == id && !$0.isLotSignature } }
                lines.append(
                    NoticesPage.Line(
                        kind: kind,
                        sentence: teller.tell(event).sentence,
                        isNew: event.time > previous,
                        isEmergency: kind == .emergency,
                        document: known.count == 1 ? known.first : nil
                    )
                )
            }
        }
        return .page(
            NoticesPage(
                all: lines.reversed(),
                channel: stay.isActing ? nil : channel(stay),
                isActing: stay.isActing,
                choices: stay.isActing ? try await service.ownNotices(stay.visit) : stay.file.notices,
                told: told(stay),
                notice: turn.asked("fait") == "oui" ? NoticesText.saved.phrase : nil
            )
        )
    }

    /// What the record's set tells of whoever reads the record; no set, nothing.
    private func told(_ stay: Stay) -> Set<NoticesText> {
        guard let set = rules.policySets[stay.file.policy.policySet] else { return [] }
        var told: Set<NoticesText> = []
        if set.notifiesFirstAccess { told.insert(.firstAccess) }
        if !set.emergencyChoices.isEmpty { told.insert(.emergency) }
        return told
    }

    private func channel(_ stay: Stay) -> Phrase? {
        let email = stay.file.email.map { NoticesText.byEmail.phrase + Phrase(verbatim: Self.maskedEmail($0)) }
        let phone = stay.file.phone.map { NoticesText.bySMS.phrase + Phrase(verbatim: Self.maskedPhone($0)) }
        return stay.file.notices.channel == .sms ? phone ?? email : email ?? phone
    }

    func changeNotices(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        // The holder's own page has no such box, whatever the form says, nor has anybody's where the set tells of none.
        let isAsked = stay.isActing && told(stay).contains(.firstAccess)
        let choices = NoticeChoices(
            firstAccess: !isAsked || form.only(FormNames.firstAccess) == "oui",
            newDocument: form.only(FormNames.newDocument) == "oui",
            channel: form.only(FormNames.channel).flatMap(ContactKind.init)
        )
        if stay.isActing {
            // No way is no notice: whoever acts for somebody asks for them himself.
            try await service.chooseNotices(choices.channel == nil ? nil : choices, stay.visit)
        } else {
            _ = try await service.carryOut(.notices(choices), stay.visit)
        }
        return .see(Paths.notices + "?fait=oui")
    }
}

import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Proof of presence on the portal: only the holder can say where he is.
extension PortalDoor {
    func presence(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        let done: [String: PresenceText] = ["oui": .answeredYes, "non": .answeredNo, "passe": .gone]
        return .page(
            PresencePage(
                asking: try await service.pendingPresence(stay.visit).map { asked in
                    PresencePage.Asking(
                        id: asked.id,
                        name: NameText.titled(asked.name, asked.profession),
                        profession: ProfessionText.label(asked.profession),
                        place: NameText.structure(asked.structure),
                        until: DateText.moment(asked.expires)
                    )
                },
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    func answerPresence(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard !stay.isActing else { return .trouble(.notFound) }
        guard let id = form.only(FormNames.person).flatMap({ UniqueID($0) }),
            let isThere = ["oui": true, "non": false][form.only(FormNames.choice) ?? ""]
        else { return .trouble(.bad) }
        do {
            try await service.answerPresence(id, isThere: isThere, stay.visit)
        } catch {
            // It was answered on another device, or its time is over.
            guard case .conflict = error else { throw error }
            return .see(Paths.presence + "?fait=passe")
        }
        return .see(Paths.presence + "?fait=" + (isThere ? "oui" : "non"))
    }
}

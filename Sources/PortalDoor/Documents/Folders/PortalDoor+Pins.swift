import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 7 and 8: documents that one keeps at hand.
extension PortalDoor {
    /// Pins the document of the page, or takes the pin away; only what is in sight can be pinned.
    func pin(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let entry = try await service.list(stay.visit).clinical.first(where: { $0.id == turn.document }) else {
            return .trouble(.notFound)
        }
        let isPinned = form.only(FormNames.choice) == "oui"
        do {
            try await service.pin(entry.id, isPinned, stay.visit)
        } catch {
            guard case .conflict("pins") = error else { throw error }
            return .see(Paths.document(entry.id) + "?fait=trop-epingles")
        }
        return .see(Paths.document(entry.id) + (isPinned ? "?fait=epingle" : "?fait=desepingle"))
    }

    /// The pinned documents in sight, the newest first; older versions lead to no pin.
    func pinned(_ entries: [DocumentEntry], _ stay: Stay) async throws -> [DocumentEntry] {
        let pins = try await service.pins(stay.visit)
        return entries.filter { pins.contains($0.id) && $0.status != .deprecated }
            .sorted { ($0.depositedAt, $0.id) > ($1.depositedAt, $1.id) }
    }
}

import HealthRecord
import PageKit
import RecordService
import Wording

/// The receipt of a document, for who filed it.
extension CareDoor {
    func receipt(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let isListed = lists(now)
        let entries = try await (isListed ? service.list(now.visit).clinical : ownEntries(now))
        guard let id = turn.document, let entry = entries.first(where: { $0.id == id }), isMine(entry, now.stay)
        else { return .trouble(.notFound, handle: now.handle) }
        return .page(
            ReceiptPage(
                handle: now.handle,
                id: id,
                document: line(entry, now),
                received: entry.depositedAt,
                filedBy: author(entry),
                place: entry.authors.first?.institutions.first?.name ?? "",
                number: entry.uniqueID.text,
                digest: Self.hex(entry.sha256),
                isListed: isListed
            )
        )
    }
}

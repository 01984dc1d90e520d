import Custody
import HealthRecord
import RecordService
import XDSWire

/// The same change of many documents, decided once.
extension PortalDoor {
    /// Changes all of them, however many: in several orders where one would hold the record for too long.
    ///
    /// - Throws: `StoppedChange` where some of them are changed already, and as the service does where none is: whoever has
    ///   done something else before says so himself.
    func change(_ entries: [DocumentEntry], _ change: DocumentChange, _ stay: Stay) async throws {
        var (rest, count) = (entries[...], settings.changedAtOnce)
        while !rest.isEmpty {
            let part = rest.prefix(count)
            do throws(ServiceError) {
                _ = try await service.change(part.map { AskedChange(.logicalIDs([$0.id]), change) }, stay.visit)
                rest = rest.dropFirst(part.count)
            } catch {
                // Older versions change with their document, and only the service knows how many there are.
                guard case .conflict(let word) = error, word == CustodyError.tooManyChanges, part.count > 1 else {
                    // The first order is done whole or not at all: its refusal says all there is to say of the documents.
                    let changed = entries.count - rest.count
                    guard changed > 0 else { throw error }
                    throw StoppedChange(error, changed: changed, of: entries.count)
                }
                count = part.count / 2
            }
        }
    }
}

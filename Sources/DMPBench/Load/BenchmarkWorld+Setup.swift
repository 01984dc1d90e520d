internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

extension BenchmarkWorld {
    /// Documents of one lot while a record is filled.
    private static let lot = 20

    /// Gives every client leave to read the records that are used; records that refuse one are left out.
    mutating func authorise() async throws(BenchmarkError) {
        var usable: [SamplePatient] = []
        for patient in [listed] + others {
            var isUsable = true
            for client in clients where isUsable {
                do throws(LPSError) {
                    try await client.declareAuthorisation(for: patient.ins)
                } catch {
                    guard error.refusalCode != nil else {
                        throw .refused(step: "authorisation", code: error.benchmarkCode)
                    }
                    isUsable = false
                }
            }
            if isUsable { usable.append(patient) }
        }
        try keep(usable)
    }

    /// Files one document and reads it back: whatever is wrong shows here and not as errors under load.
    func trial(bytes: Int) async throws -> OutgoingDocument {
        guard let client = clients.first, let patient = others.first else { throw BenchmarkError.nobody }
        let document = try document(0, of: patient, by: 0, bytes: bytes)
        guard let id = document.entry.uniqueID else { throw BenchmarkError.document }
        do throws(LPSError) {
            _ = try await client.deposit([document], for: patient.ins)
            let received = try await client.retrieve([id], from: patient.ins)
            guard received.documents.first?.bytes == document.bytes else { throw .unreadable(.missingPart) }
        } catch {
            throw BenchmarkError.refused(step: "trial", code: error.benchmarkCode)
        }
        return document
    }

    /// Fills the listed record up to a number of documents; answers how many there are then.
    func fill(upTo count: Int) async throws -> Int {
        guard let client = clients.first else { throw BenchmarkError.nobody }
        var present: Int
        do throws(LPSError) {
            present = try await client.documents(of: listed.ins).count
        } catch {
            throw BenchmarkError.refused(step: "list", code: error.benchmarkCode)
        }
        // Ranks far above those of the measured deposits.
        var rank = 1_000_000
        while present < count {
            let size = min(Self.lot, count - present)
            let documents = try (0..<size).map { try document(rank + $0, of: listed, by: 0, bytes: 2_000) }
            do throws(LPSError) {
                _ = try await client.deposit(documents, for: listed.ins)
            } catch {
                throw BenchmarkError.refused(step: "filling", code: error.benchmarkCode)
            }
            rank += size
            present += size
        }
        return present
    }
}

internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

extension BenchmarkWorld {
    /// Two records that look alike to a reader, and who reads and who files.
    struct Twins: Sendable {
        let plain: SamplePatient
        let other: SamplePatient
        let author: Int
        let reader: CareSoftware
        let writer: CareSoftware
    }

    /// Ranks of documents, all of one length, so that no identifier is longer than another.
    private static let (visibleRank, hiddenRank, unknownRank) = (5_000_000, 6_000_000, 7_000_000)

    /// The general practitioner files, the cardiologist reads: what is masked he sees nothing of.
    func twins() throws(BenchmarkError) -> Twins {
        guard others.count > 1, let author = clients.indices.first(where: { doctor($0).key == "gp" }),
            let reader = clients.indices.first(where: { doctor($0).key == "cardiologist" })
        else { throw .nobody }
        return Twins(
            plain: others[0],
            other: others[1],
            author: author,
            reader: clients[reader],
            writer: clients[author]
        )
    }

    /// Fills both up to as many documents that the reader sees.
    func equalise(_ twins: Twins, documents count: Int) async throws -> Int {
        let patients = [twins.plain, twins.other]
        var present: [Int] = []
        for patient in patients { present.append(try await twins.reader.documents(of: patient.ins).count) }
        let target = max(count, present.max() ?? 0)
        for (at, patient) in patients.enumerated() {
            let ranks = (0..<(target - present[at])).map { Self.visibleRank + at * 100_000 + $0 }
            try await file(ranks, of: patient, twins, isMasked: false)
        }
        return target
    }

    /// Files what the reader must not learn of.
    func hide(_ count: Int, on twins: Twins) async throws {
        let before = try await twins.reader.documents(of: twins.other.ins).count
        try await file((0..<count).map { Self.hiddenRank + $0 }, of: twins.other, twins, isMasked: true)
        let after = try await twins.reader.documents(of: twins.other.ins).count
        guard before == after else { throw BenchmarkError.refused(step: "hiding", code: "seen") }
    }

    func hiddenID(_ at: Int) throws(BenchmarkError) -> OID { try id(Self.hiddenRank + at) }
    func unknownID(_ at: Int) throws(BenchmarkError) -> OID { try id(Self.unknownRank + at) }

    private func file(_ ranks: [Int], of patient: SamplePatient, _ twins: Twins, isMasked: Bool) async throws {
        for start in stride(from: 0, to: ranks.count, by: 20) {
            let lot = try ranks[start..<min(start + 20, ranks.count)].map { rank in
                var document = try document(rank, of: patient, by: twins.author, bytes: 2_000)
                if isMasked { document.entry.confidentialityCodes.append(Visibility.maskedCode) }
                return document
            }
            _ = try await twins.writer.deposit(lot, for: patient.ins)
        }
    }
}

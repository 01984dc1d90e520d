internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

/// Two records that look alike to whoever reads them.
struct Twins: Sendable {
    let plain: SamplePatient
    let other: SamplePatient
    /// What sets the documents of one pair apart from those of another.
    let pair: Int

    var both: [SamplePatient] { [plain, other] }
}

/// Who files and who reads, by their ranks among the clients.
struct SilencePeople: Sendable {
    let author: Int
    let reader: Int
}

extension BenchmarkWorld {
    /// How many documents of a record its reader finds.
    typealias Count = (SamplePatient) async throws -> Int

    /// Ranks of documents, all of one length, so that no identifier is longer than another.
    private static let (visibleRank, hiddenRank, unknownRank) = (5_000_000, 6_000_000, 7_000_000)

    /// The general practitioner files, the cardiologist reads: what is masked he sees nothing of.
    func people() throws(BenchmarkError) -> SilencePeople {
        guard let author = clients.indices.first(where: { doctor($0).key == "gp" }),
            let reader = clients.indices.first(where: { doctor($0).key == "cardiologist" })
        else { throw .nobody }
        return SilencePeople(author: author, reader: reader)
    }

    /// The records that a professional reads.
    func twins() throws(BenchmarkError) -> Twins {
        guard others.count > 1 else { throw .nobody }
        return Twins(plain: others[0], other: others[1], pair: 0)
    }

    /// The records that their holders read; nobody else reads with them.
    func holderTwins(_ manifest: BenchmarkManifest) throws(BenchmarkError) -> Twins {
        let holders = Set(manifest.patients.filter { $0.secretCode != nil }.map(\.ins))
        let able = others.dropFirst(2).filter { holders.contains($0.ins.matricule.text) && $0.representatives.isEmpty }
        guard let plain = able.first, let other = able.dropFirst().first else { throw .nobody }
        return Twins(plain: plain, other: other, pair: 1)
    }

    /// Fills both up to as many documents that the reader finds.
    func equalise(_ twins: Twins, documents count: Int, by author: Int, _ seen: Count) async throws -> Int {
        var present: [Int] = []
        for patient in twins.both { present.append(try await seen(patient)) }
        let target = max(count, present.max() ?? 0)
        for (at, patient) in twins.both.enumerated() {
            let first = Self.visibleRank + twins.pair * 500_000 + at * 100_000
            try await file((0..<(target - present[at])).map { first + $0 }, of: patient, by: author, [], letter)
            guard try await seen(patient) == target else {
                throw BenchmarkError.refused(step: "filling", code: "unseen")
            }
        }
        return target
    }

    /// Files on the second twin what the reader must not learn of.
    func hide(_ count: Int, on twins: Twins, as visibility: Visibility, by author: Int, _ seen: Count) async throws {
        let before = try await seen(twins.other)
        try await file((0..<count).map { hiddenRank($0, twins) }, of: twins.other, by: author, visibility, letter)
        guard try await seen(twins.other) == before else { throw BenchmarkError.refused(step: "hiding", code: "seen") }
    }

    func hiddenID(_ at: Int, _ twins: Twins) throws(BenchmarkError) -> OID { try id(hiddenRank(at, twins)) }
    func unknownID(_ at: Int) throws(BenchmarkError) -> OID { try id(Self.unknownRank + at) }

    /// By what pages name the hidden documents: their author finds them.
    func hiddenNames(_ count: Int, _ twins: Twins, by author: Int) async throws -> [UniqueID] {
        let hidden = Set(try (0..<count).map { try hiddenID($0, twins) })
        let names = try await clients[author].documents(of: twins.other.ins)
            .filter { $0.uniqueID.map(hidden.contains) ?? false }
            .compactMap { UniqueID($0.logicalID ?? $0.id) }
        guard names.count == count, count > 0 else { throw BenchmarkError.refused(step: "hiding", code: "not filed") }
        return names
    }

    private func hiddenRank(_ at: Int, _ twins: Twins) -> Int { Self.hiddenRank + twins.pair * 500_000 + at }

    private func letter(_ rank: Int, of patient: SamplePatient, by author: Int) throws -> OutgoingDocument {
        try document(rank, of: patient, by: author, bytes: 2_000)
    }

    /// Files documents, each made from its rank, lot by lot.
    func file(
        _ ranks: [Int],
        of patient: SamplePatient,
        by author: Int,
        _ visibility: Visibility,
        _ make: (Int, SamplePatient, Int) throws -> OutgoingDocument
    ) async throws {
        for start in stride(from: 0, to: ranks.count, by: 20) {
            let lot = try ranks[start..<min(start + 20, ranks.count)].map { rank in
                var document = try make(rank, patient, author)
                document.entry.confidentialityCodes += visibility.codes
                return document
            }
            _ = try await clients[author].deposit(lot, for: patient.ins)
        }
    }
}

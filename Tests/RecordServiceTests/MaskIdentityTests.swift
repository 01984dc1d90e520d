import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Masking, then showing again, is the identity: every reader gets what he got before (access and life cycle § 3.5; CSP R1111-49).
@Suite struct MaskIdentityTests {
    private struct Readers {
        let gp: SampleProfessional
        let other: SampleProfessional
        let stranger: SampleProfessional
    }

    /// What everybody gets of the record, but the number of its changes.
    private func answers(
        _ office: Office,
        _ patient: SamplePatient,
        _ who: Readers,
        _ ids: [OID]
    ) async throws -> [String] {
        var answers: [String] = []
        for (reader, mode) in [
            (who.gp, AccessMode.normal), (who.other, .normal), (who.stranger, .normal),
            (who.stranger, .breakGlass(reason: "Coma")),
        ] {
            do {
                let listing = try await office.service.list(try await office.visit(reader, patient, mode: mode))
                answers.append(
                    listing.entries.map { "\($0.uniqueID.text) \($0.visibility.rawValue) \($0.status)" }.joined()
                )
                let read = try await office.service.read(ids, try await office.visit(reader, patient, mode: mode))
                answers.append(read.map(\.text).joined(separator: "|"))
            } catch { answers.append("refused \(error)") }
        }
        let own = try await office.service.list(try await office.holder(patient))
        answers.append(own.entries.map { "\($0.uniqueID.text) \($0.visibility.rawValue) \($0.status)" }.joined())
        return answers
    }

    @Test(arguments: UInt64(1)...4)
    func maskingThenUnmaskingIsIdentityForEveryReader(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        let physicians = Office.world.professionals.filter { one in
            one.actor().profession.role.value == "10" && one.actor().holder == .professional && one.key != "gp"
        }
        let who = Readers(
            gp: try Lots.professional("gp"),
            other: try #require(physicians.first),
            stranger: try #require(physicians.last)
        )
        try #require(who.other.key != who.stranger.key)
        try await office.open(patient)
        try await office.authorise(who.gp, patient)
        try await office.authorise(who.other, patient)
        var ids: [OID] = []
        for number in UInt64(1)...4 {
            let author = Bool.random(using: &random) ? who.gp : who.other
            let visibility: Visibility = Bool.random(using: &random) ? .hiddenFromPatient : []
            ids.append(try await office.file(number, of: patient, by: author, visibility: visibility))
        }
        for _ in 0..<4 {
            let before = try await answers(office, patient, who, ids)
            // The holder changes what he sees.
            let seen = try await office.service.list(try await office.holder(patient)).entries
            guard let one = seen.randomElement(using: &random) else { break }
            _ = try await office.service.change(.uniqueIDs([one.uniqueID]), .mask, try await office.holder(patient))
            let masked = try await answers(office, patient, who, ids)
            #expect(masked != before)
            _ = try await office.service.change(.uniqueIDs([one.uniqueID]), .unmask, try await office.holder(patient))
            #expect(try await answers(office, patient, who, ids) == before)
        }
        try await office.close()
    }
}

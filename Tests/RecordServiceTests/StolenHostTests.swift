import ClinicalDocuments
import Custody
import Foundation
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Design § 2, law 2: somebody walks away with the host's folder and reads every byte of it.
@Suite struct StolenHostTests {
    static let canaries = ["Zanzibarquoise", "Hippocampélie", "Quetzalcoatline", "Brontosaurisque"]

    /// A word as files could hold it: three encodings, and base64 at each of its three alignments.
    private func spellings(_ word: String) -> [Data] {
        let forms = [
            Data(word.utf8), word.data(using: .utf16LittleEndian) ?? Data(),
            word.data(using: .utf16BigEndian) ?? Data(),
        ]
        let encoded = (0..<3).map { shift -> Data in
            let text = (Data(repeating: 0x41, count: shift) + Data(word.utf8)).base64EncodedString()
            // Only the characters that depend on the word alone.
            let start = [0, 2, 3][shift]
            let length = (8 * (Data(word.utf8).count + shift) / 6) - start
            return Data(text.dropFirst(start).prefix(length).utf8)
        }
        return forms + encoded
    }

    private func files(in folder: String) throws -> [Data] {
        let names = try #require(FileManager.default.enumerator(atPath: folder))
        return try names.compactMap { $0 as? String }.compactMap { name in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder),
                !isFolder.boolValue
            else { return nil }
            return try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
    }

    /// Access and life cycle § 6.
    @Test func theFolderOfTheHostTellsNothing() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        var patient = try Lots.patient()
        let gp = try Lots.professional("gp")
        patient = patient.renamed(family: Self.canaries[0])
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let text = String(repeating: Self.canaries[1] + " ", count: 6_000)
        let short = try Lots.letter(1, of: patient, by: gp, title: Self.canaries[2], text: Self.canaries[1])
        let long = try Lots.letter(2, of: patient, by: gp, title: Self.canaries[2], text: text)
        let visit = try await office.visit(gp, patient)
        let lot = try Lots.lot([short, long], number: 1)
        #expect(try await office.service.deposit(lot, visit) == .deposited)
        _ = try await office.service.change(.uniqueIDs([short.id]), .mask, try await office.holder(patient))
        _ = try await office.service.list(try await office.visit(gp, patient))
        // Looked at while the log is full of pages, and after everything has been moved and closed.
        for round in 0..<2 {
            let found = try files(in: folder.path + "/host")
            #expect(found.count > 1)
            let secrets =
                Self.canaries + [
                    patient.ins.matricule.text, patient.ins.matricule.body, short.id.text, long.id.text, gp.id.text,
                    gp.name.family, "11488-4", "text/xml", "ClinicalDocument", patient.traits.birthDate.hl7,
                    patient.email,
                ]
            for word in secrets {
                for (form, spelling) in spellings(word).enumerated() {
                    #expect(!found.contains { $0.range(of: spelling) != nil }, "\(word) in form \(form)")
                }
            }
            if round == 0 { try await office.close() }
        }
        // The search itself finds what is there.
        let control =
            Data("xx".utf8) + Data((("é" + Self.canaries[1]).data(using: .utf8) ?? Data()).base64EncodedString().utf8)
        #expect(spellings(Self.canaries[1]).contains { control.range(of: $0) != nil })
    }
}

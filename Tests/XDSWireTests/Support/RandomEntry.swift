import HealthRecord
import Testing
import XDSWire

/// Entries with any attribute absent and texts full of characters that formats treat as their own.
enum RandomEntry {
    private static let letters = Array("aZé€&<>\"'^|~\\()%_ \u{1F600}0.;\t")

    static func text(_ random: inout SplitMix64) -> String {
        let count = Int.random(in: 1...12, using: &random)
        let inner = (0..<count).map { _ in letters.randomElement(using: &random) ?? "a" }
        return "x" + String(inner) + "y"
    }

    static func maybe<Value>(_ random: inout SplitMix64, _ make: (inout SplitMix64) throws -> Value) rethrows -> Value?
    {
        Bool.random(using: &random) ? try make(&random) : nil
    }

    static func code(_ random: inout SplitMix64) -> Code {
        Code(text(&random), text(&random), label: text(&random))
    }

    static func time(_ random: inout SplitMix64) throws -> HL7Time {
        let full = "20260412093014"
        return try Samples.time(String(full.prefix([4, 6, 8, 10, 12, 14].randomElement(using: &random) ?? 14)))
    }

    static func author(_ random: inout SplitMix64) throws -> Author {
        Author(
            identifier: text(&random),
            assigningAuthority: try maybe(&random) { _ in try Samples.oid("1.2.3.4") },
            name: PersonName(family: text(&random), given: text(&random)),
            identifierType: ["IDNPS", "NH", "RI", "EI", ""].randomElement(using: &random) ?? "",
            institutions: (0..<Int.random(in: 0...2, using: &random)).map { _ in
                AuthorInstitution(
                    name: text(&random),
                    identifier: maybe(&random, text),
                    assigningAuthority: maybe(&random) { _ in StructureID.root }
                )
            },
            role: maybe(&random, text),
            specialty: maybe(&random, code)
        )
    }

    static func make(_ random: inout SplitMix64) throws -> SubmittedEntry {
        var entry = SubmittedEntry(id: Samples.id(random.next()).urn)
        entry.kind = .stable
        entry.logicalID = maybe(&random) { Samples.id($0.next()).urn }
        entry.version = maybe(&random) { String(Int.random(in: 1...9, using: &$0)) }
        entry.status = maybe(&random) { AvailabilityStatus.allCases.randomElement(using: &$0) ?? .approved }
        entry.mimeType = maybe(&random) { _ in "application/pdf" }
        entry.uniqueID = try maybe(&random) { _ in try Samples.oid("1.2.250.1.999.4") }
        entry.patientID = try maybe(&random) { _ in PatientIdentifier(try Samples.ins()) }
        entry.creationTime = try maybe(&random, time)
        entry.serviceStart = try maybe(&random, time)
        entry.serviceStop = try maybe(&random, time)
        entry.language = maybe(&random) { _ in "fr-FR" }
        entry.hash = maybe(&random) { random in (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) } }
        entry.size = maybe(&random) { $0.next() }
        entry.repositoryUniqueID = try maybe(&random) { _ in try Samples.oid("1.2.250.1.999.7") }
        entry.sourcePatientID = maybe(&random) { _ in "7&2^^^&1.2.3&ISO^PI" }
        entry.sourcePatientInfo = maybe(&random) { ["PID-5|" + text(&$0)] } ?? []
        entry.legalAuthenticator = try maybe(&random, author).flatMap { PersonField($0)?.author() }
        entry.authors = try (0..<Int.random(in: 0...2, using: &random)).map { _ in try author(&random) }
        entry.classCode = maybe(&random, code)
        entry.typeCode = maybe(&random, code)
        entry.formatCode = maybe(&random, code)
        entry.confidentialityCodes = (0..<Int.random(in: 0...4, using: &random)).map { _ in code(&random) }
        entry.facilityTypeCode = maybe(&random, code)
        entry.practiceSettingCode = maybe(&random, code)
        entry.eventCodes = (0..<Int.random(in: 0...3, using: &random)).map { _ in code(&random) }
        entry.referenceIDs = maybe(&random) { _ in ["A^^^&1.2&ISO^urn:ihe:iti:xds:2013:order", "B^^^^urn:x"] } ?? []
        entry.title = maybe(&random, text)
        entry.comments = maybe(&random, text)
        entry.uri = maybe(&random, text)
        entry.documentAvailability = maybe(&random) { _ in "Online" }
        entry.extraSlots = maybe(&random) { [RegistrySlot("urn:essai:x", [text(&$0)])] } ?? []
        return entry
    }
}

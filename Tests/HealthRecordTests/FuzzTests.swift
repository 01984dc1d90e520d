import FuzzSeeds
import HealthRecord
import Testing

/// Texts a few bytes away from valid ones: nothing traps, and what is accepted reads back as itself.
@Suite struct FuzzTests {
    static let samples = [
        "150081505104018", "251022B03312066", "1541187387477485562488", "1.2.250.1.213.1.4.8", "899900063480",
        "3750000001/ABC", "10B0057881", "373282932000074", "urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8",
        "20260401081500.12+0200", "2026-04-01", "99900063480",
    ]

    @Test(arguments: UInt64(0)..<50)
    func noTextTraps(seed: UInt64) {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        for _ in 0..<100 {
            for sample in Self.samples {
                let text = generator.spoil(sample)
                if let nir = NIR(text) { #expect(nir.text == text) }
                if let insc = INSC(text) { #expect(insc.text == text) }
                if let oid = OID(text) { #expect(oid.text == text) }
                if let id = ProfessionalID(text) { #expect(id.text == text) }
                if let id = StructureID(text) { #expect(id.text == text) }
                if let rpps = RPPS(text) { #expect(rpps.text == text) }
                if let id = UniqueID(text) { #expect(UniqueID(id.urn) == id) }
                if let time = HL7Time(text) { #expect(HL7Time(time.hl7)?.hl7 == time.hl7) }
                if let date = CalendarDate(text) { #expect(CalendarDate(date.iso8601) == date) }
                _ = NIR(body: text)
            }
        }
    }
}

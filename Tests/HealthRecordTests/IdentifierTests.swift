import Foundation
import HealthRecord
import Testing

/// OID and UUID.
@Suite struct IdentifierTests {
    @Test(arguments: [
        "0.0", "1.2", "2.999", "1.2.250.1.213.1.4.8", "2.25.329800735698586629295641978511506172918", "1.0.0",
    ])
    func acceptsObjectIdentifiers(text: String) throws {
        let oid = try #require(OID(text))
        #expect(oid.text == text && "\(oid)" == text)
        #expect(try Coding.roundTrip(oid) == oid)
    }

    @Test(arguments: [
        "", "1", "3.1", "1.", ".1", "1..2", "1.02", "1.2.", "1.2 ", " 1.2", "1,2", "1.-2", "1.2a", "01.2", "10.2",
        "1.٢",
    ])
    func refusesWhatIsNoObjectIdentifier(text: String) { #expect(OID(text) == nil) }

    @Test func sixtyFourCharactersAtMost() {
        for (count, isAccepted) in [(63, true), (64, true), (65, false)] {
            let text = "1." + String(repeating: "1", count: count - 2)
            #expect((OID(text) != nil) == isAccepted)
        }
    }

    @Test func literalsOfTheSourceAreWellFormed() {
        for oid in [INSC.root, ProfessionalID.root, StructureID.root] + INSRoot.allCases.map(\.oid) {
            #expect(OID(oid.text) == oid)
        }
    }

    @Test(arguments: [
        ("00000000-0000-0000-0000-000000000000", "2.25.0", false),
        ("4b3b4ca8-5a86-c47a-098a-223fffffffff", "2.25.99999999999999999999999999999999999999", false),
        ("4b3b4ca8-5a86-c47a-098a-224000000000", "2.25.100000000000000000000000000000000000000", true),
        ("ffffffff-ffff-ffff-ffff-ffffffffffff", "2.25.340282366920938463463374607431768211455", true),
    ])
    func aUUIDIsAnOIDAndTheMostDigitsAreThirtyNine(text: String, oid: String, isLong: Bool) throws {
        let id = try #require(UniqueID(text))
        #expect(OID(uuid: id).text == oid && id.isOfMostDigits == isLong)
    }

    @Test func uniqueIDsReadBack() throws {
        let text = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
        let id = try #require(UniqueID(text))
        #expect(id.text == text && id.urn == "urn:uuid:" + text)
        #expect(UniqueID(id.urn) == id && UniqueID(text.uppercased()) == id && UniqueID("URN:UUID:" + text) == id)
        #expect(UniqueID(bytes: id.bytes) == id)
        #expect(try Coding.roundTrip(id) == id)
    }

    @Test func randomIDsSayTheirVersion() {
        for halves in [(UInt64.min, UInt64.min), (.max, .max), (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210)] {
            let id = UniqueID(random: halves)
            let characters = Array(id.text)
            #expect(characters[14] == "4" && "89ab".contains(characters[19]))
            #expect(UniqueID(id.text) == id)
        }
    }

    @Test func drawnIDsAreTheBytesDrawn() {
        let id = UniqueID(drawnFrom: { count in (0..<count).map { UInt8($0 + 1) } })
        #expect(id == UniqueID(random: (0x0102_0304_0506_0708, 0x090A_0B0C_0D0E_0F10)))
        #expect(UniqueID(drawnFrom: { _ in [] }) == UniqueID(random: (0, 0)), "a source that fails does not trap")
    }

    @Test(arguments: [
        "", "urn:uuid:", "6ba7b810-9dad-41d1-80b4-00c04fd430c", "6ba7b810-9dad-41d1-80b4-00c04fd430c88",
        "6ba7b8109dad41d180b400c04fd430c8", "6ba7b810-9dad-41d1-80b4-00c04fd430cg",
        "6ba7b81-09dad-41d1-80b4-00c04fd430c8",
        "{6ba7b810-9dad-41d1-80b4-00c04fd430c}", "urn:oid:1.2.3", "6ba7b810_9dad_41d1_80b4_00c04fd430c8",
    ])
    func refusesWhatIsNoUUID(text: String) { #expect(UniqueID(text) == nil) }

    @Test func sixteenBytesAndNoOther() {
        for count in [0, 15, 16, 17] {
            #expect((UniqueID(bytes: [UInt8](repeating: 1, count: count)) != nil) == (count == 16))
        }
    }

    @Test func orderIsThatOfTheBytes() {
        let ids = [UniqueID(random: (1, 0)), UniqueID(random: (2, 0)), UniqueID(random: (2, 1))]
        #expect(ids.shuffled().sorted() == ids)
    }

    /// C7: a host's name is short and has no sign that a page or a log could trip over.
    @Test func aHostIsNamedInPlainCharacters() throws {
        for (text, isAccepted) in [
            ("dmp.example", true), (String(repeating: "a", count: 255), true),
            (String(repeating: "a", count: 256), false),
            ("", false), ("chez nous", false), ("hôte", false), ("a\n", false), ("~", true), ("\u{7f}", false),
        ] {
            #expect((HostID(text) != nil) == isAccepted, "\(text)")
        }
        let id = try #require(HostID("dmp.example"))
        #expect(try Coding.roundTrip(id) == id && id.text == "dmp.example")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([HostID].self, from: Data(#"["chez nous"]"#.utf8))
        }
    }
}

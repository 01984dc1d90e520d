import HealthRecord
import Testing

/// RPPS, FINESS, SIREN, SIRET and what carries them.
@Suite struct NationalNumberTests {
    /// Luhn, written another way: from the left, over an even or odd length.
    private func checkDigit(_ body: String) -> Int {
        var sum = 0
        for (position, digit) in body.compactMap(\.wholeNumberValue).reversed().enumerated() {
            sum += position.isMultiple(of: 2) ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] : digit
        }
        return (10 - sum % 10) % 10
    }

    @Test(arguments: ["9990006348", "9970000000", "9981234567", "1000000000", "9999999999"])
    func oneCheckDigitInTen(body: String) {
        for digit in 0...9 {
            #expect((RPPS(body + "\(digit)") != nil) == (digit == checkDigit(body)))
        }
    }

    @Test func testNumbersAreKnown() throws {
        for (body, isTest) in [
            ("9960000000", false), ("9970000000", true), ("9990000000", true), ("1000000000", false),
        ] {
            #expect(try #require(RPPS(body + "\(checkDigit(body))")).isTest == isTest)
        }
    }

    @Test(arguments: ["", "9990006348", "999000634800", "9990006348A", "9990006348 ", "٩٩٩٠٠٠٦٣٤٨٠", "-9990006348"])
    func refusesWhatIsNoRPPS(text: String) { #expect(RPPS(text) == nil) }

    @Test func professionalsOfEachRegister() throws {
        let rpps = "9990006348" + "\(checkDigit("9990006348"))"
        let accepted: [(String, ProfessionalRegister)] = [
            ("8" + rpps, .rpps), ("0" + "752600001", .adeli), ("3" + "750000001/ABC-12", .establishmentEmployee),
            ("4" + "732829320/1", .sirenEmployee), ("5" + "73282932000074/7", .siretEmployee),
            ("1" + "752600001/2", .practiceEmployeeADELI), ("6" + rpps + "/2", .practiceEmployeeRPPS),
        ]
        for (text, register) in accepted {
            let id = try #require(ProfessionalID(text), "\(text)")
            #expect(id.register == register && id.text == text)
            #expect(try Coding.roundTrip(id) == id)
        }
        #expect(ProfessionalID(try #require(RPPS(rpps))) == ProfessionalID("8" + rpps))
    }

    @Test(arguments: [
        "", "8", "2123456789", "7123456789", "9123456789", "899900063489", "075260000", "07526000011", "3750000001",
        "3750000001/a", "3750000001/é", "5 73282932000074/7", "3/" + String(repeating: "1", count: 40),
    ])
    func refusesWhatIsNoProfessional(text: String) { #expect(ProfessionalID(text) == nil) }

    @Test func structuresOfEachRegister() throws {
        let accepted: [(String, StructureRegister)] = [
            ("0752600001", .practiceADELI), ("07526000010", .practiceADELI), ("1750000001", .finess),
            ("12A0000001", .finess), ("10B0057881", .finess), ("2732829320", .siren), ("373282932000074", .siret),
            ("499900063480", .practiceRPPS),
        ]
        for (text, register) in accepted where register != .practiceRPPS {
            let id = try #require(StructureID(text), "\(text)")
            #expect(id.register == register && id.text == text)
            #expect(try Coding.roundTrip(id) == id)
        }
        #expect(StructureID("4" + "9990006348000")?.register == .practiceRPPS)
        #expect(StructureID("4" + "99900063480001")?.register == .practiceRPPS)
    }

    @Test(arguments: [
        "", "1", "175000000", "17500000011", "1A50000001", "17500A0001", "12a0000001", "273282932", "27328293200",
        "37328293200007", "3732829320000740", "3732829320000A4", "4999000634800", "4999000634800011", "5123456789",
        "1７50000001", "075260000", "075260000100",
    ])
    func refusesWhatIsNoStructure(text: String) { #expect(StructureID(text) == nil) }

    @Test func codingRefusesWhatIsNoIdentifier() {
        #expect(throws: (any Error).self) { try Coding.decode(ProfessionalID.self, #""899900063489""#) }
        #expect(throws: (any Error).self) { try Coding.decode(StructureID.self, #""9""#) }
        #expect(throws: (any Error).self) { try Coding.decode(OID.self, #""3.1""#) }
        #expect(throws: (any Error).self) { try Coding.decode(UniqueID.self, #""x""#) }
        #expect(throws: (any Error).self) { try Coding.decode(INSC.self, #"{"text":"1"}"#) }
        #expect(throws: (any Error).self) {
            try Coding.decode(CalendarDate.self, #"{"year":9223372036854775807,"month":1,"day":1}"#)
        }
    }
}

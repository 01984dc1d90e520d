import Testing

@testable import Sealing

@Suite struct PadmeTests {
    @Test(arguments: [
        (0, 0), (1, 1), (2, 2), (3, 3), (100, 104), (1_000, 1_024), (65_536, 65_536), (65_537, 67_584),
        (150_000, 151_552), (1_000_000, 1_015_808),
    ])
    func padsToThePublishedLength(length: Int, padded: Int) {
        #expect(Padme.paddedLength(of: length) == padded)
    }

    @Test func neverCostsMoreThanTwelvePercent() throws {
        for length in 1...5_000 {
            let padded = try #require(Padme.paddedLength(of: length))
            #expect(padded >= length && Double(padded) <= Double(length) * 1.12)
            #expect(Padme.paddedLength(of: padded) == padded)
        }
    }

    @Test func refusesLengthsThatCannotBe() {
        #expect(Padme.paddedLength(of: -1) == nil)
        #expect(Padme.paddedLength(of: .max) == nil)
    }

    @Test func takesItsOwnPaddingAwayAndNoOther() throws {
        var bytes = [UInt8](repeating: 9, count: 1_000)
        Padme.pad(&bytes)
        #expect(bytes.count == 1_024)
        for wrong in [-1, 960, 1_025] {
            #expect(throws: SealingError.malformed(.padding)) { try Padme.unpad(&bytes, realLength: wrong) }
        }
        var spoiled = bytes
        spoiled[1_010] = 1
        #expect(throws: SealingError.malformed(.padding)) { try Padme.unpad(&spoiled, realLength: 1_000) }
        try Padme.unpad(&bytes, realLength: 1_000)
        #expect(bytes == [UInt8](repeating: 9, count: 1_000))
    }
}

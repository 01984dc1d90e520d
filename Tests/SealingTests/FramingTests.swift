import Foundation
import FuzzSeeds
import Testing

@testable import Sealing

@Suite struct FramingTests {
    @Test(arguments: [0, 1, 65_534, 65_535]) func framesUpToTheLimit(length: Int) throws {
        let bytes = [UInt8](repeating: 5, count: length)
        let framed = try LengthPrefixed.encode(bytes)
        #expect(Array(framed.prefix(2)) == [UInt8(length >> 8), UInt8(length & 255)])
        var reader = ByteReader(framed)
        #expect(try reader.readLengthPrefixed() == bytes)
        try reader.expectEnd()
    }

    @Test func refusesAFieldOverTheLimit() {
        #expect(throws: SealingError.tooLarge(.frame)) {
            try LengthPrefixed.encode([UInt8](repeating: 5, count: 65_536))
        }
    }

    @Test func readsIntegersAndStopsAtTheEnd() throws {
        var reader = ByteReader([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        #expect(try reader.readInteger(UInt8.self) == 1)
        #expect(try reader.readInteger(UInt16.self) == 0x0203)
        #expect(try reader.readInteger(UInt32.self) == 0x0405_0607)
        #expect(throws: SealingError.malformed(.frame)) { try reader.readInteger(UInt64.self) }
        #expect(throws: SealingError.malformed(.frame)) { try reader.read(-1) }
        #expect(throws: SealingError.malformed(.frame)) { try reader.read(5) }
        #expect(throws: SealingError.malformed(.frame)) { try reader.expectEnd() }
        #expect(reader.readRest() == [8, 9, 10, 11])
        #expect(reader.remaining == 0)
    }

    @Test func refusesAFieldLongerThanAllowed() throws {
        var reader = ByteReader([0, 3, 1, 2, 3])
        #expect(throws: SealingError.tooLarge(.frame)) { try reader.readLengthPrefixed(maximum: 2) }
    }

    @Test(arguments: UInt64(0)..<200) func anyBytesAreReadWithoutHarm(seed: UInt64) {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        var reader = ByteReader(random.bytes(Int(seed)))
        while let field = try? reader.readLengthPrefixed() { #expect(field.count <= Int(seed)) }
    }

    @Test func identifiersKeepTheirBytesThroughTextAndCode() throws {
        let id = try #require(RecordID(hex: "000102030405060708090a0b0c0d0e0f"))
        #expect(id.bytes == Array(0...15))
        let decoded = try JSONDecoder().decode([RecordID].self, from: JSONEncoder().encode([id]))
        #expect(decoded == [id])
        #expect(throws: (any Error).self) { try JSONDecoder().decode([DocumentID].self, from: Data("[\"00\"]".utf8)) }
        #expect(try RecordID(random: steadyBytes).bytes == [UInt8](repeating: 7, count: 16))
    }

    @Test(arguments: ["", "00", "000102030405060708090A0B0C0D0E0F", "g00102030405060708090a0b0c0d0e0f", "é"])
    func refusesOtherHexadecimal(text: String) {
        #expect(DocumentID(hex: text) == nil)
    }

    @Test func aClassByteWithAnUnknownBitIsRefused() {
        #expect(ConfidentialityClass(byte: 15) == .all)
        #expect(ConfidentialityClass(byte: 16) == nil)
        #expect(ConfidentialityClass.all.rawValue == 15)
    }

    @Test func errorsCarryACodeAndARemedy() {
        let errors: [SealingError] = [
            .malformed(.key), .notAuthentic(.content), .tooLarge(.frame), .finished(.content),
        ]
        #expect(Set(errors.map(\.code)).count == 4)
        #expect(errors.allSatisfy { !$0.remedy.isEmpty })
    }
}

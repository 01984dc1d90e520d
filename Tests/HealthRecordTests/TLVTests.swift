import FuzzSeeds
import HealthRecord
import Testing

@Suite struct TLVTests {
    private func sample() -> [UInt8] {
        var writer = TLVWriter()
        writer.append(1, "é")
        writer.append(2, number: 0x0102_0304_0506_0708)
        writer.append(300, [UInt8]())
        return writer.bytes
    }

    @Test func bytesAreWhatTheFormSays() {
        #expect(
            sample() == [0, 1, 0, 0, 0, 2, 0xC3, 0xA9, 0, 2, 0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 44, 0, 0, 0, 0]
        )
    }

    @Test func readsWhatWasWritten() throws {
        let reader = try TLVReader(sample(), known: 1...300)
        #expect(try reader.text(1) == "é")
        #expect(try reader.number(2) == 0x0102_0304_0506_0708)
        #expect(try reader.bytes(300) == [])
        #expect(reader.optional(3) == nil)
        #expect(throws: TLVError.missing(3)) { try reader.bytes(3) }
        #expect(throws: TLVError.malformed(1)) { try reader.number(1) }
    }

    @Test func everyPrefixButFieldEndsIsTruncated() throws {
        let bytes = sample()
        for count in 0..<bytes.count {
            if [0, 8, 22].contains(count) {
                #expect((try? TLVReader(bytes.prefix(count), known: 1...300)) != nil)
            } else {
                #expect(throws: TLVError.truncated) { try TLVReader(bytes.prefix(count), known: 1...300) }
            }
        }
    }

    @Test func oneValueHasOneEncoding() {
        let field: [UInt8] = [0, 5, 0, 0, 0, 1, 9]
        let earlier: [UInt8] = [0, 4, 0, 0, 0, 0]
        #expect(throws: TLVError.outOfOrder(5)) { try TLVReader(field + field, known: 1...9) }
        #expect(throws: TLVError.outOfOrder(4)) { try TLVReader(field + earlier, known: 1...9) }
        #expect(throws: TLVError.outOfOrder(0)) { try TLVReader([0, 0, 0, 0, 0, 0] as [UInt8], known: 0...9) }
        #expect(throws: TLVError.unknown(5)) { try TLVReader(field, known: 6...9) }
        #expect(throws: TLVError.truncated) {
            try TLVReader([0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 1] as [UInt8], known: 1...9)
        }
    }

    @Test func textMustBeUTF8() throws {
        let reader = try TLVReader([0, 1, 0, 0, 0, 1, 0xFF] as [UInt8], known: 1...1)
        #expect(throws: TLVError.malformed(1)) { try reader.text(1) }
    }

    @Test(arguments: UInt64(0)..<50)
    func decodedBytesEncodeToThemselves(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        for _ in 0..<100 {
            let bytes = generator.spoil(sample())
            guard let reader = try? TLVReader(bytes, known: 1...UInt16.max) else { continue }
            var writer = TLVWriter()
            for tag in 1...UInt16(1000) {
                if let value = reader.optional(tag) { writer.append(tag, value) }
            }
            if (1001...UInt16.max).allSatisfy({ reader.optional($0) == nil }) { #expect(writer.bytes == bytes) }
        }
    }
}

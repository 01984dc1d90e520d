import Testing

@testable import Sealing

@Suite struct BlindingTests {
    let key: BlindIndexKey

    init() throws {
        key = try #require(BlindIndexKey(bytes: [UInt8](repeating: 0x24, count: 32)))
    }

    @Test func tagsTheINSAsPublished() throws {
        let tag = try key.tag(ins: "185017511612345", oid: "1.2.250.1.213.1.4.8")
        #expect(hex(tag.bytes) == "ccf30d3e0669b0db7ad7298ab187181b22e47035e5eb66316266bef5ef093385")
    }

    @Test func testAndRealIdentitiesNeverMeet() throws {
        let real = try key.tag(ins: "185017511612345", oid: "1.2.250.1.213.1.4.8")
        let test = try key.tag(ins: "185017511612345", oid: "1.2.250.1.213.1.4.10")
        #expect(real != test)
        #expect(try key.tag(uniqueID: "x") != key.tag(login: "x"))
    }

    @Test(arguments: [(65_535, true), (65_536, false)]) func refusesATextTooLongToFrame(length: Int, fits: Bool) {
        let text = String(repeating: "a", count: length)
        #expect(((try? key.tag(login: text)) != nil) == fits)
    }

    @Test func aCodeBindsOneRecordToOneTag() throws {
        let v = try Vectors()
        let bind = try #require(BindKey(bytes: [UInt8](repeating: 1, count: 32)))
        let tag = try key.tag(login: "a")
        let code = bind.code(record: v.record, tag: tag)
        #expect(bind.isValid(code, record: v.record, tag: tag))
        #expect(!bind.isValid(code, record: v.other, tag: tag))
        #expect(!bind.isValid(code, record: v.record, tag: try key.tag(login: "b")))
        #expect(!bind.isValid([], record: v.record, tag: tag))
    }

    @Test func aGenerationAndAPurposeEachHaveTheirKey() throws {
        let master = try #require(IndexMasterKey(bytes: [UInt8](repeating: 2, count: 32)))
        let keys = [
            master.blindIndexKey(generation: 1).exportBytes(), master.blindIndexKey(generation: 2).exportBytes(),
            master.bindKey(generation: 1).exportBytes(), master.pseudonymKey(generation: 1).exportBytes(),
        ]
        #expect(Set(keys).count == 4)
        let pseudonym = try master.pseudonymKey(generation: 1).pseudonym(professional: "99900000001")
        #expect(pseudonym.count == 32)
    }
}

import StrictJSON
import Testing

@Suite struct JSONValueTests {
    private func read(_ text: String) throws(JSONFault) -> JSONValue { try JSONValue(Array(text.utf8)) }

    @Test func readsEachKindOfValue() throws {
        let text = #" { "a" : [ 1 , -2, true, false, null ], "b":"x", "c":{} } "#
        let value = JSONValue.object([
            "a": .array([.number(1), .number(-2), .flag(true), .flag(false), .null]), "b": .string("x"),
            "c": .object([:]),
        ])
        #expect(try read(text) == value)
    }

    /// RFC 8259 § 7: every escape there is.
    @Test func readsEveryEscape() throws {
        #expect(try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#) == .string("\"\\/\u{8}\u{C}\n\r\té😀"))
    }

    @Test func aNameTwiceIsRefusedByItsName() {
        #expect(throws: JSONFault.repeated(name: "a")) { try read(#"{"a":1,"a":1}"#) }
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "1.5", "1e3", "tru", "\"\u{1}\"", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83dx\"", "1 2",
        "{1:2}",
    ])
    func whatIsNoneIsRefused(text: String) {
        #expect(throws: JSONFault.self) { try read(text) }
    }

    @Test func aFaultSaysTheLine() {
        #expect(throws: JSONFault.malformed(line: 3, reason: "no value here")) { try read("{\n\"a\":\n?}") }
    }

    @Test(arguments: [(15, true), (16, true), (17, false)])
    func nestingEndsAtSixteen(depth: Int, isRead: Bool) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect((try? read(text)) == nil ? !isRead : isRead)
    }
}

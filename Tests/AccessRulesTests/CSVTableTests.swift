import Testing

@testable import AccessRules

/// Tables of the resources: RFC 4180, read strictly, each fault with its line.
@Suite struct CSVTableTests {
    private func rows(_ text: String) throws -> [[String]] {
        try CSVTable(text, file: "t.csv", header: ["a", "b"]).rows
    }

    @Test(arguments: [
        ("x,y", ["x", "y"]), (",", ["", ""]), ("\"x, y\",z", ["x, y", "z"]), ("\"x\"\"y\",", ["x\"y", ""]),
        ("\"\",\"\"\"\"", ["", "\""]), ("é,\"\"", ["é", ""]),
    ])
    func aRowIsRead(row: String, fields: [String]) throws {
        #expect(try rows("a,b\n" + row + "\n") == [fields])
        #expect(try rows("a,b\nq,r\n" + row) == [["q", "r"], fields])
    }

    @Test(arguments: [
        ("x", "2 fields expected"), ("x,y,z", "2 fields expected"), ("", "2 fields expected"),
        ("x\"y\",z", "quotes are not closed or text is not UTF-8"),
        ("\"x,y", "quotes are not closed or text is not UTF-8"),
        ("x,\"y", "quotes are not closed or text is not UTF-8"),
        ("\"x\"y,z", "quotes are not closed or text is not UTF-8"),
        ("\"x\" ,z", "quotes are not closed or text is not UTF-8"),
    ])
    func aBadRowIsNamedByItsLine(row: String, reason: String) {
        #expect(throws: RuleBookError.malformed(file: "t.csv", line: 3, reason: reason)) {
            try rows("a,b\nq,r\n" + row + "\nu,v\n")
        }
    }

    @Test(arguments: ["a,c\nx,y\n", "x,y\n", ""])
    func theHeaderIsTheOneExpected(text: String) {
        #expect(throws: RuleBookError.malformed(file: "t.csv", line: 1, reason: "not the header expected")) {
            try rows(text)
        }
    }
}

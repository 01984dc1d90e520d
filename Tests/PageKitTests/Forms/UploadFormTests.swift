import Testing

@testable import PageKit

/// Forms with a file are read strictly (RFC 7578).
@Suite struct UploadFormTests {
    static func body(_ parts: [String], boundary: String = "xyz", end: String = "--\r\n") -> [UInt8] {
        Array((parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)" + end).utf8)
    }

    static func text(_ name: String, _ value: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
    }

    static func file(_ value: String) -> String {
        "Content-Disposition: form-data; name=\"fichier\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n\(value)"
    }

    @Test func textsAndTheFileAreRead() throws {
        let form = try UploadForm(
            Self.body([Self.text("titre", "Été\r\nhiver"), Self.file("--xy\r\nz")]),
            boundary: "xyz"
        )
        #expect(form.only("titre") == "Été\nhiver")
        #expect(form.file?.bytes == Array("--xy\r\nz".utf8))
        #expect(form.file?.mediaType == "text/plain")
        #expect(form.only("fichier") == nil)
    }

    @Test func aFieldSentTwiceIsNoField() throws {
        let form = try UploadForm(Self.body([Self.text("a", "1"), Self.text("a", "2")]), boundary: "xyz")
        #expect(form.only("a") == nil)
        #expect(form.file == nil)
    }

    @Test func noFileChosenIsNoFile() throws {
        #expect(try UploadForm(Self.body([Self.file("")]), boundary: "xyz").file == nil)
    }

    @Test(arguments: [
        body([text("a", "1")], end: ""), body([text("a", "1")], boundary: "abc"), body(["rien\r\n\r\nx"]),
        body([file("a"), file("b")]), body([text("a", "\u{1}")]), body(["X: y\r\n\r\nz"]), [],
        body(Array(repeating: text("a", "1"), count: 21)), body([text("a", String(repeating: "x", count: 20_000))]),
    ])
    func whatIsNotWellFormedIsRefused(body: [UInt8]) {
        #expect(throws: UploadForm.Fault.malformed) { try UploadForm(body, boundary: "xyz") }
    }

    @Test func cutAnywhereItNeverTraps() {
        let whole = Self.body([Self.text("a", "1"), Self.file("bytes")])
        for length in 0..<whole.count - 2 {
            #expect(throws: UploadForm.Fault.malformed) {
                try UploadForm(Array(whole.prefix(length)), boundary: "xyz")
            }
        }
    }
}

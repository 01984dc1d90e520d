import NIOCore
import NIOHTTP1
import Testing

@testable import LPSKit

@Suite struct GatheredAnswerTests {
    private func head(_ headers: HTTPHeaders) -> HTTPResponseHead {
        HTTPResponseHead(version: .http1_1, status: .accepted, headers: headers)
    }

    @Test(arguments: [nil, "5", "0", "-1", "many"]) func joinsThePieces(announced: String?) throws {
        var answer = GatheredAnswer(limit: 5)
        var headers: HTTPHeaders = ["Content-Type": "text/plain"]
        if let announced { headers.add(name: "Content-Length", value: announced) }
        try answer.begin(head(headers))
        for piece in ["ab", "", "cde"] { try answer.take(ByteBuffer(string: piece)) }
        let whole = answer.finish()
        #expect(whole.status == 202)
        #expect(whole.contentType == "text/plain")
        #expect(whole.body == Array("abcde".utf8))
    }

    @Test func takesNoMoreThanItsLimit() throws {
        var answer = GatheredAnswer(limit: 5)
        #expect(throws: NIOTooManyBytesError.self) { try answer.begin(head(["Content-Length": "6"])) }
        try answer.begin(head([:]))
        try answer.take(ByteBuffer(string: "abc"))
        #expect(throws: NIOTooManyBytesError.self) { try answer.take(ByteBuffer(string: "def")) }
    }
}

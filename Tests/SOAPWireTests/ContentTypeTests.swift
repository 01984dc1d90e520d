import FuzzSeeds
import SOAPWire
import Testing

@Suite struct ContentTypeTests {
    static let read: [(String, String, [String: String])] = [
        ("text/xml", "text/xml", [:]),
        (" Text/XML ; charset=UTF-8;", "text/xml", ["charset": "UTF-8"]),
        ("a/b;; x = \"1\\\"2\" ;y=z", "a/b", ["x": "1\"2", "y": "z"]),
        (
            "multipart/related; boundary=\"uuid:6e1c+id=17\"; start=\"<http://tempuri.org/0>\"", "multipart/related",
            ["boundary": "uuid:6e1c+id=17", "start": "<http://tempuri.org/0>"]
        ),
        (
            "multipart/related;boundary=uuid:6e1c+id=17;type=a/b", "multipart/related",
            ["boundary": "uuid:6e1c+id=17", "type": "a/b"]
        ),
        ("application/soap+xml;action=\"\"", "application/soap+xml", ["action": ""]),
    ]

    @Test(arguments: read.indices)
    func reads(_ index: Int) throws {
        let (text, mediaType, parameters) = Self.read[index]
        let type = try #require(ContentType(text))
        #expect(type.mediaType == mediaType)
        #expect(type.parameters == parameters)
        #expect(ContentType(type.text) == type)
    }

    @Test(arguments: [
        "", "text", "text/", "/xml", "text/xml charset", "text/xml; =1", "text/xml; a", "text/xml; a=", "a/b; x=\"1",
        "a/b; x=\"1\\", "a/b; x=1; X=2", "a/b; x=1 y=2", "a/b; x=\"1\"2", "a b/c", "a/b; x=\"\u{1}\"", "é/b",
    ])
    func refuses(_ text: String) { #expect(ContentType(text) == nil) }

    @Test func holdsToItsLimits() {
        for (count, isRead) in [(15, true), (16, true), (17, false)] {
            let text = (0..<count).reduce("a/b") { $0 + ";p\($1)=1" }
            #expect((ContentType(text) != nil) == isRead)
        }
        for (count, isRead) in [(2047, true), (2048, true), (2049, false)] {
            #expect((ContentType("a/b;c=" + String(repeating: "d", count: count - 6)) != nil) == isRead)
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let text = "multipart/related; boundary=\"B\\\"\"; type=a/b; start=\"<x@y>\""
        _ = ContentType(String(decoding: random.mutate(Array(text.utf8)), as: UTF8.self))
    }
}

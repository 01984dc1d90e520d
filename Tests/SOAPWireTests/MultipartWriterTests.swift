import SOAPWire
import Testing

@Suite struct MultipartWriterTests {
    @Test func writesAnMTOMBody() throws {
        let writer = try #require(MultipartWriter(boundary: "uuid:6e1c+id=17", rootID: "root@x"))
        let body = try #require(
            writer.body(
                root: Array("<e/>".utf8),
                attachments: [("doc1@x", ContentType("text/xml", parameters: [:]), Array("<d/>".utf8))]
            )
        )
        try Golden.check(body, "mtom.txt")
        #expect(
            writer.contentType(action: "urn:a").text
                == "multipart/related; action=\"urn:a\"; boundary=\"uuid:6e1c+id=17\"; start=\"<root@x>\"; "
                + "start-info=\"application/soap+xml\"; type=\"application/xop+xml\""
        )
    }

    @Test func refusesWhatCannotStandInAHeader() throws {
        #expect(MultipartWriter(boundary: "a\r\nb", rootID: "root@x") == nil)
        #expect(MultipartWriter(boundary: "B", rootID: "a\r\nb") == nil)
        let writer = try #require(MultipartWriter(boundary: "B", rootID: "root@x"))
        let type = ContentType("text/xml", parameters: [:])
        #expect(writer.attachmentHead(contentID: "a>\r\nX: y", contentType: type) == nil)
        #expect(writer.attachmentHead(contentID: "a", contentType: ContentType("a/b\r\nX: y", parameters: [:])) == nil)
        #expect(writer.body(root: [], attachments: [("", type, [])]) == nil)
    }
}

import SOAPWire
import SafeXML
import Testing

/// A deposit as the client kit writes it and the server reads it, chunk after chunk.
@Suite struct DepositWalkTests {
    private static let xds = "urn:ihe:iti:xds-b:2007"

    private func envelope(_ ids: [String]) -> [UInt8] {
        SOAPWriter.request(.provideAndRegister, messageID: "urn:uuid:1", to: "https://dmp.example/repository") {
            writer in
            writer.start("ProvideAndRegisterDocumentSetRequest")
            writer.declare("", Self.xds)
            for id in ids {
                writer.start("Document", ["id": id])
                writer.start("xop:Include", ["href": ContentID.reference(to: id + "@x")])
                writer.declare("xop", SOAPNamespace.xop)
                writer.end()
                writer.end()
            }
            writer.element("Document", ["id": "inline"], text: "QUJD")
            writer.end()
        }
    }

    @Test func aDepositArrivesAsItWasSent() throws {
        let documents = ["d1": [UInt8](repeating: 0x0D, count: 100_000), "d2": Array("<d/>".utf8)]
        let ids = documents.keys.sorted()
        let writer = try #require(MultipartWriter(boundary: "uuid:6e1c+id=17", rootID: "root@x"))
        let attachments = ids.map { ($0 + "@x", ContentType("text/xml", parameters: [:]), documents[$0] ?? []) }
        let sent = try #require(writer.body(root: envelope(ids), attachments: attachments))
        let header = writer.contentType(action: DMPAction.provideAndRegister.request).text

        var reader = try MultipartReader(try #require(ContentType(header)))
        var references: XOPReferences?
        var contents: [Int: [UInt8]] = [:]
        var names: [Int: String] = [:]
        var index = 0
        var includes: [XOPInclude] = []
        for start in stride(from: 0, to: sent.count, by: 1000) {
            for event in try reader.feed(Array(sent[start..<min(start + 1000, sent.count)])) {
                switch event {
                case .partBegan(let headers):
                    index = headers.index
                    names[index] = headers.contentID
                    try references?.claim(headers)
                case .partBytes(let bytes): contents[index, default: []] += bytes
                case .partEnded where index == 0:
                    let envelope = try SOAPEnvelope(parsing: contents[0] ?? [])
                    references = try XOPReferences(in: envelope.root)
                    let payload = try #require(envelope.payload)
                    #expect(DMPAction(payload: payload) == .provideAndRegister)
                    includes = try payload.children("Document").map { try XOPInclude($0) }
                case .partEnded, .finished: break
                }
            }
        }
        try reader.finish()
        try #require(references).finish()
        #expect(includes == [.part(contentID: "d1@x"), .part(contentID: "d2@x"), .inline(Array("ABC".utf8))])
        #expect(names == [0: "root@x", 1: "d1@x", 2: "d2@x"])
        #expect(contents[1] == documents["d1"])
        #expect(contents[2] == documents["d2"])
    }
}

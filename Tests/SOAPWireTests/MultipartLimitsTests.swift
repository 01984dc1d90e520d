import SOAPWire
import Testing

/// Security design § 5.5: every limit at one less, at itself and at one more.
@Suite struct MultipartLimitsTests {
    @Test func publishedValues() {
        let limits = MultipartLimits()
        #expect(MultipartLimits.boundary == 70)
        #expect(limits.rootPart == 2_097_152)
        #expect(limits.parts == 101)
        #expect(limits.document == 10_485_760)
        #expect(limits.submission == 52_428_800)
        #expect(limits.partHeaders == 8192)
    }

    private func refusal(_ text: String, _ limits: MultipartLimits = MultipartLimits()) -> MultipartError? {
        do {
            _ = try Gatherer.all(text, limits: limits)
            return nil
        } catch {
            return error as? MultipartError
        }
    }

    @Test(arguments: [(69, true), (70, true), (71, false), (0, false)])
    func boundaryLength(_ count: Int, _ isRead: Bool) {
        let boundary = String(repeating: "b", count: count)
        let type = ContentType("multipart/related", parameters: ["boundary": boundary])
        #expect((try? MultipartReader(type)) != nil ? isRead : !isRead)
        #expect((MultipartWriter(boundary: boundary, rootID: "a") != nil) == isRead)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func contentIDLength(_ excess: Int, _ isTaken: Bool) throws {
        let id = String(repeating: "r", count: MultipartWriter.maximumContentID + excess)
        #expect((MultipartWriter(boundary: "B", rootID: id) != nil) == isTaken)
        let writer = try #require(MultipartWriter(boundary: "B", rootID: "a"))
        let type = ContentType("text/xml", parameters: [:])
        #expect((writer.attachmentHead(contentID: id, contentType: type) != nil) == isTaken)
        #expect((writer.body(root: [], attachments: [(id, type, [])]) != nil) == isTaken)
    }

    @Test(arguments: ["a\r\n", "a ", "é", "a\"b", "a;b", "<a>"])
    func boundaryCharacters(_ boundary: String) {
        let type = ContentType("multipart/related", parameters: ["boundary": boundary])
        #expect(throws: MultipartError.badBoundary) { try MultipartReader(type) }
    }

    @Test func mustBeMultipartRelated() {
        for type in [
            ContentType("multipart/mixed", parameters: ["boundary": "B"]),
            ContentType("multipart/related", parameters: [:]),
        ] {
            #expect(throws: MultipartError.notMultipart) { try MultipartReader(type) }
        }
    }

    @Test(arguments: [-1, 0, 1])
    func rootSize(_ excess: Int) {
        let text = body("--B", "", String(repeating: "x", count: MultipartLimits.rootPart + excess), "--B--")
        let expected = MultipartError.partTooLarge(part: 0, limit: MultipartLimits.rootPart)
        #expect(refusal(text) == (excess > 0 ? expected : nil))
    }

    @Test(arguments: [-1, 0, 1])
    func documentSize(_ excess: Int) {
        let document = String(repeating: "x", count: MultipartLimits.document + excess)
        let text = body("--B", "", "<e/>", "--B", "Content-ID: <a>", "", document, "--B--")
        let expected = MultipartError.partTooLarge(part: 1, limit: MultipartLimits.document)
        #expect(refusal(text) == (excess > 0 ? expected : nil))
    }

    @Test(arguments: [-1, 0, 1])
    func decodedDocumentSize(_ excess: Int) {
        let texts = [-1: "QUI=", 0: "QUJD", 1: "QUJDRA=="]
        let text = body(
            "--B",
            "",
            "<e/>",
            "--B",
            "Content-ID: <a>",
            "Content-Transfer-Encoding: base64",
            "",
            texts[excess] ?? "",
            "--B--"
        )
        let expected = MultipartError.partTooLarge(part: 1, limit: 3)
        #expect(refusal(text, MultipartLimits(document: 3)) == (excess > 0 ? expected : nil))
    }

    @Test(arguments: [-1, 0, 1])
    func submissionSize(_ excess: Int) {
        let text = body("--B", "", "<e/>", "--B--")
        let limits = MultipartLimits(submission: text.utf8.count - excess)
        #expect(refusal(text, limits) == (excess > 0 ? .submissionTooLarge(limit: limits.submission) : nil))
    }

    @Test(arguments: [-1, 0, 1])
    func numberOfParts(_ excess: Int) {
        let documents = (1..<(MultipartLimits.parts + excess)).map { body("--B", "Content-ID: <\($0)>", "", "x", "") }
        let text = body("--B", "", "<e/>", "") + documents.joined() + "--B--"
        #expect(refusal(text) == (excess > 0 ? .tooManyParts(limit: MultipartLimits.parts) : nil))
    }

    @Test(arguments: [-1, 0, 1])
    func headerSize(_ excess: Int) {
        // "A: " and the line end take five bytes.
        let value = String(repeating: "x", count: MultipartLimits.partHeaders - 5 + excess)
        let expected = MultipartError.headersTooLarge(part: 0, limit: MultipartLimits.partHeaders)
        #expect(refusal(body("--B", "A: " + value, "", "<e/>", "--B--")) == (excess > 0 ? expected : nil))
    }

    @Test func endlessHeadersAreCutOff() throws {
        var reader = try MultipartReader(Gatherer.type)
        _ = try reader.feed(Array("--B\r\n".utf8))
        #expect(throws: MultipartError.headersTooLarge(part: 0, limit: MultipartLimits.partHeaders)) {
            for _ in 0..<10 { _ = try reader.feed([UInt8](repeating: 0x41, count: 1000)) }
        }
    }

    @Test(arguments: [-1, 0, 1])
    func preambleSize(_ excess: Int) {
        let preamble = String(repeating: "x", count: MultipartLimits.padding + excess)
        let expected = MultipartError.paddingTooLarge(limit: MultipartLimits.padding)
        #expect(refusal(body(preamble, "--B", "", "<e/>", "--B--")) == (excess > 0 ? expected : nil))
    }

    @Test(arguments: [-1, 0, 1])
    func epilogueSize(_ excess: Int) {
        let epilogue = String(repeating: "x", count: MultipartLimits.padding + excess)
        let expected = MultipartError.paddingTooLarge(limit: MultipartLimits.padding)
        #expect(refusal(body("--B", "", "<e/>", "--B--", epilogue)) == (excess > 0 ? expected : nil))
    }
}

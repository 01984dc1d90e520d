import Foundation
import Logging
import ServerKit
import Testing

@Suite struct LogTests {
    private enum Reason: String, ReasonCode { case odd = "a\"b\n\u{1}\u{2028}é" }

    @Test func everyValueStaysInItsString() throws {
        let test = TestTools()
        test.eventLog.record(ServerEvent.requestFailed, .reason(Reason.odd), .count(-1), .bytes(2))
        let line = try #require(test.log.lines.first)
        #expect(line.filter { $0 == "\n" }.count == 1)
        #expect(line.contains(#""reason":"a\"b\n\u0001\u2028é","count":-1,"bytes":2}"#))
    }

    @Test func libraryWordsAreNotKept() {
        let test = TestTools()
        var logger = test.tools().libraryLogger
        logger[metadataKey: "request.id"] = "id-9"
        logger.error("CANARY", metadata: ["x": "CANARY"])
        logger.info("CANARY")
        #expect(test.log.lines.count == 1)
        #expect(!test.log.text.contains("CANARY"))
        #expect(test.log.text.contains(#""event":"libraryMessage","request":"id-9","source":"ServerKitTests""#))
    }

    @Test func eventsBelowTheLevelAreNotWritten() {
        let test = TestTools()
        let log = EventLog(sink: test.log.sink, clock: test.clock, minimumLevel: .error)
        log.record(ServerEvent.requestAnswered)
        log.record(ServerEvent.requestFailed)
        #expect(test.log.lines.count == 1)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_775_031_300_007, "2026-04-01T08:15:00.007Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
    ])
    func momentsAreCivil(milliseconds: Int64, text: String) {
        let test = TestTools()
        let clock = ServerClock(wallMilliseconds: { milliseconds }, monotonicNanoseconds: { 0 }, sleep: { _ in })
        EventLog(sink: test.log.sink, clock: clock).record(ServerEvent.requestFailed)
        #expect(test.log.text.contains("\"time\":\"\(text)\""))
    }

    @Test func whatHappensAgainAndAgainIsALineAMinute() throws {
        let test = TestTools()
        let line = ThinnedLine(ServerEvent.peerRefused, log: test.eventLog, clock: test.clock)
        func tick(_ seconds: UInt64) {
            for _ in 0..<seconds {
                test.hand.advance(seconds: 1)
                line.keepUp()
            }
        }
        line.keepUp()
        #expect(test.log.lines.isEmpty)
        for _ in 0..<1_000 { line.record() }
        tick(59)
        #expect(test.log.lines.count == 1)
        #expect(!test.log.text.contains("count"))
        tick(1)
        #expect(test.log.lines.count == 2)
        #expect(try #require(test.log.lines.last).contains(#""event":"peerRefused","count":999}"#))
        // It goes on: the next minute has its own line.
        for _ in 0..<3 { line.record() }
        tick(60)
        #expect(test.log.lines.count == 3)
        #expect(try #require(test.log.lines.last).contains(#""count":3}"#))
        // After a minute in which nothing came, the next is heard of at once.
        tick(60)
        line.record()
        #expect(test.log.lines.count == 4)
        #expect(!(try #require(test.log.lines.last).contains("count")))
        // What has no line yet gets one at the end, and once.
        line.record()
        line.end()
        line.end()
        #expect(test.log.lines.count == 5)
        #expect(try #require(test.log.lines.last).contains(#""count":1}"#))
    }

    @Test func aFileIsAppendedToAndPrivate() throws {
        let path = FileManager.default.temporaryDirectory.path + "/log-\(UInt64.random(in: 0 ... .max)).jsonl"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try LogSink.file(path: path).write("one\n")
        try LogSink.file(path: path).write("two\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try LogSink.file(path: path).lost() == 0)
        let full = try LogSink.file(path: "/dev/full")
        full.write("nobody reads this\n")
        full.write("nor this\n")
        #expect(full.lost() == 2)
        #expect(throws: LogSinkError.cannotOpen) { try LogSink.file(path: "/nonexistent/log") }
    }
}

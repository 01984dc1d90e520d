import HTTPTypes
import HealthRecord
import Hummingbird
import NIOCore
import RecordService
import SafeXML
import Testing
import XDSWire

@testable import XDSDoor

@Suite struct ReplyBodyTests {
    /// Notes what a body gives a connection.
    private struct Notes: ResponseBodyWriter {
        // One task writes, and reads once all is written.
        final class Kept: @unchecked Sendable { var pieces: [ByteBuffer] = [] }
        let kept: Kept

        func write(_ buffer: ByteBuffer) async throws { kept.pieces.append(buffer) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private func pieces(_ body: ResponseBody) async throws -> [ByteBuffer] {
        let kept = Notes.Kept()
        try await body.write(Notes(kept: kept))
        return kept.pieces
    }

    @Test(arguments: [
        (1, false), (ReplyBody.longBytes, false), (ReplyBody.worthBytes / 2 - 1, false),
        (ReplyBody.worthBytes / 2, true),
    ])
    func givesTheSameBytesHoweverLong(_ count: Int, isSentFromWhereItStands: Bool) async throws {
        let long = ByteBuffer(bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0) })
        let short = ByteBuffer(string: "[short]")
        var body = ReplyBody()
        body.append(Array("head ".utf8)[...])
        body.append(["a", "b", "c", "d"].map { Array($0.utf8)[...] }, around: [long, short, long])
        body.append(Array(" tail".utf8)[...])
        let whole = body.finish()
        let pieces = try await pieces(whole)
        #expect(pieces.count == (isSentFromWhereItStands ? 5 : 1))
        let texts = ["head a", "b[short]c", "d tail"].map { Array($0.utf8) }
        let expected = Array(texts.joined(separator: Array(long.readableBytesView)))
        #expect(pieces.flatMap { Array($0.readableBytesView) } == expected)
        #expect(whole.contentLength == expected.count)
    }

    /// Access and life cycle § 3.6.
    @Test func entriesWrittenTogetherAreOneStretch() async throws {
        try await World.with(activated: true) { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(3)), sender)
            let repository = world.door.repositoryID
            let visible = try await world.service.list(try await world.holder("jeanne")).entries
            try #require(visible.count == 3)
            let written = WrittenEntries()
            func answer(_ entries: [DocumentEntry]) -> (fillings: [String], whole: String) {
                let leaves = LeafAnswer(entries.map { .entry($0) }, written, repository: repository, now: World.now)
                var writer = XMLWriter()
                leaves.write(into: &writer)
                let fillings = leaves.fillings.map { String(buffer: $0) }
                let segments = writer.finishAroundGaps().map { String(decoding: $0, as: UTF8.self) }
                return (fillings, zip(segments, fillings + [""]).map { $0 + $1 }.joined())
            }
            func direct(_ entries: [DocumentEntry]) -> String {
                var writer = XMLWriter()
                QueryAnswer(entries.map { .entry(SubmittedEntry($0, repository: repository)) }).write(into: &writer)
                return String(decoding: writer.finish(), as: UTF8.self)
            }
            let stretches = [[0, 1, 2]: 1, [0, 2]: 2, [2, 1, 0]: 3, [1, 2]: 1, []: 0]
            #expect(answer(visible).whole == direct(visible))
            for (choice, count) in stretches {
                let entries = choice.map { visible[$0] }
                #expect(answer(entries).fillings.count == count)
                #expect(answer(entries).whole == direct(entries))
            }
            #expect(written.count == 3)
            // A new version stands elsewhere, and the old one is not given in its place.
            var changed = visible
            changed[1].metadataVersion += 1
            #expect(answer(changed).fillings.count == 3)
            #expect(answer(changed).whole == direct(changed))
        }
    }
}

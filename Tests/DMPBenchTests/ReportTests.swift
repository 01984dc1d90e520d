import Foundation
import Testing

@testable import DMPBench

@Suite struct ReportTests {
    private func side(_ times: [UInt64], server: Double?, errors: [String: Int] = [:]) -> SideReport {
        var outcome = Load.Outcome()
        outcome.latencies = Latencies(times.map { $0 * 1_000_000 })
        outcome.nanoseconds = 2_000_000_000
        outcome.errors = errors
        outcome.answerBytes = 900
        var tally = SideTally()
        tally.add(
            outcome,
            clientSeconds: 0.5,
            serverSeconds: server,
            requestBytes: 1000,
            requests: times.count,
            memory: Memory(residentKiB: 2048, peakKiB: 4096)
        )
        return tally.report
    }

    private var report: Report {
        var report = Report(processors: 2, clients: 8, recordDocuments: 200, documentBytes: 100_000)
        report.phases = [
            PhaseReport(
                name: "deposit",
                clients: 8,
                real: side([10, 20, 30, 40], server: 0.08, errors: ["DMPInvalidVIHF": 2]),
                bare: side([5, 10, 15, 20], server: 0.02)
            )
        ]
        report.serverMemory = Memory(residentKiB: 3072, peakKiB: 5120)
        return report
    }

    @Test func startsStandWhereTheyWereWatched() throws {
        var watched = report
        #expect(!watched.text.contains("ready"))
        watched.starts = .init(first: 1.827, withData: 0.1)
        #expect(watched.text.contains("ready 1.83 s after its first start, 0.10 s after a start with data"))
        let json = try JSONSerialization.jsonObject(with: watched.json()) as? [String: Any]
        #expect((json?["starts"] as? [String: Double])?["first"] == 1.827)
    }

    @Test func theFamilysMemoryStandsWhereItIsKnown() throws {
        var known = report
        #expect(!known.text.contains("workers"))
        known.familyKiB = 7168
        #expect(known.text.contains("server and its workers: 7 MiB, what they share counted once"))
        let json = try JSONSerialization.jsonObject(with: known.json()) as? [String: Any]
        #expect(json?["familyKiB"] as? Int == 7168)
    }

    @Test func aSideSumsItsTurns() {
        let side = side([10, 20, 30, 40], server: 0.08)
        #expect(side.requests == 4)
        #expect(side.perSecond == 2)
        #expect(side.p50Milliseconds == 20)
        #expect(side.p99Milliseconds == 40)
        #expect(side.serverProcessorMilliseconds == 20)
        #expect(side.clientProcessorMilliseconds == 125)
        #expect(side.requestBytes == 250)
    }

    @Test func anUnknownProcessLeavesItsTimeOut() {
        #expect(side([1], server: nil).serverProcessorMilliseconds == nil)
    }

    @Test func ratiosAreRealOverBare() throws {
        let phase = try #require(report.phases.first)
        #expect(phase.throughputRatio == 1)
        #expect(phase.p50Ratio == 2)
        #expect(phase.p99Ratio == 2)
        // Errors cost processor time too.
        #expect(abs((phase.serverProcessorRatio ?? 0) - 80.0 / 6 / 5) < 1e-9)
        let alone = PhaseReport(name: "list", clients: 1, real: phase.real, bare: nil)
        #expect(alone.throughputRatio == nil)
        #expect(alone.serverProcessorRatio == nil)
    }

    @Test func theTableIsAligned() {
        let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)
        let table = lines.filter { $0.contains("dmp") || $0.contains("bare") || $0.hasPrefix("phase") }
            .filter { !$0.hasPrefix("errors") }
        #expect(Set(table.map(\.count)).count == 1)
        #expect(report.text.contains("errors of deposit, dmp: 2 × DMPInvalidVIHF"))
        #expect(report.text.contains("server memory: 3 MiB resident, 5 MiB at most"))
    }

    @Test func theJSONReadsBack() throws {
        let data = try report.json()
        let read = try JSONDecoder().decode(Report.self, from: data)
        #expect(try read.json() == data)
        #expect(String(decoding: data, as: UTF8.self).contains("\"throughputRatio\" : 1"))
    }
}

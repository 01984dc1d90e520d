import Foundation
import Testing

@testable import DMPBench

@Suite struct MeasureTests {
    @Test(arguments: [(1, 1, 1), (99, 50, 99), (100, 50, 99), (101, 51, 100), (200, 100, 198)])
    func percentilesAreNearestRanks(_ count: Int, _ middle: UInt64, _ slow: UInt64) {
        let latencies = Latencies((1...UInt64(count)).reversed())
        #expect(latencies.percentile(50) == middle)
        #expect(latencies.percentile(99) == slow)
        #expect(latencies.percentile(100) == UInt64(count))
        #expect(latencies.maximum == UInt64(count))
    }

    @Test func nothingMeasuredIsZero() {
        let none = Latencies()
        #expect(none.percentile(99) == 0)
        #expect(none.maximum == 0)
        #expect(Latencies([4]).percentile(0) == 0)
        #expect(Latencies([4]).percentile(101) == 0)
    }

    @Test func turnsAreMerged() {
        var whole = Latencies([3, 1])
        whole.merge(Latencies([2]))
        #expect(whole.count == 3)
        #expect(whole.percentile(50) == 2)
    }

    @Test func processorTimeIsReadAfterTheName() {
        let fields = (3...52).map { "\($0)" }.joined(separator: " ")
        #expect(ProcessMeter.ticks(stat: "12 (a b) c) (d) " + fields) == 29)
        #expect(ProcessMeter.ticks(stat: "12 (a b) c) (d) " + fields, counting: .withEnded) == 62)
        #expect(ProcessMeter.ticks(stat: "12 (a) 3 4 5") == nil)
        let short = (3...16).map { "\($0)" }.joined(separator: " ")
        #expect(ProcessMeter.ticks(stat: "12 (a) " + short) == 29)
        #expect(ProcessMeter.ticks(stat: "12 (a) " + short, counting: .withEnded) == nil)
        #expect(ProcessMeter.ticks(stat: "") == nil)
        #expect(ProcessMeter.ticks(stat: "1 (a) 3 4 5 6 7 8 9 10 11 12 13 18446744073709551615 1 16") == nil)
    }

    /// What a process has started counts with it, while it runs and once it is buried.
    @Test func aFamilysTimeIsThatOfAllItsProcesses() throws {
        let before = try #require(ProcessMeter.own.familySeconds)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // Half a second of the processor; it waits then to be told to end.
        process.arguments = ["-c", "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; echo done; read end"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        #expect(try output.fileHandleForReading.read(upToCount: 5)?.count == 5)
        let spent = try #require(ProcessMeter(pid: process.processIdentifier).processorSeconds)
        #expect(spent > 0)
        let running = try #require(ProcessMeter.own.familySeconds)
        let rounding = 0.005
        #expect(running + rounding >= before + spent)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(try #require(ProcessMeter.own.familySeconds) + rounding >= before + spent)
        #expect(ProcessMeter(folder: "/nowhere").familySeconds == nil)
    }

    /// What a process has started counts with it while it runs, pages that both have once.
    @Test func aFamilysMemoryIsThatOfAllItsProcesses() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // It holds 16 MiB of its own and waits then to be told to end.
        process.arguments = ["-c", "held=$(head -c 16777216 /dev/zero | tr '\\0' x); echo done; read end"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        #expect(try output.fileHandleForReading.read(upToCount: 5)?.count == 5)
        let child = try #require(ProcessMeter(pid: process.processIdentifier).familyKiB)
        #expect(child > 15 << 10)
        // Other tests of this process give memory back meanwhile: only the child's part is certain.
        #expect(try #require(ProcessMeter.own.familyKiB) > child)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(ProcessMeter(pid: process.processIdentifier).familyKiB == nil)
        #expect(ProcessMeter(folder: "/nowhere").familyKiB == nil)
    }

    /// Of whom nothing is told although he has memory, the sum is unknown; who is gone counts for nothing.
    @Test func aFamilysMemoryIsWholeOrUnknown() {
        #expect(ProcessMeter.family(own: 100, others: []) == 100)
        #expect(ProcessMeter.family(own: 100, others: [(30, 900), (20, nil), (nil, nil)]) == 150)
        #expect(ProcessMeter.family(own: 100, others: [(30, 900), (nil, 900)]) == nil)
    }

    @Test func memoryIsReadByName() {
        let status = "Name:\tdmp\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n"
        #expect(ProcessMeter.field("VmRSS", status: status) == 1024)
        #expect(ProcessMeter.field("VmHWM", status: status) == 2048)
        #expect(ProcessMeter.field("VmSwap", status: status) == nil)
    }

    @Test func thisProcessHasTimeAndMemory() {
        #expect(ProcessMeter.own.processorSeconds != nil)
        #expect((ProcessMeter.own.memory?.peakKiB ?? 0) > 0)
        #expect(ProcessMeter(folder: "/nowhere").processorSeconds == nil)
        #expect(ProcessMeter(folder: "/nowhere").memory == nil)
    }
}

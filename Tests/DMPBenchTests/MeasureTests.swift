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
        #expect(ProcessMeter.ticks(stat: "12 (a) 3 4 5") == nil)
        #expect(ProcessMeter.ticks(stat: "") == nil)
        #expect(ProcessMeter.ticks(stat: "1 (a) 3 4 5 6 7 8 9 10 11 12 13 18446744073709551615 1 16") == nil)
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

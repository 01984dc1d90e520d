internal import Foundation
internal import Glibc

/// Processor time and memory of a process, from `/proc` (proc(5)).
struct ProcessMeter: Sendable {
    let folder: String

    /// This very process.
    static let own = ProcessMeter(folder: "/proc/self")

    init(folder: String) { self.folder = folder }

    init(pid: Int32) { folder = "/proc/\(pid)" }

    /// Seconds of processor time in user and system mode since the process began; nil when it is gone.
    var processorSeconds: Double? {
        guard let text = read("stat"), let ticks = Self.ticks(stat: text) else { return nil }
        return Double(ticks) / Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    }

    /// The same of the process and of those that it has started, whether they have ended or still run; nil when it is gone.
    var familySeconds: Double? {
        guard let children else { return nil }
        // Those that run first: one that is buried meanwhile is counted twice rather than not at all.
        let running = children.compactMap(\.processorSeconds).reduce(0, +)
        guard let text = read("stat"), let own = Self.ticks(stat: text, counting: .withEnded) else { return nil }
        return Double(own) / Double(max(1, sysconf(Int32(_SC_CLK_TCK)))) + running
    }

    /// Those that it has started and not buried; nil when it is gone.
    private var children: [ProcessMeter]? {
        guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder + "/task") else { return nil }
        return threads.flatMap { thread in
            (read("task/\(thread)/children") ?? "").split(separator: " ").compactMap { Int32($0) }
        }.map { ProcessMeter(pid: $0) }
    }

    /// Nanoseconds of processor time of all threads that live now, by the scheduler's own count; nil when the process is gone.
    var processorNanoseconds: UInt64? {
        guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder + "/task") else { return nil }
        return threads.reduce(into: UInt64(0)) { sum, thread in
            guard let text = read("task/\(thread)/schedstat"), let first = text.split(separator: " ").first,
                let spent = UInt64(first)
            else { return }
            sum &+= spent
        }
    }

    /// Resident memory and its peak, in KiB.
    var memory: Memory? {
        guard let text = read("status"), let now = Self.field("VmRSS", status: text),
            let peak = Self.field("VmHWM", status: text)
        else { return nil }
        return Memory(residentKiB: now, peakKiB: peak)
    }

    /// Memory of the process and of those that it has started, in KiB; a page that several of them have is counted once in all.
    ///
    /// Nil when it is gone, or when the kernel keeps the memory of one of them to itself: a sum without that one says less than none.
    var familyKiB: UInt64? {
        guard let children, let own = proportionalKiB else { return nil }
        return Self.family(own: own, others: children.map { ($0.proportionalKiB, $0.memory?.residentKiB) })
    }

    /// The sum, of those that still have memory.
    static func family(own: UInt64, others: [(proportionalKiB: UInt64?, residentKiB: UInt64?)]) -> UInt64? {
        var sum = own
        for other in others {
            if let more = other.proportionalKiB {
                sum += more
            } else if other.residentKiB != nil {
                return nil
            }
        }
        return sum
    }

    /// Resident memory in KiB, pages divided by the number of processes that have them.
    private var proportionalKiB: UInt64? { read("smaps_rollup").flatMap { Self.field("Pss", status: $0) } }

    /// Whose time counts.
    enum Counting: Int {
        /// That of the process: fields 14 and 15.
        case own = 2
        /// That of those it has started and buried as well: fields 16 and 17.
        case withEnded = 4
    }

    /// The sum of the fields that count; the name in field 2 may hold anything, so counting starts after its last bracket.
    static func ticks(stat: String, counting: Counting = .own) -> UInt64? {
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ").dropFirst(11).prefix(counting.rawValue)
        guard fields.count == counting.rawValue else { return nil }
        var sum: UInt64 = 0
        for field in fields {
            guard let ticks = UInt64(field) else { return nil }
            let (more, overflow) = sum.addingReportingOverflow(ticks)
            guard !overflow else { return nil }
            sum = more
        }
        return sum
    }

    static func field(_ name: String, status: String) -> UInt64? {
        for line in status.split(separator: "\n") where line.hasPrefix(name + ":") {
            return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { UInt64($0) }
        }
        return nil
    }

    private func read(_ file: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + file).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Memory of a process.
public struct Memory: Hashable, Sendable, Codable {
    /// Resident now, in KiB.
    public let residentKiB: UInt64
    /// The most there ever was, in KiB.
    public let peakKiB: UInt64
}

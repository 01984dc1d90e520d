internal import Foundation

extension Report {
    private static let columns = [
        "phase", "server", "requests", "errors", "per s", "p50 ms", "p99 ms", "max ms", "server CPU ms",
        "client CPU ms",
        "request B", "answer B", "RSS MiB",
    ]

    /// The report as a table for people.
    public var text: String {
        var rows = [Self.columns]
        for phase in phases {
            rows.append(Self.row(phase.name + (phase.clients == 1 ? " (1 client)" : ""), "dmp", phase.real))
            if let bare = phase.bare {
                rows.append(Self.row("", "bare", bare))
                rows.append(Self.ratios(phase))
            }
        }
        var lines = [
            "\(processors) processors shared by clients and servers; \(clients) clients; "
                + "record of \(recordDocuments) documents; documents of \(documentBytes) bytes", "",
        ]
        lines += Self.aligned(rows)
        for phase in phases {
            let sides = [("dmp", phase.real)] + (phase.bare.map { [("bare", $0)] } ?? [])
            for (name, side) in sides where !side.errors.isEmpty {
                let errors = side.errors.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
                lines.append("errors of \(phase.name), \(name): " + errors.joined(separator: ", "))
            }
        }
        if let memory = serverMemory {
            lines += [
                "", "server memory: \(memory.residentKiB / 1024) MiB resident, \(memory.peakKiB / 1024) MiB at most",
            ]
        }
        if let familyKiB {
            lines.append("server and its workers: \(familyKiB / 1024) MiB, what they share counted once")
        }
        if let starts {
            lines.append(
                String(
                    format: "ready %.2f s after its first start, %.2f s after a start with data",
                    starts.first,
                    starts.withData
                )
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ phase: String, _ server: String, _ side: SideReport) -> [String] {
        [
            phase, server, "\(side.requests)", "\(side.errors.values.reduce(0, +))", number(side.perSecond),
            number(side.p50Milliseconds), number(side.p99Milliseconds), number(side.maximumMilliseconds),
            number(side.serverProcessorMilliseconds), number(side.clientProcessorMilliseconds),
            "\(side.requestBytes)", "\(side.answerBytes)",
            side.serverMemory.map { "\($0.residentKiB / 1024)" } ?? "–",
        ]
    }

    private static func ratios(_ phase: PhaseReport) -> [String] {
        [
            "", "dmp/bare", "", "", number(phase.throughputRatio), number(phase.p50Ratio), number(phase.p99Ratio), "",
            number(phase.serverProcessorRatio), "", "", "", "",
        ]
    }

    private static func number(_ value: Double?) -> String { value.map { String(format: "%.2f", $0) } ?? "–" }

    /// The first two columns to the left, numbers to the right.
    static func aligned(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
                return column < 2 ? cell.0 + space : space + cell.0
            }
            return cells.joined(separator: "  ")
        }
    }
}

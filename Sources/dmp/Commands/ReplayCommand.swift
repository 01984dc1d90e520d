import AccessRules
import ArgumentParser
import Custody
import Foundation
import HealthRecord

extension PolicyCommand {
    /// `dmp policy replay`: an auditor decides again what an exported history says was decided.
    struct Replay: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide again, from an exported history alone, each act that it holds.",
            discussion:
                "Exit code 0: every decision follows again. 1: one does not. Check the file with dmp-verify first."
        )
        @OptionGroup var sources: Sources
        @Argument(help: "The exported history (JSON).") var file: String

        func run() throws { try sayingFailures(replay) }

        private func replay() throws {
            let book = try sources.book()
            guard
                let bundle = try? JSONDecoder().decode(
                    TraceBundle.self,
                    from: Data(contentsOf: URL(fileURLWithPath: file))
                )
            else { throw CommandFailure("\(file) is no exported history: take one out of the portal", .data) }
            var counts: [String: Int] = [:]
            var isSound = true
            for (offset, entry) in bundle.events.enumerated() {
                guard let bytes = entry.event else {
                    counts["not shown", default: 0] += 1
                    continue
                }
                guard let event = try? TraceEvent.decode([UInt8](bytes)).event else {
                    throw CommandFailure(
                        "event \(offset + 1) of \(file) cannot be read: take the history out again",
                        .data
                    )
                }
                switch TracedDecision(event, in: book) {
                case .same: counts["decided the same", default: 0] += 1
                case .undecided: counts["asked no rule", default: 0] += 1
                case .conflict(let name):
                    counts["permitted by the rules, refused by what the record held (\(name))", default: 0] += 1
                case .limited: counts["permitted by the rules, refused by a court's limit beside them", default: 0] += 1
                case .different(let decision):
                    isSound = false
                    print(
                        "event \(event.sequence), \(event.act.rawValue): traced \(event.rule) \(event.outcome.rawValue), now \(decision.rule.rawValue)"
                    )
                case .unknown(let error):
                    isSound = false
                    print(
                        "event \(event.sequence), \(event.act.rawValue): \(error.map { "\($0)" } ?? "facts unreadable")"
                    )
                }
            }
            if bundle.events.isEmpty { print("the file holds no event yet: nothing was decided again") }
            for (name, count) in counts.sorted(by: { $0.key < $1.key }) { print("\(count) \(name)") }
            if !isSound { throw ExitCode(1) }
        }
    }
}

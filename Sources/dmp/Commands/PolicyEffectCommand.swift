import AccessRules
import ArgumentParser
import Foundation
import HealthRecord

extension PolicyCommand {
    /// `dmp policy effect FROM TO`: who would gain or lose what if a record passed from one set to another.
    struct Effect: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what changes when a record passes from one set to another."
        )

        @OptionGroup var sources: Sources
        @Argument(help: "The set under which the record lives.") var former: String
        @Argument(help: "The set under which it would live.") var latter: String
        @Option(
            name: .long,
            help: "JSON: the record's policy and its documents' facts; without, a table by profession."
        )
        var record: String?

        /// A record as the option's file holds it.
        struct RecordFile: Codable {
            var policy: RecordPolicy
            var documents: [DocumentFacts]
            var now: Instant?
        }

        func run() throws { try sayingFailures(compare) }

        private func compare() throws {
            let book = try sources.book()
            let (before, after) = (try sources.set(former, in: book), try sources.set(latter, in: book))
            for line in PolicyDifference(from: before, to: after).lines {
                print("\(line.key.rawValue.padded(30)) \(line.former.value.text) -> \(line.latter.value.text)")
            }
            print("")
            if let record {
                try ofRecord(record, before.id, after.id, book)
            } else {
                table(before.id, after.id, book)
            }
        }

        private func ofRecord(_ path: String, _ before: String, _ after: String, _ book: RuleBook) throws {
            let data = Data(try DeploymentSettings.read(path))
            let file: RecordFile
            do { file = try JSONDecoder().decode(RecordFile.self, from: data) } catch let error as DecodingError {
                throw CommandFailure("\(path) holds no record as --record takes it: \(error.place)", .data)
            }
            let now = file.now ?? SystemClock.now()
            var former = file.policy
            former.policySet = before
            // As the record itself would pass: what is due at once by the other set's terms has a respite first.
            let latter = book.moved(former, to: after, on: now.dayInFrance)
            let effect = ChoiceEffect(
                from: former,
                to: latter,
                documents: file.documents.map { ChoiceEffect.Document($0) },
                now: now,
                ruleBook: book
            )
            for change in effect.changes {
                var line = change.affected.line.padded(40)
                if !change.gains.isEmpty { line += " gains \(places(change.gains))" }
                if !change.loses.isEmpty { line += " loses \(places(change.loses))" }
                print(line)
            }
            if effect.changes.isEmpty { print("nobody gains or loses a document") }
            if let held = HeldBack(file.documents, under: latter, on: now.dayInFrance, ruleBook: book) {
                print(
                    "\(places(held.documents)) wait to be announced, and show themselves to the patient from \(held.until.iso8601)"
                )
            }
        }

        private func places(_ documents: [Int]) -> String { documents.map { "#\($0 + 1)" }.joined(separator: " ") }

        private func table(_ before: String, _ after: String, _ book: RuleBook) {
            let now = SystemClock.now()
            let former = ReadingTable(set: before, now: now, ruleBook: book).cells
            let latter = ReadingTable(set: after, now: now, ruleBook: book).cells
            var changed = 0
            for (cell, next) in zip(former, latter) where cell.decision.isPermitted != next.decision.isPermitted {
                changed += 1
                let sign = next.decision.isPermitted ? "gains" : "loses"
                print(
                    cell.who.padded(24),
                    sign,
                    cell.act.rawValue.padded(21),
                    cell.what.padded(26),
                    cell.mode.padded(14),
                    "\(cell.decision.rule.rawValue) -> \(next.decision.rule.rawValue)"
                )
            }
            print("\(changed) of \(former.count) answers change")
        }
    }
}

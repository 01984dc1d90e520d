import AccessRules
import ArgumentParser
import Foundation
import HealthRecord

/// `dmp policy`: the dated sets of rules, read, compared and checked.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Read, compare and check the dated sets of rules.",
        subcommands: [List.self, Show.self, Diff.self, Effect.self, Check.self, Replay.self]
    )

    /// Sets beside those that ship.
    struct Sources: ParsableArguments {
        @Option(
            name: .long,
            help: "A file with a set, or a matrix that a set names, beside those that ship; may be given several times."
        )
        var add: [String] = []

        func book() throws -> RuleBook {
            do {
                let added = try AddedSets(at: add.joined(separator: ","))
                return try RuleBook.bundled(adding: added.texts, professions: added.professions)
            } catch { throw CommandFailure("\(error)", .usage) }
        }

        func set(_ name: String, in book: RuleBook) throws -> PolicySet {
            if let set = book.policySets[name] ?? book.policySet(reference: name) { return set }
            throw CommandFailure("no set is named \(name); `dmp policy list` names them", .usage)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Name the sets, the earliest first.")
        @OptionGroup var sources: Sources

        func run() throws { try sayingFailures(list) }

        private func list() throws {
            for set in try sources.book().allPolicySets {
                print("\(set.reference.padded(12)) from \(set.validFrom.iso8601)  \(set.title)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a set: value, source, date, provenance.")
        @OptionGroup var sources: Sources
        @Argument(help: "Name of the set, such as mes2026.") var name: String

        func run() throws { try sayingFailures(show) }

        private func show() throws {
            let set = try sources.set(name, in: try sources.book())
            print("\(set.reference), from \(set.validFrom.iso8601): \(set.title)\n")
            for key in PolicyKey.allCases {
                guard let entry = set[key] else { continue }
                let held = Contradiction.held(by: key)?.rawValue ?? ""
                print("\(key.rawValue.padded(30)) \(entry.value.text)")
                print("  \(held.padded(4))\(entry.provenance.rawValue), \(entry.date.iso8601): \(entry.source.text)")
            }
            print("\nBeyond any set:")
            for contradiction in Contradiction.allCases {
                if let beyond = contradiction.beyondKeys { print("  \(contradiction.rawValue.padded(4))\(beyond)") }
            }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the keys in which two sets differ.")
        @OptionGroup var sources: Sources
        @Argument(help: "The former set.") var former: String
        @Argument(help: "The latter set.") var latter: String

        func run() throws { try sayingFailures(compare) }

        private func compare() throws {
            let book = try sources.book()
            let difference = PolicyDifference(
                from: try sources.set(former, in: book),
                to: try sources.set(latter, in: book)
            )
            for line in difference.lines {
                print("\(line.key.rawValue.padded(30)) \(line.former.value.text) -> \(line.latter.value.text)")
                print("  \(line.latter.date.iso8601): \(line.latter.source.text)")
            }
            if difference.lines.isEmpty { print("no key differs") }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check a set that an operator wants to add.")
        @OptionGroup var sources: Sources
        @Argument(help: "The file.") var file: String

        func run() throws { try sayingFailures(check) }

        private func check() throws {
            let bytes = try DeploymentSettings.read(file)
            do {
                let added = try AddedSets(at: sources.add.joined(separator: ","))
                let shipped = Set(try sources.book().allPolicySets.map(\.reference))
                let book = try RuleBook.bundled(
                    adding: added.texts.merging([file: bytes]) { $1 },
                    professions: added.professions
                )
                for set in book.allPolicySets
                where !shipped.contains(set.reference) {
                    print("\(set.reference) is whole: \(set.entries.count) keys, from \(set.validFrom.iso8601)")
                    for idle in set.idleChoices(beside: try RuleBook.bundled().allPolicySets) {
                        print(
                            "  beware: \(idle.key.rawValue) describes an era and decides nothing; \(idle.value.text) in place of \(idle.shipped.text) changes nothing"
                        )
                    }
                    for (key, word) in set.idleWords {
                        print(
                            "  beware: no code reads \(word) of \(key.rawValue); it describes an era and changes nothing"
                        )
                    }
                }
            } catch {
                throw CommandFailure("\(error)", .usage)
            }
        }
    }
}

extension String {
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

import ArgumentParser
import Custody
import OperatorDoor

/// What auditors, the data protection officer and the security officer are given, of nobody's record.
extension RecordCommand {
    struct Proof: OrderCommand {
        static let verb = OperatorVerb.proof
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Print the proof that the trace log holds an entry.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @Option(name: .long, help: "The entry's place.") var index: String

        var given: [VerbField: String] { [.index: index] }
    }

    struct Journal: OrderCommand {
        static let verb = OperatorVerb.journal
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "List what operators ordered, without anybody's record.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @Option(name: .long, help: "First day, such as 2026-03-01.") var since: String?

        var given: [VerbField: String] { since.map { [.since: $0] } ?? [:] }
    }

    struct Emergencies: OrderCommand {
        static let verb = OperatorVerb.emergencies
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Count openings in emergencies by professional, without anybody's record.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @Option(name: .long, help: "First day, such as 2026-03-01; openings are counted for a year.") var since: String?
        @Option(name: .long, help: "Only professionals with that many openings or more.") var atLeast: String?

        var given: [VerbField: String] {
            [VerbField.since: since, .atLeast: atLeast].compactMapValues(\.self)
        }
    }

    struct Security: OrderCommand {
        static let verb = OperatorVerb.security
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Count what the security log noted, by day and kind; it names nobody."
        )

        @OptionGroup var options: OrderOptions
        @Option(name: .long, help: "First day, such as 2026-03-01; lines are kept for a year.") var since: String?

        var given: [VerbField: String] { since.map { [.since: $0] } ?? [:] }
    }
}

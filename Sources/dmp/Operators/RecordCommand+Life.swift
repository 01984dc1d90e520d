import ArgumentParser
import Custody
import OperatorDoor

/// What suspends, closes and gives back a record.
extension RecordCommand {
    struct Suspend: OrderCommand {
        static let verb = OperatorVerb.suspend
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Suspend a record for a fraud or a defect.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "fraud or defect.") var reason: String

        var given: [VerbField: String] {
            papers.given.merging([.reason: reason]) { $1 }
        }
    }

    struct Lift: OrderCommand {
        static let verb = OperatorVerb.lift
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Lift a suspension.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Close: OrderCommand {
        static let verb = OperatorVerb.close
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Close a record.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "death, request or authority.") var reason: String

        var given: [VerbField: String] {
            papers.given.merging([.reason: reason]) { $1 }
        }
    }

    struct Reopen: OrderCommand {
        static let verb = OperatorVerb.reopen
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Open a closed record again, as its holder asks in writing.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Erase: OrderCommand {
        static let verb = OperatorVerb.erase
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Have a closed record destroyed, as its holder asks in writing; takes two people.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct UndoDeath: OrderCommand {
        static let verb = OperatorVerb.undoDeath
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Undo the closing of a living person's record; takes two people.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Migrate: OrderCommand {
        static let verb = OperatorVerb.migrate
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Move a record to another set of rules.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "Name of the set, such as mes2026.") var set: String

        var given: [VerbField: String] {
            papers.given.merging([.set: set]) { $1 }
        }
    }

    struct Effect: OrderCommand {
        static let verb = OperatorVerb.effect
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Say what another set of rules would change for a record, in numbers.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "Name of the set, such as mes2026.") var set: String

        var given: [VerbField: String] {
            papers.given.merging([.set: set]) { $1 }
        }
    }

    struct ObjectSuspension: OrderCommand {
        static let verb = OperatorVerb.objectSuspension
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Record an objection to a suspension, on paper; it stops the six weeks.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }
}

import ArgumentParser
import Custody
import OperatorDoor

/// Matricules and duplicates.
extension RecordCommand {
    struct Merge: OrderCommand {
        static let verb = OperatorVerb.merge
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Join a duplicate (matricule) to the record that stays (other); a second person confirms.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct UndoMerge: OrderCommand {
        static let verb = OperatorVerb.undoMerge
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Undo a join.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct AddIdentifier: OrderCommand {
        static let verb = OperatorVerb.addIdentifier
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "File another matricule (other) of the same person.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct RemoveIdentifier: OrderCommand {
        static let verb = OperatorVerb.removeIdentifier
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Take away a matricule that was linked by error.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Identity: OrderCommand {
        static let verb = OperatorVerb.identity
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Say how well an identity is established; only a qualified one carries its matricule to others.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "provisional, recovered, validated or qualified.") var status: String

        var given: [VerbField: String] {
            papers.given.merging([.status: status]) { $1 }
        }
    }
}

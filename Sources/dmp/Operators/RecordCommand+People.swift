import ArgumentParser
import Custody
import OperatorDoor

/// Those who act for a holder, and who treats him.
extension RecordCommand {
    struct Representative: OrderCommand {
        static let verb = OperatorVerb.representative
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Declare somebody (other) who acts for the holder.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "parent, guardian, representation, assistance or carer.") var kind: String

        var given: [VerbField: String] {
            papers.given.merging([.kind: kind]) { $1 }
        }
    }

    struct CourtEnd: OrderCommand {
        static let verb = OperatorVerb.endRepresentative
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "End a representative's mandate (other) on the word of a court.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Treating: OrderCommand {
        static let verb = OperatorVerb.treating
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Record the treating physician whom the insured declared.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct EndTreating: OrderCommand {
        static let verb = OperatorVerb.endTreating
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Record that no treating physician is declared any more.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }
}

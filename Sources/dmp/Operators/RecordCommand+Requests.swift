import ArgumentParser
import Custody
import OperatorDoor

/// What holders and heirs ask.
extension RecordCommand {
    struct Heirs: OrderCommand {
        static let verb = OperatorVerb.heirs
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Record what an heir asks after a death.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "causeOfDeath, memory or rights.") var purpose: String

        var given: [VerbField: String] {
            papers.given.merging([.purpose: purpose]) { $1 }
        }
    }

    struct Requests: OrderCommand {
        static let verb = OperatorVerb.requests
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "List what waits for an answer, without content.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Settle: OrderCommand {
        static let verb = OperatorVerb.settle
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Answer a request; an heir's takes two people.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The request's identifier.") var request: String
        @Option(name: .long, help: "granted or refused.") var answer: String

        var given: [VerbField: String] {
            papers.given.merging([.request: request, .answer: answer]) { $1 }
        }
    }

    struct Reports: OrderCommand {
        static let verb = OperatorVerb.reports
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Read what holders reported, in their words; each look is traced on their records.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }
}

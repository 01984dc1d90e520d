import ArgumentParser
import Custody
import OperatorDoor

/// What opens a record.
extension RecordCommand {
    struct Invite: OrderCommand {
        static let verb = OperatorVerb.invite
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Invite a person to open a record, by posted codes.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct Announce: OrderCommand {
        static let verb = OperatorVerb.announce
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Inform a person that a record will open by itself.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct ObjectOpening: OrderCommand {
        static let verb = OperatorVerb.objectOpening
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Record an objection to an opening, on paper, such as of the person in charge of a protection.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }
}

import ArgumentParser
import Custody
import OperatorDoor

/// The register of incidents.
extension RecordCommand {
    struct Incident: OrderCommand {
        static let verb = OperatorVerb.incident
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Declare an incident that touched data; the terms of the law go from when it was known.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "When it became known, UTC, such as 2026-03-31T08:15Z.") var known: String
        @Option(name: .long, help: "unlikely, likely or high: the risk to persons.") var risk: String
        @Option(name: .long, help: "ordinary or serious: whether the state hears of it.") var gravity: String

        var given: [VerbField: String] {
            papers.given.merging([.known: known, .risk: risk, .gravity: gravity]) { $1 }
        }
    }

    struct IncidentNote: OrderCommand {
        static let verb = OperatorVerb.incidentNote
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Write beside an incident what came of it, what was done or what has become known since.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The incident's identifier.") var incident: String
        @Option(name: .long, help: "facts, effects or measures: of what the entry tells.") var aspect: String

        var given: [VerbField: String] { papers.given.merging([.incident: incident, .aspect: aspect]) { $1 } }
    }

    struct IncidentTold: OrderCommand {
        static let verb = OperatorVerb.incidentTold
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Note that the authority, the state or all those concerned were told of an incident.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The incident's identifier.") var incident: String
        @Option(name: .long, help: "authority, state or persons.") var duty: String

        var given: [VerbField: String] { papers.given.merging([.incident: incident, .duty: duty]) { $1 } }
    }

    struct IncidentPersons: OrderCommand {
        static let verb = OperatorVerb.incidentPersons
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Tell those whose records an incident touched; it takes two people.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The incident's identifier.") var incident: String

        var given: [VerbField: String] { papers.given.merging([.incident: incident]) { $1 } }
    }

    struct Incidents: OrderCommand {
        static let verb = OperatorVerb.incidents
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "List the incidents, who was told and who is still to be told.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions

        var given: [VerbField: String] { [:] }
    }
}

import ArgumentParser
import Custody
import Foundation
import OperatorDoor

/// The way of the host's physician, and the insurer's blind feeding.
extension RecordCommand {
    struct HostRequest: OrderCommand {
        static let verb = OperatorVerb.hostRequest
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Record that the holder asked in writing for the host's physician.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct HostApprove: OrderCommand {
        static let verb = OperatorVerb.hostApprove
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Approve such a request; the second approval, by somebody else, opens the way for a day.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The request's identifier.") var request: String

        var given: [VerbField: String] { papers.given.merging([.request: request]) { $1 } }
    }

    struct HostEnd: OrderCommand {
        static let verb = OperatorVerb.hostEnd
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "End the way of the host's physician before its time.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct HostList: OrderCommand {
        static let verb = OperatorVerb.hostList
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "List a record's documents, as the host's physician who was let in.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }

    struct HostRead: OrderCommand {
        static let verb = OperatorVerb.hostRead
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "Take one of them out into a file, for its holder.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The document, as host-list names it.") var document: String
        @Option(name: .long, help: "The file to make; nobody else can read it.") var out: String

        var given: [VerbField: String] { papers.given.merging([.document: document]) { $1 } }
        var output: String? { out }
    }

    struct Feed: OrderCommand {
        static let verb = OperatorVerb.feed
        static let configuration = CommandConfiguration(
            commandName: verb.rawValue,
            abstract: "File the care history of the insured; what became of it is not told.",
            discussion: verb.inputHelp
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions
        @Option(name: .long, help: "The document, PDF or plain text.") var file: String
        @Option(name: .long, help: "Its own identifier, an OID.") var document: String
        @Option(name: .long, help: "application/pdf or text/plain.") var mediaType = "application/pdf"
        @Option(name: .long, help: "What it is called.") var title = "Historique de soins"

        func validate() throws {
            guard FileManager.default.isReadableFile(atPath: file) else {
                throw ValidationError("\(file) cannot be read")
            }
        }

        var given: [VerbField: String] {
            let bytes = FileManager.default.contents(atPath: file)
            let own: [VerbField: String?] = [
                .document: document, .mediaType: mediaType, .title: title, .content: bytes?.base64EncodedString(),
            ]
            return papers.given.merging(own.compactMapValues { $0 }) { $1 }
        }
    }
}

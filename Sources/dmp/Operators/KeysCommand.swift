import ArgumentParser
import Custody
import OperatorDoor

/// `dmp keys`: the custodian's root keys, of nobody's record.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "See how the custodian's keys stand, begin a new epoch, change the key store's passphrase.",
        discussion: """
            status and renew go through the operators' door and end as dmp record does; passphrase is typed beside a server \
            that is stopped.
            """,
        subcommands: [Status.self, Renew.self, Passphrase.self]
    )

    struct Status: OrderCommand {
        static let verb = OperatorVerb.keys
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: "Print the epoch, what still stands under older ones, and what is late."
        )

        @OptionGroup var options: OrderOptions

        var given: [VerbField: String] { [:] }
    }

    struct Renew: OrderCommand {
        static let verb = OperatorVerb.keysRenew
        static let configuration = CommandConfiguration(
            commandName: "renew",
            abstract: "Begin a new epoch of the keys at once; it takes two people.",
            discussion: """
                Each epoch makes the root key of the last but one go, and with it all copies of the tables that stand under \
                it (docs/operations.md, Keys).
                """
        )

        @OptionGroup var options: OrderOptions
        @OptionGroup var papers: PaperOptions

        var given: [VerbField: String] { papers.given }
    }
}

import ArgumentParser
import ServerKit

/// `dmp configuration`: an example that says what each key is for.
struct ConfigurationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "configuration",
        abstract: "Print an example configuration with every key explained."
    )

    func run() throws { print(try Keys.schema.example) }
}

import ArgumentParser
import HealthRecord

/// The shared medical record: one program, its parts chosen by command.
@main
struct DMPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmp",
        abstract: "A shared medical record that its host cannot read and its patient governs.",
        version: HouseVersion.text,
        subcommands: [
            DemoCommand.self, ServeCommand.self, PKICommand.self, BenchCommand.self, ConfigurationCommand.self,
            BackupCommand.self,
            BarePipeCommand.self, PolicyCommand.self, RecordCommand.self, KeysCommand.self,
        ]
    )
}

import ArgumentParser
import HealthRecord
import SignatureWorkers

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

    /// Begins as what it was started for.
    ///
    /// A worker for signatures begins here, before the run-time has made a second thread, which its confinement would not reach.
    @MainActor static func main() async {
        if CommandLine.arguments.dropFirst() == [SignatureDesk.command] { SignatureWorker.run() }
        await main(nil)
    }
}

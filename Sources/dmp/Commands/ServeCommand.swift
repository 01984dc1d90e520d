import ArgumentParser
import Foundation
import Glibc
import HealthRecord
import Messages
import ServerKit
import Wording

/// `dmp serve`: a deployment by its configuration.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve a deployment from its configuration file and environment."
    )

    @Option(name: .long, help: "Configuration file (JSON; lines that begin with // are comments).")
    var config: String?

    func run() async throws {
        // A core file would hold keys and whatever is being read (security design § 5.7).
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        try await sayingFailures { try await serve() }
    }

    private func serve() async throws {
        let file = try config.map { path -> [UInt8] in
            guard let data = FileManager.default.contents(atPath: path) else { throw StartFailure.unreadable(path) }
            return [UInt8](data)
        }
        let configuration = try read(file)
        var faults: [any SpokenFailure] = []
        _ = faults.attempt {
            try PrivateFiles.checkConfiguration(config ?? "", holding: configuration.secretsInFile)
        }
        let sheet = faults.attempt { try ServiceSheet(configuration, portal: configuration.value(Keys.portalOrigin)) }
        let settings = faults.attempt { try DeploymentSettings(configuration) }
        let ways = sheet.flatMap { sheet in faults.attempt { try Ways(configuration, service: sheet) } }
        try faults.end()
        guard let sheet, var settings, let ways else { throw CommandFailure("unexpected", .software) }
        settings.secureMail = ways.secureMail
        let deployment = try await Deployment(settings, carriers: ways.carriers, service: sheet) { _, _ in }
        deployment.startDrawing()
        try await deployment.run()
    }

    /// How messages leave, all that is wrong with it told at once.
    private struct Ways {
        let carriers: [ContactKind: any MessageCarrier]
        let secureMail: SecureMailing?

        init(_ configuration: Configuration, service sheet: ServiceSheet) throws {
            var faults: [any SpokenFailure] = []
            let carriers = faults.attempt { try MessageKeys.carriers(configuration, service: sheet) }
            let mailing = faults.attempt { try SecureMailKeys.mailing(configuration, service: sheet) }
            try faults.end()
            (self.carriers, secureMail) = (carriers ?? [:], mailing ?? nil)
        }
    }

    /// Reads the file and the environment; where the file is no JSON, the line is named.
    private func read(_ file: [UInt8]?) throws -> Configuration {
        let schema = try Keys.schema
        do throws(ConfigurationError) {
            return try schema.load(file: file, environment: ProcessInfo.processInfo.environment)
        } catch {
            guard error == .unreadableFile else { throw error }
            throw StartFailure.noConfiguration(config ?? "", line: file.flatMap(ConfigurationText.faultyLine))
        }
    }
}

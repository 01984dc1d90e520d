import ArgumentParser
import Foundation
import Glibc
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
        let configuration = try Keys.schema.load(file: file, environment: ProcessInfo.processInfo.environment)
        let sheet = try ServiceSheet(configuration, portal: configuration.value(Keys.portalOrigin))
        let carriers = try MessageKeys.carriers(configuration, service: sheet)
        let secureMail = try SecureMailKeys.mailing(configuration, service: sheet)
        var settings = try DeploymentSettings(configuration)
        settings.secureMail = secureMail
        let deployment = try await Deployment(settings, carriers: carriers, service: sheet) { _, _ in }
        try await deployment.run()
    }
}

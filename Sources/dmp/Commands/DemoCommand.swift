import ArgumentParser
import Foundation
import HealthRecord
import SampleRecords
import ServerKit

/// `dmp demo`: a whole DMP with a small fictitious population, in a folder of its own.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start a whole DMP with fictitious people, for looking around and for programs."
    )

    @Option(name: .long, help: "Folder of the demonstration; made at the first start, found again later.")
    var data: String = "demo-data"

    @Option(
        name: .long,
        help:
            "Port of the portal; the services, operations, the professionals' site and the operators' door take the next four. 0: any."
    )
    var port: Int = 8443

    @Option(name: .long, help: "Set of rules under which records open, such as era2019 or mes2026.")
    var policySet: String = "mes2026"

    @Option(name: .long, help: "Sets of rules beside those that ship: a folder, or files separated by commas.")
    var policySets: String = ""

    @Flag(name: .long, help: "Do not open a browser.")
    var noBrowser = false

    func validate() throws {
        guard (0...65_531).contains(port) else { throw ValidationError("--port must lie between 0 and 65531") }
        do { _ = try AddedSets(at: policySets).book(opening: policySet) } catch {
            throw ValidationError("\(error)")
        }
    }

    func run() async throws { try await sayingFailures { try await show() } }

    private func show() async throws {
        let started = SystemClock.now()
        let folder = DemoFolder(root: URL(fileURLWithPath: data).path)
        let known = try folder.open()
        let rules = (opening: policySet, added: try AddedSets(at: policySets))
        let world = try await DemoStage(folder: folder, port: port, rules: rules, known: known)
        try await world.run { manifest in
            let seconds = Double(SystemClock.now().milliseconds - started.milliseconds) / 1000
            DemoBanner.print(manifest, of: world.population, folder: folder, seconds: seconds)
            if !noBrowser { DemoBrowser.open(manifest.portal) }
        }
    }
}

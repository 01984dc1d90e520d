public import ArgumentParser
public import Credentials
import Foundation
import HealthRecord
import SampleRecords

/// `dmp pki`: authorities, cards and structure certificates in the shape of IGC-Santé TEST.
struct PKICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pki",
        abstract: "Make sample authorities, cards and certificates in the shape of IGC-Santé TEST."
    )

    @Argument(help: "Folder to write to; it must not exist yet.")
    var folder: String

    @Option(name: .long, help: "Kind of keys: rsa2048, as cards have, or p256.")
    var keys: SampleKeys = .rsa2048

    @Option(name: .long, help: "Host names of the server certificate.")
    var host: [String] = ["localhost", "127.0.0.1"]

    func validate() throws {
        let isWritable = host.allSatisfy { name in
            (1...253).contains(name.utf8.count) && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        }
        guard isWritable else { throw ValidationError("--host takes a host's name or address, such as dmp.example") }
    }

    func run() async throws { try await sayingFailures { try await make() } }

    private func make() async throws {
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw ValidationError("\(folder) exists already: name a new folder")
        }
        let now = SystemClock.now()
        let population = SamplePopulation(seed: DemoWorld.seed, now: now)
        let cards = try await DemoCards.make(
            for: population,
            cardKeys: { _ in keys },
            structureKeys: keys,
            hosts: host,
            now: now
        )
        try cards.write(to: folder)
        try DemoOperators.make(in: folder, now: now)
        print(
            "Authorities, \(cards.professionals.count) cards, \(cards.structures.count) structures and operators are in \(folder)"
        )
    }
}

extension SampleKeys: ExpressibleByArgument {}

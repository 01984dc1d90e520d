import ArgumentParser
import Foundation
import HealthRecord

/// Checks an exported history offline; it trusts nothing but the public key it is given.
@main
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmp-verify",
        abstract: "Check a record's exported history and its proofs offline.",
        discussion: "Exit code 0: everything holds. 1: something does not. 2: the file cannot be read.",
        version: HouseVersion.text
    )

    @Argument(help: "The exported history (JSON).")
    var file: String

    @Option(
        name: .long,
        help: """
            A log's verifier key, from a source you trust; give the option once for each year's log, or all keys at once, a line \
            each. Without it the file's own keys are used.
            """
    )
    var log: [String] = []

    @Option(name: .long, help: "An earlier export of the same record, which this one must extend.")
    var earlier: String?

    func run() throws {
        do {
            let bundle = try TraceBundle.read(file)
            let trusted = log.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
            guard log.isEmpty || !trusted.isEmpty else { throw VerificationFault.unreadable }
            let verified = try bundle.verify(trusting: trusted)
            let comparison = try earlier.map { try verified.compare(with: try TraceBundle.read($0)) }
            print("\(verified.events.count) événements vérifiés ; \(verified.heads)")
            if let until = bundle.until { print("Le fichier dit aller jusqu’au \(until) inclus.") }
            if verified.events.isEmpty { print("Rien n’est encore prouvé : le fichier ne contient aucun événement.") }
            if comparison == .reachesLess {
                print("L’export précédent va plus loin : la partie commune est la même, le reste n’est pas comparé.")
            }
            if log.isEmpty {
                print(
                    verified.logs.count > 1
                        ? "Clés des journaux lues dans le fichier lui-même : comparez-les à celles que publie le service."
                        : "Clé du journal lue dans le fichier lui-même : comparez-la à celle que publie le service."
                )
            }
        } catch let fault as VerificationFault {
            print("Échec : \(fault.sentence)")
            throw ExitCode(fault.isUnreadable ? 2 : 1)
        }
    }
}

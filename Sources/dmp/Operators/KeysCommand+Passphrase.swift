import ArgumentParser
import Custody
import DurableSQL
import Foundation

extension KeysCommand {
    /// `dmp keys passphrase`: the key store under another passphrase, while no server has it open.
    struct Passphrase: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "passphrase",
            abstract: "Seal the key store and its copies under another passphrase.",
            discussion: """
                Stop the server first, and type it as the server's user. The former passphrase comes by \
                DMP_CUSTODY_PASSPHRASE, the new one as a line of standard input. Files of the store that were kept elsewhere \
                still open under the former one.
                """
        )

        @Option(name: .long, help: "Folder of the server's data (data.folder).")
        var data: String

        @Option(name: .long, help: "A folder of keys.copies; once for each.")
        var copies: [String] = []

        func run() throws { try sayingFailures { try change() } }

        private func change() throws {
            let folders = DataFolders(root: URL(fileURLWithPath: data).path)
            guard FileManager.default.fileExists(atPath: folders.keyStore) else {
                throw StartFailure.unreadable(folders.keyStore)
            }
            try DeploymentSettings.checkKeyCopies(copies)
            let hold = try hold(folders)
            let former = ProcessInfo.processInfo.environment["DMP_CUSTODY_PASSPHRASE"] ?? ""
            guard !former.isEmpty else { throw StartFailure.missingPassphrase }
            let new = try newPassphrase()
            let standing = try withExtendedLifetime(hold) {
                try StoreFailure.at(folders.keyStore) {
                    try FileKeyStore.changePassphrase(
                        at: folders.keyStore,
                        copies: copies,
                        from: former,
                        to: new,
                        random: SystemClock.random
                    )
                }
            }
            print("the key store opens under the new passphrase alone: set DMP_CUSTODY_PASSPHRASE to it")
            if standing == .behind {
                print("a copy could not be written and stays under the former one: the server writes it when it can")
            }
        }

        /// Nobody else opens the folder meanwhile.
        private func hold(_ folders: DataFolders) throws -> FolderLock {
            do throws(DurabilityError) { return try FolderLock(folder: folders.custody) } catch {
                guard error == .locked else {
                    throw CommandFailure(
                        "\(folders.custody) cannot be read: type this as the server's user",
                        .permission
                    )
                }
                throw CommandFailure("a server works on \(folders.root): stop it first", .later)
            }
        }

        private func newPassphrase() throws -> String {
            if isatty(STDIN_FILENO) == 1 { FileHandle.standardError.write(Data("new passphrase: ".utf8)) }
            let least = DeploymentSettings.leastPassphrase
            guard let line = readLine(), line.count >= least else {
                throw CommandFailure(
                    "the new passphrase is short: type a line of \(least) characters or more",
                    .usage
                )
            }
            return line
        }
    }
}

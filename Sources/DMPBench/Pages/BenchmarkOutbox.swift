internal import Foundation

/// The folder that stands for the telephones and mailboxes of a demonstration's people.
struct BenchmarkOutbox: Sendable {
    private struct Message: Decodable {
        let to: String
        let code: String?
    }

    let folder: String

    init(folder: String) { self.folder = folder }

    /// The outbox of a demonstration.
    init(_ manifest: BenchmarkManifest, beside path: String) {
        folder = URL(fileURLWithPath: manifest.outbox ?? "outbox/", relativeTo: URL(fileURLWithPath: path)).path
    }

    /// The names of the messages that are there.
    func names() -> Set<String> {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Set(found.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") })
    }

    /// The code of the newest message to an address that was not there before; nil while there is none.
    func code(to address: String, besides seen: Set<String>) -> String? {
        // A name begins with the time of its message.
        for name in names().subtracting(seen).sorted(by: >) {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name),
                let message = try? JSONDecoder().decode(Message.self, from: data), message.to == address,
                let code = message.code
            else { continue }
            return code
        }
        return nil
    }

    /// Waits for that code.
    func nextCode(to address: String, besides seen: Set<String>) async throws -> String {
        for _ in 0..<300 {
            if let code = code(to: address, besides: seen) { return code }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BenchmarkError.refused(step: "signing in", code: "no code came")
    }
}

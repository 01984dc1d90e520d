import Foundation
import HTTPTypes
import Testing

@testable import PortalDoor

/// One answer whole, with what is drawn by chance named in the order of its appearance.
struct Told: Equatable, Sendable {
    let question: String
    let text: String

    init(question: String, text: String) {
        self.question = question
        self.text = text
    }

    init(_ question: String, _ shown: Browser.Shown) {
        self.init(question, shown.status, shown.headers, shown.body)
    }

    private init(_ question: String, _ status: HTTPResponse.Status, _ headers: HTTPFields, _ body: String) {
        self.question = question
        let kept: [HTTPField.Name] = [
            .contentType, .contentDisposition, .contentLength, .cacheControl, .location, .contentLanguage, .retryAfter,
        ]
        let lines = kept.map { "\($0.rawName): \(headers[$0] ?? "")" } + headers[values: .setCookie].map(Self.name)
        text = Self.plain((["\(status.code)"] + lines + [body]).joined(separator: "\n"))
    }

    /// What a form gives as a file: of an archive its files with their sizes, of printed pages their text.
    init(_ question: String, _ sent: (status: HTTPResponse.Status, headers: HTTPFields, bytes: [UInt8])) throws {
        var headers = sent.headers
        let body: String
        switch headers[.contentType] {
        case "application/zip":
            headers[.contentLength] = nil
            body = try Self.run("/usr/bin/python3", ["-c", Self.archive], sent.bytes)
        case "application/pdf":
            headers[.contentLength] = nil
            body = try Self.run("/usr/bin/pdftotext", ["-layout", "-", "-"], sent.bytes)
        default: body = String(decoding: sent.bytes, as: UTF8.self)
        }
        self.init(question, sent.status, headers, body)
    }

    private static let archive = """
        import io, sys, zipfile
        z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
        for n in sorted(z.namelist()):
            print(n, "" if n.endswith(".pdf") else len(z.read(n)))
        print(z.read("index.html").decode())
        """

    /// What a tool makes of bytes.
    private static func run(_ tool: String, _ arguments: [String], _ bytes: [UInt8]) throws -> String {
        try #require(FileManager.default.isExecutableFile(atPath: tool), "scripts/test installs \(tool)")
        let path = NSTemporaryDirectory() + "told-" + UUID().uuidString
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: tool)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: path))
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(tool)")
        return String(decoding: text, as: UTF8.self)
    }

    private static func name(_ cookie: String) -> String { "cookie " + cookie.prefix { $0 != "=" } }

    /// Identities, handles, seals and tokens, each by the order in which it comes.
    private static func plain(_ text: String) -> String {
        var names: [Substring: String] = [:]
        let chance = /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[A-Za-z0-9_-]{22,}/
        let known = text.replacing(/name="jeton" value="[^"]*"/, with: "jeton").replacing(
            /nonce="[^"]*"/,
            with: "nonce"
        )
        .replacing(/document-[0-9a-f]{8}/, with: "document-id")
        // Each twin's service has a log of its own, with a key of its own.
        .replacing(/"log" : "[^"]*"/, with: "log")
        return known.replacing(chance) { match in
            // Long words of our own are no chance: they have no digit within.
            guard match.output.contains(where: \.isNumber) else { return String(match.output) }
            let name = names[match.output] ?? "#\(names.count)"
            names[match.output] = name
            return name
        }
    }

    /// The first place where two differ.
    static func difference(_ one: Told, _ other: Told) -> String? {
        guard one != other else { return nil }
        let lines = zip(one.text.split(separator: "\n"), other.text.split(separator: "\n"))
        guard let (first, second) = lines.first(where: { $0 != $1 }) else { return "\(one.question): one is longer" }
        let common = zip(first, second).prefix { $0 == $1 }.count
        let from = max(0, common - 60)
        return "\(one.question): \(first.dropFirst(from).prefix(200)) / \(second.dropFirst(from).prefix(200))"
    }
}

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

    /// What a form gives as a file: of an archive every file whole, with its size; of printed pages their text, and how long each
    /// object is before it is compressed.
    init(_ question: String, _ sent: (status: HTTPResponse.Status, headers: HTTPFields, bytes: [UInt8])) throws {
        let body =
            switch sent.headers[.contentType] {
            case "application/zip": try Self.run("/usr/bin/python3", ["-c", Self.files, "zip"], sent.bytes)
            case "application/pdf": try Self.run("/usr/bin/python3", ["-c", Self.files, "pdf"], sent.bytes)
            default: String(decoding: sent.bytes, as: UTF8.self)
            }
        self.init(question, sent.status, sent.headers, body)
    }

    /// Tells files whole.
    ///
    /// Sums of bytes are told in words of eight, which no name is given to.
    private static let files = #"""
        import hashlib, io, re, subprocess, sys, zipfile, zlib

        def tell_sum(data):
            sum = hashlib.sha256(data).hexdigest()
            print(len(data), *(sum[place:place + 8] for place in range(0, 64, 8)))

        def tell_pages(data):
            tool = ["/usr/bin/pdftotext", "-layout", "-", "-"]
            print(subprocess.run(tool, input=data, stdout=subprocess.PIPE, check=True).stdout.decode())
            print("objects", len(re.findall(rb"\n\d+ 0 obj\b", data)))
            for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
                try:
                    print("object", len(zlib.decompressobj().decompress(stream)))
                except zlib.error:
                    print("object as it is", len(stream))

        def tell(name, data):
            if name.endswith(".pdf"):
                tell_pages(data)
            elif name.startswith(("documents/", "lecture/")):
                tell_sum(data)
            else:
                print(data.decode())

        data = sys.stdin.buffer.read()
        if sys.argv[1] == "pdf":
            tell_pages(data)
        else:
            archive = zipfile.ZipFile(io.BytesIO(data))
            for file in archive.infolist():
                print("file", file.filename, file.file_size, file.date_time, file.compress_type)
                tell(file.filename, archive.read(file))
        """#

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
        .replacing(/"logs" : \[[^\]]*\]/, with: "logs")
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

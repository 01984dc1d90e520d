import Foundation
import Testing

@testable import ZipFiles

/// An archive made piece by piece is one that others open.
@Suite struct ZipWriterTests {
    private static let python = "/usr/bin/python3"

    private func archive(_ files: [(name: String, bytes: [UInt8])]) throws -> (whole: [UInt8], pieces: Int) {
        let writer = try ZipWriter()
        var (whole, pieces) = ([UInt8](), 0)
        func take() {
            let piece = writer.taken()
            if !piece.isEmpty { pieces += 1 }
            whole += piece
        }
        for file in files {
            try writer.begin(file.name, size: file.bytes.count, modified: 1_775_000_000)
            var rest = file.bytes[...]
            while !rest.isEmpty {
                try writer.write(rest.prefix(65_536))
                rest = rest.dropFirst(65_536)
                take()
            }
        }
        try writer.finish()
        take()
        return (whole, pieces)
    }

    @Test func anOrdinaryReaderFindsEveryFileWhole() throws {
        try #require(FileManager.default.isExecutableFile(atPath: Self.python), "scripts/test installs \(Self.python)")
        let noise = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        let made = try archive([
            ("index.html", Array("<p>Bonjour</p>".utf8)), ("documents/001-vide.txt", []), ("documents/002.pdf", noise),
        ])
        let path = NSTemporaryDirectory() + UUID().uuidString + ".zip"
        try Data(made.whole).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: Self.python)
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
            print(";".join(f"{i.filename}={i.file_size}" for i in z.infolist()))
            """
        process.arguments = ["-c", script, path]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text == "index.html=14;documents/001-vide.txt=0;documents/002.pdf=300000\n")
    }

    @Test func whatIsMadeIsGivenAwayBeforeTheEnd() throws {
        let noise = (0..<1_000_000).map { _ in UInt8.random(in: .min ... .max) }
        #expect(try archive([("a", noise)]).pieces > 5)
    }

    @Test func moreBytesThanSaidAreRefused() throws {
        let writer = try ZipWriter()
        try writer.begin("a", size: 2, modified: 0)
        #expect(throws: ZipError.self) { try writer.write([1, 2, 3]) }
    }
}

import Foundation
import Testing

/// Kept pages; `RECORD_GOLDEN=1` writes them anew, to be read as a difference.
enum Golden {
    static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Golden"
    }

    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = folder + "/" + name
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
        }
        let kept = FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
        #expect(kept == text, "\(name) has changed", sourceLocation: sourceLocation)
    }
}

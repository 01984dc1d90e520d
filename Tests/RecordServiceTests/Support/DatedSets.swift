import ClinicalDocuments
import Foundation
import Testing

/// The bundled value sets with one code that has ended, or that begins.
enum DatedSets {
    /// - Parameter field: `"since": "…"` or `"dateFin": "…"`, as the publisher writes it.
    static func sets(_ name: ValueSetName, _ code: String, _ field: String, in folder: Folder) throws -> ValueSets {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/ClinicalDocuments/Resources/valuesets")
        let copy = URL(filePath: folder.path + "/valuesets")
        try FileManager.default.copyItem(at: source, to: copy)
        let file = copy.appending(path: name.rawValue + ".json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let named = "{\"code\": \"\(code)\","
        #expect(text.components(separatedBy: named).count == 2)
        try Data(text.replacing(named, with: named + " " + field + ",").utf8).write(to: file)
        return try ValueSets(folder: copy.path, mode: .strict)
    }
}

import Foundation
import Testing

/// What leaves the system, held against files; `RECORD_GOLDEN=1` writes them anew.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden")

    static func check(_ reply: Reply, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        let written = "\(reply.status) \(normalised(reply.contentType))\n\n\(normalised(reply.text))\n"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(written.utf8).write(to: file)
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(written == expected, sourceLocation: location)
    }

    /// Each UUID by the order of its first appearance; elements on lines of their own.
    static func normalised(_ text: String) -> String {
        var names: [String: String] = [:]
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        let named = text.replacing(uuid) { match in
            let found = String(match.output)
            if knownSchemes.contains(found) { return found }
            let name = names[found] ?? "id-\(names.count + 1)"
            names[found] = name
            return name
        }
        return named.replacing("><", with: ">\n<").replacing("\r\n", with: "\n")
    }

    /// UUIDs of the profile say what an attribute is: they stay.
    private static let knownSchemes: Set<String> = [
        "7edca82f-054d-47f2-a032-9b2a5b5186c1", "93606bcf-9494-43ec-9b4e-a7748d1a838d",
        "41a5887f-8865-4c09-adf7-e362475b143a", "f4f85eac-e6cb-4883-b524-f2705394840f",
        "2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4", "a09d5840-386c-46f2-b5ad-9c3699a4309d",
        "f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1", "cccf5598-8b07-4b77-a05e-ae952c785ead",
        "f0306f51-975f-434e-a61c-c59651d33983", "58a6f841-87b3-4a3e-92fd-a8ffeff98427",
        "2e82c1f6-a085-4c72-9da3-8640a32e42ab", "a54d6aa5-d40d-43f9-88c5-b4633d873bdd",
        "a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d", "aa543740-bdda-424e-8c96-df4873be8500",
        "6b5aea1a-874d-4603-a4bc-96a0a7b38446", "554ac39e-e3fe-47fe-b233-965d2a147832",
        "96fdda7c-d067-4183-912e-bf5ee74998a8",
    ]
}

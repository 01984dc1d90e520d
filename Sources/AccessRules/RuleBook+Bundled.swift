import Foundation

extension RuleBook.Texts {
    /// The texts that ship with this target; the only input and output here, at start.
    public static func bundled() throws(RuleBookError) -> RuleBook.Texts {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Resources", isDirectory: true)
        func bytes(_ path: String) throws(RuleBookError) -> [UInt8] {
            do {
                return Array(try Data(contentsOf: folder.appendingPathComponent(path)))
            } catch {
                throw .missingFile(path)
            }
        }
        func text(_ path: String) throws(RuleBookError) -> String {
            guard let text = String(validating: try bytes(path), as: UTF8.self) else {
                throw .malformed(file: path, line: 0, reason: "not UTF-8")
            }
            return text
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(
                atPath: folder.appendingPathComponent("policies").path
            )
        } catch {
            throw .missingFile("policies")
        }
        var sets: [String: [UInt8]] = [:]
        for name in names where name.hasSuffix(".json") { sets[name] = try bytes("policies/" + name) }
        return RuleBook.Texts(
            policySets: sets,
            functional: try text("matrices/functional.csv"),
            reinforced: try text("matrices/functional-air.csv"),
            portal: try text("matrices/portal.csv"),
            professions: try text("matrices/professions.csv"),
            roles: try text("matrices/roles.csv")
        )
    }
}

extension RuleBook {
    /// The book that ships with this target, with the sets that an operator adds, by the name of their file.
    ///
    /// - Parameter professions: matrices of professions beside the one that ships, by the name that sets give them.
    public static func bundled(
        adding sets: [String: [UInt8]] = [:],
        professions: [String: String] = [:]
    ) throws(RuleBookError) -> RuleBook {
        var texts = try Texts.bundled()
        texts.addedSets = sets
        texts.addedProfessions = professions
        return try RuleBook(texts)
    }
}

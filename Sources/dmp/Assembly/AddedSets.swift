import AccessRules
import Foundation

/// The sets of rules that an operator adds to those that ship: read and checked at the start, or nothing starts.
struct AddedSets: Sendable {
    /// The text of each, by the name of its file.
    private(set) var texts: [String: [UInt8]] = [:]
    /// Matrices of professions that sets name, by that name: that of their file.
    private(set) var professions: [String: String] = [:]

    /// None.
    init() {}

    /// Reads a folder's sets (JSON) and matrices of professions (CSV), or files separated by commas; nothing for an empty
    /// text.
    init(at places: String) throws {
        for place in places.split(separator: ",") {
            let path = place.trimmingCharacters(in: .whitespaces)
            guard !path.isEmpty else { continue }
            for file in try Self.files(at: path) {
                let name = (file as NSString).lastPathComponent
                if name.hasSuffix(".csv") {
                    let text = String(decoding: try DeploymentSettings.read(file), as: UTF8.self)
                    guard professions.updateValue(text, forKey: String(name.dropLast(4))) == nil else {
                        throw StartFailure.policySetTwice(name)
                    }
                    continue
                }
                guard texts.updateValue(try DeploymentSettings.read(file), forKey: name) == nil else {
                    throw StartFailure.policySetTwice(name)
                }
            }
        }
    }

    private static func files(at path: String) throws -> [String] {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw StartFailure.unreadable(path)
        }
        guard isFolder.boolValue else { return [path] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw StartFailure.unreadable(path)
        }
        let sets = names.sorted().filter { $0.hasSuffix(".json") || $0.hasSuffix(".csv") }
        guard sets.contains(where: { $0.hasSuffix(".json") }) else { throw StartFailure.noPolicySet(path) }
        return sets.map { path + "/" + $0 }
    }

    /// The rules of the deployment, in which the set of new records must be.
    func book(opening set: String) throws -> RuleBook {
        let book = try RuleBook.bundled(adding: texts, professions: professions)
        guard book.policySets[set] != nil else {
            throw RuleBookError.unknown(file: "policy.default", key: set)
        }
        return book
    }
}

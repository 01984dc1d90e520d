/// All keys of an executable: reads a configuration against them and explains them.
public struct ConfigurationSchema: Sendable {
    private static let environmentPrefix = "DMP_"
    private let declarations: [ConfigurationDeclaration]

    /// A schema of declared keys.
    public init(_ declarations: [ConfigurationDeclaration]) throws(ConfigurationError) {
        for names in [declarations.map(\.name), declarations.map(\.environmentName)] {
            var seen: Set<String> = []
            for name in names where !seen.insert(name).inserted { throw .declaredTwice(name) }
        }
        self.declarations = declarations
    }

    /// Reads a configuration: defaults, then the file, then the environment.
    ///
    /// Whatever is wrong is told at once: who corrects one key shall not learn of the next at the next start.
    ///
    /// - Parameters:
    ///   - file: the bytes of the file, if there is one.
    ///   - environment: the environment of the process; only names that begin with `DMP_` are looked at.
    public func load(file: [UInt8]?, environment: [String: String]) throws(ConfigurationError) -> Configuration {
        var inFile: [String: FileValue] = [:]
        if let file { inFile = try FileValue.parse(file) }
        var inEnvironment = environment.filter { $0.key.hasPrefix(Self.environmentPrefix) }
        var values: [String: any Sendable] = [:]
        var secrets: [String] = []
        var errors: [ConfigurationError] = []
        for key in declarations {
            let text = inEnvironment.removeValue(forKey: key.environmentName)
            let value = inFile.removeValue(forKey: key.name)
            if key.isSecret, value != nil { secrets.append(key.name) }
            do throws(ConfigurationError) {
                values[key.name] = try key.value(file: value, environment: text)
            } catch {
                errors.append(error)
            }
        }
        errors += (inFile.keys.sorted() + inEnvironment.keys.sorted()).map { .unknownKey($0) }
        if let error = errors.first { throw errors.count == 1 ? error : .several(errors) }
        return Configuration(declarations: declarations, values: values, secretsInFile: secrets)
    }

    /// A file with every key, its explanation and its default; mandatory keys and secrets are left out by a comment.
    public var example: String {
        let last = declarations.last { $0.exampleValue != nil && !$0.isSecret }?.name
        let entries = declarations.map { key in
            let head = "  // \(key.doc)\n  // \(key.expected); in the environment: \(key.environmentName)\n"
            guard let value = key.exampleValue, !key.isSecret else {
                return head + "  // \(JSONText.quoted(key.name)): (to be given)\n"
            }
            return head + "  \(JSONText.quoted(key.name)): \(value)\(key.name == last ? "" : ",")\n"
        }
        return "{\n" + entries.joined(separator: "\n") + "}\n"
    }
}

extension ConfigurationDeclaration {
    /// The value of the environment, or else of the file, or else the default; what is given must be right all the same.
    fileprivate func value(file: FileValue?, environment text: String?) throws(ConfigurationError) -> any Sendable {
        var found: (any Sendable)?
        if let file {
            guard let read = fromFile(file) else { throw .badValue(key: name, expected: expected) }
            found = read
        }
        if let text {
            guard let read = fromText(text) else { throw .badValue(key: environmentName, expected: expected) }
            found = read
        }
        guard let value = found ?? defaultValue else { throw .missing(key: name, expected: expected) }
        return value
    }
}

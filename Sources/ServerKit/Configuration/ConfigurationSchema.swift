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
    /// - Parameters:
    ///   - file: the bytes of the file, if there is one.
    ///   - environment: the environment of the process; only names that begin with `DMP_` are looked at.
    public func load(file: [UInt8]?, environment: [String: String]) throws(ConfigurationError) -> Configuration {
        var inFile: [String: FileValue] = [:]
        if let file { inFile = try FileValue.parse(file) }
        var inEnvironment = environment.filter { $0.key.hasPrefix(Self.environmentPrefix) }
        var values: [String: any Sendable] = [:]
        for key in declarations {
            let text = inEnvironment.removeValue(forKey: key.environmentName)
            let value = inFile.removeValue(forKey: key.name)
            if let value {
                guard let read = key.fromFile(value) else { throw .badValue(key: key.name, expected: key.expected) }
                values[key.name] = read
            }
            if let text {
                guard let read = key.fromText(text) else {
                    throw .badValue(key: key.environmentName, expected: key.expected)
                }
                values[key.name] = read
            }
            if values[key.name] == nil {
                guard let preset = key.defaultValue else { throw .missing(key: key.name, expected: key.expected) }
                values[key.name] = preset
            }
        }
        let strangers = inFile.keys.sorted() + inEnvironment.keys.sorted()
        if let stranger = strangers.first { throw .unknownKey(stranger) }
        return Configuration(declarations: declarations, values: values)
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

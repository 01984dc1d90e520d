/// A configuration that has been read in full: every declared key has a value of its kind.
public struct Configuration: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let declarations: [ConfigurationDeclaration]
    private let values: [String: any Sendable]
    /// The names of the secrets that the file itself holds: nobody else may read such a file.
    public let secretsInFile: [String]

    init(declarations: [ConfigurationDeclaration], values: [String: any Sendable], secretsInFile: [String]) {
        self.declarations = declarations
        self.values = values
        self.secretsInFile = secretsInFile
    }

    /// The value of a key; `ConfigurationError.undeclared` when the schema does not hold it.
    public func value<Value>(_ key: ConfigurationKey<Value>) throws(ConfigurationError) -> Value {
        guard let value = values[key.name] as? Value else { throw .undeclared(key.name) }
        return value
    }

    /// All keys and values, secrets blanked.
    public var description: String {
        declarations.map { key in
            let shown = key.isSecret ? "•••" : values[key.name].map { key.show($0) } ?? ""
            return "\(key.name) = \(shown)"
        }.joined(separator: "\n")
    }

    /// The same: nothing shows a secret.
    public var debugDescription: String { description }
    /// Nothing shows a secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is wrong with a configuration: the key, what is expected there, what to do; never the value.
public enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is no JSON object.
    case unreadableFile
    /// A key nobody declared, in the file or in the environment.
    case unknownKey(String)
    /// A key given twice, flat and nested.
    case repeatedKey(String)
    /// A value of another kind, or outside its range.
    case badValue(key: String, expected: String)
    /// A key without a default that is not given.
    case missing(key: String, expected: String)
    /// More than one of these, in the order of the keys.
    case several([ConfigurationError])
    /// Two declarations with one name, in the file or in the environment: an error of the program.
    case declaredTwice(String)
    /// A key asked for and not declared: an error of the program.
    case undeclared(String)

    /// A code, the key and the remedy.
    public var description: String {
        switch self {
        case .unreadableFile: "unreadableFile: the configuration file must be one JSON object"
        case .unknownKey(let key):
            "unknownKey \(key): remove it or correct its spelling; print the example for all keys"
        case .repeatedKey(let key): "repeatedKey \(key): give it once"
        case .badValue(let key, let expected): "badValue \(key): give \(expected)"
        case .missing(let key, let expected): "missing \(key): give \(expected)"
        case .several(let errors): errors.map(\.description).joined(separator: "\n")
        case .declaredTwice(let key): "declaredTwice \(key): rename one of the two in the program"
        case .undeclared(let key): "undeclared \(key): add it to the schema in the program"
        }
    }
}

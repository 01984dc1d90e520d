/// A key that an executable declares: its name, its kind, its default and the line that explains it.
public struct ConfigurationKey<Value: Sendable>: Sendable {
    /// The name in the file, parts joined by dots: `portal.port`.
    public let name: String
    /// The kind of its values.
    public let kind: ConfigurationKind<Value>
    /// Its value when it is not given; without one the key is mandatory.
    public let defaultValue: Value?
    /// What it is for, in one line.
    public let doc: String

    /// A key with a default, or a mandatory one.
    public init(_ name: String, _ kind: ConfigurationKind<Value>, default defaultValue: Value? = nil, doc: String) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        self.doc = doc
    }

    /// The declaration without its type, for the schema.
    public var declaration: ConfigurationDeclaration {
        ConfigurationDeclaration(
            name: name,
            environmentName: Self.environmentName(name),
            expected: kind.expected,
            doc: doc,
            isSecret: kind.isSecret,
            exampleValue: defaultValue.map(kind.example),
            defaultValue: defaultValue,
            fromFile: { [kind] in kind.fromFile($0) },
            fromText: { [kind] in kind.fromText($0) },
            show: { [kind] in ($0 as? Value).map(kind.example) ?? "" }
        )
    }

    /// `portal.maxUploads` is `DMP_PORTAL_MAX_UPLOADS`.
    static func environmentName(_ name: String) -> String {
        name.reduce(into: "DMP_") { result, character in
            if character == "." || character == "-" {
                result += "_"
            } else if character.isUppercase {
                result += "_" + String(character)
            } else {
                result += character.uppercased()
            }
        }
    }
}

/// A declared key without its type.
public struct ConfigurationDeclaration: Sendable {
    /// The name in the file.
    public let name: String
    /// The name in the environment.
    public let environmentName: String
    let expected: String
    let doc: String
    let isSecret: Bool
    let exampleValue: String?
    let defaultValue: (any Sendable)?
    let fromFile: @Sendable (FileValue) -> (any Sendable)?
    let fromText: @Sendable (String) -> (any Sendable)?
    let show: @Sendable (any Sendable) -> String
}

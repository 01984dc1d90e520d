/// French as it is printed: its literal parts get the no-break spaces and the apostrophe of French typography.
public struct FrenchText: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The printed text.
    public let text: String

    /// Sets the whole literal.
    public init(stringLiteral value: String) { text = Typography.french(value) }

    /// Takes literal parts that are set already.
    public init(stringInterpolation: TypesetInterpolation<FrenchRules>) { text = stringInterpolation.text }
}

/// English as it is printed: its literal parts get the curly apostrophe.
public struct EnglishText: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The printed text.
    public let text: String

    /// Sets the whole literal.
    public init(stringLiteral value: String) { text = Typography.english(value) }

    /// Takes literal parts that are set already.
    public init(stringInterpolation: TypesetInterpolation<EnglishRules>) { text = stringInterpolation.text }
}

/// What is done to the literal parts of a text.
public protocol TypesettingRules {
    /// Sets one literal part.
    static func set(_ literal: String) -> String
}

/// The rules of French.
public enum FrenchRules: TypesettingRules {
    /// Sets one literal part.
    public static func set(_ literal: String) -> String { Typography.french(literal) }
}

/// The rules of English.
public enum EnglishRules: TypesettingRules {
    /// Sets one literal part.
    public static func set(_ literal: String) -> String { Typography.english(literal) }
}

/// Collects literal parts, set, and values, untouched.
public struct TypesetInterpolation<Rules: TypesettingRules>: StringInterpolationProtocol {
    var text = ""

    /// Makes room.
    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    /// Sets a literal part.
    public mutating func appendLiteral(_ literal: String) { text += Rules.set(literal) }

    /// Takes a text as it is.
    public mutating func appendInterpolation(_ value: String) { text += value }

    /// Takes a small number, such as of minutes.
    public mutating func appendInterpolation(_ value: Int) { text += "\(value)" }
}

/// A kind of value: how it is read from the file and from the environment, and what to say when it is wrong.
public struct ConfigurationKind<Value: Sendable>: Sendable {
    /// What a value must be, as an error says it: `a whole number from 1 to 65535`.
    let expected: String
    let isSecret: Bool
    let fromFile: @Sendable (FileValue) -> Value?
    let fromText: @Sendable (String) -> Value?
    let example: @Sendable (Value) -> String

    init(
        expected: String,
        isSecret: Bool = false,
        fromFile: @escaping @Sendable (FileValue) -> Value?,
        fromText: @escaping @Sendable (String) -> Value?,
        example: @escaping @Sendable (Value) -> String
    ) {
        self.expected = expected
        self.isSecret = isSecret
        self.fromFile = fromFile
        self.fromText = fromText
        self.example = example
    }
}

extension ConfigurationKind where Value == Int {
    /// A whole number within a range.
    public static func integer(_ range: ClosedRange<Int>) -> Self {
        let inside: @Sendable (Int) -> Int? = { range.contains($0) ? $0 : nil }
        return Self(
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            fromFile: { if case .integer(let number) = $0 { inside(number) } else { nil } },
            fromText: { Int($0).flatMap(inside) },
            example: { String($0) }
        )
    }
}

extension ConfigurationKind where Value == Bool {
    /// `true` or `false`.
    public static var flag: Self {
        Self(
            expected: "true or false",
            fromFile: { if case .flag(let flag) = $0 { flag } else { nil } },
            fromText: { Bool($0) },
            example: { String($0) }
        )
    }
}

extension ConfigurationKind where Value == String {
    /// A text; `expected` says which, such as `the path of a folder`.
    public static func text(_ expected: String = "a text") -> Self {
        Self(
            expected: expected,
            fromFile: { if case .text(let text) = $0 { text } else { nil } },
            fromText: { $0 },
            example: { JSONText.quoted($0) }
        )
    }
}

extension ConfigurationKind where Value == [String] {
    /// A list of texts; in the environment, separated by commas.
    ///
    /// - Parameter members: what the texts are, such as `names of this service`.
    public static func list(of members: String? = nil) -> Self {
        Self(
            expected: "a list of texts" + (members.map { #", as ["one", "two"]: \#($0)"# } ?? ""),
            fromFile: { value in
                guard case .list(let members) = value else { return nil }
                let texts = members.compactMap { if case .text(let text) = $0 { text } else { nil } }
                return texts.count == members.count ? texts : nil
            },
            fromText: { $0.isEmpty ? [] : $0.split(separator: ",").map { String(String($0).trimmingSpaces) } },
            example: { "[" + $0.map { JSONText.quoted($0) }.joined(separator: ", ") + "]" }
        )
    }
}

extension ConfigurationKind where Value == SecretText {
    /// A secret text, never shown.
    public static func secret(_ expected: String = "a secret text") -> Self {
        Self(
            expected: expected,
            isSecret: true,
            fromFile: { if case .text(let text) = $0, !text.isEmpty { SecretText(text) } else { nil } },
            fromText: { $0.isEmpty ? nil : SecretText($0) },
            example: { JSONText.quoted($0.description) }
        )
    }
}

extension ConfigurationKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a closed list.
    public static func choice(_ type: Value.Type = Value.self) -> Self {
        Self(
            expected: "one of " + type.allCases.map(\.rawValue).joined(separator: ", "),
            fromFile: { if case .text(let text) = $0 { Value(rawValue: text) } else { nil } },
            fromText: { Value(rawValue: $0) },
            example: { JSONText.quoted($0.rawValue) }
        )
    }
}

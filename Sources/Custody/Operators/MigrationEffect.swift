import AccessRules

/// What a record's passing to another set would change for one kind of reader: numbers, and nobody's name.
public struct MigrationEffect: Sendable, Hashable, Codable {
    /// The kind: `named` for those who hold a leave, a key of the matrix of professions, or a word such as `carer`.
    public let reader: String
    /// How many of that kind are concerned.
    public var readers: Int
    /// Documents that they would read and do not, each counted for each reader.
    public var gains: Int
    /// Documents that they read and would not.
    public var loses: Int
}

extension [MigrationEffect] {
    /// Sums an effect up by kinds of readers, in its order.
    init(_ effect: ChoiceEffect) {
        self = effect.changes.reduce(into: []) { lines, change in
            let kind = change.affected.kind
            let place = lines.firstIndex { $0.reader == kind }
            if place == nil { lines.append(MigrationEffect(reader: kind, readers: 0, gains: 0, loses: 0)) }
            let line = place ?? lines.endIndex - 1
            lines[line].readers += 1
            lines[line].gains += change.gains.count
            lines[line].loses += change.loses.count
        }
    }
}

extension ChoiceEffect.Affected {
    fileprivate var kind: String {
        switch self {
        case .named: "named"
        case .profession(let key): key
        case .reader(let reader): reader.kind
        }
    }
}

extension Reader {
    fileprivate var kind: String {
        switch self {
        case .holder: "holder"
        case .legalRepresentative: "legalRepresentative"
        case .guardian: "guardian"
        case .carer: "carer"
        case .treatingPhysician: "treatingPhysician"
        case .breakGlass(let profession): "breakGlass:" + profession
        case .regulation: "regulation"
        case .stranger(let profession): "stranger:" + profession
        }
    }
}

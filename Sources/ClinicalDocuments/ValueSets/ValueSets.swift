internal import Foundation
public import HealthRecord

/// How a code outside its set is met.
public enum ValueSetMode: Sendable {
    /// Refused: the French sets are law.
    case strict
    /// Let through: for foreign test kits, by configuration.
    case lenient
}

/// The French value sets and the maps between them, read once at start.
public struct ValueSets: Sendable {
    /// How a code outside its set is met.
    public let mode: ValueSetMode
    private let sets: [ValueSetName: ValueSet]
    private let classes: [Code: Code]
    private let formatsByTemplate: [String: Code]
    private let formatsByMedia: [String: Code]

    /// Loads the sets that come with this library.
    public static func bundled(mode: ValueSetMode = .strict) throws(ValueSetError) -> ValueSets {
        // Not `resourcePath`: that is inside `Resources` on one platform and outside on another.
        try ValueSets(folder: Bundle.module.bundlePath + "/Resources/valuesets", mode: mode)
    }

    /// Loads the sets from a folder of the same layout; whatever does not fit together is an error.
    public init(folder: String, mode: ValueSetMode) throws(ValueSetError) {
        self.mode = mode
        var sets: [ValueSetName: ValueSet] = [:]
        for name in ValueSetName.allCases {
            let file = try ValueSetFile.read(name.rawValue, in: folder)
            guard
                let set = ValueSet(
                    name: file.name,
                    oid: file.oid.flatMap { OID($0) },
                    version: file.version,
                    source: file.source.text,
                    codes: file.concepts.map(\.source),
                    periods: try file.periods(name.rawValue)
                )
            else { throw .repeatedCode(file: name.rawValue) }
            sets[name] = set
        }
        self.sets = sets
        let typeClass = "assoc-type-class-dmp-ass-x16"
        classes = try ValueSetFile.read(typeClass, in: folder).map(typeClass, to: \.classTarget)
        for type in sets[.type]?.codes ?? [] where classes[type] == nil {
            throw .brokenMap(file: typeClass, code: type.value)
        }
        for target in classes.values where sets[.classCode]?.contains(target) != true {
            throw .brokenMap(file: typeClass, code: target.value)
        }
        formatsByTemplate = try Self.formats("assoc-templateid-formatcode-ass-a11", in: folder)
        formatsByMedia = try Self.formats("assoc-mediatype-formatcode-ass-a12", in: folder)
    }

    /// The set itself.
    public subscript(name: ValueSetName) -> ValueSet? { sets[name] }

    /// Whether the set holds the code, whatever the mode.
    public func contains(_ code: Code, in name: ValueSetName) -> Bool { sets[name]?.contains(code) ?? false }

    /// Whether the set holds the code and it is in force on that day, whatever the mode.
    public func contains(_ code: Code, in name: ValueSetName, on day: CalendarDate) -> Bool {
        sets[name]?.contains(code, on: day) ?? false
    }

    /// Whether the code passes: in strict mode it must be in the set.
    public func accepts(_ code: Code, in name: ValueSetName) -> Bool { mode == .lenient || contains(code, in: name) }

    /// Whether the code passes for something of these days: in strict mode it must be in the set and in force on one of them.
    ///
    /// Of a document these are the day of the act and the day it was written: what is written up late may use the words of
    /// either, and what is sent late is held against neither the day it comes nor the set of that day.
    public func accepts(_ code: Code, in name: ValueSetName, onAnyOf days: [CalendarDate]) -> Bool {
        mode == .lenient || days.contains { contains(code, in: name, on: $0) }
    }

    /// Whether a set has codes of that system: where others may stand beside its own, only of these is it for the set to judge.
    public func judges(_ code: Code, in name: ValueSetName) -> Bool {
        sets[name]?.codes.contains { $0.system == code.system } ?? false
    }

    /// The French label of a code in a set.
    public func label(_ code: Code, in name: ValueSetName) -> String? { sets[name]?.label(code) }

    /// The class of a type (ASS_X16): each type has exactly one.
    public func classCode(forType type: Code) -> Code? { classes[type] }

    /// The format of a structured document (ASS_A11): that of the first of its templates that has one.
    public func formatCode(forTemplates templates: [OID]) -> Code? {
        templates.lazy.compactMap { formatsByTemplate[$0.text] }.first.map(labelled)
    }

    /// The format of a non-structured document (ASS_A12), by the media type of its body.
    public func formatCode(forMediaType mediaType: String) -> Code? {
        formatsByMedia[mediaType.lowercased()].map(labelled)
    }

    private func labelled(_ format: Code) -> Code { format.labelled(label(format, in: .format)) }

    private static func formats(_ name: String, in folder: String) throws(ValueSetError) -> [String: Code] {
        let map = try ValueSetFile.read(name, in: folder).map(name, to: \.formatTarget)
        return Dictionary(map.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

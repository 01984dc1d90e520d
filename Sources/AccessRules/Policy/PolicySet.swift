public import HealthRecord

/// A dated, numbered set of rules: the law and practice of one time, as data.
public struct PolicySet: Hashable, Sendable {
    /// One key's value and where it comes from.
    public struct Entry: Hashable, Sendable {
        /// The value.
        public let value: PolicyValue
        /// Where it is written.
        public let source: LegalSource
        /// Since when the source says so.
        public let date: CalendarDate
        /// What stands behind it (C20).
        public let provenance: Provenance
    }

    /// Name by which records refer to it, such as `mes2026`.
    public let id: String
    /// Number of this edition.
    public let version: Int
    /// First day on which it applies.
    public let validFrom: CalendarDate
    /// What people call it.
    public let title: String
    /// Every key has its entry.
    public let entries: [PolicyKey: Entry]
    /// The values that deciding reads, laid out for it.
    let switches: Switches

    /// `mes2026@1`, as traces name it.
    public var reference: String { "\(id)@\(version)" }

    /// The value and source of a key; every set that loaded has every key.
    public subscript(key: PolicyKey) -> Entry? { entries[key] }

    func source(_ key: PolicyKey) -> LegalSource { entries[key]?.source ?? .undefined }

    /// Reads a set from its file.
    public init(json bytes: [UInt8], file: String) throws(RuleBookError) {
        var top = try Members(try JSONValue(bytes, file: file), file: file, key: "the file")
        id = try top.string("id")
        version = try top.number("version")
        validFrom = try top.date("validFrom")
        title = try top.string("title")
        let keys = try top.object("keys")
        try top.finish()
        // Traces write `name@version`: a name has no room for other signs.
        guard !id.isEmpty, id.utf8.allSatisfy(Self.isNameByte) else {
            throw .inadmissible(file: file, key: "id", value: "letters, digits, - and . only")
        }
        guard version >= 1 else { throw .inadmissible(file: file, key: "version", value: "\(version)") }
        for name in keys.keys.sorted() where PolicyKey(rawValue: name) == nil {
            throw .unknown(file: file, key: name)
        }
        var entries: [PolicyKey: Entry] = [:]
        for key in PolicyKey.allCases {
            guard let json = keys[key.rawValue] else { throw .missing(file: file, key: key.rawValue) }
            entries[key] = try Self.entry(key, json, file: file)
        }
        self.entries = entries
        switches = try Switches(entries, file: file)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func entry(_ key: PolicyKey, _ json: JSONValue, file: String) throws(RuleBookError) -> Entry {
        var members = try Members(json, file: file, key: key.rawValue)
        let source = try members.string("source")
        guard !source.isEmpty else { throw .missing(file: file, key: "\(key.rawValue).source") }
        let date = try members.date("date")
        guard let provenance = Provenance(rawValue: try members.string("provenance")) else {
            throw .inadmissible(file: file, key: "\(key.rawValue).provenance", value: "of another kind")
        }
        let value = try PolicyValue(try members.take("value"), for: key, file: file)
        try members.finish()
        return Entry(value: value, source: LegalSource(source), date: date, provenance: provenance)
    }
}

public import HealthRecord
import StrictJSON

/// A dated, numbered set of rules: the law and practice of one time, as data.
public struct PolicySet: Sendable {
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
    public var id: String { content.id }
    /// Number of this edition.
    public var version: Int { content.version }
    /// First day on which it applies.
    public var validFrom: CalendarDate { content.validFrom }
    /// What people call it.
    public var title: String { content.title }
    /// Every key has its entry.
    public var entries: [PolicyKey: Entry] { content.entries }
    /// The values that deciding reads, laid out for it.
    var switches: Switches { content.switches }
    /// The matrix of professions that the set names, once a book has found it; without one nothing is defined.
    var professions: ProfessionMatrix?
    /// Behind one reference: a decision takes the set along and copies nothing of it.
    private let content: Content

    /// `mes2026@1`, as traces name it.
    public var reference: String { "\(id)@\(version)" }

    /// The value and source of a key; every set that loaded has every key.
    public subscript(key: PolicyKey) -> Entry? { entries[key] }

    func source(_ key: PolicyKey) -> LegalSource { entries[key]?.source ?? .undefined }

    /// Reads a set from its file.
    public init(json bytes: [UInt8], file: String) throws(RuleBookError) {
        var top = try Members(try JSONValue(bytes, file: file), file: file, key: "the file")
        let id = try top.string("id")
        let version = try top.number("version")
        let validFrom = try top.date("validFrom")
        let title = try top.string("title")
        let keys = try top.object("keys")
        try top.finish()
        // Traces write `name@version`: a name has no room for other signs.
        guard Self.isName(id) else {
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
        content = Content(
            id: id,
            version: version,
            validFrom: validFrom,
            title: title,
            entries: entries,
            switches: try Switches(entries, file: file)
        )
    }

    /// Whether a text can name a set or a matrix.
    static func isName(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isNameByte) }

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

extension PolicySet: Hashable {
    public static func == (left: PolicySet, right: PolicySet) -> Bool {
        left.reference == right.reference && left.validFrom == right.validFrom && left.title == right.title
            && left.entries == right.entries
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(version)
    }
}

/// What a set holds.
private final class Content: Sendable {
    let id: String
    let version: Int
    let validFrom: CalendarDate
    let title: String
    let entries: [PolicyKey: PolicySet.Entry]
    let switches: Switches

    init(
        id: String,
        version: Int,
        validFrom: CalendarDate,
        title: String,
        entries: [PolicyKey: PolicySet.Entry],
        switches: Switches
    ) {
        self.id = id
        self.version = version
        self.validFrom = validFrom
        self.title = title
        self.entries = entries
        self.switches = switches
    }
}

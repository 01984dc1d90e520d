import Custody
import HealthRecord

/// The fields of one order, each held against what its verb has.
struct OrderFields: Sendable {
    let verb: OperatorVerb
    let domain: IdentityDomain
    private let values: [VerbField: [String]]

    /// Reads a body's members: no unknown one, none missing, no list where one text belongs.
    init(_ json: FlatJSON, of verb: OperatorVerb, in domain: IdentityDomain) throws(OperatorFault) {
        let fields = verb.fields
        var values: [VerbField: [String]] = [:]
        // In a fixed order, so that the same body always meets the same complaint.
        for name in json.members.keys.sorted() {
            guard let field = VerbField(rawValue: name), (fields.required + fields.optional).contains(field) else {
                // The name is not repeated: somebody may have written a person where a field belongs.
                throw OperatorFault(.unknownField, remedy: "send the fields of the verb alone (docs/operations.md)")
            }
            switch json.members[name] {
            case .one(let text): values[field] = [text]
            case .many(let texts):
                guard field.isList else { throw Self.bad(field) }
                values[field] = texts
            case nil: continue
            }
        }
        for field in fields.required where (values[field] ?? []).allSatisfy({ !$0.contains { !$0.isWhitespace } }) {
            throw OperatorFault(.missingField, field.rawValue, remedy: "add the field")
        }
        self.verb = verb
        self.domain = domain
        self.values = values
    }

    /// All that was asked but the order's name, in one form whatever the order and the spacing of the members.
    var content: [UInt8] {
        var parts: [String] = [verb.rawValue]
        for field in values.keys.sorted(by: { $0.rawValue < $1.rawValue }) where field != .order {
            let texts = values[field] ?? []
            parts.append("\(field.rawValue) \(texts.count)")
            for text in texts { parts.append("\(text.utf8.count) \(text)") }
        }
        return Array(parts.joined(separator: "\n").utf8)
    }

    func text(_ field: VerbField) -> String? { values[field]?.first }

    func needed(_ field: VerbField) throws(OperatorFault) -> String {
        guard let text = text(field) else { throw Self.bad(field) }
        return text
    }

    func list(_ field: VerbField) -> [String] { values[field] ?? [] }

    func id(_ field: VerbField) throws(OperatorFault) -> UniqueID {
        guard let id = UniqueID(try needed(field)) else { throw Self.bad(field) }
        return id
    }

    func choice<Value: RawRepresentable<String>>(_ field: VerbField, _ kind: Value.Type) throws(OperatorFault) -> Value
    {
        guard let value = Value(rawValue: try needed(field)) else { throw Self.bad(field) }
        return value
    }

    func day(_ field: VerbField) throws(OperatorFault) -> CalendarDate {
        guard let day = CalendarDate(try needed(field)) else { throw Self.bad(field) }
        return day
    }

    /// A person's matricule, of those whom this deployment serves.
    func matricule(_ field: VerbField = .matricule, root: VerbField = .root) throws(OperatorFault) -> QualifiedINS {
        try matricule(try needed(field), field, root: root)
    }

    /// The same of one text of a field that has many.
    func matricule(_ text: String, _ field: VerbField, root: VerbField) throws(OperatorFault) -> QualifiedINS {
        let usual: INSRoot = domain == .production ? .nir : .test
        let text = text.filter { !$0.isWhitespace }
        guard let authority = self.text(root).map({ INSRoot(rawValue: $0) }) ?? usual else { throw Self.bad(root) }
        guard let ins = INS(text, root: authority.rawValue), let known = QualifiedINS(ins, in: domain) else {
            throw Self.bad(field)
        }
        return known
    }

    static func bad(_ field: VerbField) -> OperatorFault {
        OperatorFault(.badField, field.rawValue, remedy: "write \(field.form)")
    }
}

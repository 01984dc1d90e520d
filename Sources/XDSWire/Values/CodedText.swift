public import HealthRecord

/// A code inside a text: `code^label^system`, as specialties, roles and query values are written.
public enum CodedText {
    /// Reads it; a text without separators is a code of no system, as free-text specialties are.
    public static func code(_ text: String) throws(ValueFault) -> Code {
        let fields = try HL7Fields(text)
        guard let value = fields.component(1) else { throw .missingComponent(1) }
        let system = fields.component(3).map { bareSystem($0) }
        return Code(value, system ?? "", label: fields.component(2))
    }

    /// Writes it.
    public static func text(_ code: Code) -> String {
        let value = HL7Fields.escape(code.value)
        if code.system.isEmpty, code.label == nil { return value }
        return "\(value)^\(HL7Fields.escape(code.label ?? ""))^\(HL7Fields.escape(code.system))"
    }

    /// `&OID&ISO` is met where the OID alone belongs.
    private static func bareSystem(_ text: String) -> String {
        guard text.hasPrefix("&") else { return text }
        return text.split(separator: "&").first.map(String.init) ?? text
    }
}

/// One field of the traits of a patient in the source system: `PID-5|DUPONT^Jeanne^^^^^L` (ITI TF-3 § 4.2.3.2.23).
public struct PatientInfoField: Hashable, Sendable {
    /// Number of the PID field.
    public let number: Int
    /// Its value, as written.
    public let value: String

    /// A field; only PID-1 to PID-39 exist.
    public init?(number: Int, value: String) {
        guard (1...39).contains(number), value.utf8.count <= WireLimits.fieldBytes else { return nil }
        self.number = number
        self.value = value
    }

    /// Reads `PID-n|value`.
    public init(pid text: String) throws(ValueFault) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= WireLimits.fieldBytes else { throw .tooLong }
        guard let bar = text.firstIndex(of: "|") else { throw .missingComponent(2) }
        let head = text[..<bar]
        guard head.hasPrefix("PID-"), let number = Int(head.dropFirst(4)),
            let field = PatientInfoField(number: number, value: String(text[text.index(after: bar)...]))
        else { throw .badComponent(1) }
        self = field
    }

    /// The text.
    public var pid: String { "PID-\(number)|\(value)" }
}

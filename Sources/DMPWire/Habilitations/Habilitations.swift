internal import HealthRecord
internal import SafeXML

/// The namespace and the fixed words of the authorisation service (interop sheet § 2.5).
public enum Habilitations {
    /// The namespace of its messages.
    public static let namespace = "urn:si-dmp-habilitations"
    static let treatingPhysician = "MEDECIN_TRAITANT"
    /// Longest text read from an element, in bytes.
    static let maximumText = 1024
}

/// The fields of a message: elements in the service's namespace, or in none where a client leaves it out.
///
/// The services of patients' lists and accesses are built alike, in a namespace of their own.
struct HabilitationsFields {
    private let parent: XMLElement
    private let namespace: String

    /// A message of that name.
    init(
        _ payload: XMLElement,
        message: String,
        in namespace: String = Habilitations.namespace
    ) throws(HabilitationsError) {
        guard payload.isNamed(message, in: namespace) else { throw .unexpectedMessage(payload.path) }
        parent = payload
        self.namespace = namespace
    }

    /// A group of fields inside a message.
    init(_ element: XMLElement, in namespace: String = Habilitations.namespace) {
        parent = element
        self.namespace = namespace
    }

    /// Refuses what is not known, so that nothing asked for is silently passed over.
    func only(_ names: Set<String>) throws(HabilitationsError) {
        for child in parent.children where !names.contains(child.name) || !isOurs(child) {
            throw .unexpectedElement(child.path)
        }
    }

    func all(_ name: String) -> [XMLElement] { parent.children.filter { $0.name == name && isOurs($0) } }

    func optional(_ name: String) throws(HabilitationsError) -> XMLElement? {
        let found = all(name)
        guard found.count < 2 else { throw .structure(.repeatedElement(name: name, parent: parent.path)) }
        return found.first
    }

    func element(_ name: String) throws(HabilitationsError) -> XMLElement {
        guard let found = try optional(name) else {
            throw .structure(.missingElement(name: name, parent: parent.path))
        }
        return found
    }

    /// A text; nil when the element is absent or empty.
    func text(_ name: String) throws(HabilitationsError) -> String? {
        guard let element = try optional(name) else { return nil }
        let text = element.trimmedText
        guard text.utf8.count <= Habilitations.maximumText else { throw .malformed(element.path) }
        return text.isEmpty ? nil : text
    }

    func code<Set: RawRepresentable<String>>(_ name: String) throws(HabilitationsError) -> Set {
        let element = try element(name)
        guard let code = Set(rawValue: element.trimmedText) else { throw .unknownCode(element.path) }
        return code
    }

    /// Whether the optional right of a treating physician is stated; any other value is an error.
    func isTreatingPhysician(_ name: String) throws(HabilitationsError) -> Bool {
        guard let element = try optional(name) else { return false }
        guard element.trimmedText == Habilitations.treatingPhysician else { throw .unknownCode(element.path) }
        return true
    }

    func time(_ name: String) throws(HabilitationsError) -> HL7Time? {
        guard let element = try optional(name), !element.trimmedText.isEmpty else { return nil }
        guard let time = HL7Time(element.trimmedText) else { throw .malformed(element.path) }
        return time
    }

    /// A yes or no; no where it is not stated.
    func flag(_ name: String) throws(HabilitationsError) -> Bool {
        guard let element = try optional(name), !element.trimmedText.isEmpty else { return false }
        switch element.trimmedText {
        case "true", "1": return true
        case "false", "0": return false
        default: throw .malformed(element.path)
        }
    }

    private func isOurs(_ element: XMLElement) -> Bool { element.namespace == namespace || element.namespace.isEmpty }
}

extension XMLWriter {
    mutating func startHabilitations(_ message: String, in namespace: String = Habilitations.namespace) {
        start(message)
        declare("", namespace)
    }

    mutating func optional(_ name: String, _ value: String?) {
        if let value { element(name, text: value) }
    }
}

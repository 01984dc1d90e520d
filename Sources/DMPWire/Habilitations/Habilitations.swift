internal import HealthRecord
internal import SafeXML

/// The namespace and the fixed words of the authorisation service (interop sheet § 2.5).
public enum Habilitations {
    /// The namespace of its messages.
    public static let namespace = "urn:si-dmp-habilitations"
    static let treatingPhysician = "MEDECIN_TRAITANT"
    static let maximumText = 1024
}

/// The fields of a message: elements in the service's namespace, or in none where a client leaves it out.
struct HabilitationsFields {
    private let parent: XMLElement

    /// A message of that name.
    init(_ payload: XMLElement, message: String) throws(HabilitationsError) {
        guard payload.isNamed(message, in: Habilitations.namespace) else { throw .unexpectedMessage(payload.path) }
        parent = payload
    }

    /// A group of fields inside a message.
    init(_ element: XMLElement) { parent = element }

    /// Refuses what is not known, so that nothing asked for is silently passed over.
    func only(_ names: Set<String>) throws(HabilitationsError) {
        for child in parent.children where !names.contains(child.name) || !Self.isOurs(child) {
            throw .unexpectedElement(child.path)
        }
    }

    func all(_ name: String) -> [XMLElement] { parent.children.filter { $0.name == name && Self.isOurs($0) } }

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

    private static func isOurs(_ element: XMLElement) -> Bool {
        element.namespace == Habilitations.namespace || element.namespace.isEmpty
    }
}

extension XMLWriter {
    mutating func startHabilitations(_ message: String) {
        start(message)
        declare("", Habilitations.namespace)
    }

    mutating func optional(_ name: String, _ value: String?) {
        if let value { element(name, text: value) }
    }
}

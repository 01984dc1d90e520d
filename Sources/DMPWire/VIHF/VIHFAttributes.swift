internal import HealthRecord
internal import SafeXML

/// The attributes of an assertion by what they are; values are still text or elements.
struct VIHFAttributes {
    /// Most attributes in one assertion.
    static let maximumCount = 64
    /// Longest value, in bytes.
    static let maximumLength = 1024
    /// Longest value of a code, in bytes; the nomenclatures of the profile stay under 20.
    static let maximumCode = 64

    private var values: [VIHFAttribute: [XMLElement]] = [:]

    init(_ statement: XMLElement) throws(VIHFError) {
        var seen: Set<String> = []
        for attribute in statement.children {
            guard attribute.isNamed("Attribute", in: SAML.assertion), let name = attribute.attribute("Name") else {
                throw VIHFError("AttributeStatement", .malformed)
            }
            // V6: an unknown attribute is ignored, but nothing may come twice, known or not.
            let known = VIHFAttribute.named(name)
            guard seen.insert(name.lowercased()).inserted, seen.count <= Self.maximumCount else {
                throw VIHFError(known?.rawValue ?? "Attribute", .repeated)
            }
            guard let known else { continue }
            let children = Array(attribute.children)
            guard children.allSatisfy({ $0.isNamed("AttributeValue", in: SAML.assertion) }) else {
                throw VIHFError(known.rawValue, .malformed)
            }
            values[known] = children
        }
    }

    /// A text, nil where the attribute is absent or empty.
    func text(_ attribute: VIHFAttribute) throws(VIHFError) -> String? {
        guard let elements = values[attribute] else { return nil }
        guard elements.count <= 1 else { throw VIHFError(attribute.rawValue, .repeated) }
        guard let element = elements.first else { return nil }
        // A text is only text: no element whose content another reader might join.
        guard !element.children.contains(where: { _ in true }) else { throw VIHFError(attribute.rawValue, .malformed) }
        let text = element.trimmedText
        guard text.utf8.count <= Self.maximumLength,
            !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 })
        else { throw VIHFError(attribute.rawValue, .malformed) }
        return text.isEmpty ? nil : text
    }

    func required(_ attribute: VIHFAttribute) throws(VIHFError) -> String {
        guard let text = try text(attribute) else { throw VIHFError(attribute.rawValue, .missing) }
        return text
    }

    /// `code^system`.
    func code(_ attribute: VIHFAttribute) throws(VIHFError) -> Code? {
        guard let text = try text(attribute) else { return nil }
        let parts = text.split(separator: "^", omittingEmptySubsequences: false)
        guard parts.count == 2, let code = Self.code(String(parts[0]), String(parts[1]), label: nil) else {
            throw VIHFError(attribute.rawValue, .malformed)
        }
        return code
    }

    /// The HL7 codes inside the values: one child `Role` or `PurposeOfUse` in each.
    func concepts(_ attribute: VIHFAttribute, named name: String) throws(VIHFError) -> [Code] {
        guard let elements = values[attribute], !elements.isEmpty else { throw VIHFError(attribute.rawValue, .missing) }
        var codes: [Code] = []
        for element in elements {
            let children = Array(element.children)
            guard let concept = children.first, children.count == 1, concept.isNamed(name, in: SAML.hl7),
                let code = Self.code(
                    concept.attribute("code") ?? "",
                    concept.attribute("codeSystem") ?? "",
                    label: concept.attribute("displayName")
                )
            else { throw VIHFError(attribute.rawValue, .malformed) }
            codes.append(code)
        }
        return codes
    }

    private static func code(_ value: String, _ system: String, label: String?) -> Code? {
        let isCode = (1...maximumCode).contains(value.utf8.count) && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isCode, OID(system) != nil, (label?.utf8.count ?? 0) <= maximumLength else { return nil }
        return Code(value, system, label: label)
    }
}

internal import HealthRecord
internal import SafeXML

/// Readers of HL7 data types; each names the element when it fails.
extension XMLElement {
    /// The one child of that name.
    func one(_ name: String) throws(HL7V3Error) -> XMLElement {
        try structured { () throws(XMLError) in try only(name, in: GDP.namespace) }
    }

    /// The child of that name, if any; two are an error.
    func optional(_ name: String) throws(HL7V3Error) -> XMLElement? {
        try structured { () throws(XMLError) in try atMostOne(name, in: GDP.namespace) }
    }

    /// An attribute that must be there, of bounded length.
    func needed(_ name: String) throws(HL7V3Error) -> String {
        let value = try structured { () throws(XMLError) in try required(attribute: name) }
        guard value.utf8.count <= GDP.maximumText else { throw .malformed(path) }
        return value
    }

    /// The text inside, of bounded length; nil when there is none.
    var shortText: String? {
        let text = trimmedText
        return text.isEmpty || text.utf8.count > GDP.maximumText ? nil : text
    }

    /// The same where nothing may be lost: a longer one is refused.
    func wholeText() throws(HL7V3Error) -> String? {
        let text = trimmedText
        guard text.utf8.count <= GDP.maximumText else { throw .malformed(path) }
        return text.isEmpty ? nil : text
    }

    /// II.
    func instanceID() throws(HL7V3Error) -> InstanceID {
        guard let id = InstanceID(root: try needed("root"), extension: attribute("extension")) else {
            throw .malformed(path)
        }
        return id
    }

    /// TS.
    func time() throws(HL7V3Error) -> HL7Time {
        guard let time = HL7Time(try needed("value")) else { throw .malformed(path) }
        return time
    }

    /// BL.
    func flag() throws(HL7V3Error) -> Bool {
        switch try needed("value") {
        case "true", "1": true
        case "false", "0": false
        default: throw .malformed(path)
        }
    }

    /// CS, CV or CE of a closed set.
    func code<Set: RawRepresentable<String>>() throws(HL7V3Error) -> Set {
        guard let code = Set(rawValue: try needed("code")) else { throw .unknownCode(path) }
        return code
    }

    /// The message in a payload: the payload itself, or its one child when the French wrapper is around it.
    var unwrapped: XMLElement {
        guard namespace == GDP.wrapperNamespace else { return self }
        return children.first { $0.namespace == GDP.namespace } ?? self
    }
}

extension XMLWriter {
    mutating func id(_ name: String, _ id: InstanceID) {
        element(name, ["root": id.root.text, "extension": id.extension])
    }

    mutating func flag(_ name: String, _ value: Bool) {
        element(name, ["value": value ? "true" : "false"])
    }
}

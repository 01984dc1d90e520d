internal import HealthRecord
internal import SafeXML

/// Names and constants of CDA R2 and its French profile.
enum CDA {
    static let namespace = "urn:hl7-org:v3"
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
    static let typeRoot = "2.16.840.1.113883.1.3"
    static let typeExtension = "POCD_HD000040"
    /// Conformance to HL7 France.
    static let hl7FranceTemplate = OID(literal: "2.16.840.1.113883.2.8.2.1")
    /// Conformance to the CI-SIS.
    static let frenchTemplate = OID(literal: "1.2.250.1.213.1.1.1.1")
    /// Null flavours the French profile knows.
    static let nullFlavors: Set<String> = ["UNK", "NASK", "ASKU", "NAV", "MSK"]

    /// Holds every null flavour of the header against the list; the body has its own rules.
    static func checkNullFlavors(_ root: XMLElement) throws(CDAError) {
        for part in root.children where part.name != "component" {
            try checkNullFlavor(part)
            for element in part.descendants { try checkNullFlavor(element) }
        }
    }

    private static func checkNullFlavor(_ element: XMLElement) throws(CDAError) {
        guard let flavor = element.attribute("nullFlavor"), !nullFlavors.contains(flavor) else { return }
        throw CDAError(element.path, .nullFlavorUnknown)
    }
}

extension XMLElement {
    /// The one child of that name, with a value.
    func theOne(_ name: String) throws(CDAError) -> XMLElement {
        guard let element = try atMostOne(name) else { throw CDAError(path + "/" + name, .missing) }
        guard element.attribute("nullFlavor") == nil else { throw CDAError(element.path, .nullFlavorForbidden) }
        return element
    }

    /// No child or one of that name.
    func atMostOne(_ name: String) throws(CDAError) -> XMLElement? {
        var found = children(name, in: CDA.namespace).makeIterator()
        guard let first = found.next() else { return nil }
        guard found.next() == nil else { throw CDAError(path + "/" + name, .repeated) }
        return first
    }

    /// All children of that name, at least one.
    func atLeastOne(_ name: String) throws(CDAError) -> [XMLElement] {
        let found = Array(children(name, in: CDA.namespace))
        guard !found.isEmpty else { throw CDAError(path + "/" + name, .missing) }
        return found
    }

    /// Whether the element is there only to say why its value is not.
    var isNull: Bool { attribute("nullFlavor") != nil }

    /// An attribute that must be there and say something.
    func must(_ name: String) throws(CDAError) -> String {
        guard let value = attribute(name), !value.isEmpty else { throw CDAError(path + "/@" + name, .missing) }
        return value
    }

    /// An attribute that must be an OID.
    func oid(_ name: String) throws(CDAError) -> OID {
        guard let oid = OID(try must(name)) else { throw CDAError(path + "/@" + name, .malformed) }
        return oid
    }

    /// An instance identifier: root OID or UUID.
    func identifier() throws(CDAError) -> CDAIdentifier {
        let root = try must("root")
        guard OID(root) != nil || UniqueID(root) != nil else { throw CDAError(path + "/@root", .malformed) }
        return CDAIdentifier(root: root, value: attribute("extension"))
    }

    /// A coded value: code and system must be there.
    func code() throws(CDAError) -> Code {
        Code(try must("code"), try must("codeSystem"), label: attribute("displayName"))
    }

    /// A coded value, or nil where it is null or has no code.
    var optionalCode: Code? {
        guard let code = attribute("code"), let system = attribute("codeSystem"), !code.isEmpty else { return nil }
        return Code(code, system, label: attribute("displayName"))
    }

    /// A time; to the hour or finer it must say its offset (local in CDA, UTC in XDS).
    func time() throws(CDAError) -> HL7Time {
        let text = try must("value")
        guard let time = HL7Time(text) else { throw CDAError(path + "/@value", .malformed) }
        guard time.precision < .hour || text.contains("+") || text.contains("-") else {
            throw CDAError(path + "/@value", .offsetMissing)
        }
        return time
    }

    /// A whole number from 1.
    func positiveNumber() throws(CDAError) -> Int {
        let text = try must("value")
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            number >= 1
        else { throw CDAError(path + "/@value", .malformed) }
        return number
    }

    /// The bounds of an interval, or the moment of a point in time.
    func interval() throws(CDAError) -> (start: HL7Time?, stop: HL7Time?) {
        let low = try atMostOne("low")
        let high = try atMostOne("high")
        if low == nil, high == nil, attribute("value") != nil { return (try time(), nil) }
        let start = try low.flatMap { low throws(CDAError) in low.isNull ? nil : try low.time() }
        let stop = try high.flatMap { high throws(CDAError) in high.isNull ? nil : try high.time() }
        if let start, let stop, stop.start < start.start { throw CDAError(path, .endBeforeStart) }
        return (start, stop)
    }

    /// The first descendant along a path of names in the CDA namespace.
    func walk(_ names: String...) -> XMLElement? { first(names, in: CDA.namespace) }

    /// All children of that name in the CDA namespace.
    func all(_ name: String) -> XMLChildren { children(name, in: CDA.namespace) }
}

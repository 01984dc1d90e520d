internal import HealthRecord
internal import SafeXML

/// The parameters of a query as written: for each name its repetitions, for each repetition its values.
struct QueryParameters {
    private var clauses: [String: [[String]]] = [:]
    var findings = FindingCollector()

    /// Reads the slots of an `AdhocQuery`; a value out of syntax is remarked only for names that some query knows.
    init(_ query: XMLElement) {
        var total = 0
        for slot in query.children("Slot", in: EbXML.rim) {
            guard let name = slot.attribute("name"), name.hasPrefix("$"), name.utf8.count <= WireLimits.parameterName
            else { continue }
            let list = slot.child("ValueList", in: EbXML.rim)
            var values: [String] = []
            for value in list?.children("Value", in: EbXML.rim).map(\.trimmedText) ?? [] {
                guard let read = QueryValue.read(value) else {
                    // Of a date it is not the quotes that are wrong.
                    if Self.isKnown(name) {
                        findings.add(.registryError, name, Self.isTime(name) ? .badTime : .badSyntax)
                    }
                    continue
                }
                total += read.count
                guard total <= WireLimits.queryValues else {
                    findings.add(.storedQueryParameterNumber, name, .tooManyValues)
                    return
                }
                values += read
            }
            clauses[name, default: []].append(values)
        }
    }

    func has(_ name: String) -> Bool { clauses[name] != nil }

    /// All repetitions, each a list of alternatives.
    mutating func all(_ name: String, required: Bool = false) -> [[String]] {
        let found = clauses[name]?.filter { !$0.isEmpty } ?? []
        if required, found.isEmpty, !isRemarked(name) { findings.add(.storedQueryMissingParameter, name, .missing) }
        return found
    }

    /// The alternatives of a parameter that cannot be repeated; nil when absent.
    mutating func any(_ name: String, required: Bool = false) -> [String]? {
        let found = all(name, required: required)
        if found.count > 1 { findings.add(.storedQueryParameterNumber, name, .repeated) }
        return found.first
    }

    /// The value of a parameter that has one.
    mutating func one(_ name: String, required: Bool = false) -> String? {
        guard let values = any(name, required: required) else { return nil }
        if values.count > 1 { findings.add(.storedQueryParameterNumber, name, .tooManyValues) }
        return values.first
    }

    mutating func codes(_ name: String) -> [Code]? {
        guard let texts = any(name) else { return nil }
        return texts.compactMap { code($0, name) }
    }

    mutating func codeClauses(_ name: String) -> [[Code]] {
        all(name).map { texts in texts.compactMap { code($0, name) } }
    }

    mutating func patterns(_ name: String) -> [LikePattern]? {
        guard let texts = any(name) else { return nil }
        guard texts.count <= WireLimits.authorPatterns else {
            findings.add(.storedQueryParameterNumber, name, .tooManyValues)
            return nil
        }
        return texts.compactMap { text in
            let pattern = LikePattern(text)
            if pattern == nil { findings.add(.registryError, name, .badSyntax) }
            return pattern
        }
    }

    /// `…From` and `…To` of a stem.
    mutating func bounds(_ stem: String) -> TimeBounds {
        TimeBounds(from: time(stem + "From"), to: time(stem + "To"))
    }

    mutating func patient(_ name: String) -> PatientIdentifier? {
        guard let text = one(name, required: true) else { return nil }
        guard let patient = try? PatientIdentifier(cx: text) else {
            findings.add(.unknownPatientID, name, .badPatientID)
            return nil
        }
        return patient
    }

    /// Statuses asked for; one that is not of the profile finds nothing.
    mutating func statuses(_ name: String) -> Set<AvailabilityStatus>? {
        any(name, required: true).map { Set($0.compactMap(AvailabilityStatus.init(rawValue:))) }
    }

    private mutating func time(_ name: String) -> HL7Time? {
        guard let text = one(name) else { return nil }
        guard text.utf8.allSatisfy(\.isDigit), let time = HL7Time(text) else {
            findings.add(.registryError, name, .badTime)
            return nil
        }
        return time
    }

    private mutating func code(_ text: String, _ name: String) -> Code? {
        guard let code = try? CodedText.code(text), !code.system.isEmpty else {
            findings.add(.registryError, name, .badCode)
            return nil
        }
        return code
    }

    private func isRemarked(_ name: String) -> Bool { findings.findings.contains { $0.element == name } }

    private static func isTime(_ name: String) -> Bool { name.hasSuffix("TimeFrom") || name.hasSuffix("TimeTo") }

    private static func isKnown(_ name: String) -> Bool {
        name.hasPrefix("$XDS") || ["$uuid", "$patientId", "$AssociationTypes"].contains(name)
    }
}

internal import HealthRecord

/// Reads the attributes of one object and remarks what is wrong with each.
struct AttributeReader {
    let object: RegistryObject
    let name: String
    /// What was found so far.
    var findings = FindingCollector()
    /// Whether the object tells something of the profile that is not kept.
    private(set) var tellsUnkept = false

    init(_ object: RegistryObject, kind: String) {
        self.object = object
        name = FindingCollector.name(kind, object.id)
    }

    mutating func fault(_ attribute: String, _ reason: FindingReason, _ code: RegistryErrorCode? = nil) {
        findings.add(code ?? .registryMetadataError, "\(name).\(attribute)", reason)
    }

    /// Notes what the profile knows and the record has no place for.
    mutating func noteUnkept(_ isTold: Bool) { if isTold { tellsUnkept = true } }

    /// The one value of a slot; repetition of the slot or of its value is remarked.
    mutating func slot(_ slotName: String, code: RegistryErrorCode? = nil) -> String? {
        let found = object.slots(slotName)
        if found.count > 1 { fault(slotName, .repeated, code) }
        guard let values = found.first?.values else { return nil }
        if values.count > 1 { fault(slotName, .tooManyValues, code) }
        guard let value = values.first, !value.isEmpty else { return nil }
        return value
    }

    mutating func values(_ slotName: String) -> [String] {
        let found = object.slots(slotName)
        if found.count > 1 { fault(slotName, .repeated) }
        return found.first?.values.filter { !$0.isEmpty } ?? []
    }

    /// XDS times are digits in UTC, without offset (ITI TF-3 § 4.2.3.1.7).
    mutating func time(_ slotName: String) -> HL7Time? {
        guard let text = slot(slotName) else { return nil }
        guard text.utf8.allSatisfy(\.isDigit), let time = HL7Time(text) else {
            fault(slotName, .badTime)
            return nil
        }
        return time
    }

    mutating func identifier(_ scheme: String, _ attribute: String) -> String? {
        let found = object.identifiers.filter { $0.scheme == scheme }
        if found.count > 1 { fault(attribute, .repeated) }
        guard let value = found.first?.value, !value.isEmpty else { return nil }
        return value
    }

    mutating func oidIdentifier(_ scheme: String, _ attribute: String) -> OID? {
        guard let text = identifier(scheme, attribute) else { return nil }
        guard let oid = OID(text) else {
            fault(attribute, text.contains("^") ? .oidExtension : .badOID)
            return nil
        }
        return oid
    }

    mutating func patientID(_ scheme: String) -> PatientIdentifier? {
        guard let text = identifier(scheme, "patientId") else { return nil }
        guard let patient = try? PatientIdentifier(cx: text) else {
            fault("patientId", .badPatientID)
            return nil
        }
        return patient
    }

    mutating func codes(_ scheme: String, _ attribute: String) -> [Code] {
        var codes: [Code] = []
        for classification in object.classifications where classification.scheme == scheme {
            let systems = classification.slots.filter { $0.name == "codingScheme" }.flatMap(\.values)
            guard let value = classification.value, !value.isEmpty, systems.count == 1, let system = systems.first,
                !system.isEmpty
            else {
                fault(attribute, .badCode)
                continue
            }
            codes.append(Code(value, system, label: classification.label))
        }
        return codes
    }

    mutating func code(_ scheme: String, _ attribute: String) -> Code? {
        let found = codes(scheme, attribute)
        if found.count > 1 { fault(attribute, .repeated) }
        return found.first
    }

    mutating func status() -> AvailabilityStatus? {
        guard let text = object.status else { return nil }
        guard let status = AvailabilityStatus(rawValue: text) else {
            fault("availabilityStatus", .unknownStatus)
            return nil
        }
        return status
    }

    mutating func person(_ text: String, _ attribute: String) -> PersonField? {
        guard let person = try? PersonField(xcn: text) else {
            fault(attribute, .badPerson)
            return nil
        }
        return person
    }
}

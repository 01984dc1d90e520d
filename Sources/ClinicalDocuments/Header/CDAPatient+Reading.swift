internal import HealthRecord
internal import SafeXML

extension CDAPatient {
    init(_ recordTarget: XMLElement) throws(CDAError) {
        let role = try recordTarget.theOne("patientRole")
        let ids = try role.atLeastOne("id")
        guard let first = ids.first, let root = first.attribute("root"), let value = first.attribute("extension"),
            let ins = INS(value, root: root)
        else { throw CDAError(role.path + "/id", .notAnINS) }
        self.ins = ins
        localIDs = try ids.dropFirst().filter { !$0.isNull }.map { id throws(CDAError) in try id.identifier() }
        telecoms = role.all("telecom").compactMap { $0.attribute("value") }
        traits = try Self.traits(role)
    }

    private static func traits(_ role: XMLElement) throws(CDAError) -> PatientTraits {
        let patient = try role.theOne("patient")
        let name = try patient.theOne("name")
        let families = Array(name.all("family"))
        let givens = Array(name.all("given"))
        guard let birthFamily = families.first(where: { $0.has("BR") })?.trimmedText, !birthFamily.isEmpty else {
            throw CDAError(name.path + "/family[@qualifier='BR']", .missing)
        }
        // All given names of the birth certificate stand in one element without qualifier, the first one again as BR.
        let listed = givens.first { $0.attribute("qualifier") == nil } ?? givens.first { $0.has("BR") }
        let births = listed?.trimmedText.split(separator: " ").map(String.init) ?? []
        guard !births.isEmpty else { throw CDAError(name.path + "/given", .missing) }
        let birth = try patient.theOne("birthTime")
        guard let birthDate = CalendarDate(try birth.must("value").prefix(8)) else {
            throw CDAError(birth.path + "/@value", .malformed)
        }
        return PatientTraits(
            birthFamilyName: birthFamily,
            birthGivenNames: births,
            usedFamilyName: families.first { $0.has("CL") }?.trimmedText,
            usedGivenName: givens.first { $0.has("CL") }?.trimmedText,
            birthDate: birthDate,
            sex: try sex(patient),
            birthPlaceCode: patient.walk("birthplace", "place", "addr", "county")?.trimmedText,
            address: role.walk("addr").map(addressLines) ?? []
        )
    }

    private static func sex(_ patient: XMLElement) throws(CDAError) -> Sex {
        let gender = try patient.theOne("administrativeGenderCode")
        switch try gender.must("code") {
        case "F": return .female
        case "M": return .male
        case "U", "UN": return .unknown
        default: throw CDAError(gender.path + "/@code", .malformed)
        }
    }

    /// Free lines where they are given, otherwise the parts of a structured address.
    private static func addressLines(_ address: XMLElement) -> [String] {
        let lines = address.all("streetAddressLine").map(\.trimmedText).filter { !$0.isEmpty }
        func part(_ names: String...) -> String {
            names.compactMap { address.child($0, in: CDA.namespace)?.trimmedText }.filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        let town = part("postalCode", "city")
        let street = lines.isEmpty ? [part("houseNumber", "streetNameType", "streetName")] : lines
        return (street + [town, part("country")]).filter { !$0.isEmpty }
    }
}

extension XMLElement {
    fileprivate func has(_ qualifier: String) -> Bool {
        attribute("qualifier")?.split(separator: " ").contains { $0 == qualifier } ?? false
    }
}

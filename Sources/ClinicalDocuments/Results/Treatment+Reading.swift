internal import HealthRecord
internal import SafeXML

extension Vaccination {
    /// An administration coded `IMMUNIZ` that happened (IHE PCC, Immunizations).
    init?(_ act: XMLElement, document: OID) {
        guard act.child("code", in: CDA.namespace)?.attribute("code") == "IMMUNIZ",
            (act.attribute("moodCode") ?? "EVN") == "EVN", act.attribute("negationInd") != "true",
            let product = Product(act)
        else { return nil }
        code = product.code
        name = product.name
        lot = product.lot
        time = act.child("effectiveTime", in: CDA.namespace)?.moment
        self.document = document
    }
}

extension Medication {
    /// Any other administration with a product that has a name.
    init?(_ act: XMLElement, document: OID) {
        guard act.child("code", in: CDA.namespace)?.attribute("code") != "IMMUNIZ",
            act.attribute("negationInd") != "true", let product = Product(act)
        else { return nil }
        code = product.code
        name = product.name
        let time = act.child("effectiveTime", in: CDA.namespace)
        start = time?.moment
        stop = time?.child("high", in: CDA.namespace)?.attribute("value").flatMap { HL7Time($0) }
        let quantity = act.child("doseQuantity", in: CDA.namespace)
        let bound = quantity?.child("low", in: CDA.namespace) ?? quantity
        dose = bound?.attribute("value")
        doseUnit = bound?.attribute("unit").flatMap { $0 == "1" ? nil : $0 }
        self.document = document
    }
}

/// What was given.
private struct Product {
    let code: Code?
    let name: String
    let lot: String?

    init?(_ act: XMLElement) {
        guard let material = act.walk("consumable", "manufacturedProduct", "manufacturedMaterial") else { return nil }
        let element = material.child("code", in: CDA.namespace)
        code = element?.optionalCode
        let names = [
            material.child("name", in: CDA.namespace)?.deepText.trimmed.nonEmpty, code?.label,
            element?.child("originalText", in: CDA.namespace)?.deepText.trimmed.nonEmpty,
        ]
        guard let name = names.compactMap(\.self).first else { return nil }
        self.name = name
        lot = material.child("lotNumberText", in: CDA.namespace)?.trimmedText.trimmed.nonEmpty
    }
}

internal import HealthRecord
internal import SafeXML

extension LabResult {
    /// An observation that happened and has a value; nil otherwise.
    init?(_ observation: XMLElement, document: OID, otherwise fallback: HL7Time) {
        guard (observation.attribute("moodCode") ?? "EVN") == "EVN", observation.attribute("negationInd") != "true",
            !["aborted", "cancelled", "nullified"].contains(observation.statusCode),
            let code = observation.child("code", in: CDA.namespace)?.measureCode,
            let value = observation.child("value", in: CDA.namespace), !value.isNull
        else { return nil }
        let text: String
        var number: Double?
        switch value.schemaType {
        case "PQ", "REAL", "INT", "MO":
            guard let written = value.attribute("value"), let parsed = Double(decimal: written) else { return nil }
            text = written
            number = parsed
        case "CD", "CE", "CO": text = value.attribute("displayName") ?? value.attribute("code") ?? ""
        case "ST", "ED": text = value.deepText.trimmed.nonEmpty ?? ""
        default: return nil
        }
        guard !text.isEmpty else { return nil }
        self.init(
            code: code,
            label: code.label ?? code.value,
            value: number,
            valueText: text,
            unit: value.attribute("unit").flatMap { $0 == "1" ? nil : $0 } ?? "",
            time: observation.nearestTime ?? fallback,
            range: ReferenceRange(observation),
            interpretation: observation.child("interpretationCode", in: CDA.namespace)?.attribute("code")
                .flatMap(Interpretation.init(rawValue:)),
            document: document
        )
    }
}

extension ReferenceRange {
    fileprivate init?(_ observation: XMLElement) {
        guard let range = observation.walk("referenceRange", "observationRange") else { return nil }
        let value = range.child("value", in: CDA.namespace)
        func bound(_ name: String) -> Double? {
            value?.child(name, in: CDA.namespace)?.attribute("value").flatMap { Double(decimal: $0) }
        }
        let text = range.child("text", in: CDA.namespace)?.deepText.trimmed.nonEmpty
        let low = bound("low")
        let high = bound("high")
        if low == nil, high == nil, text == nil { return nil }
        self.init(low: low, high: high, text: text)
    }
}

extension Double {
    /// Longest number read, in characters.
    static let longestDecimal = 32

    /// A plain decimal number; no exponent, no infinity, no word.
    init?(decimal text: String) {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longestDecimal, (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }), let number = Double(text)
        else { return nil }
        self = number
    }
}

extension XMLElement {
    /// `statusCode/@code`, empty where there is none.
    fileprivate var statusCode: String { child("statusCode", in: CDA.namespace)?.attribute("code") ?? "" }

    /// The local part of `xsi:type`.
    fileprivate var schemaType: String {
        let name = attribute("type", in: CDA.schemaInstance) ?? ""
        return name.split(separator: ":").last.map(String.init) ?? ""
    }

    /// The code with a label, or the first translation where the code itself is null.
    fileprivate var measureCode: Code? {
        let own = optionalCode ?? child("translation", in: CDA.namespace)?.optionalCode
        return own.map { $0.labelled($0.label ?? child("originalText", in: CDA.namespace)?.deepText.trimmed.nonEmpty) }
    }

    /// The time of this statement or of the nearest one around it.
    fileprivate var nearestTime: HL7Time? {
        var current: XMLElement? = self
        while let here = current, here.name != "section" {
            if let time = here.child("effectiveTime", in: CDA.namespace)?.moment { return time }
            current = here.parent
        }
        return nil
    }

    /// A point in time or the start of an interval, whatever its offset.
    var moment: HL7Time? {
        let text = attribute("value") ?? child("low", in: CDA.namespace)?.attribute("value")
        return text.flatMap { HL7Time($0) }
    }
}

internal import HealthRecord
internal import SafeXML

extension CDASection {
    func write(_ xml: inout XMLWriter) {
        xml.start("component")
        xml.start("section")
        xml.code("code", code)
        xml.element("title", text: title)
        xml.start("text")
        for block in blocks { block.write(&xml) }
        xml.end()
        for entry in entries {
            xml.start("entry")
            entry.write(&xml)
            xml.end()
        }
        for section in inner { section.write(&xml) }
        xml.end()
        xml.end()
    }
}

extension CDABlock {
    fileprivate func write(_ xml: inout XMLWriter) {
        switch self {
        case .paragraph(let text): xml.element("paragraph", text: text)
        case .list(let items):
            xml.start("list", ["listType": "unordered"])
            for item in items { xml.element("item", text: item) }
            xml.end()
        case .table(let caption, let head, let rows):
            xml.start("table")
            xml.element("caption", text: caption)
            xml.start("thead")
            xml.start("tr")
            for cell in head { xml.element("th", text: cell) }
            xml.end()
            xml.end()
            xml.start("tbody")
            for row in rows {
                xml.start("tr")
                for (index, cell) in row.enumerated() { xml.element(index == 0 ? "th" : "td", text: cell) }
                xml.end()
            }
            xml.end()
            xml.end()
        }
    }
}

extension CDAEntry {
    fileprivate func write(_ xml: inout XMLWriter) {
        switch self {
        case .battery(let code, let time, let measures):
            xml.start("organizer", ["classCode": "BATTERY", "moodCode": "EVN"])
            xml.code("code", code)
            xml.element("statusCode", ["code": "completed"])
            xml.element("effectiveTime", ["value": ParisTime.hl7(time)])
            for measure in measures {
                xml.start("component")
                measure.write(&xml, at: time)
                xml.end()
            }
            xml.end()
        case .vaccination(let code, let name, let time, let lot):
            xml.start("substanceAdministration", ["classCode": "SBADM", "moodCode": "EVN", "negationInd": "false"])
            xml.element("code", ["code": "IMMUNIZ", "codeSystem": "2.16.840.1.113883.5.4"])
            xml.element("statusCode", ["code": "completed"])
            xml.element("effectiveTime", ["value": ParisTime.hl7(time)])
            Self.writeProduct(&xml, code, name, lot: lot)
            xml.end()
        case .medication(let code, let name, let start, let stop, let dose, let unit):
            xml.start("substanceAdministration", ["classCode": "SBADM", "moodCode": "INT"])
            xml.element("statusCode", ["code": "active"])
            xml.start("effectiveTime", ["xsi:type": "IVL_TS"])
            xml.element("low", ["value": ParisTime.hl7(start)])
            if let stop { xml.element("high", ["value": ParisTime.hl7(stop)]) }
            xml.end()
            xml.element("doseQuantity", ["value": dose, "unit": unit])
            Self.writeProduct(&xml, code, name, lot: nil)
            xml.end()
        }
    }

    private static func writeProduct(_ xml: inout XMLWriter, _ code: Code?, _ name: String, lot: String?) {
        xml.start("consumable")
        xml.start("manufacturedProduct")
        xml.start("manufacturedMaterial")
        if let code { xml.code("code", code) } else { xml.element("code", ["nullFlavor": "NAV"]) }
        xml.element("name", text: name)
        if let lot { xml.element("lotNumberText", text: lot) }
        for _ in 0..<3 { xml.end() }
    }
}

extension CDAMeasure {
    fileprivate func write(_ xml: inout XMLWriter, at time: Instant) {
        xml.start("observation", ["classCode": "OBS", "moodCode": "EVN"])
        xml.code("code", code)
        xml.element("statusCode", ["code": "completed"])
        xml.element("effectiveTime", ["value": ParisTime.hl7(time)])
        xml.element("value", ["xsi:type": "PQ", "value": value, "unit": unit])
        xml.element("interpretationCode", ["code": interpretation, "codeSystem": "2.16.840.1.113883.5.83"])
        if low != nil || high != nil {
            xml.start("referenceRange")
            xml.start("observationRange")
            xml.start("value", ["xsi:type": "IVL_PQ"])
            if let low { xml.element("low", ["value": low, "unit": unit]) }
            if let high { xml.element("high", ["value": high, "unit": unit]) }
            for _ in 0..<3 { xml.end() }
        }
        xml.end()
    }
}

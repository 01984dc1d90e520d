internal import HealthRecord
internal import SafeXML

extension VaccinationNote {
    /// The body: a table for people, and the administration coded `IMMUNIZ` (IHE PCC, Immunizations).
    func write(_ xml: inout XMLWriter) {
        for name in ["component", "structuredBody", "component", "section"] { xml.start(name) }
        xml.element("code", ["code": "11369-6", "displayName": "Vaccinations", "codeSystem": CodeSystem.loinc])
        xml.element("title", text: "Vaccination")
        xml.start("text")
        if confirms {
            xml.element("paragraph", text: "Injection faite auparavant, dont l’auteur a vu la preuve.")
        }
        writeTable(&xml)
        xml.end()
        writeEntry(&xml)
        for _ in 0..<4 { xml.end() }
    }

    private func writeTable(_ xml: inout XMLWriter) {
        xml.start("table")
        xml.start("thead")
        xml.start("tr")
        for head in ["Vaccin", "Date", "Lot"] { xml.element("th", text: head) }
        xml.end()
        xml.end()
        xml.start("tbody")
        xml.start("tr")
        xml.element("th", text: name)
        xml.element("td", text: Self.french(day))
        xml.element("td", text: lot ?? "—")
        for _ in 0..<3 { xml.end() }
    }

    private func writeEntry(_ xml: inout XMLWriter) {
        xml.start("entry")
        xml.start("substanceAdministration", ["classCode": "SBADM", "moodCode": "EVN", "negationInd": "false"])
        xml.element("code", ["code": "IMMUNIZ", "codeSystem": "2.16.840.1.113883.5.4"])
        xml.element("statusCode", ["code": "completed"])
        xml.element("effectiveTime", ["value": day.hl7])
        for name in ["consumable", "manufacturedProduct", "manufacturedMaterial"] { xml.start(name) }
        if let code {
            xml.element("code", ["code": code.value, "displayName": code.label, "codeSystem": code.system])
        } else {
            xml.element("code", ["nullFlavor": "NAV"])
        }
        xml.element("name", text: name)
        if let lot { xml.element("lotNumberText", text: lot) }
        for _ in 0..<5 { xml.end() }
    }

    private static func french(_ day: CalendarDate) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(day.day))/\(two(day.month))/\(day.year)"
    }
}

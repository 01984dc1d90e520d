import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// Statements of level 3.
@Suite struct StructuredResultsTests {
    private func results(_ entries: String) throws -> StructuredResults {
        let document = try Fixture.document(Fixture.section("x", entries: "<entry>\(entries)</entry>"))
        return StructuredResults(document, header: try CDAHeader(document))
    }

    private func observation(
        _ value: String,
        mood: String = "EVN",
        extra: String = "",
        code: String = "<code code=\"2345-7\" codeSystem=\"2.16.840.1.113883.6.1\" displayName=\"Glucose\"/>"
    ) -> String {
        """
        <organizer classCode="BATTERY" moodCode="EVN"><effectiveTime value="20260310080000+0100"/><component>\
        <observation classCode="OBS" moodCode="\(mood)">\(code)\(value)\(extra)</observation></component></organizer>
        """
    }

    @Test func readsAResultWhole() throws {
        let extra = """
            <interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/><referenceRange><observationRange>\
            <value xsi:type="IVL_PQ"><low value="0.7" unit="g/L"/><high value="1.1" unit="g/L"/></value>\
            </observationRange></referenceRange>
            """
        let value = #"<value xsi:type="PQ" value="1.26" unit="g/L"/>"#
        let result = try #require(try results(observation(value, extra: extra)).results.first)
        #expect(result.code == Code("2345-7", CodeSystem.loinc))
        #expect(result.label == "Glucose")
        #expect(result.value == 1.26)
        #expect(result.valueText == "1.26")
        #expect(result.unit == "g/L")
        #expect(result.time.hl7 == "20260310070000")
        #expect(result.range == ReferenceRange(low: 0.7, high: 1.1))
        #expect(result.interpretation == .high)
        #expect(result.document.text == "2.25.1001")
    }

    @Test func ownTimeGoesFirstAndTheActComesLast() throws {
        let own = #"<effectiveTime value="20260311080000+0100"/>"#
        let value = #"<value xsi:type="PQ" value="1" unit="g/L"/>"#
        #expect(try results(observation(value, extra: own)).results.first?.time.hl7 == "20260311070000")
        let alone = """
            <observation><code code="a" codeSystem="1.2"/><value xsi:type="PQ" value="1" unit="1"/></observation>
            """
        let result = try #require(try results(alone).results.first)
        #expect(result.time.hl7 == "20260312080000")
        #expect(result.unit.isEmpty)
        #expect(result.label == "a")
    }

    @Test(arguments: [
        (#"<value xsi:type="ST">négatif</value>"#, "négatif"),
        (#"<value xsi:type="CD" code="260385009" displayName="Négatif"/>"#, "Négatif"),
        (#"<value xsi:type="hl7:INT" value="12"/>"#, "12"),
    ])
    func readsOtherKindsOfValue(value: String, text: String) throws {
        #expect(try results(observation(value)).results.first?.valueText == text)
    }

    @Test(arguments: [
        #"<value xsi:type="PQ" value="1e400" unit="g"/>"#, #"<value xsi:type="PQ" value="NaN" unit="g"/>"#,
        #"<value xsi:type="PQ" value="inf"/>"#, #"<value xsi:type="PQ" value="0x10"/>"#,
        #"<value xsi:type="PQ" value="1,2"/>"#,
        #"<value xsi:type="PQ" nullFlavor="UNK"/>"#, #"<value xsi:type="PQ" value=""/>"#, #"<value xsi:type="XX"/>"#,
        #"<value value="1"/>"#, "",
    ])
    func leavesOutWhatIsNoResult(value: String) throws {
        #expect(try results(observation(value)).results.isEmpty)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func numbersEndAtTheirLength(step: Int, isRead: Bool) throws {
        let number = "1." + String(repeating: "0", count: Double.longestDecimal - 2 + step)
        let value = #"<value xsi:type="PQ" value="\#(number)" unit="g"/>"#
        #expect(try results(observation(value)).results.map(\.valueText) == (isRead ? [number] : []))
    }

    @Test func leavesOutGoalsAndWhatWasTakenBack() throws {
        let value = #"<value xsi:type="PQ" value="1" unit="g/L"/>"#
        #expect(try results(observation(value, mood: "GOL")).results.isEmpty)
        #expect(try results(observation(value, extra: "<statusCode code=\"aborted\"/>")).results.isEmpty)
        let taken = observation(value).replacing("moodCode=\"EVN\">", with: "moodCode=\"EVN\" negationInd=\"true\">")
        #expect(try results(taken).results.isEmpty)
    }

    @Test func aNullCodeGivesWayToItsTranslation() throws {
        let code = """
            <code nullFlavor="UNK"><translation code="718-7" codeSystem="2.16.840.1.113883.6.1" displayName="Hb"/></code>
            """
        let value = #"<value xsi:type="PQ" value="13" unit="g/dL"/>"#
        #expect(try results(observation(value, code: code)).results.first?.code.value == "718-7")
    }

    @Test func readsVaccinationsAndMedicines() throws {
        let product = """
            <consumable><manufacturedProduct><manufacturedMaterial><code code="J07BB02" codeSystem="1.2"/><name>Grippe</name>\
            <lotNumberText>L1</lotNumberText></manufacturedMaterial></manufacturedProduct></consumable>
            """
        let vaccine = try results(
            """
            <substanceAdministration classCode="SBADM" moodCode="EVN"><code code="IMMUNIZ" codeSystem="2.16.840.1.113883.5.4"/>\
            <effectiveTime value="20260110"/>\(product)</substanceAdministration>
            """
        )
        #expect(vaccine.vaccinations.first?.name == "Grippe")
        #expect(vaccine.vaccinations.first?.lot == "L1")
        #expect(vaccine.vaccinations.first?.time?.hl7 == "20260110")
        #expect(vaccine.medications.isEmpty)
        let drug = try results(
            """
            <substanceAdministration moodCode="INT"><effectiveTime xsi:type="IVL_TS"><low value="20260110"/>\
            <high value="20260117"/></effectiveTime><doseQuantity value="1" unit="{comprimé}"/>\(product)\
            </substanceAdministration>
            """
        )
        let medication = try #require(drug.medications.first)
        #expect(medication.start?.hl7 == "20260110")
        #expect(medication.stop?.hl7 == "20260117")
        #expect(medication.dose == "1")
        #expect(medication.doseUnit == "{comprimé}")
        #expect(drug.vaccinations.isEmpty)
    }
}

/// Curves.
@Suite struct LabSeriesTests {
    private func result(
        _ code: String,
        _ value: Double?,
        _ unit: String,
        _ time: String,
        label: String = "x",
        document: Int = 1
    ) throws -> LabResult {
        LabResult(
            code: Code(code, CodeSystem.loinc),
            label: label,
            value: value,
            valueText: value.map { "\($0)" } ?? "néant",
            unit: unit,
            time: try #require(HL7Time(time)),
            range: nil,
            interpretation: nil,
            document: try #require(OID("2.25.\(document)"))
        )
    }

    @Test func groupsByCodeAndUnitInOrderOfTime() throws {
        let series = LabSeries.series(across: [
            try result("a", 3, "g/L", "20260301", label: "Nouveau"),
            try result("a", 1, "g/L", "20260101", label: "Ancien"),
            try result("a", 2, "mmol/L", "20260201", label: "Nouveau"),
            try result("b", 9, "g/L", "20260201", label: "Autre"),
        ])
        #expect(series.map(\.label) == ["Autre", "Nouveau", "Nouveau"])
        #expect(series.map(\.unit) == ["g/L", "g/L", "mmol/L"])
        #expect(series[1].points.compactMap(\.value) == [1, 3])
    }

    @Test func leavesOutWordsAndRepetitions() throws {
        let series = LabSeries.series(across: [
            try result("a", 1, "g", "20260101"), try result("a", 1, "g", "20260101", document: 2),
            try result("a", nil, "g", "20260102"), try result("a", 2, "g", "20260101"),
        ])
        #expect(series.count == 1)
        #expect(series.first?.points.count == 2)
    }

    @Test func nothingGivesNothing() { #expect(LabSeries.series(across: []).isEmpty) }
}

extension String {
    func replacing(_ from: String, with to: String) -> String {
        var text = self
        var done = ""
        while let range = text.range(ofText: from) {
            done += text[..<range.lowerBound] + to
            text = String(text[range.upperBound...])
        }
        return done + text
    }
}

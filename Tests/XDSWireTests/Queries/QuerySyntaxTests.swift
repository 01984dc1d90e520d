import FuzzSeeds
import HealthRecord
import Testing
import XDSWire

/// The value syntax of stored queries (ITI TF-2 § 3.18.4.1.2.3.5).
@Suite struct QuerySyntaxTests {
    private static let name = "$XDSDocumentEntryTypeCode"

    @Test(arguments: [
        ("('11502-2^^2.16.840.1.113883.6.1')", ["11502-2"]),
        ("'11502-2^^2.16.840.1.113883.6.1'", ["11502-2"]),
        (" ( 'a^^1.2' , 'b^^1.2' ) ", ["a", "b"]),
        ("('a^^1.2','b^^1.2')", ["a", "b"]),
        ("('a^label, (with) marks^1.2')", ["a"]),
        ("('l''eau^^1.2')", ["l'eau"]),
        ("('''^^1.2')", ["'"]),
    ]) func codesAreRead(value: String, codes: [String]) throws {
        #expect(try QueryRequests.criteria([(Self.name, value)])?.typeCodes?.map(\.value) == codes)
    }

    @Test(arguments: [
        "('a^^1.2'", "'a^^1.2", "a^^1.2", "('a^^1.2',)", "(,)", "()", "''", "('a^^1.2')x", "('a^^1.2' 'b^^1.2')",
        "('a^^1.2'))", "(('a^^1.2'))", "-5", "1.5",
    ]) func badSyntaxIsRefused(value: String) throws {
        let reading = try QueryRequests.read(QueryRequests.find([(Self.name, value)]))
        #expect(reading.accepted == nil)
        #expect(reading.findings == [RegistryFinding(.registryError, Self.name, .badSyntax)])
    }

    @Test(arguments: ["'a'", "'a^^'", "'^^1.2'"]) func codeWithoutSystemIsRefused(value: String) throws {
        let reading = try QueryRequests.read(QueryRequests.find([(Self.name, value)]))
        #expect(reading.findings == [RegistryFinding(.registryError, Self.name, .badCode)])
    }

    @Test func unknownParametersArePassedOver() throws {
        let criteria = try QueryRequests.criteria([("$Anything", "((("), ("$MetadataLevel", "1"), ("x", "y")])
        #expect(criteria != nil)
    }

    @Test func repeatedSlotIsAndForEventsOnly() throws {
        let event = "$XDSDocumentEntryEventCodeList"
        let criteria = try QueryRequests.criteria([(event, "('a^^1','b^^1')"), (event, "('c^^1')")])
        #expect(criteria?.eventCodes == [[Code("a", "1"), Code("b", "1")], [Code("c", "1")]])
        let reading = try QueryRequests.read(
            QueryRequests.find([(Self.name, "('a^^1')"), (Self.name, "('b^^1')")])
        )
        #expect(reading.findings == [RegistryFinding(.storedQueryParameterNumber, Self.name, .repeated)])
    }

    @Test func valuesOfOneSlotAreAlternatives() throws {
        let text = QueryRequests.find([(Self.name, "('a^^1')</rim:Value><rim:Value>('b^^1')")])
        guard case .findDocuments(let criteria)? = try QueryRequests.read(text).accepted?.query else {
            Issue.record("not read")
            return
        }
        #expect(criteria.typeCodes == [Code("a", "1"), Code("b", "1")])
    }

    @Test func datesAreNumbersWithOrWithoutQuotes() throws {
        let from = "$XDSDocumentEntryCreationTimeFrom"
        #expect(try QueryRequests.criteria([(from, "2026")])?.creationTime.from == HL7Time("2026"))
        #expect(try QueryRequests.criteria([(from, "'20260401'")])?.creationTime.from == HL7Time("20260401"))
        let reading = try QueryRequests.read(QueryRequests.find([(from, "20261345")]))
        #expect(reading.findings == [RegistryFinding(.registryError, from, .badTime)])
    }

    /// How a date is written is said of a date, quoted or not.
    @Test(arguments: ["2026-04-01", "'2026-04-01'", "20260401T0800", "demain"])
    func aBadDateIsToldHowDatesAreWritten(value: String) throws {
        for name in ["$XDSDocumentEntryServiceStartTimeFrom", "$XDSDocumentEntryServiceStopTimeTo"] {
            let reading = try QueryRequests.read(QueryRequests.find([(name, value)]))
            #expect(reading.findings == [RegistryFinding(.registryError, name, .badTime)])
        }
    }

    @Test(arguments: [-1, 0, 1]) func numbersHaveALimit(delta: Int) throws {
        let number = String(repeating: "1", count: WireLimits.numberDigits + delta)
        let reading = try QueryRequests.read(QueryRequests.find([(Self.name, number)]))
        // A number that is read is no code; a longer one is no number.
        #expect(reading.findings == [RegistryFinding(.registryError, Self.name, delta > 0 ? .badSyntax : .badCode)])
    }

    @Test(arguments: [-1, 0, 1]) func namesHaveALimit(delta: Int) throws {
        let name = "$" + String(repeating: "x", count: WireLimits.parameterName - 1 + delta)
        let list = "(" + Array(repeating: "'a'", count: WireLimits.queryValues).joined(separator: ",") + ")"
        let reading = try QueryRequests.read(QueryRequests.find([(name, list)]))
        // With those of patient and status there are too many values, unless the parameter is passed over.
        let tooMany = RegistryFinding(.storedQueryParameterNumber, name, .tooManyValues)
        #expect(reading.findings == (delta > 0 ? [] : [tooMany]))
    }

    @Test(arguments: [-1, 0, 1]) func valuesHaveALimit(delta: Int) throws {
        let count = WireLimits.queryValues - 2 + delta
        let list = "(" + Array(repeating: "'a^^1'", count: count).joined(separator: ",") + ")"
        let reading = try QueryRequests.read(QueryRequests.find([(Self.name, list)]))
        #expect((reading.accepted == nil) == (delta > 0))
        let tooMany = RegistryFinding(.storedQueryParameterNumber, Self.name, .tooManyValues)
        #expect(reading.findings == (delta > 0 ? [tooMany] : []))
    }

    @Test(arguments: [-1, 0, 1]) func authorPatternsHaveALimit(delta: Int) throws {
        let name = "$XDSDocumentEntryAuthorPerson"
        let list = Array(repeating: "'%a%'", count: WireLimits.authorPatterns + delta).joined(separator: ",")
        let reading = try QueryRequests.read(QueryRequests.find([(name, "(\(list))")]))
        let tooMany = RegistryFinding(.storedQueryParameterNumber, name, .tooManyValues)
        #expect(reading.findings == (delta > 0 ? [tooMany] : []))
    }

    @Test(arguments: 0..<200) func nothingWrittenAsAValueCrashes(seed: Int) throws {
        var random = SplitMix64(seed: FuzzSeed.of(UInt64(seed)))
        let alphabet = Array("(),'''^^12a.% _&")
        for name in [Self.name, "$XDSDocumentEntryAuthorPerson", "$XDSDocumentEntryCreationTimeTo", "$uuid"] {
            let value = String(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "'"
                }
            )
            let escaped = value.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
            _ = try QueryRequests.read(QueryRequests.find([(name, escaped)]))
            _ = try QueryRequests.read(QueryRequests.text(.getAssociations, [(name, escaped)]))
        }
    }
}

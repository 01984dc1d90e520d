import HealthRecord
import Testing
import XDSWire

/// What finds a document and what does not; names of cases follow the sections of NIST's test 11897.
@Suite struct CriteriaTests {
    @Test(arguments: [
        ("none", "", "", true),
        ("classcode", "ClassCode", "('10^^1.2.250.1.213.1.1.4.1')", true),
        ("classcode other", "ClassCode", "('11^^1.2.250.1.213.1.1.4.1')", false),
        ("classcode or", "ClassCode", "('11^^1.2.250.1.213.1.1.4.1','10^^1.2.250.1.213.1.1.4.1')", true),
        ("typecode", "TypeCode", "('11502-2^^2.16.840.1.113883.6.1')", true),
        ("typecode of another system", "TypeCode", "('11502-2^^1.2.250.1.213.1.1.4.12')", false),
        ("formatcode", "FormatCode", "('urn:ihe:lab:xd-lab:2008^^1.3.6.1.4.1.19376.1.2.3')", true),
        ("confcode", "ConfidentialityCode", "('N^^2.16.840.1.113883.5.25')", true),
        ("confcode masked", "ConfidentialityCode", "('MASQUE_PS^^1.2.250.1.213.1.1.4.13')", true),
        ("confcode other", "ConfidentialityCode", "('INVISIBLE_REPRESENTANTS_LEGAUX^^1.2.250.1.213.1.1.4.13')", false),
        ("eventcode", "EventCodeList", "('I10^^2.16.840.1.113883.6.3')", true),
        ("eventcode other", "EventCodeList", "('I11^^2.16.840.1.113883.6.3')", false),
        ("hcftc", "HealthcareFacilityTypeCode", "('SA07^^1.2.250.1.71.4.2.4')", true),
        ("hcftc other", "HealthcareFacilityTypeCode", "('SA08^^1.2.250.1.71.4.2.4')", false),
        ("practicesetting", "PracticeSettingCode", "('AMBULATOIRE^^1.2.250.1.213.1.1.4.9')", true),
        ("practicesetting other", "PracticeSettingCode", "('HAD^^1.2.250.1.213.1.1.4.9')", false),
        ("creationtime lower bound is in", "CreationTimeFrom", "20260401081500", true),
        ("creationtime below", "CreationTimeFrom", "20260401081501", false),
        ("creationtime upper bound is out", "CreationTimeTo", "20260401081500", false),
        ("creationtime under upper", "CreationTimeTo", "20260401081501", true),
        ("servicestarttime by the day", "ServiceStartTimeFrom", "20260331", true),
        ("servicestarttime after", "ServiceStartTimeFrom", "202604", false),
        ("servicestoptime", "ServiceStopTimeTo", "2027", true),
        ("author", "AuthorPerson", "('%MARTIN%')", true),
        ("author one character", "AuthorPerson", "('8999000634_0^MARTIN^%')", true),
        ("author whole value", "AuthorPerson", "('MARTIN')", false),
        ("author other", "AuthorPerson", "('%DURAND%')", false),
        ("type stable", "Type", "('urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1')", true),
        ("type on demand", "Type", "('urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248')", false),
    ]) func findsByCriterion(name: String, parameter: String, value: String, isFound: Bool) throws {
        let slots = parameter.isEmpty ? [] : [("$XDSDocumentEntry" + parameter, value)]
        let criteria = try #require(try QueryRequests.criteria(slots))
        #expect(criteria.matches(try Samples.entry()) == isFound)
    }

    @Test func andOfEventsNeedsBoth() throws {
        let event = "$XDSDocumentEntryEventCodeList"
        let both = [(event, "('I10^^2.16.840.1.113883.6.3')"), (event, "('x^^1','DEQP003^^1.2.250.1.213.2.5')")]
        #expect(try #require(try QueryRequests.criteria(both)).matches(try Samples.entry()))
        let one = [(event, "('I10^^2.16.840.1.113883.6.3')"), (event, "('x^^1')")]
        #expect(!(try #require(try QueryRequests.criteria(one)).matches(try Samples.entry())))
    }

    @Test(arguments: AvailabilityStatus.allCases) func statusCounts(status: AvailabilityStatus) throws {
        var entry = try Samples.entry()
        entry.status = status
        let criteria = try #require(try QueryRequests.criteria([]))
        #expect(criteria.matches(entry) == (status == .approved))
    }

    @Test func unknownStatusFindsNothing() throws {
        let text = QueryRequests.text(
            .findDocuments,
            [("$XDSDocumentEntryPatientId", QueryRequests.patient), ("$XDSDocumentEntryStatus", "('urn:x')")]
        )
        guard case .findDocuments(let criteria)? = try QueryRequests.read(text).accepted?.query else {
            Issue.record("not read")
            return
        }
        #expect(criteria.statuses.isEmpty)
        #expect(!criteria.matches(try Samples.entry()))
    }

    @Test func patientPlaysNoPart() throws {
        var criteria = FindDocumentsCriteria(
            patient: PatientIdentifier(try Samples.ins("2810163220751")),
            statuses: [.approved]
        )
        #expect(criteria.matches(try Samples.entry()))
        criteria.referenceIDs = [["A12^^^&1.2.250.1.999.3&ISO^urn:ihe:iti:xds:2013:accession"]]
        #expect(criteria.matches(try Samples.entry()))
        criteria.referenceIDs.append(["other"])
        #expect(!criteria.matches(try Samples.entry()))
    }

    @Test func absentTimeIsInNoBoundedSpan() throws {
        #expect(TimeBounds().contains(nil))
        #expect(!TimeBounds(from: HL7Time("2000")).contains(nil))
        #expect(!TimeBounds(to: HL7Time("2100")).contains(nil))
    }

    @Test func submissionSetsAreFound() throws {
        let set = try Samples.set()
        var criteria = FindSubmissionSetsCriteria(patient: PatientIdentifier(try Samples.ins()), statuses: [.approved])
        #expect(criteria.matches(set))
        criteria.submissionTime = TimeBounds(from: HL7Time("20260401082000"), to: HL7Time("20260401082001"))
        criteria.contentTypes = [Code("07", "1.2.250.1.213.2.2")]
        criteria.sourceIDs = [try Samples.oid("1.2.250.1.999.10")]
        criteria.authorPersons = [try #require(LikePattern("%^MARTIN^%"))]
        #expect(criteria.matches(set))
        criteria.submissionTime.to = HL7Time("20260401082000")
        #expect(!criteria.matches(set))
        criteria.submissionTime.to = nil
        criteria.statuses = [.deprecated]
        #expect(!criteria.matches(set))
    }

    @Test func contentsAreFiltered() throws {
        let entry = try Samples.entry()
        #expect(ContentsFilter().matches(entry))
        #expect(!ContentsFilter(formatCodes: [Code("x", "1")]).matches(entry))
        #expect(
            ContentsFilter(confidentialityCodes: [[Visibility.maskedCode], [entry.confidentiality]]).matches(entry)
        )
        #expect(!ContentsFilter(confidentialityCodes: [[Visibility.hiddenFromRepresentativesCode]]).matches(entry))
    }
}

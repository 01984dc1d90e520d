import Foundation
import HealthRecord
import Testing

@testable import ClinicalDocuments

/// The sets of the DMP (reference: interop § 4.3 to 4.6) and the map of types to classes (ASS_X16).
@Suite struct ValueSetsTests {
    let sets: ValueSets

    init() throws { sets = try ValueSets.bundled() }

    @Test(arguments: [
        (ValueSetName.classCode, 12), (.confidentiality, 6), (.contentType, 101), (.format, 62), (.facility, 64),
        (.practice, 11), (.type, 108), (.authorSpecialty, 396), (.authorRole, 10), (.referenceIDType, 3),
        (.cdaConfidentiality, 6), (.cdaType, 123), (.encounter, 9), (.modality, 49), (.anatomicRegion, 10),
    ])
    func everySetIsWhole(name: ValueSetName, count: Int) throws {
        let set = try #require(sets[name])
        #expect(set.codes.count == count)
        #expect(!set.source.isEmpty)
        #expect(set.oid != nil)
    }

    /// Transcribed from the table of § 4.5, not from the resource; the six of the last three rows came with the version of
    /// 27/09/2024.
    static let classes: [(String, String)] = [
        (
            "10",
            """
            11488-4 11490-0 11502-2 11505-5 11506-3 11526-1 15507-7 15508-5 28653-4 29274-8 34112-3 34749-2 34794-8 \
            34874-8 34875-5 47420-5 51969-4 59283-2 60568-3 67851-6 70004-7 75482-0 75492-9 75496-0 77436-4 78513-9 \
            78601-2 83981-1 85208-7 93024-8 96349-6 BIL_AUTO DOCPAT03 DOCPAT05 DOCPAT06
            """
        ),
        (
            "11",
            """
            18761-7 34133-9 34842-5 56445-0 57055-6 57057-2 57075-4 60591-5 68599-0 68817-6 74207-2 78489-2 80820-4 \
            83836-7 83901-9 88348-8 89235-6 SYNTH DOCPAT01 DOCPAT08
            """
        ),
        ("31", "18748-4 52040-3 IMG-KOS DOCPAT04"),
        (
            "42",
            """
            55115-0 57828-6 57832-8 57833-6 61357-0 75468-9 PRESC-AAT PRESC-BIO PRESC-KINE PRESC-INF PRESC-PEDI \
            PRESC-ORTHOPHO PRESC-ORTHOPTIE DOCPAT02
            """
        ),
        ("43", "60593-1 DISP_AUT"), ("44", "18776-5 77604-7 80771-9 80788-3 83869-8 PROT_ALD"), ("45", "80565-5"),
        ("52", "11369-6 87273-9 89601-9 96173-0 96874-3 CERT_DECL DOCPAT07"), ("60", "REMB"),
        ("90", "74465-6 EXPPAT_1 EXPPAT_2 EXPPAT_3"),
        (
            "95",
            """
            59284-0 86531-1 AUTORIS-SOINS ATTEST-RESID ATTEST-DROITS-AM ATTEST-ASS-COMPL ATTEST-HEBGT DOCPAT09
            """
        ),
        ("10", "28617-9 34120-6 89233-1"), ("11", "60280-5 78341-5"), ("52", "101881-1"),
    ]
    static let pairs = classes.flatMap { row in row.1.split(separator: " ").map { (String($0), row.0) } }

    /// Access and life cycle § 3.8, CSP R1111-42, L1111-15.
    @Test(arguments: pairs)
    func eachTypeHasItsClass(type: String, classCode: String) throws {
        let isLOINC = type.contains("-") && type.allSatisfy { $0.isNumber || $0 == "-" }
        let code = Code(type, isLOINC ? CodeSystem.loinc : CodeSystem.frenchType)
        let found = try #require(sets.classCode(forType: code))
        #expect(found == Code(classCode, CodeSystem.documentClass))
        #expect(sets.contains(found, in: .classCode))
        #expect(found.label != nil)
    }

    @Test func aSignatureHasItsOwnClass() {
        let found = sets.classCode(forType: Code("E1762", "ASTM"))
        #expect(found == Code("urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN"))
    }

    @Test func thePairsAreAllThatIsMapped() {
        #expect(Self.pairs.count + 1 == 109)
        #expect((sets[.type]?.codes.compactMap { sets.classCode(forType: $0) }.count) == 108)
    }

    @Test(arguments: [
        ("application/pdf", "urn:ihe:iti:xds-sd:pdf:2008"), ("APPLICATION/PDF", "urn:ihe:iti:xds-sd:pdf:2008"),
        ("text/plain", "urn:ihe:iti:xds-sd:text:2008"), ("text/rtf", "urn:ihe:iti-fr:xds-sd:rtf:2010"),
        ("image/jpeg", "urn:ihe:iti-fr:xds-sd:jpeg:2010"), ("image/tiff", "urn:ihe:iti-fr:xds-sd:tiff:2010"),
    ])
    func aMediaTypeGivesAFormat(media: String, format: String) throws {
        let code = try #require(sets.formatCode(forMediaType: media))
        #expect(code == Code(format, "1.3.6.1.4.1.19376.1.2.3"))
        #expect(sets.contains(code, in: .format))
    }

    @Test(arguments: [
        ("1.2.250.1.213.1.1.1.13", "urn:asip:ci-sis:vsm:2012"), ("1.2.250.1.213.1.1.1.55", "urn:ihe:lab:xd-lab:2008"),
        ("1.2.250.1.213.1.1.1.39", "urn:ihe:pharm:pre:2010"), ("1.2.250.1.213.1.1.1.54", "urn:ihe:pharm:dis:2010"),
        ("1.2.250.1.213.1.1.1.29", "urn:asip:ci-sis:ldl-ses:2017"),
        ("1.2.250.1.213.1.1.1.46", "urn:asip:ci-sis:vac-note:2021"),
    ])
    func aTemplateGivesAFormat(template: String, format: String) throws {
        let templates = [CDA.hl7FranceTemplate, CDA.frenchTemplate, try #require(OID(template))]
        #expect(sets.formatCode(forTemplates: templates)?.value == format)
    }

    @Test func unknownMediaAndTemplatesGiveNothing() {
        #expect(sets.formatCode(forMediaType: "image/png") == nil)
        #expect(sets.formatCode(forTemplates: [CDA.frenchTemplate]) == nil)
    }

    @Test(arguments: [
        (Code("SA07", CodeSystem.sector), ValueSetName.facility),
        (Code("AMBULATOIRE", "1.2.250.1.213.1.1.4.9"), .practice),
        (Visibility.maskedCode, .confidentiality), (Visibility.hiddenFromPatientCode, .confidentiality),
        (Visibility.hiddenFromRepresentativesCode, .confidentiality), (Code("03", "1.2.250.1.213.2.2"), .contentType),
        (Code("PCP", "2.16.840.1.113883.5.88"), .authorRole),
        (Code("G15_10/SM26", CodeSystem.authorSpecialty), .authorSpecialty),
    ])
    func knownCodesAreFoundWithALabel(code: Code, name: ValueSetName) {
        #expect(sets.contains(code, in: name))
        #expect(sets.accepts(code, in: name))
        #expect(sets.label(code, in: name) != nil)
    }

    @Test(arguments: [
        (Code("SA07", "1.2.3"), ValueSetName.facility),
        (Code("MASQUE_PSOCIAL", CodeSystem.visibility), .confidentiality),
        (Code("51851-4", CodeSystem.loinc), .type), (Code("sa07", CodeSystem.sector), .facility),
    ])
    func strangeCodesPassOnlyInLenientMode(code: Code, name: ValueSetName) throws {
        #expect(!sets.accepts(code, in: name))
        let lenient = try ValueSets.bundled(mode: .lenient)
        #expect(lenient.accepts(code, in: name))
        #expect(!lenient.contains(code, in: name))
    }

    @Test func aFolderWithoutFilesIsAnError() {
        #expect(throws: ValueSetError.missing(file: "classcode-dmp-jdv-j57")) {
            try ValueSets(folder: "/nonexistent", mode: .strict)
        }
    }

    @Test(arguments: [
        ("{", ValueSetError.malformed(file: "x")),
        (#"{"name":"x","source":"s","count":2,"concepts":[{"code":"a","system":"b"}]}"#, .wrongCount(file: "x")),
        (#"{"name":"x","source":"s","count":0,"concepts":[]}"#, .wrongCount(file: "x")),
    ])
    func brokenFilesAreErrors(text: String, error: ValueSetError) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sets-\(UInt32.random(in: 0 ... .max))"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appendingPathComponent("x.json"))
        #expect(throws: error) { try ValueSetFile.read("x", in: folder.path) }
    }

    /// Access and life cycle § 3.8; interop § 9, 15: sets are dated, so that an update rejects nothing of before.
    @Test(arguments: [("2024-01-25", true), ("2024-01-26", true), ("2024-01-27", false)])
    func anEndedCodeIsInForceThroughItsLastDay(day: String, isInForce: Bool) throws {
        let code = Code("urn:ihe:pat:apsr:all:2010", "1.3.6.1.4.1.19376.1.2.3")
        let day = try #require(CalendarDate(day))
        let period = try #require(CodePeriod(from: nil, until: CalendarDate("2024-01-26")))
        let set = try #require(
            ValueSet(
                name: "x",
                oid: nil,
                version: nil,
                source: "",
                codes: [code],
                periods: [code: period]
            )
        )
        #expect(set.contains(code) && set.contains(code, on: day) == isInForce)
        #expect(!set.contains(Code("other", "1.2"), on: day))
    }

    /// § 3.8: the nine types that JDV_J07 has since 29/06/2026.
    @Test(arguments: [("2026-06-28", false), ("2026-06-29", true), ("2026-06-30", true)])
    func aNewCodeIsInForceFromItsFirstDay(day: String, isInForce: Bool) throws {
        let day = try #require(CalendarDate(day))
        let report = Code("96163-1", CodeSystem.loinc)
        #expect(sets.contains(report, in: .cdaType) && sets.contains(report, in: .cdaType, on: day) == isInForce)
        #expect(sets.contains(Code("11488-4", CodeSystem.loinc), in: .cdaType, on: day))
        #expect(sets[.cdaType]?.codes.count { sets[.cdaType]?.period($0) != nil } == 9)
        let later = try #require(CalendarDate("2026-07-01"))
        #expect(sets.accepts(report, in: .cdaType, onAnyOf: [day, later]))
        #expect(!sets.accepts(report, in: .cdaType, onAnyOf: []))
    }

    @Test(arguments: [#""dateFin":"hier""#, #""since":"2024-02-30""#, #""since":"2024-02-02","dateFin":"2024-02-01""#])
    func aDateThatIsNoneIsAnError(field: String) throws {
        let text = #"{"name":"x","source":"s","count":1,"concepts":[{"code":"a","system":"b",\#(field)}]}"#
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = try decoder.decode(ValueSetFile.self, from: Data(text.utf8))
        #expect(throws: ValueSetError.malformed(file: "x")) { try file.periods("x") }
    }

    @Test func aRepeatedCodeIsNoSet() {
        let code = Code("a", "b")
        #expect(ValueSet(name: "x", oid: nil, version: nil, source: "", codes: [code, code]) == nil)
    }

    /// Interop § 3.3: what an assertion may call somebody, by the professions and specialties of JDV_J01.
    @Test(arguments: [
        ([Code("10", CodeSystem.profession), Code("SM26", CodeSystem.specialty)], true),
        ([Code("21", CodeSystem.profession), Code("A", "1.2.250.1.71.1.2.4")], true),
        ([Code("60", CodeSystem.profession)], true),
        ([Code("60", CodeSystem.profession), Code("SI01", "1.2.3")], true),
        ([Code("10", CodeSystem.professionInTraining), Code("SM26", CodeSystem.specialty)], true),
        ([Code("93", "1.2.250.1.213.1.6.1.109")], true), ([Code("AUTOMATE", CodeSystem.nonProfession)], true),
        ([Code("SECRETARIAT_MEDICAL", CodeSystem.nonProfession)], true), ([], false),
        ([Code("11", CodeSystem.profession)], false), ([Code("60", CodeSystem.professionInTraining)], false),
        ([Code("10", CodeSystem.profession), Code("SM99", CodeSystem.specialty)], false),
        ([Code("60", CodeSystem.profession), Code("SM26", CodeSystem.specialty)], false),
        (
            [
                Code("10", CodeSystem.profession), Code("SM26", CodeSystem.specialty),
                Code("SM04", CodeSystem.specialty),
            ], false
        ),
        ([Code("G15_10/SM26", CodeSystem.authorSpecialty)], false), ([Code("10/SM26", CodeSystem.profession)], false),
        ([Code("10/SM26", CodeSystem.professionInTraining)], false), ([Code("AUTOMATE", "1.2.3")], false),
        ([Code("ADMIN", CodeSystem.nonProfession)], false),
        ([Code("AUTOMATE", CodeSystem.nonProfession), Code("SM26", CodeSystem.specialty)], false),
    ])
    func subjectRolesAreThoseOfTheSet(roles: [Code], isHeld: Bool) throws {
        for sets in [sets, try ValueSets.bundled(mode: .lenient)] {
            #expect(sets.holdSubjectRoles(roles, on: try #require(CalendarDate("2026-03-31"))) == isHeld)
        }
    }
}

import ClinicalDocuments
import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import RecordService

/// The metadata say what the document's header says (interop § 4.3, § 8.2), and whoever reads the refusal knows which attribute
/// does not.
@Suite struct MetadataTests {
    private static let ccam = "1.2.250.1.213.2.5"
    private static let act = Code("DEQP003", ccam)
    private static let treating = Code("PCP", "2.16.840.1.113883.5.88", label: "Médecin traitant")

    /// A letter whose header says all that a header can.
    private static func letter() throws -> Written {
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        var builder = CDABuilder(
            id: OID(literal: "2.25.77701"),
            type: Code("11488-4", CodeSystem.loinc, label: "CR ou fiche de consultation ou de visite"),
            title: "Lettre",
            createdAt: Office.now.advanced(bySeconds: -3600),
            patient: patient,
            author: gp,
            content: .file(mediaType: "text/plain", bytes: Array("Bonjour".utf8))
        )
        builder.act = act
        builder.role = treating
        builder.serviceStop = builder.createdAt
        return Written(
            id: builder.id,
            author: gp,
            patient: patient,
            bytes: try builder.bytes(),
            visibility: [],
            contentType: gp.workplace.contentType
        )
    }

    /// The author of the letter, with something else in the block.
    private static func author(_ edit: (inout Block) throws -> Void) throws -> Author {
        var block = Block(try Lots.professional("gp").author())
        try edit(&block)
        return block.author
    }

    /// An author block that can be bent.
    private struct Block {
        var identifier: String
        var authority: OID?
        var name: PersonName
        var institutions: [AuthorInstitution]
        var role: String?
        var specialty: Code?

        init(_ author: Author) {
            identifier = author.identifier
            authority = author.assigningAuthority
            name = author.name
            institutions = author.institutions
            role = author.role
            specialty = author.specialty
        }

        var author: Author {
            Author(
                identifier: identifier,
                assigningAuthority: authority,
                name: name,
                identifierType: "IDNPS",
                institutions: institutions,
                role: role,
                specialty: specialty
            )
        }
    }

    private static func faults(
        _ content: ServiceSettings.ContentCheck,
        _ sets: ValueSets,
        _ edit: (inout SubmittedEntry) throws -> Void
    ) throws -> [DepositFault] {
        let written = try letter()
        var entry = try written.entry("d0")
        try edit(&entry)
        var check = LotCheck(valueSets: sets, contentCheck: content, now: Office.now)
        _ = check.check(entry, bytes: written.bytes)
        return check.faults
    }

    /// Another code of the set.
    private static func other(
        _ name: ValueSetName,
        than code: Code?,
        where fits: (Code) -> Bool = { _ in true }
    ) throws -> Code {
        let found = try ValueSets.bundled()[name]?.codes.first { $0 != code && fits($0) }
        return try #require(found)
    }

    struct Contradiction: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let attributes: [String]
        let code: RegistryErrorCode
        let edit: @Sendable (inout SubmittedEntry) throws -> Void

        init(
            _ name: String,
            _ attributes: [String],
            _ code: RegistryErrorCode = .registryMetadataError,
            _ edit: @escaping @Sendable (inout SubmittedEntry) throws -> Void
        ) {
            testDescription = name
            self.attributes = attributes
            self.code = code
            self.edit = edit
        }
    }

    static let contradictions: [Contradiction] = [
        Contradiction("uniqueId", ["uniqueId"]) { $0.uniqueID = OID("2.25.4") },
        Contradiction("no uniqueId", ["uniqueId"]) { $0.uniqueID = nil },
        Contradiction("patientId", ["patientId"], .patientIDDoesNotMatch) {
            $0.patientID = PatientIdentifier(try Lots.patient("paul").ins)
        },
        Contradiction("name of the patient", ["sourcePatientInfo"]) {
            $0.sourcePatientInfo = ["PID-5|AUTRE^Personne^^^^^L"]
        },
        Contradiction("birth of the patient", ["sourcePatientInfo"]) { $0.sourcePatientInfo.append("PID-7|19010101") },
        Contradiction("sex of the patient", ["sourcePatientInfo"]) { $0.sourcePatientInfo.append("PID-8|M") },
        Contradiction("typeCode", ["typeCode"]) { entry in
            let (sets, kind) = (try ValueSets.bundled(), entry.classCode)
            entry.typeCode = try other(.type, than: entry.typeCode) { sets.classCode(forType: $0) == kind }
        },
        Contradiction("no typeCode", ["typeCode"]) { $0.typeCode = nil },
        // Neither the type's class nor the header's.
        Contradiction("classCode", ["classCode", "classCode"]) {
            $0.classCode = try other(.classCode, than: $0.classCode)
        },
        Contradiction("no classCode", ["classCode"]) { $0.classCode = nil },
        Contradiction("formatCode", ["formatCode"]) { $0.formatCode = try other(.format, than: $0.formatCode) },
        Contradiction("no formatCode", ["formatCode"]) { $0.formatCode = nil },
        Contradiction("title", ["title"]) { $0.title = "Autre titre" },
        Contradiction("title in capitals", ["title"]) { $0.title = "LETTRE" },
        Contradiction("no title", ["title"]) { $0.title = nil },
        Contradiction("creationTime", ["creationTime"]) { $0.creationTime = HL7Time("20010101") },
        Contradiction("no creationTime", ["creationTime"]) { $0.creationTime = nil },
        Contradiction("serviceStartTime", ["serviceStartTime"]) { $0.serviceStart = HL7Time("20010101") },
        Contradiction("no serviceStartTime", ["serviceStartTime"]) { $0.serviceStart = nil },
        Contradiction("serviceStopTime", ["serviceStopTime"]) { $0.serviceStop = HL7Time("20010101") },
        Contradiction("no serviceStopTime", ["serviceStopTime"]) { $0.serviceStop = nil },
        Contradiction("languageCode", ["languageCode"]) { $0.language = "en-US" },
        Contradiction("no languageCode", ["languageCode"]) { $0.language = nil },
        Contradiction("confidentialityCode", ["confidentialityCode"]) {
            $0.confidentialityCodes = [Code("R", CodeSystem.confidentiality)]
        },
        Contradiction("no confidentialityCode", ["confidentialityCode"]) { $0.confidentialityCodes = [] },
        Contradiction("practiceSettingCode", ["practiceSettingCode"]) {
            $0.practiceSettingCode = try other(.practice, than: $0.practiceSettingCode)
        },
        Contradiction("no practiceSettingCode", ["practiceSettingCode"]) { $0.practiceSettingCode = nil },
        Contradiction("healthcareFacilityTypeCode", ["healthcareFacilityTypeCode"]) {
            $0.facilityTypeCode = try other(.facility, than: $0.facilityTypeCode)
        },
        Contradiction("no healthcareFacilityTypeCode", ["healthcareFacilityTypeCode"]) { $0.facilityTypeCode = nil },
        Contradiction("eventCodeList", ["eventCodeList"]) { $0.eventCodes = [Code("YYYY028", ccam)] },
        Contradiction("no eventCodeList", ["eventCodeList"]) { $0.eventCodes = [] },
        Contradiction("author", ["author"]) { $0.authors = [try Lots.professional("cardiologist").author()] },
        Contradiction("a second author", ["author"]) {
            $0.authors.append(try Lots.professional("cardiologist").author())
        },
        Contradiction("no author", ["author"]) { $0.authors = [] },
        Contradiction("authority of the author", ["authorPerson"]) {
            $0.authors = [try author { $0.authority = StructureID.root }]
        },
        Contradiction("no authority of the author", ["authorPerson"]) {
            $0.authors = [try author { $0.authority = nil }]
        },
        Contradiction("name of the author", ["authorPerson"]) {
            $0.authors = [try author { $0.name = PersonName(family: "Autre", given: "Claire") }]
        },
        Contradiction("institution of the author", ["authorInstitution"]) {
            $0.authors = [try author { $0.institutions = try Lots.professional("cardiologist").author().institutions }]
        },
        Contradiction("a second institution of the author", ["authorInstitution"]) {
            $0.authors = [try author { $0.institutions += try Lots.professional("cardiologist").author().institutions }]
        },
        Contradiction("name of an institution without a number", ["authorInstitution"]) {
            $0.authors = [
                try author {
                    $0.institutions = [AuthorInstitution(name: "Autre", identifier: nil, assigningAuthority: nil)]
                }
            ]
        },
        Contradiction("specialty of the author", ["authorSpecialty"]) {
            $0.authors = [try author { $0.specialty = Code("G15_10/SM04", CodeSystem.authorSpecialty) }]
        },
        Contradiction("all of the author but the number", ["authorInstitution", "authorPerson", "authorSpecialty"]) {
            let other = try Lots.professional("cardiologist").author()
            $0.authors = [
                try author {
                    $0.name = other.name
                    $0.institutions = other.institutions
                    $0.specialty = other.specialty
                }
            ]
        },
        Contradiction("name of the legalAuthenticator", ["legalAuthenticator"]) {
            $0.legalAuthenticator = try author { $0.name = PersonName(family: "Autre", given: "Claire") }
        },
        Contradiction("legalAuthenticator", ["legalAuthenticator"]) {
            $0.legalAuthenticator = try Lots.professional("cardiologist").author()
        },
        Contradiction("no legalAuthenticator", ["legalAuthenticator"]) { $0.legalAuthenticator = nil },
        Contradiction("mimeType of other XML", ["mimeType"]) { $0.mimeType = "application/xml" },
        Contradiction("mimeType of a text", ["mimeType"], .invalidDocumentContent) { $0.mimeType = "text/plain" },
        Contradiction("mimeType of a PDF", ["mimeType"], .invalidDocumentContent) { $0.mimeType = "application/pdf" },
        Contradiction("no mimeType", ["mimeType"], .invalidDocumentContent) { $0.mimeType = nil },
    ]

    @Test(arguments: contradictions)
    func whatTheHeaderDoesNotSayIsNamed(wrong: Contradiction) throws {
        let faults = try Self.faults(.strict, try ValueSets.bundled(), wrong.edit)
        #expect(faults.map(\.element) == wrong.attributes.map { "DocumentEntry[d0].\($0)" })
        #expect(faults.map(\.code) == wrong.attributes.map { _ in wrong.code })
    }

    /// What the header says in other words, or need not say, is no contradiction.
    @Test func whatTheHeaderSaysTooIsTaken() throws {
        let faults = try Self.faults(.strict, try ValueSets.bundled()) { entry in
            entry.title = " Let tre"
            entry.creationTime = HL7Time("2026")
            entry.eventCodes.append(Code("MR", "1.2.840.10008.2.16.4"))
            entry.confidentialityCodes += Visibility.maskedToProfessionals.codes
            entry.sourcePatientInfo = []
        }
        #expect(faults.map(\.element) == [])
    }

    /// Of an author the block may say less, or the same otherwise written.
    @Test func anAuthorSaidInOtherWordsIsTaken() throws {
        let own = try #require(try Lots.professional("gp").author().institutions.first)
        let edits: [(inout Block) -> Void] = [
            { $0.name = PersonName(family: "VÄSSEUR", given: "C.") }, { $0.name = PersonName(family: "", given: "") },
            { $0.specialty = nil }, { $0.institutions = [] }, { $0.role = "ATTPHYS" },
            { $0.role = "médecin traitant" }, { $0.role = "PCP^Médecin traitant^2.16.840.1.113883.5.88" },
            {
                $0.institutions = [
                    AuthorInstitution(
                        name: "Cabinet",
                        identifier: own.identifier,
                        assigningAuthority: own.assigningAuthority
                    )
                ]
            },
            {
                $0.institutions = [
                    AuthorInstitution(name: own.name.uppercased(), identifier: nil, assigningAuthority: nil)
                ]
            },
        ]
        for (index, edit) in edits.enumerated() {
            let author = try Self.author(edit)
            let faults = try Self.faults(.strict, try ValueSets.bundled()) {
                $0.authors = [author]
                $0.legalAuthenticator = author
            }
            #expect(faults.map(\.element) == [], "\(index)")
        }
    }

    /// A number of the sender's own needs no authority; of a system no name is held.
    @Test func aSystemIsHeldByItsNumber() {
        func system(_ authority: OID?, _ name: String, _ type: String = "RI") -> Author {
            Author(
                identifier: "A7",
                assigningAuthority: authority,
                name: PersonName(family: name, given: ""),
                identifierType: type
            )
        }
        let (own, other) = (OID(literal: "1.2.250.1.999.5"), OID(literal: "1.2.250.1.999.6"))
        let written = system(own, "Automate")
        #expect(system(own, "Fabricant").isSamePerson(as: written))
        #expect(system(nil, "Fabricant").isSamePerson(as: written))
        #expect(!system(other, "Automate").isSamePerson(as: written))
        #expect(!system(own, "Fabricant").isSamePerson(as: system(own, "Automate", "EI")))
    }

    /// Interop § 4.2, JDV_J01: the holder's own words are believed of the patient under the INS, the insurer's of nobody here.
    @Test func nobodyFilesInTheHoldersNameOrTheInsurers() throws {
        let (patient, another) = (try Lots.patient().ins, try Lots.patient("paul").ins)
        func holder(_ ins: INS) throws -> Author {
            try Self.author {
                $0.identifier = ins.matricule.text
                $0.authority = OID(ins.root.rawValue)
                $0.institutions = []
                $0.specialty = Author.personalExpression
            }
        }
        let cases: [(Author, Bool)] = [
            (try holder(patient), true), (try holder(another), false),
            (try Self.author { $0.specialty = Author.personalExpression }, false),
            (try Self.author { $0.specialty = Author.insurerFeed }, false),
            (
                try Self.author {
                    $0.identifier = ""
                    $0.authority = nil
                    $0.specialty = Author.personalExpression
                }, false
            ),
        ]
        for (index, (author, passes)) in cases.enumerated() {
            for sets in [try ValueSets.bundled(), try ValueSets.bundled(mode: .lenient)] {
                let faults = try Self.faults(.lenient, sets) { $0.authors = [author] }
                #expect(faults.map(\.element) == (passes ? [] : ["DocumentEntry[d0].authorSpecialty"]), "\(index)")
                #expect(faults.allSatisfy { $0.code == .registryMetadataError })
            }
            var set = try Lots.lot([Self.letter()], number: 1).submission.set
            set.authors.append(author)
            var check = LotCheck(valueSets: try ValueSets.bundled(), contentCheck: .strict, now: Office.now)
            check.checkSet(set)
            #expect(check.faults.map(\.element) == (passes ? [] : ["SubmissionSet.authorSpecialty"]), "\(index)")
        }
    }

    /// JDV_J01 and JDV_J47 are held of those who send, too.
    @Test func theAuthorsOfASetAreHeldToTheirSets() throws {
        var set = try Lots.lot([Self.letter()], number: 1).submission.set
        set.authors.append(
            try Self.author {
                $0.specialty = Code("G15_10/SM00", CodeSystem.authorSpecialty)
                $0.role = "Concierge"
            }
        )
        var check = LotCheck(valueSets: try ValueSets.bundled(), contentCheck: .strict, now: Office.now)
        check.checkSet(set)
        #expect(check.faults.map(\.element) == ["SubmissionSet.authorSpecialty", "SubmissionSet.authorRole"])
        #expect(check.faults.allSatisfy { $0.code == .registryMetadataError })
    }

    /// An attribute that takes its codes from a set.
    struct Coded: Sendable, CustomTestStringConvertible {
        let set: ValueSetName
        let attribute: String
        let own: @Sendable (SubmittedEntry) -> Code?
        let put: @Sendable (inout SubmittedEntry, Code) -> Void

        var testDescription: String { attribute }
    }

    static let coded: [Coded] = [
        Coded(set: .type, attribute: "typeCode", own: \.typeCode) { $0.typeCode = $1 },
        Coded(set: .classCode, attribute: "classCode", own: \.classCode) { $0.classCode = $1 },
        Coded(set: .format, attribute: "formatCode", own: \.formatCode) { $0.formatCode = $1 },
        Coded(set: .facility, attribute: "healthcareFacilityTypeCode", own: \.facilityTypeCode) {
            $0.facilityTypeCode = $1
        },
        Coded(set: .practice, attribute: "practiceSettingCode", own: \.practiceSettingCode) {
            $0.practiceSettingCode = $1
        },
        Coded(set: .confidentiality, attribute: "confidentialityCode", own: \.confidentialityCodes.first) {
            $0.confidentialityCodes = [$1]
        },
        Coded(set: .authorSpecialty, attribute: "authorSpecialty", own: \.authors.first?.specialty) { entry, code in
            entry.authors = (try? [author { $0.specialty = code }]) ?? []
        },
        Coded(set: .authorRole, attribute: "authorRole", own: { _ in treating }) { entry, code in
            entry.authors = (try? [author { $0.role = CodedText.text(code) }]) ?? []
        },
    ]

    /// JDV_J01, J47, J57, J58, J60, J61, J62, J66: a code that is not in the set, and one of the set in another system.
    @Test(arguments: coded) func aCodeOutsideItsSetIsNamed(attribute: Coded) throws {
        let own = try #require(attribute.own(try Self.letter().entry("d0")))
        for code in [Code("AUCUN-CODE", own.system), Code(own.value, "1.2.3.4")] {
            // The header is left aside: the set alone refuses it.
            let faults = try Self.faults(.lenient, try ValueSets.bundled()) { attribute.put(&$0, code) }
            #expect(faults.map(\.element) == ["DocumentEntry[d0].\(attribute.attribute)"])
            #expect(faults.map(\.code) == [.registryMetadataError])
        }
    }

    /// Interop § 4.9: each attribute that the profile fixes of a signature's entry.
    @Test func theEntryOfASignatureIsHeldToTheProfile() throws {
        let lot = try Lots.lot([Self.letter()], number: 1, isSigned: true)
        let signature = try #require(lot.submission.entries.last)
        #expect(signature.isLotSignature)
        func elements(
            _ content: ServiceSettings.ContentCheck,
            _ edit: (inout SubmittedEntry) -> Void = { _ in }
        ) throws -> [String] {
            var entry = signature
            edit(&entry)
            var check = LotCheck(valueSets: try ValueSets.bundled(), contentCheck: content, now: Office.now)
            _ = check.check(entry, bytes: Array("<Signature/>".utf8))
            return check.faults.map(\.element)
        }
        #expect(try elements(.strict) == [])
        #expect(
            try elements(.strict) { $0.confidentialityCodes.append(Visibility.hiddenFromRepresentativesCode) } == []
        )
        let detached = Code("urn:ihe:iti:dsg:detached:2014", "1.3.6.1.4.1.19376.1.2.3")
        #expect(try elements(.strict) { $0.formatCode = detached } == [])
        let wrong: [(String, (inout SubmittedEntry) -> Void)] = [
            ("mimeType", { $0.mimeType = "application/xml" }), ("languageCode", { $0.language = "fr-FR" }),
            ("classCode", { $0.classCode = Code("10", CodeSystem.documentClass) }),
            ("formatCode", { $0.formatCode = Code("urn:ihe:iti:xds-sd:pdf:2008", "1.3.6.1.4.1.19376.1.2.3") }),
            ("confidentialityCode", { $0.confidentialityCodes.removeLast() }),
            ("confidentialityCode", { $0.confidentialityCodes.removeFirst() }),
        ]
        for (attribute, edit) in wrong {
            #expect(try elements(.strict, edit) == ["DocumentEntry[sig].\(attribute)"])
            #expect(try elements(.lenient, edit) == [])
        }
    }

    /// Interop § 4.3: modalities and, of an imaging document, regions are of their sets; acts and diagnoses stand beside them.
    @Test func aModalityAndARegionAreOfTheirSets() throws {
        let (dicom, snomed) = ("1.2.840.10008.2.16.4", "2.16.840.1.113883.6.96")
        let codes: [(Code, isTaken: Bool, isTakenOfAnImage: Bool)] = [
            (Code("MR", dicom), true, true), (Code("ZZ", dicom), false, false),
            (Code("774007", snomed), true, true), (Code("71388002", snomed), true, false),
            (Code("YYYY028", Self.ccam), true, true), (Code("ZZ", "1.2.3"), true, true),
        ]
        for (code, isTaken, isTakenOfAnImage) in codes {
            for (kind, passes) in [("10", isTaken), ("31", isTakenOfAnImage)] {
                let faults = try Self.faults(.lenient, try ValueSets.bundled()) {
                    $0.eventCodes.append(code)
                    $0.classCode = Code(kind, CodeSystem.documentClass)
                }
                #expect(faults.map(\.element) == (passes ? [] : ["DocumentEntry[d0].eventCodeList"]), "\(code.value)")
                #expect(faults.allSatisfy { $0.code == .registryMetadataError })
            }
        }
    }

    /// Interop § 4.8, JDV_J231: CXi.5 is a type that the DMP knows.
    @Test func aNumberOfAnotherTypeIsNamed() throws {
        let types = [
            ("urn:ihe:iti:xds:2013:order", true), ("urn:ihe:iti:xds:2013:accession", true),
            ("urn:ihe:iti:xds:2016:studyInstanceUID", true), ("urn:ihe:iti:xdw:2013:workflowInstanceId", false),
            ("urn:ihe:iti:xds:2013:ORDER", false),
        ]
        for (type, isKnown) in types {
            let number = "C77^^^&1.2.250.1.999.3&ISO^" + type
            let faults = try Self.faults(.lenient, try ValueSets.bundled()) { $0.referenceIDs = [number] }
            #expect(faults.map(\.element) == (isKnown ? [] : ["DocumentEntry[d0].referenceIdList"]), "\(type)")
            #expect(faults.allSatisfy { $0.code == .registryMetadataError })
            let foreign = try Self.faults(.lenient, try ValueSets.bundled(mode: .lenient)) {
                $0.referenceIDs = [number]
            }
            #expect(foreign.isEmpty, "\(type)")
        }
    }

    /// The act and the letter are of 2026-03-31: both days of a span are in it.
    struct Span: Sendable {
        let field: String
        let passes: Bool
    }

    static let spans = [
        Span(field: #""dateFin": "2026-03-30""#, passes: false), Span(field: #""dateFin": "2026-03-31""#, passes: true),
        Span(field: #""since": "2026-03-31""#, passes: true), Span(field: #""since": "2026-04-01""#, passes: false),
    ]

    @Test(arguments: coded, spans)
    func aCodeOutOfItsDatesIsNamed(attribute: Coded, span: Span) throws {
        let own = try #require(attribute.own(try Self.letter().entry("d0")))
        let sets = try DatedSets.sets(attribute.set, own.value, span.field, in: try Folder())
        let faults = try Self.faults(.lenient, sets) { _ in }
        #expect(faults.map(\.element) == (span.passes ? [] : ["DocumentEntry[d0].\(attribute.attribute)"]))
        #expect(faults.allSatisfy { $0.code == .registryMetadataError && $0.remedy.contains("in force") })
    }

    /// JDV_J59 is a set's: held against the day it was sent and the days of what it holds.
    @Test(arguments: spans)
    func theActivityOfASetIsHeldByItsDates(span: Span) throws {
        let lot = try Lots.lot([Self.letter()], number: 1).submission
        let kind = try #require(lot.set.contentType)
        let sets = try DatedSets.sets(.contentType, kind.value, span.field, in: try Folder())
        let element = "SubmissionSet.contentTypeCode"
        var check = LotCheck(valueSets: sets, contentCheck: .strict, now: Office.now)
        check.checkSet(lot.set, of: lot.entries)
        #expect(check.faults.map(\.element) == (span.passes ? [] : [element]))
        #expect(check.faults.allSatisfy { $0.code == .registryMetadataError && $0.remedy.contains("in force") })
        // What is sent late was done in its time.
        var late = lot.set
        late.submissionTime = HL7Time("20280331120000")
        var later = LotCheck(valueSets: sets, contentCheck: .strict, now: Instant(milliseconds: 1_900_000_000_000))
        later.checkSet(late, of: lot.entries)
        #expect(later.faults.isEmpty == (span.passes || span.field.contains("since")))
        for code in [Code("AUCUN-CODE", kind.system), Code(kind.value, "1.2.3.4")] {
            var other = lot.set
            other.contentType = code
            var outside = LotCheck(valueSets: try ValueSets.bundled(), contentCheck: .strict, now: Office.now)
            outside.checkSet(other, of: lot.entries)
            #expect(outside.faults.map(\.element) == [element])
            #expect(outside.faults.map(\.code) == [.registryMetadataError])
        }
    }
}

import HealthRecord
import Testing

@testable import AccessRules

/// What rules read from an entry of a record.
@Suite struct DocumentFactsTests {
    private func entry(_ authors: [Author], _ visibility: Visibility = []) throws -> DocumentEntry {
        let id = UniqueID(random: (1, 2))
        let time = HL7Time(House.now)
        let code = Code("x", "y")
        return DocumentEntry(
            id: id,
            entryUUID: id,
            metadataVersion: 1,
            uniqueID: try #require(OID("1.2.3")),
            submissionSetID: id,
            patient: try #require(INS("150081505104018", root: INSRoot.test.rawValue)),
            sourcePatientID: "",
            sourcePatientInfo: [],
            mimeType: "text/xml",
            formatCode: code,
            classCode: Code("10", CodeSystem.documentClass),
            typeCode: Code("11488-4", CodeSystem.loinc),
            facilityTypeCode: code,
            practiceSettingCode: code,
            eventCodes: [],
            confidentiality: Code("N", CodeSystem.confidentiality),
            visibility: visibility,
            status: .approved,
            title: "",
            comments: nil,
            creationTime: time,
            serviceStart: nil,
            serviceStop: nil,
            language: "fr-FR",
            authors: authors,
            legalAuthenticator: nil,
            referenceIDs: [],
            size: 1,
            sha256: [],
            sha1: [],
            depositedAt: House.now,
            signature: .advanced,
            replaces: nil
        )
    }

    private func author(_ actor: CareActor, isNamed: Bool = true, specialty: Code? = nil) -> Author {
        Author(
            identifier: isNamed ? actor.person?.text ?? "" : "software",
            assigningAuthority: isNamed ? ProfessionalID.root : nil,
            name: actor.name,
            identifierType: "IDNPS",
            institutions: [
                AuthorInstitution(
                    name: "",
                    identifier: actor.structure.id.text,
                    assigningAuthority: StructureID.root
                )
            ],
            specialty: specialty
        )
    }

    @Test func tellsTheAuthorFromHisColleaguesAndOthers() throws {
        let writer = try House.care(number: 1, structure: 1)
        let entry = try entry([author(writer)])
        let colleague = try House.care(number: 2, structure: 1)
        let stranger = try House.care(number: 3, structure: 2)
        let structure = try House.care("AUTOMATE", structure: 1, holder: .structure, authentication: .indirect)
        for (actor, relation) in [
            (writer, DocumentRelation.author), (colleague, .ownStructure), (stranger, .none),
            (structure, .ownStructure),
        ] {
            #expect(DocumentFacts(entry, for: .care(actor)).relation == relation)
        }
        let facts = DocumentFacts(entry, for: House.holder)
        #expect(facts.relation == .none && facts.origin == .care && facts.hiddenSince == nil)
    }

    /// As the holder's explanations ask: of a number, or of a structure, and nothing more.
    @Test func tellsTheAuthorByHisNumberAlone() throws {
        let writer = try House.care(number: 1, structure: 1)
        let standing = EntryStanding(try entry([author(writer)]))
        #expect(standing.relation(to: .person(try House.person(1))) == .author)
        #expect(standing.relation(to: .person(try House.person(2))) == .none)
        #expect(standing.relation(to: .structure(try House.structure(1).id)) == .ownStructure)
        #expect(standing.relation(to: .structure(try House.structure(2).id)) == .none)
    }

    @Test func tellsWhoBroughtIt() throws {
        let actor = try House.care()
        func facts(_ role: String) throws -> DocumentFacts {
            let code = Code(role, CodeSystem.nonProfession)
            return DocumentFacts(try entry([author(actor, isNamed: false, specialty: code)]), for: House.holder)
        }
        #expect(try facts("EXP_PATIENT").origin == .holder && facts("EXP_PATIENT").relation == .author)
        #expect(try facts("ALIM_AM").origin == .insurer)
        #expect(try facts("AUTOMATE").origin == .care)
        // A professional's number makes it a professional's, whatever the specialty says.
        for role in ["EXP_PATIENT", "ALIM_AM"] {
            let entry = try entry([author(actor, specialty: Code(role, CodeSystem.nonProfession))])
            let facts = DocumentFacts(entry, for: House.holder)
            #expect(facts.origin == .care && facts.relation == .none)
        }
        #expect(DocumentFacts(try entry([.service]), for: House.holder).origin == .service)
    }

    /// R1111-53: the term runs from the day of the deposit in France, where it was 1 April already; what an old trace holds is
    /// decided again as it was then.
    @Test func theTermRunsFromTheDayOfTheDeposit() throws {
        let entry = try entry([author(try House.care())], .hiddenFromPatient)
        let facts = DocumentFacts(entry, for: House.holder)
        let day = try #require(CalendarDate(year: 2026, month: 4, day: 1))
        #expect(facts.hiddenSince == day.midnight)
        let set = try #require(House.book?.policySets["mes2026"])
        let old = House.document(.hiddenFromPatient, hiddenSince: House.now)
        for (today, isOut, wasOut) in [(29, false, false), (30, false, true), (31, true, true)] {
            let today = CalendarDate(daysSinceEpoch: day.daysSinceEpoch + today - 1)
            #expect((facts.announcement(on: today, in: set) == .released) == isOut)
            #expect((old.announcement(on: today, in: set) == .released) == wasOut)
        }
    }
}

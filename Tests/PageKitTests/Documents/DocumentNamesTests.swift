import ClinicalDocuments
import HealthRecord
import PageKit
import Testing
import Wording

/// What pages call the types and classes of documents, in both languages.
@Suite struct DocumentNamesTests {
    /// Words that are the same in both languages.
    static let same: Set<String> = ["Prescription"]

    @Test(arguments: [ValueSetName.type, .cdaType, .classCode])
    func everyCodeHasAnEnglishName(name: ValueSetName) throws {
        let valueSets = try ValueSets.bundled()
        let codes = try #require(valueSets[name]?.codes)
        #expect(!codes.isEmpty)
        for code in codes {
            let label = name == .classCode ? CategoryText.label(code) : TypeText.label(code)
            let plain = try #require(label, "\(code.value)")
            let official = try #require(valueSets.label(code, in: name))
            #expect(plain.english != plain.french, "\(code.value)")
            #expect(TypographyFault.all(in: plain.french, .french).isEmpty, "\(plain.french)")
            #expect(TypographyFault.all(in: plain.english, .english).isEmpty, "\(plain.english)")
            #expect(plain.english != Typography.french(official) || Self.same.contains(plain.english), "\(code.value)")
        }
    }

    /// Two types of one name could not be told apart in a list to choose from.
    @Test(arguments: [ValueSetName.type, .cdaType, .classCode], [Language.french, .english])
    func noTwoCodesOfASetHaveOneName(name: ValueSetName, language: Language) throws {
        let valueSets = try ValueSets.bundled()
        let names = try #require(valueSets[name]?.codes).map {
            (name == .classCode ? valueSets.plainCategory($0) : valueSets.plainType($0))[language]
        }
        #expect(Set(names).count == names.count)
    }

    /// A kind of one's own documents is named as where it is chosen, and in a list of all types with whose it is.
    @Test(arguments: OwnDocumentKind.allCases) func aKindOfOnesOwnHasOneName(kind: OwnDocumentKind) throws {
        let valueSets = try ValueSets.bundled()
        let code = try #require(valueSets[.type]?.codes.first { $0.value == kind.rawValue })
        #expect(code.system == CodeSystem.frenchType)
        let name = kind.phrase
        #expect(valueSets.plainType(code).french == name.french + " (ajout du patient)")
        #expect(valueSets.plainType(code).english == name.english + " (added by the patient)")
        for language in Language.allCases {
            #expect(OwnDocumentKind.allCases.filter { $0(language) == kind(language) } == [kind])
        }
    }

    @Test func professionalsReadTheNamesOfTheValueSets() throws {
        let valueSets = try ValueSets.bundled()
        let category = Code("42", CodeSystem.documentClass)
        #expect(valueSets.officialCategory(category).french == "Prescription")
        #expect(valueSets.plainCategory(category).french == "Ordonnance")
        let type = Code("34112-3", CodeSystem.loinc)
        #expect(valueSets.officialType(type).french == "CR hospitalier (séjour)")
        #expect(valueSets.plainType(type).french == "Compte rendu d’hospitalisation")
        #expect(valueSets.officialType(type).english == "Hospital stay report")
    }

    @Test func anUnknownCodeKeepsItsSendersName() throws {
        let foreign = Code("99999-9", CodeSystem.loinc, label: "Discharge summary")
        let valueSets = try ValueSets.bundled()
        #expect(valueSets.plainType(foreign) == Phrase(verbatim: "Discharge summary"))
        #expect(valueSets.officialType(foreign) == Phrase(verbatim: "Discharge summary"))
        #expect(valueSets.plainCategory(Code("777", "1.2.3")) == Phrase(verbatim: "777"))
    }
}

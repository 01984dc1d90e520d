import HealthRecord
import Testing
import Wording

@Suite struct LabelTests {
    @Test(arguments: [
        ("10", "SM26", "médecin généraliste"), ("10", "SM59", "urgentiste"), ("10", "SM25", "médecin du travail"),
        ("10", "XX99", "médecin"), ("50", nil, "sage-femme"),
        ("60", "SI01", "soins infirmiers en pratique avancée"),
        ("999", nil, "professionnel de santé"),
    ])
    func professionsHavePlainWords(role: String, specialty: String?, label: String) {
        let profession = Profession(
            role: Code(role, CodeSystem.profession),
            specialty: specialty.map { Code($0, CodeSystem.specialty) }
        )
        #expect(ProfessionText.label(profession).french == label)
    }

    /// A nurse is called by the care, as nothing says the sex, and is found by either word.
    @Test func aNurseIsCalledByTheCareAndFoundByEitherWord() {
        let nurse = Profession(role: Code("60", CodeSystem.profession), specialty: nil)
        #expect(ProfessionText.label(nurse).french == "soins infirmiers")
        #expect(ProfessionText.otherNames(nurse) == ["infirmier", "infirmière"])
        let dentist = Profession(role: Code("40", CodeSystem.profession), specialty: nil)
        #expect(ProfessionText.otherNames(dentist).contains("chirurgien-dentiste"))
        #expect(ProfessionText.label(dentist).french == "chirurgie dentaire")
        #expect(ProfessionText.otherNames(Profession(role: Code("10", CodeSystem.profession), specialty: nil)) == [])
    }

    @Test func everyProfessionOfTheTableHasAWord() {
        // TRE_G15 of 18/07/2023.
        let codes = [
            "10", "21", "26", "28", "31", "32", "35", "36", "37", "38", "39", "40", "50", "60", "69", "70", "80", "81",
            "82", "83", "84", "85", "86", "91", "92", "93", "94", "95", "96", "98",
        ]
        for code in codes {
            let label = ProfessionText.label(role: Code(code, CodeSystem.profession)).french
            #expect(label != "professionnel de santé", "\(code)")
        }
    }

    @Test func everySpecialtyOfPhysiciansHasAWord() {
        for number in 1...95 {
            let code = number < 10 ? "SM0\(number)" : "SM\(number)"
            #expect(SpecialtyText.physician(Code(code, CodeSystem.specialty)) != nil, "\(code)")
        }
    }

    @Test func anUnknownRoleKeepsItsSendersLabel() {
        let role = Code("ZZ", "1.2.3", label: "Médiateur d'appui")
        #expect(ProfessionText.label(role: role).french == "Médiateur d'appui")
    }

    @Test func doctorsHaveTheirTitle() {
        let name = PersonName(family: "Exemple", given: "Anne")
        #expect(NameText.titled(name, Samples.physician.profession) == "Dr\u{A0}Anne Exemple")
        #expect(NameText.titled(name, Profession(role: Code("60", CodeSystem.profession))) == "Anne Exemple")
    }

    /// A title is for who is registered (CPS table G16).
    @Test(arguments: [("10", "médecin en formation"), ("21", "pharmacien ou pharmacienne en formation")])
    func whoIsInTrainingBearsNoTitle(role: String, label: String) {
        let name = PersonName(family: "Exemple", given: "Anne")
        let profession = Profession(
            role: Code(role, CodeSystem.profession),
            specialty: Code("SM26", CodeSystem.specialty)
        )
        #expect(NameText.titled(name, profession, .trainee) == "Anne Exemple")
        #expect(NameText.titled(name, profession, .professional) == "Dr\u{A0}Anne Exemple")
        #expect(ProfessionText.label(profession, .trainee).french == label)
        #expect(ProfessionText.label(profession, .professional).french == ProfessionText.label(profession).french)
    }

    @Test func aStructureWithoutANameIsCalledByItsKind() {
        let structure = Structure(id: Samples.structureID, name: "", sector: Code("SA33", CodeSystem.sector))
        #expect(NameText.structure(structure).french == "pharmacie")
    }

    @Test func unsealedWaysTellNoNameAndNoMatterOfHealth() {
        for notice in Samples.notices {
            let words = NoticeWords(notice, service: Samples.service)
            for phrase in [words.subject, words.sms] + words.email {
                for language in Language.allCases { #expect(!phrase[language].contains("Exemple")) }
            }
        }
    }

    @Test func aCodeIsInTheTextThatBringsIt() {
        let words = NoticeWords(.oneTimeCode("123456", minutes: 5), service: Samples.service)
        #expect(
            words.sms.french
                == "DMP\u{A0}: votre code est 123456. Il est valable 5\u{A0}minutes. "
                + "Ne le donnez à personne, même au téléphone."
        )
        #expect(words.code == "123456")
    }
}

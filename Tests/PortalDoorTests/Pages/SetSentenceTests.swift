import AccessRules
import HealthRecord
import PageChecks
import PageKit
import Testing
import Wording

@testable import PortalDoor

/// Pages say what is true under the record's own set; the expected words are written by hand from the sets' data (§ 3.3, C3, C4,
/// C18).
@Suite struct SetSentenceTests {
    /// What the pages of one set say.
    struct Expected: Sendable, CustomTestStringConvertible {
        let set: String
        /// Switches of page 21, by field.
        let switches: Set<String>
        let emergency: [String]
        let notEmergency: [String]
        let mask: [String]
        let notMask: [String]
        let treating: [String]
        let notTreating: [String]
        let block: [String]
        let notBlock: [String]

        var testDescription: String { self.set }
    }

    private static let glass = "Le médecin des urgences ouvre votre dossier"
    private static let none = "ne prévoient aucun accès en urgence"
    private static let told = "Vous êtes prévenu de chaque accès en urgence"
    private static let stays = "Vos documents masqués le restent en urgence"
    private static let blocked = "n’entre pas, même en urgence. Le SAMU, lui, peut entrer"
    private static let physician = "Votre médecin traitant, si vous en avez déclaré un"
    private static let administrators = "Les administrateurs de votre dossier"
    private static let alsoMasked = "Il lit aussi vos documents masqués"
    private static let whole = "Il lit tout votre dossier"
    private static let opened = "voit qui l’a ouvert"
    private static let notMasked = "Il ne lit pas les documents que vous masquez"
    private static let holds = "Le blocage tient aussi en urgence"
    private static let samu = "Seul le médecin du Samu (15) garde un accès"

    private static let modes: Set<String> = [FormNames.breakGlass, FormNames.regulation]
    private static let all = modes.union([FormNames.masked])

    static let table: [Expected] = [
        Expected(
            set: "era2007",
            switches: [],
            emergency: [none],
            notEmergency: [glass, told, stays, blocked],
            mask: ["En cas d’urgence, il reste masqué."],
            notMask: [physician, administrators],
            treating: [notMasked],
            notTreating: [alsoMasked, whole, opened],
            block: [],
            notBlock: [holds, samu]
        ),
        Expected(
            set: "era2011",
            switches: modes,
            emergency: [glass, told, stays, blocked],
            notEmergency: [none],
            mask: [physician, "En cas d’urgence, il reste masqué."],
            notMask: [administrators],
            treating: [alsoMasked, whole],
            notTreating: [opened, notMasked],
            block: [holds, samu],
            notBlock: []
        ), before2022("era2016"), before2022("era2019"), since2022("mes2022"), since2022("mes2026"),
    ]

    private static func before2022(_ set: String) -> Expected {
        Expected(
            set: set,
            switches: modes,
            emergency: [glass, told, stays, blocked],
            notEmergency: [none],
            mask: [physician, administrators, "En cas d’urgence, il reste masqué."],
            notMask: [],
            treating: [alsoMasked, whole, opened],
            notTreating: [notMasked],
            block: [holds, samu],
            notBlock: []
        )
    }

    private static func since2022(_ set: String) -> Expected {
        Expected(
            set: set,
            switches: all,
            emergency: [glass, told, blocked],
            notEmergency: [none, stays],
            mask: [physician, administrators, "Les professionnels en cas d’urgence, selon votre choix."],
            notMask: ["il reste masqué"],
            treating: [alsoMasked, whole, opened],
            notTreating: [notMasked],
            block: [holds, samu],
            notBlock: []
        )
    }

    private static func html(_ page: some Page) -> String {
        page.render(in: PageSamples.frame(.french, signedIn: true))
    }

    private func expect(_ html: String, _ present: [String], _ absent: [String], _ told: String) {
        #expect(PageChecker.faults(in: html) == [], "\(told)")
        for text in present { #expect(html.contains(text), "\(told): \(text)") }
        for text in absent { #expect(!html.contains(text), "\(told): \(text)") }
    }

    @Test(arguments: SetSentenceTests.table)
    func whatPagesSayIsTrueUnderTheSet(_ expected: Expected) throws {
        let set = try #require(try RuleBook.bundled().policySets[expected.set])
        let emergency = Self.html(
            EmergencyPage(
                wishes: EmergencyWishes(),
                offered: set.emergencyChoices,
                despiteBlock: set.emergenciesDespiteBlock
            )
        )
        expect(emergency, expected.emergency, expected.notEmergency, "\(expected.set), page 21")
        for field in Self.all {
            #expect(emergency.contains("name=\"\(field)\"") == expected.switches.contains(field), "\(field)")
        }
        let reach = MaskReach(set, EmergencyWishes(opensMaskedDocuments: true))
        let mask = Self.html(
            MaskPage(id: PageSamples.ids[0], title: "Ordonnance", change: .mask, reach: reach)
        )
        expect(mask, expected.mask, expected.notMask, "\(expected.set), masking")
        for (choice, present, absent) in [
            (ProfessionalChoice.nameTreating, expected.treating, expected.notTreating),
            (.block, expected.block, expected.notBlock),
        ] {
            let page = Self.html(
                ProfessionalChoicePage(
                    handle: PageSamples.handle,
                    name: "Dr Claire Vasseur",
                    choice: choice,
                    sentences: RoleSentences(set)
                )
            )
            expect(page, present, absent, "\(expected.set), \(choice)")
        }
    }

    /// § 7.1, page 2: a new holder is asked for what the set of new records lets him choose, and for nothing where that is nothing.
    @Test(arguments: SetSentenceTests.table) func theOpeningAsksForWhatTheSetOffers(_ expected: Expected) throws {
        let set = try #require(try RuleBook.bundled().policySets[expected.set])
        for way in [OpeningPage.Way.opening, .firstAccess] {
            let page = Self.html(OpeningPage(way: way, offered: set.emergencyChoices))
            #expect(PageChecker.faults(in: page) == [])
            for field in Self.all {
                #expect(page.contains("name=\"\(field)\"") == expected.switches.contains(field), "\(field)")
            }
            #expect(page.contains(OpeningText.emergencyHint.phrase.french) == !expected.switches.isEmpty)
        }
    }

    /// Both accesses refused, the wish for masked documents opens nothing, and the page does not say so.
    @Test func aMaskOpensInAnEmergencyOnlyWhereSomebodyComesIn() throws {
        let set = try RuleBook.bundled().policySets["mes2026"]
        var wishes = EmergencyWishes(refusesBreakGlass: true, refusesRegulation: true, opensMaskedDocuments: true)
        #expect(MaskReach(set, wishes).emergency == .staysByChoice)
        wishes.refusesRegulation = false
        #expect(MaskReach(set, wishes).emergency == .opens)
        wishes.opensMaskedDocuments = false
        #expect(MaskReach(set, wishes).emergency == .staysByChoice)
        #expect(
            MaskReach(nil, EmergencyWishes(opensMaskedDocuments: true)) == MaskReach(roles: [], emergency: .staysByRule)
        )
    }
}

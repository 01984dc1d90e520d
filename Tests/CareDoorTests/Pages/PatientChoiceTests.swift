import Foundation
import HealthRecord
import PageKit
import SampleRecords
import Testing
import Wording

@testable import CareDoor
@testable import Custody

/// § 7.2, page 3: any patient of a long list is found, and a list that is cut says so.
@Suite struct PatientChoiceTests {
    private static let now = Instant(milliseconds: 1_767_520_800_000)
    private static let size = 2500

    /// Patients as the custodian gives them, the newest leave first; the last of them are the first of the alphabet.
    private static func lines() throws -> [StandingLine] {
        let ins = try #require(SamplePopulation(seed: 1, now: now).patient("jeanne")).ins
        let birthDate = try #require(CalendarDate("1952-04-06"))
        return (0..<size).map { index in
            let day = Int64(index) * 86_400
            return StandingLine(
                record: UniqueID(random: (UInt64(index), 5)),
                identifiers: [ins],
                name: PersonName(family: String(format: "Patient%04d", size - 1 - index), given: "Zoé"),
                traits: nil,
                birthDate: birthDate,
                isTreatingPhysician: false,
                authorisedSince: now.advanced(bySeconds: -day),
                until: nil,
                // The oldest leave was read and added to last; some were never.
                lastAccess: index.isMultiple(of: 2) ? now.advanced(bySeconds: day) : nil,
                lastUpdate: nil,
                lastAdd: index.isMultiple(of: 3) ? now.advanced(bySeconds: day) : nil,
                hasMessage: false,
                policySet: "mes2026"
            )
        }
    }

    @Test(arguments: ["patient0000", "ZOE PATIENT0000", "0000"])
    func thePatientWhoseLeaveIsOldestIsFoundByTheName(name: String) throws {
        let lines = try Self.lines()
        for order in PatientOrder.allCases {
            let found = PatientChoice(order: order, name: name).fitting(lines)
            #expect(found.map(\.record) == [lines[Self.size - 1].record], "\(order)")
        }
        #expect(PatientChoice(name: "nobody").fitting(lines).isEmpty)
    }

    @Test func theWholeListIsInOrderBeforeAnyOfItIsLeftOut() throws {
        let lines = try Self.lines()
        func first(_ order: PatientOrder) -> [StandingLine] { PatientChoice(order: order).fitting(lines) }
        #expect(first(.name).map(\.record) == lines.reversed().map(\.record))
        #expect(first(.access).first?.lastAccess == lines.compactMap(\.lastAccess).max())
        #expect(first(.addition).first?.lastAdd == lines.compactMap(\.lastAdd).max())
        for order in PatientOrder.allCases { #expect(first(order).count == Self.size) }
        // Whoever was never read comes last.
        #expect(first(.access).last?.lastAccess == nil && first(.addition).last?.lastAdd == nil)
    }

    @Test(arguments: [Language.french, .english]) func aListThatIsCutSaysHowMuchIsShown(language: Language) {
        let line = PatientLine(
            handle: "poignee",
            name: PersonName(family: "Exemple", given: "Anne"),
            born: CalendarDate(daysSinceEpoch: -6473),
            isTreating: false,
            isSecret: false,
            lastAccess: nil,
            lastUpdate: nil,
            lastAddition: nil,
            hasTask: false
        )
        func page(of count: Int) -> String {
            let page = PatientsPage(
                lines: Array(repeating: line, count: min(count, PatientsPage.limit)),
                count: count,
                notices: [],
                choice: PatientChoice(),
                offersRegulation: false,
                ins: ""
            )
            let assets = AssetPaths(styles: "/assets/site.css", logo: "/assets/logo.svg", script: "/assets/cle.js")
            return page.render(
                in: Frame(
                    site: .care(assets, isRehearsal: true, menu: []),
                    language: language,
                    path: Paths.patients,
                    visitor: nil,
                    formToken: "jeton"
                )
            )
        }
        let said = CarePatientsText.cut(PatientsPage.limit, of: 1240)[language]
        #expect(said.contains(language == .french ? "1\u{202F}240" : "1,240") && said.contains("200"))
        let long = page(of: 1240)
        #expect(long.contains(said))
        let whole = page(of: PatientsPage.limit)
        #expect(!whole.contains(CarePatientsText.cut(PatientsPage.limit, of: PatientsPage.limit)[language]))
    }
}

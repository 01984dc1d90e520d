import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 5: whoever has lost the only telephone finds a way back (identity and experience § 2.6, recovery).
@Suite struct LostWayTests {
    @Test func letterSecretAndTheCodeOfTheNewTelephoneLeadBack() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.open(browser, stack, patient)
            let road = try await browser.get(Paths.recovery)
            #expect(PageChecker.faults(in: road.body) == [] && road.body.contains(#"href="\#(Paths.lostWay)""#))
            let date = patient.traits.birthDate
            _ = try await browser.get(Paths.letterOrder)
            _ = try await browser.post(
                Paths.letterOrder,
                [
                    FormNames.ins: patient.ins.matricule.text,
                    FormNames.birthDate: "\(date.day)/\(date.month)/\(date.year)",
                ]
            )
            let letter = stack.notices.reversed().lazy.compactMap { sent in
                if case .recoveryCode(let code) = sent.notice { code } else { nil }
            }.first
            let fields = [
                FormNames.ins: patient.ins.matricule.text, FormNames.letterCode: try #require(letter),
                FormNames.secret: patient.secretCode, FormNames.phone: "06 39 98 56 78",
            ]
            #expect(PageChecker.faults(in: try await browser.get(Paths.lostWay).body) == [])
            for (name, wrong) in [
                (FormNames.letterCode, "0000000000A"), (FormNames.secret, "autre chose de faux"), (FormNames.phone, ""),
            ] {
                let refused = try await browser.post(Paths.lostWay, fields.merging([name: wrong]) { $1 })
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            }
            let asked = try await browser.post(Paths.lostWay, fields)
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [], "\(asked.body)")
            let before = try await stack.news.count
            let done = try await browser.post(Paths.lostWayProofs, try WalkTests.proofs(asked, stack))
            #expect(done.headers[.location] == Paths.lostWayKept)
            #expect(PageChecker.faults(in: try await browser.follow(done).body) == [])
            // Those that are gone are told, and the new one.
            let told = try await stack.news.dropFirst(before).compactMap { sent in
                if case .accessChanged = sent.notice { sent.channel } else { nil }
            }
            #expect(Set(told).isSuperset(of: [.sms("+33639981234"), .email(patient.email)]))
            _ = try await browser.get(Paths.signIn)
            let begun = try await browser.post(
                Paths.signIn,
                [FormNames.ins: patient.ins.matricule.text, FormNames.secret: patient.secretCode]
            )
            #expect(try await browser.follow(begun).body.contains("•• •• •• •• 78"))
        }
    }
}

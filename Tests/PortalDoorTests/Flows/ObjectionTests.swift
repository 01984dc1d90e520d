import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// A record that would open by itself: objecting with the letter (CSP R1111-28), and the first access once it is open.
@Suite struct ObjectionTests {
    private static func fields(_ patient: SamplePatient, code: String, ticked: Bool = true) -> [String: String] {
        let date = patient.traits.birthDate
        var fields = [
            FormNames.ins: patient.ins.matricule.text, FormNames.letterCode: code,
            FormNames.birthDate: "\(date.day)/\(date.month)/\(date.year)",
        ]
        if ticked { fields[FormNames.consent] = "oui" }
        return fields
    }

    private static func announce(_ stack: PortalStack, _ patient: SamplePatient) async throws {
        try await stack.service.announce(Invitation(ins: patient.ins, traits: patient.traits))
    }

    @Test func anObjectionGivesAProofAndNoRecordOpens() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await Self.announce(stack, patient)
        let code = try #require(stack.lastCode)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            #expect(PageChecker.faults(in: try await browser.get(Paths.objection).body) == [])
            let unticked = try await browser.post(Paths.objection, Self.fields(patient, code: code, ticked: false))
            #expect(unticked.status == .unprocessableContent)
            let sent = try await browser.post(Paths.objection, Self.fields(patient, code: code))
            #expect(sent.headers[.location] == Paths.objectionDone)
            let done = try await browser.follow(sent)
            #expect(done.body.contains("Votre dossier ne s’ouvrira pas") && PageChecker.faults(in: done.body) == [])
            #expect(!done.body.contains(patient.ins.matricule.text))
            let sheet = try await browser.post(Paths.objectionSheet, [:])
            #expect(sheet.status == .ok && sheet.headers[.contentType] == "application/pdf")
            // Half an hour later somebody else may sit there.
            stack.advance(seconds: 1801)
            #expect(try await browser.get(Paths.objectionDone).body.contains("n’est plus disponible ici"))
            #expect(try await browser.post(Paths.objectionSheet, [:]).headers[.location] == Paths.objectionDone)
            // A second time the letter is used up.
            #expect(
                try await browser.post(Paths.objection, Self.fields(patient, code: code)).status
                    == .unprocessableContent
            )
        }
        stack.advance(seconds: 120 * 86_400)
        _ = try await stack.service.timeBrings(limit: 10)
        let qualified = try #require(QualifiedINS(patient.ins, in: .rehearsal))
        await #expect(throws: (any Error).self) {
            _ = try await stack.service.beginFirstAccess(Self.request(patient, qualified, code: code))
        }
    }

    private static func request(_ patient: SamplePatient, _ ins: QualifiedINS, code: String) -> OpeningRequest {
        OpeningRequest(
            ins: ins,
            code: code,
            birthDate: patient.traits.birthDate,
            secret: patient.secretCode,
            phone: "+33639981234",
            email: nil,
            emergency: EmergencyWishes()
        )
    }

    @Test func aWrongCodeAWrongBirthDateAndNobodyAnnouncedReadTheSame() async throws {
        let stack = try PortalStack()
        let (announced, nobody) = (
            try #require(stack.people.patient("paul")), try #require(stack.people.patient("jeanne"))
        )
        try await Self.announce(stack, announced)
        let code = try #require(stack.lastCode)
        try await stack.door().application.test(.router) { client in
            var bodies: Set<String> = []
            var elder = Self.fields(announced, code: code)
            elder[FormNames.birthDate] = "1/1/1930"
            for (patient, fields) in [
                (announced, Self.fields(announced, code: "ABCDEFGHJKM")), (announced, elder),
                (nobody, Self.fields(nobody, code: code)),
            ] {
                let browser = Browser(client)
                _ = try await browser.get(Paths.objection)
                let shown = try await browser.post(Paths.objection, fields)
                #expect(shown.status == .unprocessableContent)
                var body = shown.body.replacing(patient.ins.matricule.text, with: "")
                for value in fields.values { body = body.replacing("value=\"\(value)\"", with: "") }
                bodies.insert(body.replacing(/name="jeton" value="[^"]*"/, with: ""))
            }
            #expect(bodies.count == 1)
        }
    }

    @Test(arguments: [Language.french, .english]) func theProofIsPrintedTheSameEachTime(language: Language) throws {
        let patient = try #require(SamplePopulation(seed: 1, now: PageSamples.now).patient("paul"))
        // Nobody but the custodian makes one: it is read as it would come back to him.
        struct Twin: Encodable { let ins: INS, at: Instant, code: [UInt8] }
        let twin = try JSONEncoder().encode(Twin(ins: patient.ins, at: PageSamples.now, code: Array(0..<32)))
        let proof = try JSONDecoder().decode(OppositionProof.self, from: twin)
        let sheet = ObjectionSheet(proof: proof, service: PageSamples.sheet)
        let file = try sheet.printed(language)
        #expect(file.starts(with: Array("%PDF-".utf8)) && !PDFActivity.isActive(file))
        #expect(try sheet.printed(language) == file)
        #expect(proof.codeText.hasPrefix("000102") && proof.codeText.hasSuffix("1E1F"))
    }

    @Test func aRecordThatOpenedByItselfIsActivatedByItsHolder() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await Self.announce(stack, patient)
        stack.advance(seconds: 60 * 86_400)
        _ = try await stack.service.timeBrings(limit: 10)
        let code = try #require(stack.lastCode)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            #expect(PageChecker.faults(in: try await browser.get(Paths.firstAccess).body) == [])
            var fields = WalkTests.openingFields(patient, code: code)
            fields[FormNames.consent] = nil
            fields[FormNames.secret] = "paul"
            fields[FormNames.secretAgain] = "paul"
            #expect(try await browser.post(Paths.firstAccess, fields).status == .unprocessableContent)
            fields[FormNames.secret] = patient.secretCode
            fields[FormNames.secretAgain] = patient.secretCode
            let asked = try await browser.post(Paths.firstAccess, fields)
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [])
            #expect(!asked.body.contains(patient.secretCode) && !asked.body.contains(patient.email))
            let codes = try WalkTests.proofs(asked, stack)
            // Another browser has not what was entered.
            let other = Browser(client)
            _ = try await other.get(Paths.firstAccess)
            #expect(try await other.post(Paths.firstAccessProofs, codes).headers[.location] == Paths.firstAccess)
            let empty = codes.mapValues { $0.count == 6 ? "" : $0 }
            let refused = try await browser.post(Paths.firstAccessProofs, empty)
            #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
            let sent = try await browser.post(Paths.firstAccessProofs, codes)
            #expect(sent.headers[.location] == Paths.activated, "\(sent.body)")
            try await WalkTests.signIn(browser, stack, patient)
        }
    }
}

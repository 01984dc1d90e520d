import Foundation
import HealthRecord
import Testing

@testable import Custody

/// TD1.5b: a telephone and an e-mail address are all that codes are sent to.
@Suite struct CodeChannelTests {
    @Test(arguments: [CodeAddress.sms, CodeAddress.email])
    func aWayIsAddedOnceThenChangedThenTakenAway(_ way: @Sendable (String) -> CodeAddress) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        // Opened without a telephone and without an address.
        let envelope = house.envelope(doctor, patient: try People.ins(1))
        let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        let opening = ProfessionalOpening(traits: try People.traits(), consent: true)
        let reference = try await custodian.prepareOpening(opening, admission).reference
        try await custodian.commitOpening(admission)
        let person = Person(ins: try People.ins(1), reference: reference)
        func ask(_ wish: CodeChannelWish) async throws {
            try await custodian.setCodeChannel(
                wish,
                try await house.admit(custodian, doctor, for: person),
                of: person.reference
            )
        }
        func kept() async throws -> [String?] {
            let visit = try await house.admit(custodian, doctor, for: person)
            let data = try await custodian.administrativeData(visit, of: person.reference)
            return [data.phone, data.email]
        }
        let (first, second) = (way("+33600000001@example.org"), way("+33600000002@example.org"))
        func standing(_ text: String?) -> [String?] {
            switch first {
            case .sms: [text, nil]
            case .email: [nil, text]
            }
        }
        await #expect(throws: CustodyError.conflict("noCodeChannel")) { try await ask(.change(first)) }
        await #expect(throws: CustodyError.conflict("noCodeChannel")) { try await ask(.remove(first.kind)) }
        try await ask(.add(first))
        #expect(try await kept() == standing("+33600000001@example.org"))
        await #expect(throws: CustodyError.conflict("DMPPatientAccessOTPAlreadyExists")) { try await ask(.add(second)) }
        #expect(try await kept() == standing("+33600000001@example.org"))
        try await ask(.change(second))
        #expect(try await kept() == standing("+33600000002@example.org"))
        try await ask(.remove(second.kind))
        #expect(try await kept() == standing(nil))
        try custodian.close()
    }

    /// A wish that crosses a wire says nothing of letters either.
    @Test func noLetterIsAWayForCodes() throws {
        func read(_ text: String) throws -> CodeChannelWish {
            try JSONDecoder().decode(CodeChannelWish.self, from: Data(text.utf8))
        }
        #expect(try read(#"{"add": {"_0": {"sms": {"_0": "+33600000001"}}}}"#) == .add(.sms("+33600000001")))
        #expect(try read(#"{"remove": {"_0": "email"}}"#) == .remove(.email))
        for letter in [
            #"{"add": {"_0": {"letter": {"_0": ["1, rue des Lilas"]}}}}"#,
            #"{"change": {"_0": {"letter": {"_0": ["1, rue des Lilas"]}}}}"#, #"{"remove": {"_0": "letter"}}"#,
        ] {
            #expect(throws: DecodingError.self, "\(letter)") { try read(letter) }
        }
    }
}

import HealthRecord
import Testing

@testable import Custody

/// The limits of what a browser hands over, one below, at, and one above each of them.
@Suite struct InputLimitTests {
    /// What a browser says, filled up to exactly so many bytes.
    private static func client(_ count: Int) -> [UInt8] {
        let start = #"{"type":"webauthn.get","challenge":"AwMD","origin":"https://dmp.example.fr","more":""#
        return Array((start + String(repeating: "x", count: count - start.utf8.count - 2) + "\"}").utf8)
    }

    @Test(arguments: [-1, 0, 1]) func whatABrowserSaysIsMeasured(step: Int) {
        let bytes = Self.client(ClientData.limit + step)
        #expect(bytes.count == ClientData.limit + step)
        #expect(((try? ClientData(bytes, expecting: .get)) != nil) == (step <= 0))
    }

    @Test(arguments: [-1, 0, 1]) func whatAnAuthenticatorSaysIsMeasured(step: Int) {
        // With extensions, which may be as long as they like within the whole.
        let head = [UInt8](repeating: 1, count: 32) + [0x85, 0, 0, 0, 1]
        let bytes = head + [UInt8](repeating: 0xA0, count: AuthenticatorData.limit + step - head.count)
        #expect(((try? AuthenticatorData(bytes)) != nil) == (step <= 0))
    }

    @Test(arguments: [-1, 0, 1]) func theNameOfACredentialIsMeasuredAtBothEnds(step: Int) {
        func isRead(_ length: Int) -> Bool {
            let head = [UInt8](repeating: 1, count: 32) + [0x45, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 16)
            let size = [UInt8(length >> 8), UInt8(length & 0xFF)]
            return (try? AuthenticatorData(head + size + [UInt8](repeating: 7, count: length) + [0xA5])) != nil
        }
        let lengths = AuthenticatorData.credentialLengths
        #expect(isRead(lengths.lowerBound + step) == (step >= 0))
        #expect(isRead(lengths.upperBound + step) == (step <= 0))
    }

    /// A longer name is cut, and one key more than there may be is not taken.
    @Test func namesOfKeysAndTheirNumberAreMeasured() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        let admission = try await house.holder(custodian, try await house.session(custodian, person))
        for step in 0..<Custodian.passkeyLimit {
            let offer = try await custodian.beginPasskey(admission)
            var new = Authenticator().made(offer.challenge)
            new.name = String(repeating: "é", count: Custodian.passkeyNameLimit - 1 + step)
            try await custodian.addPasskey(new, admission)
        }
        let names = try await custodian.passkeys(of: person.record).map(\.kept.name.count)
        #expect(names.count == Custodian.passkeyLimit)
        #expect(names.min() == Custodian.passkeyNameLimit - 1 && names.max() == Custodian.passkeyNameLimit)
        await #expect(throws: CustodyError.self) { _ = try await custodian.beginPasskey(admission) }
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func secretsAreMeasured(step: Int) throws {
        let (traits, ins) = (try People.traits(), try People.ins(1))
        func weakness(_ text: String) -> SecretWeakness? { SecretRule.weakness(of: text, traits: traits, ins: ins) }
        func words(_ count: Int) -> String { "zebre violet quatre nuages ".cycled(to: count) }
        #expect(weakness(words(SecretRule.minimumLength + step)) == (step < 0 ? .tooShort : nil))
        #expect(weakness(words(SecretRule.maximumLength + step)) == (step > 0 ? .tooLong : nil))
        let digits = "8306154297".cycled(to: SecretRule.minimumDigits + step)
        #expect(weakness(digits) == (step < 0 ? .digitsOnly : nil))
    }

    /// A name counts with its accents and without them, in one go and in parts.
    @Test(arguments: [
        "Inês Da Costa 2003", "inesdacosta2003", "INES-COSTA-1234", "Ines Costa 99 99", "Costa Costa Inês",
    ])
    func aCompoundOrAccentedNameIsNoSecret(text: String) throws {
        let traits = PatientTraits(
            birthFamilyName: "Da Costa",
            birthGivenNames: ["Inês"],
            birthDate: try #require(CalendarDate(year: 2003, month: 2, day: 1)),
            sex: .female
        )
        let ins = try People.ins(1)
        #expect(SecretRule.weakness(of: text, traits: traits, ins: ins) == .personal)
        #expect(SecretRule.weakness(of: "Ines aime les zèbres violets", traits: traits, ins: ins) == nil)
    }
}

extension String {
    /// The same characters over and over, so many of them.
    fileprivate func cycled(to count: Int) -> String {
        String((0..<count).compactMap { self.dropFirst($0 % self.count).first })
    }
}

import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// An application that shows codes, beside SMS and e-mail (identity and experience § 2.6, channels; page 27).
@Suite struct CodeAppTests {
    private func code(_ offer: CodeAppOffer, _ house: House, steps: Int64 = 0) throws -> String {
        TimeCode.code(try secret(offer), step: TimeCode.step(at: house.now) + steps)
    }

    private func secret(_ offer: CodeAppOffer) throws -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, held, count) = ([UInt8](), UInt32(0), 0)
        for character in offer.secret where character != " " {
            held = held << 5 | UInt32(try #require(alphabet.firstIndex(of: character)))
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(held >> UInt32(count) & 0xFF))
            }
        }
        return bytes
    }

    private func codesSent(_ house: House) -> Int {
        house.notices.filter { if case .oneTimeCode = $0.notice { true } else { false } }.count
    }

    /// The application in use of somebody signed in.
    private func held(_ house: House, _ custodian: Custodian, _ person: Person) async throws -> CodeAppOffer {
        let admission = try await house.holder(custodian, try await house.session(custodian, person))
        let offer = try await custodian.offerCodeApp(admission)
        try await custodian.confirmCodeApp(code: try code(offer, house), admission)
        house.pass(30)
        return offer
    }

    @Test func itCountsOnlyAfterACodeOfItCameBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let admission = try await house.holder(custodian, try await house.session(custodian, person))
        let offer = try await custodian.offerCodeApp(admission)
        #expect(offer.uri.contains("secret=" + offer.secret.filter { $0 != " " }) && !offer.uri.contains("17005"))
        #expect(try await custodian.signInMeans(admission).codeAppSince == nil)
        let before = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: .app
        )
        #expect(before.channel == .sms && !before.alternatives.contains(.app))
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.confirmCodeApp(code: try code(offer, house, steps: 5), admission)
        }
        try await custodian.confirmCodeApp(code: try code(offer, house), admission)
        #expect(try await custodian.signInMeans(admission).codeAppSince == house.now)
        // Traced without its secret, and told.
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .changeAccess && last.details["changed"] == "codeApp")
        #expect(try await house.news.contains { if case .accessChanged = $0.notice { true } else { false } })
        try custodian.close()
    }

    /// Ten minutes, and at their end nothing waits any more.
    @Test(arguments: [-1, 0, 1]) func nothingIsConfirmedAfterTenMinutes(step: Int64) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        let offer = try await custodian.offerCodeApp(try await house.holder(custodian, token))
        house.pass(Custodian.codeAppWait + step)
        let admission = try await house.holder(custodian, token)
        let typed = try code(offer, house)
        if step < 0 {
            try await custodian.confirmCodeApp(code: typed, admission)
        } else {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.confirmCodeApp(code: typed, admission)
            }
        }
        try custodian.close()
    }

    @Test func itSignsInWithoutAMessageAndEachCodeOnce() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let offer = try await held(house, custodian, person)
        let sent = codesSent(house)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        #expect(challenge.channel == .app && challenge.alternatives == [.sms, .email])
        #expect(challenge.maskedDestination.isEmpty && codesSent(house) == sent)
        let typed = try code(offer, house)
        _ = try await custodian.completeSignIn(token: challenge.token, code: typed)
        // Not in another sign-in, though its thirty seconds have not passed.
        let next = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: next.token, code: typed)
        }
        house.pass(30)
        _ = try await custodian.completeSignIn(token: next.token, code: try code(offer, house))
        try custodian.close()
    }

    /// Three tries a sign-in, as for codes that are sent, and waits after several.
    @Test func guessingIsCounted() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let offer = try await held(house, custodian, person)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        for _ in 0..<3 {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeSignIn(token: challenge.token, code: try code(offer, house, steps: 9))
            }
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: challenge.token, code: try code(offer, house))
        }
        for _ in 0..<4 {
            _ = try await custodian.beginSignIn(
                identifier: .matricule(person.ins),
                secret: House.secret,
                preferring: nil
            )
        }
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 31)) {
            try await custodian.beginSignIn(identifier: .matricule(person.ins), secret: House.secret, preferring: nil)
        }
        try custodian.close()
    }

    @Test func whoeverLostItTakesAnotherWayAtOnce() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        _ = try await held(house, custodian, person)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let other = try await custodian.resendCode(token: challenge.token, by: .email)
        #expect(other.channel == .email && other.alternatives == [.app, .sms])
        _ = try await custodian.completeSignIn(token: challenge.token, code: try house.lastCode())
        try custodian.close()
    }

    @Test func anotherOneTakesItsPlaceOnlyWhenConfirmed() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let first = try await held(house, custodian, person)
        let admission = try await house.holder(custodian, try await signIn(house, custodian, person, first))
        let second = try await custodian.offerCodeApp(admission)
        house.pass(30)
        let between = try await house.holder(custodian, try await signIn(house, custodian, person, first))
        house.pass(30)
        try await custodian.confirmCodeApp(code: try code(second, house), between)
        house.pass(30)
        await #expect(throws: CustodyError.notAccepted) { try await signIn(house, custodian, person, first) }
        _ = try await signIn(house, custodian, person, second)
        try custodian.close()
    }

    @Test func takenAwayItServesNoMore() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let offer = try await held(house, custodian, person)
        let admission = try await house.holder(custodian, try await signIn(house, custodian, person, offer))
        try await custodian.removeCodeApp(admission)
        await #expect(throws: CustodyError.conflict("codeApp")) { try await custodian.removeCodeApp(admission) }
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: .app
        )
        #expect(challenge.channel == .sms)
        try custodian.close()
    }

    @Test func itsSecretIsNowhereInTheClear() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let offer = try await held(house, custodian, person)
        let secret = try secret(offer)
        try custodian.close()
        for file in try FileManager.default.contentsOfDirectory(atPath: house.folder) where file.contains("sqlite") {
            let bytes = try #require(FileManager.default.contents(atPath: house.folder + "/" + file))
            #expect(bytes.range(of: Data(secret)) == nil)
            #expect(bytes.range(of: Data(offer.secret.filter { $0 != " " }.utf8)) == nil)
            #expect(bytes.range(of: Data(Data(secret).base64EncodedString().utf8)) == nil)
        }
    }

    private func signIn(
        _ house: House,
        _ custodian: Custodian,
        _ person: Person,
        _ offer: CodeAppOffer
    ) async throws -> String {
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: .app
        )
        return try await custodian.completeSignIn(token: challenge.token, code: try code(offer, house)).text
    }
}

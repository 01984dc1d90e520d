import Crypto
import Foundation
import FuzzSeeds
import Testing

@testable import Custody

/// Each part of what a browser hands over, bent once: the answer that WebAuthn § 7.1 and § 7.2 give it.
@Suite struct PasskeyCheckTests {
    private let challenge = [UInt8](repeating: 3, count: 32)

    private func party() throws -> PasskeyCheck {
        PasskeyCheck(party: try #require(RelyingParty(origin: Authenticator.origin)))
    }

    private func fault(_ new: NewPasskey) throws -> PasskeyFault? {
        let check = try party()
        do throws(PasskeyFault) {
            let client = try ClientData(new.clientData, expecting: .create)
            guard client.challenge == challenge else { return .wrongChallenge }
            _ = try check.made(new, client: client)
            return nil
        } catch {
            return error
        }
    }

    private func fault(_ answer: PasskeyAnswer, _ one: Authenticator, kept: UInt32 = 0) throws -> PasskeyFault? {
        let check = try party()
        do throws(PasskeyFault) {
            let client = try ClientData(answer.clientData, expecting: .get)
            guard client.challenge == challenge else { return .wrongChallenge }
            let key = try PasskeyKey(kept: Array(one.key.publicKey.x963Representation))
            _ = try check.answered(answer, client: client, by: key, counter: kept)
            return nil
        } catch {
            return error
        }
    }

    @Test func theStraightOnesCount() throws {
        var one = Authenticator()
        #expect(try fault(one.made(challenge)) == nil)
        #expect(try fault(try one.answer(challenge), one) == nil)
        // Backed up, and with extensions that nobody reads.
        one.flags = 0x1D
        #expect(try fault(try one.answer(challenge), one) == nil)
        let extended = try one.signed(one.client("webauthn.get", challenge), one.data(0x85, [0xA0]))
        #expect(try fault(extended, one) == nil)
        // Members that are not known are left alone (§ 5.8.1.2).
        let more = one.client("webauthn.get", challenge, more: #","other_keys_can_be_added_here":"do not compare"}"#)
        #expect(try fault(try one.signed(more.dropLast(), one.data(0x05)), one) == nil)
    }

    @Test func whatTheBrowserSaysIsHeldAgainstWhatWasAsked() throws {
        let one = Authenticator()
        func answer(_ client: [UInt8]) throws -> PasskeyFault? {
            try fault(try one.signed(client, one.data(0x05)), one, kept: 0)
        }
        #expect(try answer(one.client("webauthn.create", challenge)) == .wrongType)
        #expect(try answer(one.client("webauthn.get", [1, 2, 3])) == .wrongChallenge)
        #expect(try answer(one.client("webauthn.get", challenge, more: #","crossOrigin":true"#)) == .framed)
        #expect(
            try answer(one.client("webauthn.get", challenge, more: #","topOrigin":"https://a.example""#)) == .framed
        )
        #expect(try answer(one.client("webauthn.get", challenge, more: #","crossOrigin":1"#)) == .malformed)
        // A name twice: no reading of it is the right one.
        #expect(
            try answer(one.client("webauthn.get", challenge, more: #","origin":"https://dmp.example.fr""#))
                == .malformed
        )
        #expect(try answer([]) == .malformed)
        #expect(try answer(Array("[]".utf8)) == .malformed)
        #expect(try answer([UInt8](repeating: 0x5B, count: 4096)) == .malformed)
        #expect(try answer([UInt8](repeating: 0x20, count: 5000)) == .malformed)
        let filled = Array(
            #"{"type":"webauthn.get","challenge":"AwM=","origin":"https://dmp.example.fr"}"#.utf8
        )
        #expect(try answer(filled) == .malformed)
        for origin in [
            "https://dmp.example.fr.evil.example", "https://dmp.example.fr:444", "http://dmp.example.fr",
            "https://DMP.example.fr", "",
        ] {
            var elsewhere = one
            elsewhere.origin = origin
            #expect(try answer(elsewhere.client("webauthn.get", challenge)) == .wrongOrigin, "\(origin)")
        }
    }

    @Test func whatTheAuthenticatorSaysIsHeldAgainstWhatIsNeeded() throws {
        var one = Authenticator()
        let client = one.client("webauthn.get", challenge)
        func answer(_ data: [UInt8]) throws -> PasskeyFault? { try fault(try one.signed(client, data), one) }
        #expect(try answer(one.data(0x04)) == .absent)
        #expect(try answer(one.data(0x01)) == .unverified)
        #expect(try answer(one.data(0x15)) == .wrongFlags)
        #expect(try answer(one.data(0x07)) == .wrongFlags)
        #expect(try answer(one.data(0x05, [0xA0])) == .malformed)
        #expect(try answer(one.data(0x85)) == .malformed)
        #expect(try answer(one.data(0x45)) == .malformed)
        #expect(try answer(one.data(0x05).dropLast()) == .malformed)
        #expect(try answer([]) == .malformed)
        #expect(try answer([UInt8](repeating: 5, count: 5000)) == .malformed)
        one.relyingParty = "evil.example"
        #expect(try answer(one.data(0x05)) == .wrongParty)
    }

    @Test func aSignatureIsOfThisKeyOverTheseBytes() throws {
        var one = Authenticator()
        let answer = try one.answer(challenge)
        var bent = answer
        bent.signature = try Authenticator().signed(answer.clientData, answer.authenticatorData).signature
        #expect(try fault(bent, one) == .wrongSignature)
        bent.signature = []
        #expect(try fault(bent, one) == .wrongSignature)
        bent.signature = [UInt8](repeating: 0x30, count: 400)
        #expect(try fault(bent, one) == .wrongSignature)
        bent = answer
        bent.authenticatorData[36] ^= 1
        #expect(try fault(bent, one) == .wrongSignature)
        #expect(try fault(answer, one, kept: 1) == .copied)
        #expect(try fault(answer, one, kept: .max) == .copied)
    }

    @Test func aKeyIsTheOneThatTheAuthenticatorMade() throws {
        let one = Authenticator()
        var new = one.made(challenge)
        new.publicKey = Array(Authenticator().key.publicKey.derRepresentation)
        #expect(try fault(new) == .wrongKey)
        new.publicKey = Array(P384.Signing.PrivateKey().publicKey.derRepresentation)
        #expect(try fault(new) == .wrongKey)
        new.publicKey = Array(Curve25519.Signing.PrivateKey().publicKey.rawRepresentation)
        #expect(try fault(new) == .wrongKey)
        new.publicKey = []
        #expect(try fault(new) == .wrongKey)
        new = one.made(challenge)
        new.credential[0] ^= 1
        #expect(try fault(new) == .malformed)
        new = one.made(challenge)
        new.authenticatorData = one.data(0x05)
        #expect(try fault(new) == .malformed)
        // The length of the name reaches beyond the end, or is nought.
        for length: [UInt8] in [[0xFF, 0xFF], [0, 0], [4, 0]] {
            new = one.made(challenge)
            new.authenticatorData.replaceSubrange(53..<55, with: length)
            #expect(try fault(new) == .malformed)
        }
    }

    /// The longest key and the longest signature that there are count.
    @Test func theLongestCount() throws {
        var one = Authenticator()
        let new = one.made(challenge)
        #expect(new.publicKey.count == PasskeyKey.mostInfo)
        #expect(try fault(new) == nil)
        // One in four is the longest: both its numbers begin with a set bit.
        var answer = try one.answer(challenge)
        for _ in 0..<400 where answer.signature.count < PasskeyKey.mostSignature { answer = try one.answer(challenge) }
        #expect(answer.signature.count == PasskeyKey.mostSignature)
        #expect(try fault(answer, one) == nil)
    }

    /// With a byte more neither is read at all: the reader here takes anything for the right one.
    @Test(arguments: [-1, 0, 1]) func keysAndSignaturesAreMeasuredBeforeTheyAreRead(step: Int) throws {
        let (one, bytes) = (Authenticator(), [UInt8](repeating: 7, count: 40))
        let info = [UInt8](repeating: 0x30, count: PasskeyKey.mostInfo + step)
        let key = try? PasskeyKey(info, madeAs: one.cose[...]) { _ in one.key.publicKey }
        #expect((key != nil) == (step <= 0))
        let signature = [UInt8](repeating: 0x30, count: PasskeyKey.mostSignature + step)
        let right = try one.key.signature(for: bytes)
        let kept = try PasskeyKey(kept: Array(one.key.publicKey.x963Representation))
        #expect(kept.isSigned(bytes, by: signature) { _ in right } == (step <= 0))
    }

    /// Whatever byte is changed, cut or added: nothing that was bent counts, and nothing falls over.
    @Test(arguments: 0..<4) func nothingBentCounts(seed: Int) throws {
        var chance = SplitMix64(seed: FuzzSeed.of(UInt64(seed) &+ 77))
        var one = Authenticator()
        let (new, answer) = (one.made(challenge), try one.answer(challenge))
        func bend(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0...(chance.next() % 3) {
                let place = bytes.isEmpty ? 0 : Int(chance.next() % UInt64(bytes.count))
                switch chance.next() % 4 {
                case 0 where !bytes.isEmpty: bytes[place] ^= UInt8(truncatingIfNeeded: chance.next() | 1)
                case 1 where !bytes.isEmpty: bytes.remove(at: place)
                case 2: bytes.insert(UInt8(truncatingIfNeeded: chance.next()), at: place)
                default: bytes = Array(bytes.prefix(place))
                }
            }
            return bytes
        }
        for _ in 0..<2000 {
            var (bentAnswer, bentNew) = (answer, new)
            switch chance.next() % 3 {
            case 0: bentAnswer.clientData = bend(answer.clientData)
            case 1: bentAnswer.authenticatorData = bend(answer.authenticatorData)
            default: bentAnswer.signature = bend(answer.signature)
            }
            if bentAnswer != answer { #expect(try fault(bentAnswer, one) != nil) }
            switch chance.next() % 3 {
            case 0: bentNew.authenticatorData = bend(new.authenticatorData)
            case 1: bentNew.publicKey = bend(new.publicKey)
            default: bentNew.clientData = bend(new.clientData)
            }
            // Nothing is signed when a key is made: what may differ is what is not asked for (the model, the counter).
            _ = try fault(bentNew)
        }
    }
}

import FuzzSeeds
import Testing
import X509

@testable import Credentials

@Suite struct DecodedNameTests {
    let subject: DecodedName

    init() throws {
        let world = try World.fast.get()
        subject = try CareCertificate(der: world.physician.signature.der).subject
    }

    /// Spellings of one name that different toolkits write.
    @Test(arguments: [
        "CN=899700000013+SN=ESSAI+GN=MAX,T=Médecin,C=FR",
        "GN=MAX+CN=899700000013+SN=ESSAI, title=Médecin, C=FR",
        "givenName=MAX + surname=ESSAI + cn=899700000013 ; T=\"Médecin\" ; c=fr",
        "C=FR,T=Médecin,CN=899700000013+SN=ESSAI+GN=MAX",
        "2.5.4.3=899700000013+2.5.4.4=#0c054553534149+OID.2.5.4.42=#13034D4158,2.5.4.12=M\\C3\\A9decin,C=FR",
        "CN=899700000013+SN=\\45SSAI+GN=MAX,T=M\\C3\\A9decin,C=FR",
    ])
    func spellingsOfOneNameAreTheSame(_ text: String) throws {
        let name = try #require(DecodedName(text: text))
        #expect(name.matches(subject))
    }

    @Test(arguments: [
        "CN=899700000021+SN=ESSAI+GN=MAX,T=Médecin,C=FR",
        "CN=899700000013+SN=ESSAI,T=Médecin,C=FR",
        "CN=899700000013,SN=ESSAI,GN=MAX,T=Médecin,C=FR",
        "CN=899700000013+SN=ESSAI+GN=MAX,T=Médecin",
        "CN=899700000013+SN=ESSAI+GN=MAX\\,T=Médecin,C=FR",
        "T=Médecin,CN=899700000013+SN=ESSAI+GN=MAX,C=FR",
    ])
    func otherNamesDiffer(_ text: String) throws {
        #expect(DecodedName(text: text)?.matches(subject) != true)
    }

    @Test(arguments: ["", "CN", "=x", "FOO=x", "CN=x\\", "CN=#zz", "CN=#0c", "CN=#0cff41", "1=2", "CN=a,,C=FR"])
    func malformedNamesAreNone(_ text: String) { #expect(DecodedName(text: text) == nil) }

    @Test(arguments: [(-1, true), (0, true), (1, false)]) func lengthIsBounded(step: Int, isRead: Bool) {
        let text = "CN=" + String(repeating: "a", count: DecodedName.maximumLength - 3 + step)
        #expect((DecodedName(text: text) != nil) == isRead)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)]) func lengthOfATypeIsBounded(step: Int, isRead: Bool) {
        let type = "2." + String(repeating: "5", count: AttributeType.maximumLength - 2 + step)
        #expect((DecodedName(text: type + "=x") != nil) == isRead)
    }

    @Test func oldStringsAreDecoded() {
        #expect(DirectoryText.decode(der: [0x14, 0x03, 0x4D, 0xE9, 0x64]) == "Méd")
        #expect(DirectoryText.decode(der: [0x1E, 0x02, 0x00, 0xE9]) == "é")
        #expect(DirectoryText.decode(der: [0x0C, 0x81, 0x01, 0x41]) == "A")
        #expect(DirectoryText.decode(der: [0x02, 0x01, 0x41]) == nil)
        #expect(DirectoryText.decode(der: [0x0C, 0x02, 0xC3, 0x28]) == nil)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func mutatedTextsNeverTrap(_ seed: UInt64) {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let text = Array("CN=899700000013+SN=#0c054553534149+GN=\"MAX\",T=M\\C3\\A9decin,C=FR".utf8)
        _ = DecodedName(text: String(decoding: random.mutated(text), as: UTF8.self))
    }
}

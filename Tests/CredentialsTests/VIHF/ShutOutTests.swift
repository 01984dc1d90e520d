import DMPWire
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

/// The software's door knows care actors alone: a service, or another country's contact point, is none of them
/// (access and life cycle § 1.2, § 6; CSP L1111-22, R1111-32).
@Suite struct ShutOutTests {
    let world: World

    init() throws { world = try World.fast.get() }

    /// A server's certificate neither connects nor signs, whatever the assertion says.
    @Test func theCertificateOfAServiceNeitherConnectsNorSigns() async throws {
        var draft = try Draft.indirect(world)
        draft.peer = world.server
        #expect(try await draft.verify(world).refusal == .connectionCertificate(.wrongUse(.server)))
        draft = try Draft.indirect(world)
        draft.signer = world.server
        draft.vihf.issuer = world.server.subjectText
        #expect(try await draft.verify(world).refusal == .signatureCertificate(.wrongUse(.server)))
    }

    /// Another country's authority is none of ours: neither connection nor signature is believed.
    @Test func anotherCountrysAuthorityIsNotBelieved() async throws {
        var abroad = try SamplePKI(keys: .p256, validFrom: World.start)
        let hospital = try abroad.issueStructure(try World.structure(World.hospitalID))
        var draft = try Draft.indirect(world)
        draft.peer = hospital.authentication
        #expect(try await draft.verify(world).refusal?.subcode == "DMPInvalidCertificate")
        draft = try Draft.indirect(world)
        draft.signer = hospital.signature
        draft.vihf.issuer = hospital.signature.subjectText
        #expect(try await draft.verify(world).refusal?.subcode == "DMPInvalidCertificate")
    }

    /// A purpose that is none of the three of this wire is no assertion.
    @Test(arguments: ["TREATMENT", "EMERGENCY", "NCPEH", "PATRQT"])
    func anotherPurposeIsNoAssertion(purpose: String) async throws {
        let draft = try Draft.indirect(world)
        let text = String(decoding: try draft.signed(), as: UTF8.self)
        let changed = text.replacing("code=\"normal\"", with: "code=\"\(purpose)\"")
        #expect(changed != text)
        let document = try XMLDocument(parsing: Array(changed.utf8), limits: .soapEnvelope)
        #expect(throws: VIHFError(VIHFAttribute.purpose.rawValue, .unknownValue)) {
            _ = try VIHF(document.root)
        }
    }
}

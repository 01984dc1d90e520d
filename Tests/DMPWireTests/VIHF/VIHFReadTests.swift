import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

@testable import DMPWire

@Suite struct VIHFReadTests {
    static func sample() throws -> VIHF {
        let nir = try #require(NIR(body: "2990175123456"))
        var vihf = VIHF(
            id: "_1",
            issueInstant: Instant(milliseconds: 1_775_030_400_123),
            issuer: "CN=1,C=FR",
            nameID: "899700000013",
            authenticatedAt: Instant(milliseconds: 1_775_030_400_000),
            authenticationClass: "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
            mode: .direct,
            structure: try #require(StructureID("10B0057881")),
            sector: Code("SA07", CodeSystem.sector),
            subject: "Max & <Essai>",
            roles: [Code("10", CodeSystem.profession, label: "Médecin"), Code("SM26", CodeSystem.specialty)],
            patient: INS(nir, root: .test),
            software: VIHF.Software(name: "L", version: "1", id: "1.2", homologation: "H")
        )
        vihf.notBefore = Instant(milliseconds: 1_775_030_000_000)
        vihf.notOnOrAfter = Instant(milliseconds: 1_775_031_000_000)
        vihf.audiences = [["urn:a", "urn:b"]]
        vihf.purpose = .breakGlass(reason: "inconscient")
        vihf.connection = .secret
        vihf.tier = Code("APPPRIP3", "1.2.250.1.213.1.5.1.1.1")
        vihf.authenticationDeclaration = "APP"
        return vihf
    }

    static func read(_ text: String) throws -> VIHF {
        try VIHF(XMLDocument(parsing: Array(text.utf8), limits: .xmlFragment).root)
    }

    static func text(_ vihf: VIHF) -> String { String(decoding: vihf.written(signature: nil), as: UTF8.self) }

    @Test func whatIsWrittenIsReadBack() throws {
        let vihf = try Self.sample()
        #expect(try Self.read(Self.text(vihf)) == vihf)
    }

    @Test func theLeastIsReadBack() throws {
        var vihf = try Self.sample()
        vihf.patient = nil
        vihf.notBefore = nil
        vihf.notOnOrAfter = nil
        vihf.audiences = []
        vihf.purpose = .normal
        vihf.connection = .ordinary
        vihf.tier = nil
        vihf.authenticationDeclaration = nil
        vihf.software.version = nil
        vihf.software.id = nil
        #expect(try Self.read(Self.text(vihf)) == vihf)
    }

    /// What the published texts disagree on.
    @Test(arguments: [
        ("Authentification_mode", "Authentification_Mode"), ("VIHF_Version", "vihf_version"), ("LPS_Nom", "lps_nom"),
        ("1.2.250.1.213.1.1.4.248", "1.2.250.1.213.1.1.4.336"), (" codeSystemName=\"mode acces VIHF 2.0\"", ""),
        (" xsi:type=\"xs:string\"", ""), ("saml2:", "saml:"),
        (">899700000013<", ">\n  899700000013\n<"), ("T08:00:00.000Z", "T08:00:00Z"),
        ("T08:00:00.000Z", "T10:00:00+02:00"),
        // The patient, as metadata may write him too (interop § 4.1).
        ("^NH<", "^NH^^20210604092415<"), ("&amp;ISO^NH<", "&amp;iso^NH<"), ("^NH<", "<"), ("^NH<", "^<"),
        ("^^^&amp;1.2.250.1.213.1.4.10", "^^^INS&amp;1.2.250.1.213.1.4.10"),
        ("^^^&amp;1.2.250.1.213.1.4.10&amp;ISO", "^^^1.2.250.1.213.1.4.10"), ("^^^&amp;", "^5^M10^&amp;"),
    ])
    func toleratedSpellingsAreReadTheSame(_ from: String, _ to: String) throws {
        let vihf = try Self.sample()
        var text = Self.text(vihf)
        #expect(text.contains(from))
        text = text.replacing(from, with: to)
        if to == "saml:" { text = text.replacing("xmlns:saml2=", with: "xmlns:saml=") }
        #expect(try Self.read(text) == vihf)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func attributesEndAtTheirNumber(_ beyond: Int, _ isRead: Bool) throws {
        let text = Self.text(try Self.sample())
        let end = "</saml2:AttributeStatement>"
        let known = text.ranges(of: "<saml2:Attribute ").count
        let more = (0..<VIHFAttributes.maximumCount - known + beyond).map { "<saml2:Attribute Name=\"autre\($0)\"/>" }
        let full = text.replacing(end, with: more.joined() + end)
        if isRead {
            #expect(try Self.read(full) == Self.sample())
        } else {
            #expect(throws: VIHFError("Attribute", .repeated)) { try Self.read(full) }
        }
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func aValueEndsAtItsLength(_ beyond: Int, _ isRead: Bool) throws {
        var vihf = try Self.sample()
        vihf.subject = String(repeating: "x", count: VIHFAttributes.maximumLength + beyond)
        let text = Self.text(vihf)
        if isRead {
            #expect(try Self.read(text) == vihf)
        } else {
            #expect(throws: VIHFError(VIHFAttribute.subject.rawValue, .malformed)) { try Self.read(text) }
        }
    }

    @Test func bothVersionsAreRead() throws {
        let text = Self.text(try Self.sample())
        #expect(text.contains(">3.0<"))
        #expect(try Self.read(text.replacing(">3.0<", with: ">4.0<")).version == .v4)
    }

    /// Each changed part is refused under its own name.
    static let rejects: [(String, String, VIHFError)] = [
        (">3.0<", ">2.0<", VIHFError("VIHF_Version", .unknownValue)),
        (" Version=\"2.0\"", " Version=\"1.1\"", VIHFError("Assertion/@Version", .unknownValue)),
        (" ID=\"_1\"", "", VIHFError("Assertion/@ID", .missing)),
        ("2026-04-01T08:00:00.123Z", "2026-04-01T08:00:00.123", VIHFError("Assertion/@IssueInstant", .malformed)),
        ("2026-04-01T08:00:00.123Z", "2026-02-30T08:00:00Z", VIHFError("Assertion/@IssueInstant", .malformed)),
        ("X509SubjectName", "unspecified", VIHFError("Issuer/@Format", .unknownValue)),
        (">DIRECTE<", ">AUTRE<", VIHFError("Authentification_mode", .unknownValue)),
        (">10B0057881<", ">10B005788<", VIHFError("Identifiant_Structure", .malformed)),
        (">10B0057881<", "><", VIHFError("Identifiant_Structure", .missing)),
        (">10B0057881<", "><b>10B0057881</b><", VIHFError("Identifiant_Structure", .malformed)),
        ("^1.2.250.1.71.4.2.4", "", VIHFError("Secteur_Activite", .malformed)),
        (">urn:dmp<", ">urn:DMP<", VIHFError("Ressource_URN", .unknownValue)),
        ("^NH<", "^PI<", VIHFError(VIHFAttribute.patient.rawValue, .malformed)),
        ("&amp;ISO", "&amp;UUID", VIHFError(VIHFAttribute.patient.rawValue, .malformed)),
        ("4.10&amp;", "4.12&amp;", VIHFError(VIHFAttribute.patient.rawValue, .malformed)),
        ("^^^&amp;1.2.250", "^^^^&amp;1.2.250", VIHFError(VIHFAttribute.patient.rawValue, .malformed)),
        ("&amp;ISO^NH<", "&amp;ISO&amp;ISO^NH<", VIHFError(VIHFAttribute.patient.rawValue, .malformed)),
        ("^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH<", "<", VIHFError(VIHFAttribute.patient.rawValue, .malformed)),
        ("bris_de_glace", "urgence", VIHFError(VIHFAttribute.purpose.rawValue, .unknownValue)),
        ("1.2.250.1.213.1.1.4.248", "1.2.3", VIHFError(VIHFAttribute.purpose.rawValue, .unknownValue)),
        (
            "<PurposeOfUse xmlns=\"urn:hl7-org:v3\"", "<PurposeOfUse",
            VIHFError(VIHFAttribute.purpose.rawValue, .malformed)
        ),
        ("code=\"10\"", "", VIHFError(VIHFAttribute.role.rawValue, .malformed)),
        (
            "INVISIBLE_REPRESENTANTS_LEGAUX", "MASQUE_PS",
            VIHFError(VIHFAttribute.confidentiality.rawValue, .unknownValue)
        ),
        ("\"LPS_Version\"", "\"LPS_NOM\"", VIHFError("LPS_Nom", .repeated)),
        ("\"LPS_Nom\"", "\"Autre\"", VIHFError("LPS_Nom", .missing)),
        ("\"LPS_ID_HOMOLOGATION_DMP\"", "\"Autre\"", VIHFError("LPS_ID_HOMOLOGATION_DMP", .missing)),
        ("\"Secteur_Activite\"", "\"Autre\"", VIHFError("Secteur_Activite", .missing)),
        (
            "<saml2:Subject>", "<saml2:Subject/><saml2:Subject>", VIHFError("Subject", .repeated)
        ),
        ("<saml2:Audience>urn:a</saml2:Audience>", "<saml2:Other/>", VIHFError("AudienceRestriction", .malformed)),
        ("AudienceRestriction>", "OneTimeUse>", VIHFError("Conditions", .unknownValue)),
        ("</saml2:Subject>", "</saml2:Subject><saml2:Advice/>", VIHFError("Assertion", .malformed)),
        ("<saml2:NameID>899700000013</saml2:NameID>", "", VIHFError("NameID", .missing)),
    ]

    /// Interop § 3.2: what is missing, said twice or in another form is refused under its own name.
    @Test(arguments: rejects.indices)
    func oneChangedPartIsRefusedByName(_ index: Int) throws {
        let (from, to, expected) = Self.rejects[index]
        let text = Self.text(try Self.sample())
        #expect(text.contains(from), "\(from)")
        #expect(throws: expected, "\(from) → \(to)") { try Self.read(text.replacing(from, with: to)) }
    }

    @Test func unknownAttributesAreIgnoredButNotTwice() throws {
        let vihf = try Self.sample()
        let extra = "<saml2:Attribute Name=\"Autre\"><saml2:AttributeValue>x</saml2:AttributeValue></saml2:Attribute>"
        let end = "</saml2:AttributeStatement>"
        let once = Self.text(vihf).replacing(end, with: extra + end)
        #expect(try Self.read(once) == vihf)
        #expect(throws: VIHFError("Attribute", .repeated)) { try Self.read(once.replacing(end, with: extra + end)) }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func mutatedAssertionsNeverTrap(_ seed: UInt64) throws {
        var random = AssertionMutator(seed: FuzzSeed.of(seed))
        var bytes = Array(Self.text(try Self.sample()).utf8)
        for _ in 0..<3 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            case 1: bytes.remove(at: place)
            default: bytes.insert(bytes[place], at: place)
            }
        }
        guard let document = try? XMLDocument(parsing: bytes, limits: .xmlFragment) else { return }
        _ = try? VIHF(document.root)
    }
}

private struct AssertionMutator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

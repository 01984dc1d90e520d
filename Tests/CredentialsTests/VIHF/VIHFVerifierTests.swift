import DMPWire
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

@Suite struct VIHFVerifierTests {
    let world: World

    init() throws { world = try World.fast.get() }

    /// Access and life cycle § 6, C13; TD0.1.
    @Test func aCardMakesAnActor() async throws {
        let draft = try Draft.direct(world)
        let verified = try await draft.verify(world).get()
        #expect(verified.actor.person?.text == World.physicianID)
        #expect(verified.actor.name == PersonName(family: "ESSAI", given: "MAX"))
        #expect(verified.actor.profession.matrixKey == "G15_10/SM26")
        #expect(verified.actor.structure.id.text == World.practiceID)
        #expect(verified.actor.holder == .professional)
        #expect(verified.actor.authentication == .direct)
        #expect(verified.isDirect)
        #expect(verified.mode == .normal)
        #expect(verified.patient == draft.patient)
        #expect(verified.connection == .ordinary)
        #expect(verified.software == draft.vihf.software)
        #expect(verified.strength == .current)
    }

    @Test func replayDataAreExposed() async throws {
        let draft = try Draft.direct(world)
        let verified = try await draft.verify(world).get()
        #expect(verified.assertionID == draft.vihf.id)
        #expect(verified.issueInstant == draft.vihf.issueInstant)
        #expect(VerifiedAssertion.replayWindow > 2 * Freshness.profileTolerance)
    }

    @Test func theEvidenceVerifiesAgainByItself() async throws {
        let draft = try Draft.direct(world)
        let verified = try await draft.verify(world).get()
        let again = try await Draft.verify(
            verified.evidence,
            peer: draft.peer.der,
            patient: draft.patient,
            with: try world.assertions()
        )
        #expect(try again.get().actor == verified.actor)
    }

    @Test func theFieldsKeysMakeAnActor() async throws {
        let field = try World.field.get()
        #expect(try await Draft.direct(field).verify(field).get().isDirect)
        #expect(try await Draft.indirect(field).verify(field).get().actor.holder == .structure)
    }

    /// Interop § 3.2.
    @Test func aStructureVouchesForItsPeople() async throws {
        let verified = try await Draft.indirect(world).verify(world).get()
        #expect(verified.actor.person?.text == World.physicianID)
        #expect(verified.actor.name.spoken == "Max Essai")
        #expect(verified.actor.structure.name == "HOPITAL D'ESSAI")
        #expect(verified.actor.authentication == .indirect)
        let reinforced = try await Draft.indirect(world, .reinforcedIndirect).verify(world).get()
        #expect(reinforced.actor.authentication == .reinforcedIndirect)
    }

    @Test func reinforcedMayBeSignedByTheConnectionsCertificate() async throws {
        var draft = try Draft.indirect(world, .reinforcedIndirect)
        draft.signer = world.hospital.authentication
        draft.vihf.issuer = draft.signer.subjectText
        #expect(try await draft.verify(world).refusal == nil)
        draft.vihf.mode = .indirect
        #expect(
            try await draft.verify(world).refusal == .signatureCertificate(.wrongUse(.structureAuthentication))
        )
    }

    @Test func anAutomatonNamesNobody() async throws {
        var draft = try Draft.indirect(world)
        draft.vihf.nameID = "1.2.250.99"
        draft.vihf.roles = [Code("AUTOMATE", CodeSystem.nonProfession)]
        let actor = try await draft.verify(world).get().actor
        #expect(actor.person == nil)
        #expect(actor.subject == .structure(actor.structure.id))
        draft.vihf.mode = .reinforcedIndirect
        draft.vihf.authenticationDeclaration = "X"
        #expect(try await draft.verify(world).refusal == .nameMismatch)
    }

    @Test func anEmployeesCardActsInItsStructure() async throws {
        var draft = try Draft.direct(world, world.secretary, id: "30B0057881/CPET0002")
        draft.vihf.structure = try #require(StructureID(World.hospitalID))
        draft.vihf.roles = [Code("SECRETARIAT_MEDICAL", "1.2.250.1.213.1.6.1.50")]
        #expect(try await draft.verify(world).get().actor.holder == .employee)
        // Under the table of professions, which does not hold it, the secretary's role is what it says.
        draft.vihf.roles = [Code("SECRETARIAT_MEDICAL", CodeSystem.profession)]
        #expect(try await draft.verify(world).get().actor.profession.role.system == CodeSystem.nonProfession)
        draft.vihf.structure = try #require(StructureID(World.practiceID))
        #expect(try await draft.verify(world).refusal == .structureMismatch)
        draft.vihf.structure = try #require(StructureID(World.hospitalID))
        draft.vihf.roles = [Code("60", CodeSystem.profession)]
        #expect(try await draft.verify(world).refusal == .roleMismatch)
    }

    /// Access and life cycle § 1.2.
    @Test func aTraineeActsInTheProfessionLearnt() async throws {
        var draft = try Draft.direct(world, world.trainee, id: "899700000047")
        let actor = try await draft.verify(world).get().actor
        #expect(actor.holder == .trainee && actor.profession.matrixKey == "G15_10/SM26")
        draft.vihf.roles = [Code("60", CodeSystem.profession)]
        #expect(try await draft.verify(world).refusal == .roleMismatch)
    }

    /// One changed field, one refusal.
    static let changes: [(String, @Sendable (inout Draft) throws -> Void, VIHFRefusal)] = [
        ("name of another", { $0.vihf.nameID = "899700000021" }, .nameMismatch),
        ("issuer of another", { $0.vihf.issuer = "CN=899700000021,C=FR" }, .issuerMismatch),
        ("issuer of no name", { $0.vihf.issuer = "somebody" }, .issuerMismatch),
        ("another profession", { $0.vihf.roles = [Code("60", CodeSystem.profession)] }, .roleMismatch),
        ("no profession", { $0.vihf.roles = [Code("SECRETARIAT_MEDICAL", "1.2.3")] }, .roleMismatch),
        ("profession in training", { $0.vihf.roles[0] = Code("10", "1.2.250.1.71.1.2.8") }, .roleMismatch),
        ("another specialty", { $0.vihf.roles[1] = Code("SM54", CodeSystem.specialty) }, .specialtyMismatch),
        ("no specialty", { $0.vihf.roles.removeLast() }, .missingSpecialty),
        ("specialty first", { $0.vihf.roles.reverse() }, .unknownRole),
        ("two professions", { $0.vihf.roles[1] = Code("21", CodeSystem.profession) }, .unknownRole),
        ("three roles", { $0.vihf.roles.append(Code("X", "1.2.3")) }, .unknownRole),
        ("physician with a section", { $0.vihf.roles[1] = Code("A", "1.2.3") }, .unknownRole),
        ("indirect", { $0.vihf.mode = .indirect }, .modeMismatch),
        ("reinforced", { $0.vihf.mode = .reinforcedIndirect }, .modeMismatch),
        ("no patient", { $0.vihf.patient = nil }, .missingPatient),
        (
            "another patient",
            { $0.vihf.patient = NIR(body: "1990175123456").map { INS($0, root: .test) } }, .patientMismatch
        ),
        ("another root", { $0.vihf.patient = $0.vihf.patient.map { INS($0.matricule, root: .nir) } }, .patientMismatch),
        (
            "a real patient",
            {
                $0.vihf.patient = $0.vihf.patient.map { INS($0.matricule, root: .nir) }
                $0.patient = $0.vihf.patient
            }, .patientDomain
        ),
        ("no reason", { $0.vihf.purpose = .breakGlass(reason: "") }, .missingReason),
        (
            "resource of others", { $0.vihf.resource = "urn:other" },
            .malformed(VIHFError("Ressource_URN", .unknownValue))
        ),
        ("no role", { $0.vihf.roles = [] }, .malformed(VIHFError(VIHFAttribute.role.rawValue, .missing))),
        (
            "sector of another system", { $0.vihf.sector = Code("SA07", "1.2.3") },
            .malformed(VIHFError("Secteur_Activite", .unknownValue))
        ),
        ("no software", { $0.vihf.software.name = "" }, .malformed(VIHFError("LPS_Nom", .missing))),
        (
            "no homologation", { $0.vihf.software.homologation = "" },
            .malformed(VIHFError("LPS_ID_HOMOLOGATION_DMP", .missing))
        ),
    ]

    /// Interop § 3.2.
    @Test(arguments: changes.indices)
    func oneChangedFieldIsRefusedByName(_ index: Int) async throws {
        let (label, change, expected) = Self.changes[index]
        var draft = try Draft.direct(world)
        try change(&draft)
        #expect(try await draft.verify(world).refusal == expected, "\(label)")
    }

    @Test func swappedKeysOfACardAreRefused() async throws {
        var draft = try Draft.direct(world)
        draft.signer = world.physician.authentication
        let refusal = try await draft.verify(world).refusal
        #expect(refusal == .signatureCertificate(.wrongUse(.personAuthentication)))
        #expect(refusal?.subcode == "DMPInvalidCertificate")
        draft = try Draft.direct(world)
        draft.peer = world.physician.signature
        #expect(try await draft.verify(world).refusal == .connectionCertificate(.wrongUse(.personSignature)))
    }

    /// Interop § 3.6.
    @Test func otherHoldersAreRefused() async throws {
        var draft = try Draft.direct(world)
        draft.peer = world.otherPhysician.authentication
        #expect(try await draft.verify(world).refusal == .holdersDiffer)
        draft.peer = world.hospital.authentication
        #expect(try await draft.verify(world).refusal == .holdersDiffer)
        draft.peer = world.server
        #expect(try await draft.verify(world).refusal == .connectionCertificate(.wrongUse(.server)))
        draft = try Draft.indirect(world)
        draft.peer = world.otherHospital.authentication
        #expect(try await draft.verify(world).refusal == .holdersDiffer)
    }

    @Test func anotherCardOfTheSamePersonIsAnotherCard() async throws {
        var pki = world.pki
        let second = try pki.issueProfessional(try World.professional(World.physicianID))
        var draft = try Draft.direct(world)
        draft.peer = second.authentication
        #expect(try await draft.verify(world).refusal == .holdersDiffer)
    }

    @Test func aSealMayNotSpeakForACard() async throws {
        var draft = try Draft.direct(world)
        draft.signer = world.hospital.signature
        draft.vihf.issuer = draft.signer.subjectText
        draft.peer = world.hospital.authentication
        #expect(try await draft.verify(world).refusal == .modeMismatch)
    }

    /// Interop § 3.6.
    @Test func anotherStructureThanTheSealsIsRefused() async throws {
        var draft = try Draft.indirect(world)
        draft.vihf.structure = try #require(StructureID("10B0099999"))
        #expect(try await draft.verify(world).refusal == .structureMismatch)
    }

    @Test func reinforcedNeedsItsDeclaration() async throws {
        var draft = try Draft.indirect(world, .reinforcedIndirect)
        draft.vihf.authenticationDeclaration = nil
        #expect(try await draft.verify(world).refusal == .missingDeclaration)
    }

    @Test func revokedSignersAndConnectionsAreRefused() async throws {
        let draft = try Draft.direct(world)
        let signature = try world.assertions(lists: try world.lists(revoked: [world.physician.signature]))
        #expect(try await draft.verify(world, signature).refusal == .signatureCertificate(.revoked))
        let connection = try world.assertions(lists: try world.lists(revoked: [world.physician.authentication]))
        #expect(try await draft.verify(world, connection).refusal == .connectionCertificate(.revoked))
    }

    @Test func productionRefusesTestCards() async throws {
        let production = try world.assertions(domain: .production)
        #expect(try await Draft.direct(world).verify(world, production).refusal == .connectionCertificate(.wrongDomain))
    }

    /// Interop § 3.4.
    @Test func modesAndSecretsAreRead() async throws {
        var draft = try Draft.direct(world)
        draft.vihf.purpose = .breakGlass(reason: "inconscient")
        draft.vihf.connection = .secret
        draft.vihf.version = .v4
        let verified = try await draft.verify(world).get()
        #expect(verified.mode == .breakGlass(reason: "inconscient"))
        #expect(verified.connection == .secret)
        draft.vihf.purpose = .regulation
        #expect(try await draft.verify(world).get().mode == .regulation)
    }

    /// Interop § 3.3.
    @Test func rolesOutsideTheValueSetAreRefused() async throws {
        let verifier = VIHFVerifier(
            certificates: try world.verifier(),
            legacy: .refused,
            directory: .stated,
            roles: RoleSet { roles, now in roles.map(\.value) != ["10", "SM26"] && now == World.now },
            signatures: SignaturesInProcess()
        )
        #expect(try await Draft.direct(world).verify(world, verifier).refusal == .unknownRole)
    }

    @Test func aCallAboutNobodyNeedsNoPatient() async throws {
        var draft = try Draft.direct(world)
        draft.patient = nil
        draft.vihf.patient = nil
        #expect(try await draft.verify(world).get().patient == nil)
    }

    @Test func everyRefusalHasAPartAndASubcodeWithoutPersonalData() async throws {
        for (_, change, _) in Self.changes {
            var draft = try Draft.direct(world)
            try change(&draft)
            let refusal = try #require(try await draft.verify(world).refusal)
            let text = "\(refusal) \(refusal.part) \(refusal.subcode)"
            #expect(refusal.sentence.hasSuffix("."))
            #expect(!refusal.part.isEmpty && refusal.subcode.hasPrefix("DMP"))
            for secret in [World.physicianID, "ESSAI", "2990175123456", "Essai"] { #expect(!text.contains(secret)) }
        }
    }
}

import HealthRecord
import Testing

@testable import Credentials

/// A browser's card becomes a person with the situations of the directory (security design § 4.8, V8).
@Suite struct CardVerifierTests {
    let world: World

    init() throws { world = try World.fast.get() }

    private func directory(_ professionals: String) throws -> CareDirectory {
        let json = """
            {"structures": {"\(World.hospitalID)": {"name": "Hôpital", "sector": "SA01"},
              "\(World.practiceID)": {"name": "Cabinet", "sector": "SA07"},
              "10B0099999": {"name": "Fermé", "sector": "SA01", "closed": true}},
             "professionals": {\(professionals)}}
            """
        return try DirectoryTable(json: Array(json.utf8)).directory
    }

    private func cards(_ professionals: String, domain: IdentityDomain = .rehearsal) throws -> CardVerifier {
        CardVerifier(certificates: try world.verifier(domain: domain), directory: try directory(professionals))
    }

    private func refusal(_ credential: SampleCredential, _ cards: CardVerifier) async -> CardRefusal? {
        await error { () async throws(CardRefusal) in try await cards.holder(of: credential.der, at: World.now) }
    }

    @Test func eachActivePlaceIsASituation() async throws {
        let cards = try cards(
            #""\#(World.physicianID)": {"structures": ["\#(World.hospitalID)", "\#(World.practiceID)", "10B0099999"]}"#
        )
        let holder = try await cards.holder(of: world.physician.authentication.der, at: World.now)
        #expect(holder.situations.map(\.structure.name) == ["Hôpital", "Cabinet"])
        #expect(holder.situations.allSatisfy { $0.profession.specialty?.value == "SM26" })
        #expect(holder.situations.allSatisfy { $0.authentication == .direct && $0.holder == .professional })
    }

    /// The card's specialty stands; a directory that knows another one gives nothing more.
    @Test func theDirectoryDoesNotWidenACard() async throws {
        let cards = try cards(
            #""\#(World.physicianID)": {"structures": ["\#(World.practiceID)"], "professions": ["10/SM59", "21/A"]}"#
        )
        let holder = try await cards.holder(of: world.physician.authentication.der, at: World.now)
        #expect(holder.situations.map(\.profession.matrixKey) == ["G15_10/SM26"])
    }

    /// Access and life cycle § 1.2: the card says the training, the situation the profession learnt.
    @Test(arguments: ProfessionInTraining.allCases)
    func aTraineesCardActsInTheProfessionLearnt(training: ProfessionInTraining) async throws {
        var pki = world.pki
        var trainee = try World.professional("899700000047")
        trainee.kind = .inTraining
        trainee.specialties = []
        trainee.profession = try #require(Int(training.rawValue))
        let card = try pki.issueProfessional(trainee).authentication
        let cards = try cards(#""899700000047": {"structures": ["\#(World.hospitalID)"]}"#)
        let holder = try await cards.holder(of: card.der, at: World.now)
        #expect(holder.person.profession == Code(training.rawValue, CodeSystem.professionInTraining))
        #expect(holder.situations.map(\.profession) == [Profession(role: training.learnt)])
        #expect(holder.situations.allSatisfy { $0.holder == .trainee && $0.authentication == .direct })
    }

    @Test func anEmployeesCardNamesItsPlace() async throws {
        let cards = try cards("")
        let holder = try await cards.holder(of: world.secretary.authentication.der, at: World.now)
        #expect(holder.situations.map(\.structure.id.text) == [World.hospitalID])
        #expect(holder.situations.first?.profession.role.value == "SECRETARIAT_MEDICAL")
        #expect(holder.situations.first?.holder == .employee)
    }

    @Test func whomTheDirectoryDoesNotKnowHasNoSituation() async throws {
        #expect(await refusal(world.physician.authentication, try cards("")) == .noSituation)
        let none = CardVerifier(certificates: try world.verifier(), directory: nil)
        #expect(await refusal(world.physician.authentication, none) == .noSituation)
    }

    @Test func onlyTheCardsAuthenticationCertificateOpens() async throws {
        let cards = try cards("")
        #expect(await refusal(world.hospital.authentication, cards) == .notAPerson)
        #expect(await refusal(world.hospital.signature, cards) == .notAPerson)
        #expect(await refusal(world.physician.signature, cards) == .certificate(.wrongUse(.personSignature)))
    }

    /// Access and life cycle § 7.2.
    @Test func productionRefusesTestCards() async throws {
        let cards = try cards("", domain: .production)
        #expect(await refusal(world.physician.authentication, cards) == .certificate(.wrongDomain))
    }

    /// Access and life cycle § 7.2: the same of a card without the TEST bit, where a test authority issued it.
    @Test func productionRefusesCardsOfTestAuthorities() async throws {
        var pki = world.pki
        var profile = pki.professionalProfile(
            try World.professional(World.physicianID),
            use: .personAuthentication
        )
        profile.category = ProductCategory(.card, domain: .production).byte
        let listed = #""\#(World.physicianID)": {"structures": ["\#(World.practiceID)"]}"#
        let forged = try pki.issue(profile)
        #expect(await refusal(forged, try cards(listed, domain: .production)) == .certificate(.wrongDomain))
        var own = try world.underRealNames()
        let real = try own.pki.issue(profile).der
        let believing = CardVerifier(
            certificates: try own.verifier(domain: .production),
            directory: try directory(listed)
        )
        let holder = try await believing.holder(of: real, at: World.now)
        #expect(holder.situations.map(\.structure.id.text) == [World.practiceID])
    }

    @Test func aRevokedCardOpensNothing() async throws {
        let lists = try world.lists(revoked: [world.physician.authentication])
        let cards = CardVerifier(
            certificates: try world.verifier(lists: lists),
            directory: try directory(#""\#(World.physicianID)": {"structures": ["\#(World.practiceID)"]}"#)
        )
        #expect(await refusal(world.physician.authentication, cards) == .certificate(.revoked))
    }
}

import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire
import SampleRecords
import Testing
import XDSWire

/// TD0.4, TD0.5 and the two emergencies (interop sheet § 2.5, § 2.6, § 3.4).
@Suite struct ListTests {
    private func list(
        _ kind: PatientListQuery.DateKind,
        since: Instant,
        owner: ProfessionalID? = nil,
        _ sender: Ask.Sender,
        _ world: World
    ) async throws -> (Reply, PatientListAnswer) {
        let query = PatientListQuery(since: HL7Time(since), kind: kind, owner: owner)
        let reply = try await world.send(Ask.soap("patientsSpecific", .patientList, sender, world) { query.write(&$0) })
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return (reply, try PatientListAnswer(payload))
    }

    private func search(
        _ traits: PatientSearch.Traits?,
        _ who: String,
        _ mode: AccessMode,
        _ world: World
    ) async throws -> (Reply, PatientSearchAnswer) {
        let search = PatientSearch(
            header: RecordLifeTests.header(world),
            queryID: InstanceID(OID(literal: "1.2.250.1.999.1.2"), world.source.id().text),
            traits: try #require(traits)
        )
        let sender = Ask.Sender(who: who, mode: mode)
        let reply = try await world.send(Ask.soap("patientsPDQ", .patientSearch, sender, world) { search.write(&$0) })
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return (reply, try PatientSearchAnswer(payload))
    }

    @Test func namesTheRecordsThatTheSenderIsAuthorisedOn() async throws {
        try await World.with(open: ["jeanne", "amina"], authorised: []) { world in
            let sender = Ask.Sender(who: "gp")
            let yesterday = World.now.advanced(bySeconds: -86_400)
            let (empty, none) = try await list(.authorisation, since: yesterday, sender, world)
            #expect(none.outcome.isSuccess && none.entries.isEmpty)
            try Golden.check(empty, "td0.4-none")
            _ = try await world.send(try Ask.authorise("gp", "jeanne", world))
            let (reply, one) = try await list(.authorisation, since: yesterday, sender, world)
            try Golden.check(reply, "td0.4-one")
            let jeanne = try world.patient("jeanne")
            #expect(one.entries.map(\.identifiers) == [[jeanne.ins]])
            #expect(one.entries.first?.birthDate == jeanne.traits.birthDate)
            try await world.deposit([try world.documents(of: "jeanne")[0]], try world.sender())
            #expect(try await list(.document, since: yesterday, sender, world).1.entries.first?.lastDeposit != nil)
            let tomorrow = World.now.advanced(bySeconds: 86_400)
            #expect(try await list(.authorisation, since: tomorrow, sender, world).1.entries.isEmpty)
            #expect(try await list(.document, since: tomorrow, sender, world).1.entries.isEmpty)
        }
    }

    @Test func theListOfSomebodyElseIsRefused() async throws {
        try await World.with { world in
            let nurse = try #require(world.population.professional("nurse"))
            let (reply, answer) = try await list(
                .document,
                since: World.now,
                owner: nurse.id,
                Ask.Sender(who: "gp"),
                world
            )
            #expect(answer.outcome.status == "DMPAccessDeniedByRightsService" && answer.entries.isEmpty)
            try Golden.check(reply, "td0.4-other")
        }
    }

    /// A document that is hidden from somebody moves no date of his list (design § 2, law 5).
    @Test func aHiddenDocumentMovesNoDate() async throws {
        var replies: [String] = []
        for hasHidden in [true, false] {
            try await World.with(authorised: ["gp", "nurse"]) { world in
                if hasHidden {
                    try await world.deposit([try world.documents(of: "jeanne")[0]], try world.sender(), masked: true)
                }
                for kind in PatientListQuery.DateKind.allCases {
                    let since = World.now.advanced(bySeconds: -86_400)
                    let (reply, _) = try await list(kind, since: since, Ask.Sender(who: "nurse"), world)
                    replies.append(Golden.normalised(reply.text))
                }
            }
        }
        #expect(replies.count == 4 && Array(replies[..<2]) == Array(replies[2...]))
    }

    @Test func aRegulationCentreFindsByTraits() async throws {
        try await World.with { world in
            let jeanne = try world.patient("jeanne").traits
            let traits = PatientSearch.Traits(
                family: jeanne.birthFamilyName,
                given: jeanne.birthGivenNames.first,
                birth: HL7Time(jeanne.birthDate.hl7)
            )
            let (reply, answer) = try await search(traits, "regulator", .regulation, world)
            try Golden.check(reply, "td0.5-one")
            guard case .found(let candidates) = answer.outcome else {
                Issue.record("\(reply.text)")
                return
            }
            #expect(candidates.map(\.file.identifiers) == [[try world.patient("jeanne").ins]])
            #expect(candidates.first?.file.refusesRegulation == false)
            let postalCode = try #require(jeanne.postalAddress.postalCode)
            for (code, isHers) in [(postalCode, true), ("99999", false)] {
                var narrow = try #require(traits)
                narrow.postalCode = code
                let (_, answer) = try await search(narrow, "regulator", .regulation, world)
                guard case .found(let some) = answer.outcome else { throw Reply.NoAnswer() }
                #expect(some.map(\.file.identifiers) == (isHers ? [[try world.patient("jeanne").ins]] : []))
            }
            let (nobody, none) = try await search(
                PatientSearch.Traits(family: "XYLOPHONE", given: "Aucun", birth: HL7Time("19010101")),
                "regulator",
                .regulation,
                world
            )
            #expect(none.outcome == .found([]))
            try Golden.check(nobody, "td0.5-none")
            let (wide, refused) = try await search(
                PatientSearch.Traits(family: jeanne.birthFamilyName),
                "regulator",
                .regulation,
                world
            )
            #expect(refused.acknowledgement.details.map(\.code) == ["DMPTooManyPatients"])
            try Golden.check(wide, "td0.5-refine")
        }
    }

    /// Whom a regulation centre finds by a family name and others; nil where the search is to be refined.
    private func found(
        _ family: String,
        given: String? = nil,
        isPartial: Bool = true,
        birth: CalendarDate? = nil,
        city: String? = nil,
        _ world: World
    ) async throws -> [[INS]]? {
        let traits = PatientSearch.Traits(
            family: family,
            given: given,
            isPartial: isPartial,
            birth: birth.flatMap { HL7Time($0.hl7) },
            city: city
        )
        let (reply, answer) = try await search(traits, "regulator", .regulation, world)
        if case .found(let candidates) = answer.outcome { return candidates.map(\.file.identifiers) }
        #expect(answer.acknowledgement.details.map(\.code) == ["DMPTooManyPatients"], "\(reply.text)")
        return nil
    }

    /// TD0.5, interop sheet § 2.6, the flag of partial match: Moreau, called Lavigne, given names Jeanne, Marie and Louise.
    @Test func aBeginningFindsWhereItIsMarkedAsOne() async throws {
        try await World.with { world in
            let jeanne = try world.patient("jeanne")
            let born = jeanne.traits.birthDate
            for family in ["Mor", "moré", "MOREAU", "L-a.V", "Lavigne"] {
                #expect(try await found(family, birth: born, world) == [[jeanne.ins]], "\(family)")
                #expect(try await found(family, given: "lou", world) == [[jeanne.ins]], "\(family)")
                #expect(try await found(family, given: "Lo", birth: born, world) == [[jeanne.ins]], "\(family)")
            }
            // The same, not marked, is a whole name.
            #expect(try await found("Mor", isPartial: false, birth: born, world) == [])
            #expect(try await found("Moreau", given: "Lou", isPartial: false, world) == [])
            let others: [(String, String?)] = [
                ("Morin", nil), ("Moreaux", nil), ("Mor", "Lu"), ("Mor", "Louison"), ("Mor", "-"),
            ]
            for (family, given) in others {
                #expect(try await found(family, given: given, birth: born, world) == [], "\(family)")
            }
            // Too little, whoever there is.
            for family in ["Mo", "M-o", "Mor", "Moreau", "Xyl"] {
                #expect(try await found(family, city: "Dijon", world) == nil, "\(family)")
                #expect(try await found(family, given: "Lo", world) == nil, "\(family)")
            }
            #expect(try await found("Mo", given: "Louise", birth: born, world) == nil)
        }
    }

    /// TD0.5: a beginning is no way around a block.
    @Test func whomTheHolderBlockedFindsNothingByABeginning() async throws {
        try await World.with(activated: true) { world in
            let jeanne = try world.patient("jeanne")
            let born = jeanne.traits.birthDate
            #expect(try await found("Mor", birth: born, world) == [[jeanne.ins]])
            let centre = try #require(world.population.professional("regulator")).actor()
            let block = Block(subject: centre.subject, name: centre.name, profession: nil, since: World.now)
            #expect(try await world.service.carryOut(.block(block), try await world.holder("jeanne")) == .done)
            #expect(try await found("Mor", birth: born, world) == [])
            #expect(try await found("Moreau", isPartial: false, birth: born, world) == [])
        }
    }

    /// The refusal is the same whether or not somebody has these traits.
    @Test func nobodyElseSearchesByTraits() async throws {
        try await World.with { world in
            let jeanne = try world.patient("jeanne").traits
            for mode in [AccessMode.normal, .breakGlass(reason: "Urgence")] {
                var texts: Set<String> = []
                for family in [jeanne.birthFamilyName, "XYLOPHONE"] {
                    let (reply, answer) = try await search(
                        PatientSearch.Traits(family: family, birth: HL7Time(jeanne.birthDate.hl7)),
                        "gp",
                        mode,
                        world
                    )
                    #expect(answer.acknowledgement.details.map(\.code) == ["DMPAccessDeniedByRightsService"])
                    texts.insert(Golden.normalised(reply.text).replacing(family, with: ""))
                }
                #expect(texts.count == 1)
            }
        }
    }

    @Test func anEmergencyReadsUnderItsModeAndReason() async throws {
        try await World.with { world in
            let author = try world.sender()
            let lot = try await world.deposit([try world.documents(of: "jeanne")[0]], author)
            var stranger = try world.sender("cardiologist")
            #expect(try await world.send(try Ask.findDocuments(stranger, world)).query().status == .failure)
            stranger.mode = .breakGlass(reason: "Patient inconscient")
            #expect(try await world.entries(stranger).count == 1)
            let read = try await world.send(Ask.retrieve(lot.uniqueIDs, stranger, world))
            #expect(try read.handedOut() == lot.parts.map(\.1))
            stranger.mode = .breakGlass(reason: " ")
            let bare = try await world.send(try Ask.findDocuments(stranger, world))
            #expect(try bare.query().problems.map(\.code) == [.accessDeniedByRightsService])
            try Golden.check(bare, "td3.1-no-reason")
            var regulator = try world.sender("regulator")
            #expect(try await world.send(try Ask.findDocuments(regulator, world)).query().status == .failure)
            regulator.mode = .regulation
            #expect(try await world.entries(regulator).count == 1)
        }
    }
}

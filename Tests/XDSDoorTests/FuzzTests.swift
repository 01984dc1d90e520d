import DMPWire
import FuzzSeeds
import HealthRecord
import SOAPWire
import SampleRecords
import Testing
import XDSDoor

/// Whole bodies, damaged at random: always an answer in SOAP, never a failure without a fault.
@Suite struct FuzzTests {
    @Test func answersDamagedBodiesInSOAP() async throws {
        var settings = XDSDoorSettings()
        settings.siteEntries = { _ in "https://pro.essai.example/AccesDirect/Entree/1" }
        try await World.with(settings) { world in
            var sender = try world.sender()
            var byStructure = sender
            byStructure.authentication = .reinforcedIndirect
            let undamaged = try await world.send(Ask.webAccess(byStructure, world))
            #expect(undamaged.status == 200, "\(undamaged.text)")
            byStructure.assertion = "_any"
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(1)), sender)
            sender.assertion = "_any"
            let lot = try SampleLot([try world.documents(of: "jeanne")[1]], world)
            let entry = try #require(try await world.entries(sender).first)
            let update = try Updates.request([try Updates.status(entry, .approved, .archived)], world)
            let seeds = [
                try Ask.findDocuments(sender, world), Ask.retrieve(lot.uniqueIDs, sender, world),
                try Ask.retrieve(lot.uniqueIDs, sender, world).inParts(), try lot.ask(sender, world),
                Ask.update(update, sender, world), Ask.patient(.existence, try #require(sender.patient), sender, world),
                Ask.habilitation(.authorise, sender, world), Ask.authorisations(.all, sender, world),
                Ask.webAccess(byStructure, world),
            ]
            try await feed(seeds, 675, world)
        }
    }

    /// The same for the messages of HL7 V3 and of patients' access: TD0.4, TD0.5, TD1.1 to TD1.5, under a set that knows them.
    @Test func answersDamagedMessagesAboutPatientsInSOAP() async throws {
        try await World.with(under: "era2019") { world in
            var sender = try world.sender()
            // Undamaged they are read: what is fed is damage to messages that were whole.
            for seed in try seedsAboutPatients(sender, world) {
                let reply = try await world.send(seed)
                #expect(reply.status == 200, "\(seed.service): \(reply.text.suffix(400))")
            }
            sender.assertion = "_any"
            try await feed(try seedsAboutPatients(sender, world), 330, world)
        }
    }

    private func seedsAboutPatients(_ sender: Ask.Sender, _ world: World) throws -> [Ask] {
        let traits = try #require(
            PatientSearch.Traits(family: "MARTIN", birth: HL7Time("19430212"))
        )
        let search = PatientSearch(
            header: RecordLifeTests.header(world),
            queryID: InstanceID(OID(literal: "1.2.250.1.999.1.2"), world.source.id().text),
            traits: traits
        )
        let list = PatientListQuery(since: HL7Time(World.now), kind: .document, owner: nil)
        let phone = try #require(PatientAccessRequest.Channel(.text, "+33600000043"))
        let mail = try #require(PatientAccessRequest.Channel(.email, "essai@essai.example"))
        let closure = PatientFileClosure(at: nil, reasonCode: "FERMETURE_DEMANDE_PATIENT", text: "À sa demande")
        let changes: [RecordChange.Request] = [
            .create(consent: true), .modify, .close(closure), .reactivate(consent: true),
        ]
        var seeds = try changes.map { try RecordLifeTests.change($0, sender, world) }
        seeds.append(Ask.patient(.administrativeData, try #require(sender.patient), sender, world))
        seeds.append(Ask.soap("patientsPDQ", .patientSearch, sender, world) { search.write(&$0) })
        seeds.append(Ask.soap("patientsSpecific", .patientList, sender, world) { list.write(&$0) })
        let requests: [(PatientAccessRequest, DMPAction)] = [
            (.create(phone), .createPatientAccess), (.changeChannel(.add, mail), .patientOTPUpdate),
            (.changeChannel(.remove, phone), .patientOTPUpdate), (.renewSecrets, .updatePatientAccess),
        ]
        for (request, action) in requests {
            seeds.append(Ask.soap("patientsSpecific", action, sender, world) { request.write(&$0) })
        }
        return seeds
    }

    /// Damages each in turn, and holds every answer to be one in SOAP.
    private func feed(_ seeds: [Ask], _ rounds: Int, _ world: World) async throws {
        var random = SplitMix64(seed: FuzzSeed.of(2026))
        for round in 0..<rounds {
            var ask = seeds[round % seeds.count]
            damage(&ask, &random)
            let reply = try await world.feed(ask, pieces: Int.random(in: 1...5000, using: &random))
            #expect([200, 400, 413, 415, 500].contains(reply.status), "\(round)")
            let fault = try reply.fault()
            #expect((fault == nil) == (reply.status == 200), "\(round): \(reply.text)")
        }
    }

    private func damage(_ ask: inout Ask, _ random: inout SplitMix64) {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard !ask.body.isEmpty else { return }
            let at = Int.random(in: 0..<ask.body.count, using: &random)
            let length = min(Int.random(in: 1...60, using: &random), ask.body.count - at)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: ask.body[at] = UInt8.random(in: .min ... .max, using: &random)
            case 1: ask.body.removeSubrange(at..<(at + length))
            case 2: ask.body.insert(contentsOf: ask.body[at..<(at + length)], at: at)
            case 3: ask.body.removeLast(ask.body.count - at)
            case 4: ask.body.insert(contentsOf: Array("<&]]>\u{0}".utf8), at: at)
            default:
                ask.contentType = Self.types[Int.random(in: 0..<Self.types.count, using: &random)] ?? ask.contentType
            }
        }
    }

    private static let types: [String?] = [
        nil, nil, nil, "text/xml", "multipart/related", "multipart/related; boundary=\"\"", "application/soap+xml",
        "multipart/related; boundary=essai-frontiere",
    ]
}

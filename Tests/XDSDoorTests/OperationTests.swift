import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSWire

@testable import XDSDoor

/// Each transaction of the DMP as it leaves the door (interop sheet § 2.1).
@Suite struct OperationTests {
    /// Access and life cycle § 3.2, § 4; TD0.2.
    @Test func tellsWhetherARecordStands() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let ins = try world.patient("jeanne").ins
            try Golden.check(try await world.send(Ask.patient(.existence, ins, sender, world)), "td0.2-found")
            try Golden.check(try await world.send(Ask.patient(.administrativeData, ins, sender, world)), "td1.3a")
            let other = try world.patient("paul").ins
            let nobody = Ask.Sender(who: "gp", patient: other)
            try Golden.check(try await world.send(Ask.patient(.existence, other, nobody, world)), "td0.2-none")
            try Golden.check(try await world.send(Ask.patient(.existence, other, sender, world)), "td0.2-mismatch")
        }
    }

    /// Access and life cycle § 2.2, TD0.3, PDT-INF-526, TD1.6.
    @Test func changesAndListsAuthorisations() async throws {
        try await World.with(authorised: []) { world in
            let sender = try world.sender()
            let steps: [(SetAuthorization, String)] = [
                (.authorise, "td0.3-add"), (.authorise, "td0.3-again"),
                (.becomeTreatingPhysician, "td0.3-treating"), (.stopBeingTreatingPhysician, "td0.3-resign"),
            ]
            for (change, name) in steps {
                try Golden.check(try await world.send(Ask.habilitation(change, sender, world)), name)
            }
            for mode in AuthorizationListQuery.allCases {
                let reply = try await world.send(Ask.authorisations(mode, sender, world))
                try Golden.check(reply, "td1.6-" + mode.rawValue.lowercased())
            }
            try Golden.check(try await world.send(Ask.habilitation(.withdraw, sender, world)), "td0.3-remove")
            let list = try await world.send(Ask.authorisations(.all, sender, world))
            try Golden.check(list, "td1.6-unauthorised")
        }
    }

    /// TD1.6: the date is that of the professional's own last act; a leave that the service gave him is none.
    @Test func tellsTheLastActOfWhoeverActed() async throws {
        try await World.with(authorised: []) { world in
            let sender = try world.sender()
            let actor = try await makeTreating(in: world)
            // The first question is an act that the second one tells of.
            for expected in [nil, HL7Time(World.now)] {
                let reply = try await world.send(Ask.authorisations(.active, sender, world))
                guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
                let entry = try #require(try AuthorizationListAnswer(payload).entries.first)
                #expect(entry.subject == actor.subject && entry.lastAct?.hl7 == expected?.hl7)
            }
        }
    }

    /// TD1.6: a treating physician whose leave was for one consultation reads on by the role, and is listed by it, under the name
    /// that the leave bore (CSP L1111-16).
    @Test func listsATreatingPhysicianWhoseLeaveHasEnded() async throws {
        try await World.with(authorised: []) { world in
            let physician = try #require(world.population.professional("gp"))
            #expect(try await outcome(.becomeTreatingPhysician, try world.sender(), world) == .done)
            world.pass(2 * 86_400)
            let colleague = try world.sender("cardiologist")
            #expect(try await outcome(.authorise, colleague, world) == .done)
            let entries = try await listed(.active, colleague, world)
            let entry = try #require(entries.first { $0.subject == .person(physician.id) })
            #expect(entry.standing == .active && entry.isTreatingPhysician && entry.since == nil)
            #expect(entry.name.family == physician.name.family && entry.name.given == physician.name.given)
            #expect(entry.specialty?.value == physician.actor().profession.matrixKey)
            #expect(entries.count == 2)
            // He is: his own question is answered.
            let reply = try await world.send(try Ask.findDocuments(try world.sender(), world))
            #expect(reply.text.contains("ResponseStatusType:Success"))
        }
    }

    /// TD1.6: whom the patient refuses by the name of his structure is not active, whatever leave of his own he has; and the
    /// structure stands among those blocked.
    @Test func listsNobodyWhomTheRulesRefuseThroughHisStructure() async throws {
        try await World.with(authorised: ["gp", "nurse", "cardiologist"], activated: true) { world in
            let actors = try ["gp", "nurse", "cardiologist"].map { key in
                try #require(world.population.professional(key)).actor()
            }
            let (place, colleague) = (actors[0].structure, try world.sender("cardiologist"))
            #expect(actors.map { $0.structure.id == place.id } == [true, true, false])
            #expect(try await listed(.active, colleague, world).map(\.subject) == actors.map(\.subject))
            let block = Block(
                subject: .structure(place.id),
                name: PersonName(family: place.name, given: ""),
                profession: nil,
                since: World.now
            )
            _ = try await world.service.carryOut(.block(block), try await world.holder("jeanne"))
            let reply = try await world.send(try Ask.findDocuments(try world.sender("nurse"), world))
            #expect(reply.text.contains("DMPAccessDenied"))
            #expect(try await listed(.active, colleague, world).map(\.subject) == [actors[2].subject])
            #expect(try await listed(.blocked, colleague, world).map(\.subject) == [block.subject])
        }
    }

    private func listed(
        _ query: AuthorizationListQuery,
        _ sender: Ask.Sender,
        _ world: World
    ) async throws -> [AuthorizationListEntry] {
        let reply = try await world.send(Ask.authorisations(query, sender, world))
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return try AuthorizationListAnswer(payload).entries
    }

    /// The general practitioner, whom the service makes Jeanne's treating physician.
    private func makeTreating(in world: World) async throws -> CareActor {
        let actor = try #require(world.population.professional("gp")).actor()
        try await world.service.declareTreatingPhysician(
            Authorisation(
                subject: actor.subject,
                name: actor.name,
                profession: actor.profession,
                structure: actor.structure,
                since: World.now,
                until: nil,
                origin: .givenByHolder,
                lastAct: World.now
            ),
            of: try #require(QualifiedINS(try world.patient("jeanne").ins, in: .rehearsal))
        )
        return actor
    }

    private func outcome(
        _ change: SetAuthorization,
        _ sender: Ask.Sender,
        _ world: World
    ) async throws -> ServiceOutcome {
        let reply = try await world.send(Ask.habilitation(change, sender, world))
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return try SetAuthorizationAnswer(payload).outcome
    }

    /// Access and life cycle § 3.3, TD0.3: whom the set keeps in the role is told to resign first, and to withdraw then.
    @Test func aTreatingPhysicianWhomTheSetKeepsResignsFirst() async throws {
        try await World.with(authorised: []) { world in
            let sender = try world.sender()
            _ = try await makeTreating(in: world)
            let refused = try await outcome(.withdraw, sender, world)
            #expect(refused.status == "DMPConflict")
            #expect(refused.context?.contains("SUPPRESSION with MEDECIN_TRAITANT") == true)
            #expect(try await outcome(.stopBeingTreatingPhysician, sender, world) == .done)
            #expect(try await outcome(.withdraw, sender, world) == .done)
            #expect(try await world.send(Ask.authorisations(.all, sender, world)).text.contains("DMPAccessDenied"))
        }
    }

    /// TD2.1, TD3.2.
    @Test func takesLotsOnceAndHandsTheirBytesOut() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let documents = Array(try world.documents(of: "jeanne").prefix(2))
            #expect(documents.count == 2)
            let lot = try SampleLot(documents, world)
            let first = try await world.send(try lot.ask(sender, world))
            try Golden.check(first, "td2.1-success")
            let again = try await world.send(try lot.ask(sender, world))
            #expect(try again.registry() == .success)
            #expect(try await world.entries(sender).count == 2)

            let ask = Ask.retrieve(lot.uniqueIDs, sender, world)
            try checkParts(try await world.send(ask), lot)
            let inParts = try await world.send(try Ask.retrieve(lot.uniqueIDs, sender, world).inParts())
            try checkParts(inParts, lot)
            // Of a retrieval the faults too come in parts, however it was asked (interop § 5.2).
            let replayed = try await world.send(ask)
            #expect(replayed.contentType.hasPrefix("multipart/related;"))
            #expect(try replayed.fault()?.subcode == .dmp("DMPInvalidVIHF"))
            let missing = Ask.retrieve([lot.uniqueIDs[0], SampleLot.oid(world)], sender, world)
            #expect(try await world.send(missing).retrieved().response.status == .partialSuccess)
        }
    }

    private func checkParts(_ reply: Reply, _ lot: SampleLot) throws {
        #expect(reply.status == 200 && reply.contentType.hasPrefix("multipart/related;"))
        #expect(try reply.retrieved().response == .success)
        #expect(try reply.handedOut() == lot.parts.map(\.1))
    }

    @Test func takesDocumentsInsideTheEnvelope() async throws {
        try await World.with { world in
            let sender = try world.sender()
            var lot = try SampleLot([try world.documents(of: "jeanne")[0]], world)
            lot.submission.documents = lot.parts.map { DocumentPart(id: "DOCUMENT01", content: .inline($0.1)) }
            let ask = Ask.soap("repository", .provideAndRegister, sender, world) { lot.submission.write(into: &$0) }
            let reply = try await world.send(ask)
            #expect(try reply.registry() == .success, "\(reply.text)")
            #expect(!reply.contentType.hasPrefix("multipart"))
            let back = try await world.send(Ask.retrieve(lot.uniqueIDs, sender, world))
            #expect(try back.handedOut() == lot.parts.map(\.1))
        }
    }

    /// Interop § 1.4: a fault of the envelope too names its request, in the version of the envelope whatever its label.
    @Test func anEnvelopeThatIsRefusedIsAnsweredAsItAsked() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let request = StoredQueryRequest(.getDocuments(.uniqueIDs([SampleLot.oid(world)])))
            for version in SOAPVersion.allCases {
                var ask = Ask.soap("registry", .storedQuery, sender, world, version: version) {
                    request.write(into: &$0)
                }
                ask.contentType = "application/soap+xml; charset=UTF-8"
                let id = try SOAPEnvelope(parsing: ask.body).messageID
                let elsewhere = ask.replacing("addressing/anonymous", "addressing/none")
                let header = "<x xmlns=\"urn:x\" e:mustUnderstand=\"1\"/></e:Header>"
                for broken in [elsewhere, ask.replacing("</e:Header>", header)] {
                    let reply = try await world.send(broken)
                    #expect(try reply.fault() != nil)
                    #expect(try reply.soap().version == version && reply.soap().relatesTo == id, "\(reply.text)")
                }
                // What could not be repeated is not.
                for other in ["", "a b", String(repeating: "a", count: 1025), "a</a:MessageID><a:MessageID>b"] {
                    let reply = try await world.send(elsewhere.replacing(id, other))
                    #expect(try reply.fault() != nil && reply.soap().relatesTo == nil, "\(other.prefix(40))")
                }
            }
        }
    }

    @Test func answersInTheVersionOfTheRequest() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let request = StoredQueryRequest(.getDocuments(.uniqueIDs([SampleLot.oid(world)])))
            let old = Ask.soap("registry", .storedQuery, sender, world, version: .v11) { request.write(into: &$0) }
            try Golden.check(try await world.send(old), "soap11")
            let nothing = old.replacing("RegistryStoredQuery<", "Nothing<")
            let fault = try await world.send(nothing)
            #expect(fault.status == 500)
            try Golden.check(fault, "soap11-fault")
        }
    }

    /// TD0.0 has ended: whichever address is asked, the message is refused by its action.
    @Test(arguments: ServiceName.allCases) func theCertificationOfIdentitiesHasEnded(
        at service: ServiceName
    ) async throws {
        try await World.with { world in
            let sender = try world.sender()
            let name = DMPAction.identityCertification.payloadName
            let ask = Ask.soap(service.rawValue, .identityCertification, sender, world) { writer in
                writer.start(name.name)
                writer.declare("", name.namespace)
                writer.end()
            }
            #expect(try await world.send(ask).fault()?.subcode == .addressing("ActionNotSupported"))
        }
    }

    /// Access and life cycle § 3.6, PDT-INF-526, TD3.3.
    @Test func changesVisibilityAndStatus() async throws {
        try await World.with { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(1)), sender)
            let changes: [(String, (SubmittedEntry) throws -> MetadataUpdate)] = [
                ("mask", { try Updates.visibility($0, add: Visibility.maskedCode) }),
                ("unmask", { try Updates.visibility($0, remove: Visibility.maskedCode) }),
                ("archive", { try Updates.status($0, .approved, .archived) }),
                ("restore", { try Updates.status($0, .archived, .approved) }),
                ("delete", { try Updates.status($0, .approved, .deleted) }),
            ]
            for (name, change) in changes {
                let entry = try #require(try await world.entries(sender).first)
                let update = try Updates.request([try change(entry)], world)
                let reply = try await world.send(Ask.update(update, sender, world))
                #expect(try reply.registry() == .success, "\(name): \(reply.text)")
                if name == "mask" { try Golden.check(reply, "td3.3a-mask") }
                let after = try await world.entries(sender).first
                if let after { #expect(after.version != entry.version) }
                switch name {
                case "mask": #expect(after?.confidentialityCodes.contains(Visibility.maskedCode) == true)
                case "archive": #expect(after?.status == .archived)
                case "delete": #expect(after == nil || after?.status == .deleted)
                default: #expect(after?.status == .approved)
                }
            }
        }
    }
}

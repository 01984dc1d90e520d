import ClinicalDocuments
import Credentials
import DMPWire
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSWire

@testable import LPSKit

@Suite struct DepositTests {
    /// Deposits to a server that reads and verifies all of it, and gives the lot back.
    private func deposit(
        _ documents: [OutgoingDocument],
        _ world: World,
        _ identity: CareIdentity,
        peer: SampleCredential,
        signing: LotSigning = .signed(.modern)
    ) async throws -> (Submission, ServerSide) {
        let (calls, continuation) = AsyncStream.makeStream(of: Call.self)
        let software = try world.software(identity) { call in
            continuation.yield(call)
            return ServerSide.answer(call) { RegistryResponse.success.write(into: &$0) }
        }
        let receipt = try await software.deposit(documents, for: world.patient.ins, signing: signing)
        #expect(receipt.warnings.isEmpty)
        let call = try #require(await calls.first { _ in true })
        let server = try await ServerSide(call, world, peer: peer)
        let reading = try Submission.read(server.payload)
        #expect(reading.findings.isEmpty)
        let submission = try #require(reading.accepted)
        #expect(submission.set.uniqueID == receipt.submissionSet)
        return (submission, server)
    }

    private func content(_ entry: SubmittedEntry, _ submission: Submission, _ server: ServerSide) throws -> [UInt8] {
        guard case .attachment(let id) = submission.document(ofEntry: entry.id)?.content else { return [] }
        return try #require(server.parts[id])
    }

    private func verify(
        _ submission: Submission,
        _ server: ServerSide,
        _ world: World
    ) async throws -> VerifiedLot {
        let signature = try #require(submission.entries.first { $0.isLotSignature })
        let documents = try submission.entries.filter { !$0.isLotSignature }.map { entry in
            LotDocument(uniqueID: try #require(entry.uniqueID), bytes: try content(entry, submission, server))
        }
        return try await LotVerifier(
            certificates: world.certificates,
            legacy: .refused,
            signatures: SignaturesInProcess()
        ).verify(
            try content(signature, submission, server),
            submissionSet: try #require(submission.set.uniqueID),
            documents: documents,
            actor: server.assertion.actor,
            at: World.now
        )
    }

    @Test(arguments: SampleKeys.allCases) func aLotIsReadAndVerifiedAsItWasMeant(_ keys: SampleKeys) async throws {
        let world = try (keys == .p256 ? World.fast : World.field).get()
        let documents = try world.documents(3)
        let (submission, server) = try await deposit(
            documents,
            world,
            world.direct,
            peer: world.card.authentication
        )
        #expect(server.assertion.actor == world.doctor.actor().named(world, server.assertion.actor))
        #expect(server.assertion.isDirect)
        #expect(submission.entries.count == 4)
        for (document, entry) in zip(documents, submission.entries) {
            let bytes = try content(entry, submission, server)
            #expect(bytes == document.bytes)
            #expect(entry.size == UInt64(bytes.count))
            #expect(entry.hash == LotDigest.compute(.sha1, over: bytes))
            let parsed = try SafeXML.XMLDocument(parsing: bytes, limits: .clinicalDocument)
            let derived = try DerivedMetadata(CDAHeader(parsed), valueSets: world.valueSets)
            #expect(entry.title == derived.title)
            #expect(entry.authors == derived.authors)
            #expect(entry.typeCode == derived.typeCode)
            #expect(entry.formatCode == derived.formatCode)
            #expect(entry.creationTime?.agrees(with: derived.creationTime) == true)
        }
        #expect(try await verify(submission, server, world).standing == .advanced)
    }

    @Test func aWholeDepositPassesTheVerifier() async throws {
        let world = try World.fast.get()
        let (_, server) = try await deposit(world.documents(1), world, world.direct, peer: world.card.authentication)
        let verifier = VIHFVerifier(
            certificates: world.certificates,
            legacy: .refused,
            directory: .stated,
            roles: RoleSet { _, _ in true },
            signatures: SignaturesInProcess()
        )
        // A document bears the id of its entry (ITI TF-2 § 3.41.4.1.2): identifiers repeat in every deposit.
        let verified = try await verifier.verify(
            server.envelope.root.document,
            peer: world.card.authentication.der,
            patient: world.patient.ins,
            at: World.now
        )
        #expect(verified.isDirect)
    }

    @Test func aStructureSignsForItsPeople() async throws {
        let world = try World.fast.get()
        let (submission, server) = try await deposit(
            world.documents(1),
            world,
            world.indirect,
            peer: world.hospital.authentication
        )
        #expect(server.assertion.actor.authentication == .indirect)
        #expect(try await verify(submission, server, world).standing == .advanced)
    }

    @Test func aReplacementNamesTheOldDocument() async throws {
        let world = try World.fast.get()
        var documents = try world.documents(2)
        let old = UniqueID(random: (1, 2))
        documents[1].replaces = old
        let (submission, _) = try await deposit(documents, world, world.direct, peer: world.card.authentication)
        #expect(submission.replacement(byEntry: submission.entries[0].id) == nil)
        #expect(submission.replacement(byEntry: submission.entries[1].id) == old)
    }

    @Test func visibilityGoesAlong() async throws {
        let world = try World.fast.get()
        var document = try world.documents(1)[0]
        document = try OutgoingDocument(
            cda: document.bytes,
            valueSets: world.valueSets,
            visibility: [.maskedToProfessionals, .hiddenFromRepresentatives]
        )
        let (submission, _) = try await deposit([document], world, world.direct, peer: world.card.authentication)
        let codes = submission.entries[0].confidentialityCodes.map(\.value)
        #expect(codes == ["N", "MASQUE_PS", "INVISIBLE_REPRESENTANTS_LEGAUX"])
    }

    @Test func anUnsignedLotHasNoSignature() async throws {
        let world = try World.fast.get()
        let (submission, server) = try await deposit(
            world.documents(1),
            world,
            world.direct,
            peer: world.card.authentication,
            signing: .unsigned
        )
        #expect(submission.entries.count == 1)
        #expect(server.parts.count == 1)
    }

    @Test func statedSizeAndHashAreKept() async throws {
        let world = try World.fast.get()
        var document = try world.documents(1)[0]
        document.entry.size = 12
        document.entry.hash = [UInt8](repeating: 1, count: 20)
        let (submission, _) = try await deposit([document], world, world.direct, peer: world.card.authentication)
        #expect(submission.entries[0].size == 12)
        #expect(submission.entries[0].hash == document.entry.hash)
    }

    @Test func whatCannotBeALotIsNotSent() async throws {
        let world = try World.fast.get()
        let software = try world.software { (_) async throws(LPSError) -> RawAnswer in throw .connection(.unreachable) }
        let none = await failure { () throws(LPSError) in try await software.deposit([], for: world.patient.ins) }
        #expect(none == .outgoing(.nothingToSend))
        var document = try world.documents(1)[0]
        document.entry.uniqueID = nil
        let nameless = [document]
        let unnamed = await failure { () throws(LPSError) in
            try await software.deposit(nameless, for: world.patient.ins)
        }
        #expect(unnamed == .outgoing(.missingUniqueID(position: 0)))
    }

    @Test func documentsThatAreNoCDAAreRefusedAtOnce() async throws {
        let world = try World.fast.get()
        let broken = await failure { () throws(LPSError) in
            try OutgoingDocument(cda: Array("<a".utf8), valueSets: world.valueSets)
        }
        guard case .outgoing(.unreadable) = broken else { throw LPSError.outgoing(.unwritable) }
        let other = await failure { () throws(LPSError) in
            try OutgoingDocument(cda: Array("<a/>".utf8), valueSets: world.valueSets)
        }
        guard case .outgoing(.clinicalDocument) = other else { throw LPSError.outgoing(.unwritable) }
    }

    /// JDV_J01 has a way of its own for those who are no professionals, and for those in training.
    @Test func whoeverSendsALotHasASpecialtyOfTheSet() throws {
        let world = try World.fast.get()
        for somebody in world.population.professionals {
            let specialty = Author(somebody.actor()).specialty
            #expect(specialty == somebody.authorSpecialty, "\(somebody.key)")
        }
        let actor = world.doctor.actor()
        let trainee = CareActor(
            person: actor.person,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            holder: .trainee,
            authentication: .direct
        )
        #expect(Author(trainee).specialty == Code("G16_10", CodeSystem.authorSpecialty))
    }

    @Test func aUUIDIsAnOID() throws {
        // The example of ITU-T X.667.
        let id = try #require(UniqueID("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
        #expect(OID(id).text == "2.25.329800735698586629295641978511506172918")
        #expect(OID(try #require(UniqueID(bytes: [UInt8](repeating: 0, count: 16)))).text == "2.25.0")
        let last = try #require(UniqueID(bytes: [UInt8](repeating: 255, count: 16)))
        #expect(OID(last).text == "2.25.340282366920938463463374607431768211455")
    }
}

extension CareActor {
    /// The same with the name of the structure as the certificate gives it, since cards of persons name none.
    func named(_ world: World, _ verified: CareActor) -> CareActor {
        CareActor(
            person: person,
            name: name,
            profession: profession,
            structure: Structure(id: structure.id, name: verified.structure.name, sector: structure.sector),
            holder: holder,
            authentication: authentication
        )
    }
}

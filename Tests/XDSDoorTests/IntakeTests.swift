import HealthRecord
import SOAPWire
import SampleRecords
import ServerKit
import Testing
import XDSWire

@testable import XDSDoor

/// Bodies as connections bring them, and how much they may hold (security design § 5.5).
@Suite struct IntakeTests {
    @Test(arguments: [1, 2, 7, 64, 1021, 65_536])
    func readsALotHoweverItIsCut(_ size: Int) async throws {
        try await World.with { world in
            let sender = try world.sender()
            let lot = try SampleLot(Array(try world.documents(of: "jeanne").prefix(2)), world)
            let reply = try await world.feed(try lot.ask(sender, world), pieces: size)
            #expect(try reply.registry() == .success, "\(reply.text)")
            #expect(reply.contentType.hasPrefix("multipart/related;"))
            let back = try await world.feed(Ask.retrieve(lot.uniqueIDs, sender, world), pieces: size)
            #expect(try back.handedOut() == lot.parts.map(\.1))
        }
    }

    /// A plain request of so many parts of so many bytes each, which the metadata refuse unless the intake does first.
    private func ask(_ world: World, parts: Int, bytes: Int) throws -> Ask {
        var lot = try SampleLot([try world.documents(of: "jeanne")[0]], world)
        lot.parts = (0..<parts).map { ("doc\($0 + 1)@essai", [UInt8](repeating: 0x61, count: bytes)) }
        lot.submission.documents = lot.parts.enumerated().map {
            DocumentPart(id: $0 == 0 ? "Document01" : "Other\($0)", content: .attachment($1.0))
        }
        return try lot.ask(try world.sender(), world)
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheSizeOfADocument(_ excess: Int) async throws {
        try await World.with(XDSDoorSettings(limits: MultipartLimits(document: 5000))) { world in
            let reply = try await world.send(try ask(world, parts: 1, bytes: 5000 + excess))
            try checkLimit(reply, excess)
        }
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheNumberOfParts(_ excess: Int) async throws {
        try await World.with(XDSDoorSettings(limits: MultipartLimits(parts: 5))) { world in
            let reply = try await world.send(try ask(world, parts: 4 + excess, bytes: 10))
            try checkLimit(reply, excess)
        }
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheWhole(_ excess: Int) async throws {
        try await World.with { world in
            let ask = try ask(world, parts: 1, bytes: 3000)
            let settings = XDSDoorSettings(limits: MultipartLimits(submission: ask.body.count - excess))
            try await World.with(settings) { narrow in
                try checkLimit(try await narrow.send(ask), excess)
                try checkLimit(try await narrow.feed(ask.replacing("ID=\"_", "ID=\"-"), pieces: 100), excess)
            }
        }
    }

    /// All messages together: what one leaves is there for the next.
    @Test(arguments: [-1, 0, 1]) func limitsWhatAllMessagesHoldTogether(_ excess: Int) async throws {
        try await World.with { world in
            let ask = try ask(world, parts: 1, bytes: 3000)
            let budget = BodyBudget(bytes: ask.body.count - excess)
            try await World.with(XDSDoorSettings(bodyBudget: budget)) { narrow in
                for _ in 0..<2 {
                    let reply = try await narrow.send(ask)
                    let isBusy = reply.text.contains("DMPUnavailable")
                    #expect(isBusy == (excess > 0), "\(reply.text)")
                    #expect((reply.status == 503) == (excess > 0))
                }
                #expect(budget.bytes == 0)
            }
        }
    }

    /// None is let in at nought, one after the other at one; a message without documents is no upload.
    @Test(arguments: [0, 1]) func limitsTheUploadsOfAClient(_ uploads: Int) async throws {
        try await World.with { world in
            let ask = try ask(world, parts: 1, bytes: 3000)
            let gate = UploadGate(perClient: uploads)
            try await World.with(XDSDoorSettings(uploads: gate)) { narrow in
                for _ in 0..<2 {
                    let reply = try await narrow.send(ask)
                    #expect(reply.text.contains("DMPUnavailable") == (uploads == 0), "\(reply.text)")
                    #expect((reply.status == 503) == (uploads == 0))
                }
                #expect(gate.clients == 0)
                let query = try Ask.findDocuments(try narrow.sender(), narrow)
                #expect(try await narrow.send(query).status == 200)
            }
        }
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheEnvelope(_ excess: Int) async throws {
        try await World.with { world in
            let ask = try Ask.findDocuments(try world.sender(), world)
            let parts = try ask.replacing("ID=\"_", "ID=\"-").inParts()
            let settings = XDSDoorSettings(limits: MultipartLimits(rootPart: ask.body.count - excess))
            try await World.with(settings) { narrow in
                try checkLimit(try await narrow.send(ask), excess)
                try checkLimit(try await narrow.send(parts), excess)
            }
        }
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheDocumentsOfARetrieval(_ excess: Int) async throws {
        try await World.with(XDSDoorSettings(retrievals: 3)) { world in
            let ids = (0..<(3 + excess)).map { _ in SampleLot.oid(world) }
            let problems = try await world.send(Ask.retrieve(ids, try world.sender(), world)).retrieved()
                .response.problems
            #expect(problems.count == (excess > 0 ? 1 : ids.count))
            #expect(problems.first?.code == (excess > 0 ? .repositoryOutOfResources : .documentUniqueIDError))
        }
    }

    /// What a deployment gets that says nothing of it.
    @Test func theDoorsOwnLimits() throws {
        let settings = XDSDoorSettings()
        #expect(settings.retrievals == 50 && XDSDoorSettings.mostRetrieved == 50)
        #expect(settings.results == 10_000 && XDSDoorSettings.mostResults == 10_000)
        #expect(settings.changes == 50 && XDSDoorSettings.mostChanges == 50)
        for (bytes, fits) in [(268_435_455, true), (268_435_456, true), (268_435_457, false)] {
            let share = settings.bodyBudget.share()
            #expect(((try? share.take(bytes)) != nil) == fits, "\(bytes)")
        }
        #expect(settings.bodyBudget.bytes == 0)
    }

    @Test(arguments: [49, 50, 51]) func aRetrievalHoldsFiftyDocuments(_ documents: Int) async throws {
        try await World.with { world in
            let ids = (0..<documents).map { _ in SampleLot.oid(world) }
            let problems = try await world.send(Ask.retrieve(ids, try world.sender(), world)).retrieved()
                .response.problems
            #expect(problems.count == (documents > 50 ? 1 : documents))
            #expect(problems.first?.code == (documents > 50 ? .repositoryOutOfResources : .documentUniqueIDError))
        }
    }

    /// The root is a part like the others, and so is the lot's signature: ninety-nine documents are left.
    @Test(arguments: [98, 99, 100]) func limitsTheDocumentsOfASignedLot(_ documents: Int) async throws {
        try await World.with { world in
            let first = try world.documents(of: "jeanne")[0]
            var lot = try SampleLot(
                (0..<documents).map { _ in
                    var copy = first
                    copy.id = SampleLot.oid(world)
                    copy.setID = copy.id
                    return copy
                },
                world
            )
            try lot.addSignature(world)
            #expect(lot.parts.count == documents + 1)
            let sender = try world.sender()
            let reply = try await world.send(try lot.ask(sender, world))
            try checkLimit(reply, documents - 99)
            if documents <= 99 { #expect(try reply.registry() == .success, "\(reply.text)") }
            let filed = try await world.entries(sender).filter { !$0.isLotSignature }
            #expect(filed.count == (documents <= 99 ? documents : 0))
        }
    }

    private func checkLimit(_ reply: Reply, _ excess: Int) throws {
        #expect(reply.status == (excess > 0 ? 413 : 200), "\(reply.text)")
        #expect(try reply.fault()?.subcode == (excess > 0 ? .dmp("DMPMessageTooLarge") : nil))
    }

    @Test func refusesPartsThatNobodyRefersTo() async throws {
        try await World.with { world in
            let lot = try SampleLot([try world.documents(of: "jeanne")[0]], world)
            let sender = try world.sender()
            let extra = try Ask.soap("repository", .provideAndRegister, sender, world) {
                lot.submission.write(into: &$0)
            }.inParts(lot.parts + [("autre@essai", [1])])
            let reply = try await world.send(extra)
            #expect(reply.status == 400)
            try Golden.check(reply, "fault-unreferenced-part")
            let short = try Ask.soap("repository", .provideAndRegister, sender, world) {
                lot.submission.write(into: &$0)
            }.inParts()
            try Golden.check(try await world.send(short), "fault-part-not-there")
            var cut = try lot.ask(sender, world)
            cut.body.removeLast(20)
            try Golden.check(try await world.send(cut), "fault-truncated")
            #expect(try await world.entries(sender).isEmpty)
        }
    }
}

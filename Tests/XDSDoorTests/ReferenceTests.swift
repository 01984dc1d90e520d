import HealthRecord
import SampleRecords
import Testing
import XDSWire

@testable import XDSDoor

/// TD3.1b: who files without leave learns the technical name of what he filed, to take it back (PDT-INF-526; EX_3.3-1060).
@Suite struct ReferenceTests {
    /// The surgeon, his hospital's secretary, and the hospital by its own certificate.
    private func askers(_ world: World) throws -> [Ask.Sender] {
        var seal = try world.sender("surgeon")
        seal.authentication = .indirect
        seal.holder = .structure
        return [try world.sender("surgeon"), try world.sender("secretary"), seal]
    }

    /// One of the treating physician's documents under the surgeon's name.
    private func surgeons(_ index: Int, _ world: World) throws -> CDABuilder {
        var document = try world.documents(of: "jeanne")[index]
        document.author = try #require(world.population.professional("surgeon"))
        return document
    }

    private func reference(_ id: OID, _ sender: Ask.Sender, _ world: World) async throws -> Reply {
        try await world.send(Ask.query(.getDocuments(.uniqueIDs([id])), sender, world, as: .objectRef))
    }

    @Test func whoFiledWithoutLeaveFindsItAndTakesItBack() async throws {
        try await World.with { world in
            let documents = [try surgeons(0, world), try surgeons(1, world), try surgeons(2, world)]
            try await world.deposit(documents, try world.sender("surgeon"))
            for (asker, document) in zip(try askers(world), documents) {
                let answer = try await reference(document.id, asker, world).query()
                #expect(answer.status == .success)
                guard case .reference(let name)? = answer.items.first, answer.items.count == 1 else {
                    Issue.record("\(answer.items.count) objects")
                    continue
                }
                let deletion = MetadataUpdate.changeStatus(
                    entry: try #require(UniqueID(name)),
                    from: .approved,
                    to: .deleted
                )
                let request = try Updates.request([deletion], world)
                let reply = try await world.send(Ask.update(request, asker, world))
                #expect(try reply.registry() == .success, "\(reply.text)")
            }
        }
    }

    /// Another's document, a hidden one and one that never was: one empty answer.
    @Test func whatIsNotOnesOwnIsNotThere() async throws {
        try await World.with { world in
            let others = Array(try world.documents(of: "jeanne").prefix(2))
            try await world.deposit([others[0]], try world.sender())
            try await world.deposit([others[1]], try world.sender(), masked: true)
            for asker in try askers(world) {
                var answers: Set<String> = []
                for id in [others[0].id, others[1].id, OID(literal: "1.2.250.1.999.78.1")] {
                    let reply = try await reference(id, asker, world)
                    #expect(try reply.query().status == .success && reply.query().items.isEmpty)
                    answers.insert(reply.text.replacing(Self.name, with: "name"))
                }
                #expect(answers.count == 1)
            }
        }
    }

    /// Nothing else opens by it: whole objects, lists and other names are refused as before.
    @Test func everyOtherQueryIsStillRefused() async throws {
        try await World.with { world in
            let document = try surgeons(0, world)
            try await world.deposit([document], try world.sender("surgeon"))
            for asker in try askers(world) {
                let asks = [
                    Ask.query(.getDocuments(.uniqueIDs([document.id])), asker, world),
                    Ask.query(.getDocumentsAndAssociations(.uniqueIDs([document.id])), asker, world, as: .objectRef),
                    Ask.query(.getDocuments(.entryUUIDs([UniqueID(random: (5, 6))])), asker, world, as: .objectRef),
                    try Ask.findDocuments(asker, world),
                ]
                for ask in asks {
                    let answer = try await world.send(ask).query()
                    #expect(answer.status == .failure && answer.items.isEmpty)
                    #expect(answer.problems.map(\.code) == [.accessDeniedByRightsService])
                }
            }
        }
    }

    /// The name of a message.
    private static var name: Regex<Substring> { /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/ }
}

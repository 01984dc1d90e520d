import DMPWire
import HealthRecord
import RecordService
import SOAPWire
import SafeXML
import SampleRecords
import Synchronization
import Testing

@testable import XDSDoor

/// TD0.10 (interop § 2.1): software asks for an address of the professionals' site, under reinforced indirect authentication.
@Suite struct WebAccessTests {
    /// The secrets that addresses were made of.
    private final class Site: Sendable {
        let tokens = Mutex<[String]>([])

        var settings: XDSDoorSettings {
            var settings = XDSDoorSettings()
            settings.siteEntries = { [self] token in
                tokens.withLock { $0.append(token) }
                return "https://pro.essai.example/AccesDirect/Entree/\(tokens.withLock { $0.count })"
            }
            return settings
        }
    }

    private static func sender(
        _ world: World,
        _ key: String = "jeanne",
        as mode: AuthenticationMode = .reinforcedIndirect
    ) throws -> Ask.Sender {
        var sender = try world.sender("gp", key)
        sender.authentication = mode
        return sender
    }

    private static func answer(_ reply: Reply) throws -> OpenWebAccessAnswer {
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return try OpenWebAccessAnswer(payload)
    }

    @Test func anAddressIsGivenWithItsEnd() async throws {
        let site = Site()
        try await World.with(site.settings) { world in
            let reply = try await world.send(Ask.webAccess(try Self.sender(world), world))
            let access = try #require(try Self.answer(reply).access)
            #expect(access.address == "https://pro.essai.example/AccesDirect/Entree/1")
            #expect(access.until == HL7Time(World.now.advanced(bySeconds: 120)))
            #expect(!reply.text.contains(try world.patient("jeanne").ins.matricule.text))
            let tokens = site.tokens.withLock { $0 }
            #expect(tokens.count == 1 && tokens.allSatisfy { $0.utf8.count == 44 })
            // The secret is the one that the custodian knows, once.
            let token = try #require(tokens.first)
            #expect(try await world.service.enter(by: token) != nil)
            #expect(try await world.service.enter(by: token) == nil)
        }
    }

    /// A card opens TD0.9's address; a structure that names nobody opens none.
    @Test(arguments: [AuthenticationMode.direct, .indirect])
    func otherModesAreRefusedByName(mode: AuthenticationMode) async throws {
        let site = Site()
        try await World.with(site.settings) { world in
            let reply = try await world.send(Ask.webAccess(try Self.sender(world, as: mode), world))
            let fault = try #require(try reply.fault())
            #expect(fault.subcode == .dmp("DMPInvalidVIHF") && fault.element == "Authentification_mode")
            #expect(site.tokens.withLock { $0.isEmpty })
        }
    }

    @Test func nobodyOpensARecordThatIsNotThere() async throws {
        let site = Site()
        try await World.with(site.settings) { world in
            let reply = try await world.send(Ask.webAccess(try Self.sender(world, "paul"), world))
            let answer = try Self.answer(reply)
            #expect(answer.outcome.status == "DMPUnknownPatient" && answer.access == nil)
            #expect(site.tokens.withLock { $0.isEmpty })
        }
    }

    /// Where there is no professionals' site there is no such action.
    @Test func withoutASiteTheActionIsNone() async throws {
        try await World.with { world in
            let reply = try await world.send(Ask.webAccess(try Self.sender(world), world))
            #expect(try reply.fault()?.subcode == .addressing("ActionNotSupported"))
        }
    }

    @Test func theMessageSaysNothingMore() async throws {
        let site = Site()
        try await World.with(site.settings) { world in
            let ask = Ask.webAccess(try Self.sender(world), world)
            let full = Ask.soap("habilitations", .openWebAccess, try Self.sender(world), world) { writer in
                writer.start("openWebAccess")
                writer.declare("", Habilitations.namespace)
                writer.element("page", text: "Documents")
                writer.end()
            }
            let refused = try await world.send(full)
            #expect(try refused.fault()?.element?.hasSuffix("/openWebAccess/page") == true, "\(refused.text)")
            #expect(try Self.answer(try await world.send(ask)).outcome.isSuccess)
        }
    }
}

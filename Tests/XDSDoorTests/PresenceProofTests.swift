import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire
import SampleRecords
import Testing
import XDSWire

/// What wants the patient's presence takes the proof that was made elsewhere: at the site, or on the portal (TD1.5; key
/// `consent.proof`).
@Suite struct PresenceProofTests {
    private static let set = "era2019"

    private func send(
        _ request: PatientAccessRequest,
        _ action: DMPAction,
        _ sender: Ask.Sender,
        _ world: World
    ) async throws -> PatientAccessAnswer {
        let reply = try await world.send(Ask.soap("patientsSpecific", action, sender, world) { request.write(&$0) })
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return try PatientAccessAnswer(payload, to: request)
    }

    /// The professional as another door admits him.
    private func visit(_ who: String, _ world: World) async throws -> Visit {
        let envelope = try Ask.authorise(who, "jeanne", world).body
        return try await world.service.admit(
            .assertion(envelope: envelope, peerCertificate: World.certificate),
            request: world.source.id()
        )
    }

    /// Proves the patient's presence by the code that was sent.
    private func prove(to who: String, _ world: World) async throws {
        let asked = try await world.service.requestPresence(by: .code(.email), try await visit(who, world))
        let code = try #require(world.mailbox.lastPresenceCode)
        try await world.service.confirmPresence(asked.id, code: code, try await visit(who, world))
    }

    @Test func theSecretIsRenewedOnceThePatientHasProvedToBeThere() async throws {
        try await World.with(under: Self.set) { world in
            let sender = try world.sender()
            let early = try await send(.renewSecrets, .updatePatientAccess, sender, world)
            #expect(early.outcome.status == "DMPAccessDeniedByRightsService" && early.password == nil)
            try await prove(to: "gp", world)
            let renewed = try await send(.renewSecrets, .updatePatientAccess, sender, world)
            #expect(renewed.outcome.isSuccess && renewed.password != nil, "\(renewed.outcome)")
            let phone = try #require(PatientAccessRequest.Channel(.text, "+33600000043"))
            let changed = try await send(.changeChannel(.add, phone), .patientOTPUpdate, sender, world)
            #expect(changed.outcome.isSuccess, "\(changed.outcome)")
        }
    }

    /// A proof is one professional's own: a colleague's software gains nothing by it.
    @Test func aProofHoldsForWhomItWasGiven() async throws {
        try await World.with(authorised: ["gp", "nurse"], under: Self.set) { world in
            try await prove(to: "nurse", world)
            let other = try await send(.renewSecrets, .updatePatientAccess, try world.sender("gp"), world)
            #expect(other.outcome.status == "DMPAccessDeniedByRightsService")
            let own = try await send(.renewSecrets, .updatePatientAccess, try world.sender("nurse"), world)
            #expect(own.outcome.isSuccess, "\(own.outcome)")
        }
    }
}

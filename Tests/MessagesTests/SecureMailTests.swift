import Foundation
import HealthRecord
import Messages
import Testing

/// Documents on their way to a relay of secured messaging; needs the interpreter named by `DMP_TEST_PYTHON`.
@Suite(.serialized, .enabled(if: PythonServer.mailPython != nil, "set DMP_TEST_PYTHON (Tests/requirements.txt)"))
struct SecureMailerTests {
    private let pool = BlockingPool(threads: 1)

    private func send(
        _ bytes: [UInt8] = [1, 2, 3],
        to server: PythonServer,
        _ security: SMTPSecurity = .startTLS,
        identity: SMTPIdentity? = nil
    ) async throws {
        let settings = try SMTPSettings(
            host: "127.0.0.1",
            port: server.port,
            security: security,
            sender: "dmp@operateur.mssante.fr",
            senderName: "DMP",
            authorities: security == .plainOnLoopback ? nil : server.authority,
            identity: identity,
            timeoutSeconds: 20
        )
        let mailer = SecureMailer(settings, pool: pool, now: { Samples.moment }, makeID: { Samples.id })
        try await mailer.send(try SecureMailSamples.message(bytes))
    }

    @Test func aDocumentArrivesByteForByte() async throws {
        let server = try await PythonServer("smtp_server.py", ["starttls"])
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 256) }
        try await send(bytes, to: server)
        let received = try #require(try server.messages(SMTPServerTests.Received.self).first)
        #expect(received.tls && received.from == "dmp@operateur.mssante.fr" && received.to == ["anne@chu.mssante.fr"])
        let content = received.content.replacing("\r\n", with: "\n")
        let parts = content.components(separatedBy: "\n--partie-\(Samples.id.text)")
        // The head, the text, the archive, the readable file and the end.
        #expect(parts.count == 5)
        let archive = try #require(parts.first { $0.contains("IHE_XDM.ZIP") })
        let coded = archive.components(separatedBy: "\n\n").dropFirst().joined()
        #expect(Data(base64Encoded: coded, options: .ignoreUnknownCharacters).map { Array($0) } == bytes)
    }

    @Test func aRelayThatAsksForACertificateGetsIt() async throws {
        let server = try await PythonServer("smtp_server.py", ["mutual"])
        let identity = SMTPIdentity(
            certificate: server.folder.path + "/server.pem",
            key: server.folder.path + "/server.key"
        )
        try await send(to: server, .implicitTLS, identity: identity)
        #expect(try server.messages(SMTPServerTests.Received.self).map(\.tls) == [true])
        await #expect(throws: MailFailure.self) { try await send(to: server, .implicitTLS) }
        #expect(try server.messages(SMTPServerTests.Received.self).count == 1)
    }

    @Test func aRelayWithoutTLSGetsNothing() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain"])
        await #expect(throws: MailFailure.unsent(.untrusted(.email, code: 64))) { try await send(to: server) }
        #expect(try server.messages(SMTPServerTests.Received.self).isEmpty)
    }

    @Test func aRefusedMailboxIsARefusal() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain", "550 unknown"])
        await #expect(throws: MailFailure.unsent(.refused(.email, status: 550))) {
            try await send(to: server, .plainOnLoopback)
        }
        #expect(try server.messages(SMTPServerTests.Received.self).isEmpty)
    }
}

/// A relay that keeps a message's content and does not say so.
@Suite(.serialized, .enabled(if: PythonServer.mailPython != nil, "set DMP_TEST_PYTHON (Tests/requirements.txt)"))
struct UnconfirmedMailTests {
    /// Sends to a relay that answers the content so; what failed, and how long it took.
    private func failure(_ server: PythonServer) async throws -> (failure: MailFailure?, took: Duration) {
        let settings = try SMTPSettings(
            host: "127.0.0.1",
            port: server.port,
            security: .plainOnLoopback,
            sender: "dmp@operateur.mssante.fr",
            senderName: "DMP",
            timeoutSeconds: 8
        )
        let mailer = SecureMailer(
            settings,
            pool: BlockingPool(threads: 1),
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        let message = try SecureMailSamples.message([UInt8](repeating: 7, count: 300_000))
        let clock = ContinuousClock()
        let start = clock.now
        let failure = await #expect(throws: MailFailure.self) { try await mailer.send(message) }
        return (failure, clock.now - start)
    }

    @Test func silenceIsNoRefusal() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain", "", "silent"])
        let (failure, took) = try await failure(server)
        #expect(failure == .uncertain(.timedOut(.email)))
        // The library's farewell to a silent server would take two minutes more.
        #expect(took < .seconds(60))
        #expect(try server.messages(SMTPServerTests.Received.self).count == 1)
    }

    @Test func aLineThatBreaksIsNoRefusal() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain", "", "hangup"])
        let (failure, _) = try await failure(server)
        guard case .uncertain(.unreachable(.email, _)) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(try server.messages(SMTPServerTests.Received.self).count == 1)
    }

    @Test func whatIsRefusedOnceReadHasNotLeft() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain", "", "552 too large"])
        let (failure, _) = try await failure(server)
        #expect(failure == .unsent(.refused(.email, status: 552)))
        #expect(try server.messages(SMTPServerTests.Received.self).isEmpty)
    }

    @Test func whatReachesNobodyHasNotLeft() async throws {
        let settings = try SMTPSettings(
            host: "127.0.0.1",
            port: 1,
            security: .plainOnLoopback,
            sender: "dmp@operateur.mssante.fr",
            senderName: "DMP"
        )
        for (limit, reason) in [(1, MessageError.unreachable(.email, code: 7)), (0, .busy)] {
            let mailer = SecureMailer(
                settings,
                pool: BlockingPool(threads: 1, limit: limit),
                now: { Samples.moment },
                makeID: { Samples.id }
            )
            await #expect(throws: MailFailure.unsent(reason)) {
                try await mailer.send(try SecureMailSamples.message([1]))
            }
        }
    }
}

/// What needs no server.
@Suite struct SecureMailTests {
    @Test func anOutboxHoldsTheMessageAndItsFiles() async throws {
        let folder = try ScratchFolder()
        let outbox = OutboxFolder(
            path: folder.path,
            service: Samples.service,
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        try await outbox.send(try SecureMailSamples.message([80, 75]))
        let name = "20260312133000-\(Samples.id.text)"
        #expect(folder.names == ["\(name)-IHE_XDM.ZIP", "\(name)-document.pdf", "\(name).json"])
        #expect(try Data(contentsOf: folder.url("\(name)-IHE_XDM.ZIP")) == Data([80, 75]))
        #expect(
            try String(contentsOf: folder.url(name + ".json"), encoding: .utf8)
                == #"{"body":"Sujet\n\nBonjour","channel":"email","code":null,"ins":null,"#
                + #""sentAt":"2026-03-12T13:30:00.000Z","to":"anne@chu.mssante.fr"}"# + "\n"
        )
    }

    @Test func aCertificateNeedsTLS() {
        #expect(throws: MessageSettingsError.identityWithoutTLS) {
            try SMTPSettings(
                host: "127.0.0.1",
                port: 25,
                security: .plainOnLoopback,
                sender: "dmp@example.fr",
                senderName: "DMP",
                identity: SMTPIdentity(certificate: "a", key: "b")
            )
        }
    }
}

enum SecureMailSamples {
    static func message(_ bytes: [UInt8]) throws -> SecureMessage {
        SecureMessage(
            recipient: try #require(SecureMailbox("anne@chu.mssante.fr")),
            subject: "Sujet",
            body: "Bonjour",
            attachments: [
                .init(name: "IHE_XDM.ZIP", mediaType: "application/zip", bytes: bytes),
                .init(name: "document.pdf", mediaType: "application/pdf", bytes: [37]),
            ]
        )
    }
}

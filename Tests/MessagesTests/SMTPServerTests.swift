import Foundation
import HealthRecord
import Messages
import Testing
import Wording

/// Against a real server; needs the interpreter named by `DMP_TEST_PYTHON`.
@Suite(.serialized, .enabled(if: PythonServer.mailPython != nil, "set DMP_TEST_PYTHON (Tests/requirements.txt)"))
struct SMTPServerTests {
    struct Received: Decodable {
        let from: String
        let to: [String]
        let content: String
        let tls: Bool
        let user: String?
    }

    private let pool = BlockingPool(threads: 2)

    private func send(
        to server: PythonServer,
        _ security: SMTPSecurity,
        trusts: Bool = true,
        password: String? = nil,
        notice: Notice = .oneTimeCode("123456", minutes: 5)
    ) async throws {
        let settings = try SMTPSettings(
            host: "127.0.0.1",
            port: server.port,
            security: security,
            credentials: password.map { SMTPCredentials(user: "dmp", password: $0) },
            sender: "dmp@example.fr",
            senderName: "Dossier médical partagé",
            authorities: trusts ? server.authority : nil,
            timeoutSeconds: 20
        )
        let mailer = SMTPMailer(
            settings,
            service: Samples.service,
            pool: pool,
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        try await mailer.carry(Samples.outgoing(notice, by: Samples.mail), in: .french)
    }

    @Test func sendsOverSTARTTLSWithCredentials() async throws {
        let server = try await PythonServer("smtp_server.py", ["starttls"])
        try await send(to: server, .startTLS, password: "mot de passe")
        let received = try #require(try server.messages(Received.self).first)
        #expect(received.tls && received.user == "dmp")
        #expect(received.from == "dmp@example.fr")
        #expect(received.to == ["claire@example.fr"])
        let content = received.content.replacing("\r\n", with: "\n")
        let parts = content.components(separatedBy: "\n\n")
        #expect(parts.first?.contains("Message-ID: <\(Samples.id.text)@example.fr>") == true)
        let body = try #require(Data(base64Encoded: parts.dropFirst().joined(), options: .ignoreUnknownCharacters))
        #expect(String(decoding: body, as: UTF8.self).contains("Votre code est 123456."))
    }

    @Test func sendsOverTLSFromTheFirstByte() async throws {
        let server = try await PythonServer("smtp_server.py", ["tls"])
        try await send(to: server, .implicitTLS)
        #expect(try server.messages(Received.self).map(\.tls) == [true])
    }

    @Test func sendsInClearToThisMachineOnly() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain"])
        try await send(to: server, .plainOnLoopback, trusts: false)
        #expect(try server.messages(Received.self).map(\.tls) == [false])
    }

    @Test func sendsNothingWhereSTARTTLSIsMissing() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain"])
        let error = await #expect(throws: MessageError.self) { try await send(to: server, .startTLS, trusts: false) }
        #expect(error == .untrusted(.email, code: 64))
        #expect(try server.messages(Received.self).isEmpty)
    }

    @Test func sendsNothingToAnUnknownCertificate() async throws {
        let server = try await PythonServer("smtp_server.py", ["starttls"])
        let error = await #expect(throws: MessageError.self) { try await send(to: server, .startTLS, trusts: false) }
        #expect(error == .untrusted(.email, code: 60))
        #expect(try server.messages(Received.self).isEmpty)
    }

    @Test func aWrongPasswordIsARefusal() async throws {
        let server = try await PythonServer("smtp_server.py", ["starttls"])
        let error = await #expect(throws: MessageError.self) {
            try await send(to: server, .startTLS, password: "faux")
        }
        #expect(error == .refused(.email, status: 535))
    }

    @Test(arguments: [("451 later", 451, true), ("550 unknown", 550, false)])
    func aRefusedRecipientIsARefusal(reply: String, status: Int, transient: Bool) async throws {
        let server = try await PythonServer("smtp_server.py", ["plain", reply])
        let error = await #expect(throws: MessageError.self) {
            try await send(to: server, .plainOnLoopback, trusts: false)
        }
        #expect(error == .refused(.email, status: status))
        #expect(error?.isTransient == transient)
    }

    @Test func manyMailsAtOnceAllArrive() async throws {
        let server = try await PythonServer("smtp_server.py", ["plain"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { try await send(to: server, .plainOnLoopback, trusts: false) } }
            try await group.waitForAll()
        }
        #expect(try server.messages(Received.self).count == 20)
    }
}

/// The way in without a server.
@Suite struct MailerTests {
    @Test func aRealServerIsAtHand() {
        guard PythonServer.mailPython == nil else { return }
        Issue.record("no mail server: set DMP_TEST_PYTHON (Tests/requirements.txt)", severity: .warning)
    }

    @Test func anInjectedRecipientIsRefusedBeforeAnyConnection() async throws {
        let settings = try SMTPSettings(
            host: "127.0.0.1",
            port: 1,
            security: .plainOnLoopback,
            sender: "dmp@example.fr",
            senderName: "DMP"
        )
        let mailer = SMTPMailer(
            settings,
            service: Samples.service,
            pool: BlockingPool(threads: 1),
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        for address in ["a@b.fr>\r\nRCPT TO:<c@d.fr", "a@b.fr\nBcc: c@d.fr", "a@b.fr, c@d.fr"] {
            let notice = Samples.outgoing(.newDocument(at: Samples.moment), by: .email(address))
            await #expect(throws: MessageError.addressUnusable(.email)) { try await mailer.carry(notice, in: .french) }
        }
        let notice = Samples.outgoing(.newDocument(at: Samples.moment), by: Samples.mail)
        await #expect(throws: MessageError.unreachable(.email, code: 7)) { try await mailer.carry(notice, in: .french) }
    }

    @Test func aFullPoolSaysBusy() async throws {
        let settings = try SMTPSettings(
            host: "127.0.0.1",
            port: 1,
            security: .plainOnLoopback,
            sender: "dmp@example.fr",
            senderName: "DMP"
        )
        let mailer = SMTPMailer(
            settings,
            service: Samples.service,
            pool: BlockingPool(threads: 1, limit: 0),
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        let notice = Samples.outgoing(.newDocument(at: Samples.moment), by: Samples.mail)
        await #expect(throws: MessageError.busy) { try await mailer.carry(notice, in: .french) }
    }
}

import AsyncHTTPClient
import Foundation
import Hummingbird
import NIOSSL
import ServerKit
import Synchronization
import Testing

@Suite struct MutualTLSTests {
    enum Mode: CaseIterable, Sendable { case optional, required }

    private func run(
        _ mode: Mode,
        authority: TestAuthority,
        test: TestTools = TestTools(),
        gate: PeerGate? = nil,
        body: (Int) async throws -> Void
    ) async throws {
        let gate = gate ?? PeerGate(clock: test.clock, verify: authority.verifier)
        let server = try authority.issue("server")
        let tls = try DoorTLS(
            identity: TLSIdentity(chain: [server.der], privateKey: .pem(server.pemKey)),
            clients: mode == .optional ? .optional(gate) : .required(gate),
            acceptedAuthorities: [authority.root.der]
        )
        try await withDoor(test.tools(), transport: .tls(tls)) { router in
            router.get("/who") { _, context in context.peer == nil ? "nobody" : "somebody" }
        } body: { port, _ in
            try await body(port)
        }
    }

    /// Access and life cycle § 6, PDT-INF-579, C16.
    @Test(arguments: Mode.allCases)
    func admitsAGoodCertificate(mode: Mode) async throws {
        let authority = try TestAuthority("A")
        let client = try authority.issue("client")
        try await run(mode, authority: authority) { port in
            for version in [TLSVersion.tlsv12, .tlsv13] {
                try await withClient(trusting: authority, showing: client, maximum: version) { http in
                    let answer = try await http.fetch("https://localhost:\(port)/who")
                    #expect(answer.status == 200)
                    #expect(answer.body == "somebody")
                }
            }
        }
    }

    @Test func admitsNobodyWhereACertificateIsOptional() async throws {
        let authority = try TestAuthority("A")
        try await run(.optional, authority: authority) { port in
            try await withClient(trusting: authority) { http in
                let answer = try await http.fetch("https://localhost:\(port)/who")
                #expect(answer.body == "nobody")
            }
        }
    }

    @Test func refusesNobodyWhereACertificateIsRequired() async throws {
        let authority = try TestAuthority("A")
        try await run(.required, authority: authority) { port in
            try await withClient(trusting: authority) { http in
                _ = await #expect(throws: (any Error).self) { try await http.fetch("https://localhost:\(port)/who") }
            }
        }
    }

    @Test(arguments: Mode.allCases)
    func refusesAnotherAuthorityAndLogsTheCodeAlone(mode: Mode) async throws {
        let authority = try TestAuthority("A")
        let stranger = try TestAuthority("A").issue("CANARY")
        let test = TestTools()
        try await run(mode, authority: authority, test: test) { port in
            try await withClient(trusting: authority, showing: stranger) { http in
                _ = await #expect(throws: (any Error).self) { try await http.fetch("https://localhost:\(port)/who") }
            }
        }
        #expect(test.log.text.contains(#""event":"peerRefused","door":"test","reason":"unknownAuthority""#))
        #expect(!test.log.text.contains("CANARY"))
    }

    /// Whoever is refused again and again fills no log; another reason is told beside him.
    @Test func aFloodOfRefusalsIsALineForEachReasonAndACount() async throws {
        let authority = try TestAuthority("A")
        let stranger = try TestAuthority("A").issue("client")
        let old = try authority.issue("client", until: TestAuthority.moment.addingTimeInterval(-1))
        let test = TestTools()
        func written() -> [String] {
            test.log.lines.compactMap { line in
                line.firstRange(of: "\"event\":\"peerRefused\"").map { String(line[$0.lowerBound...]) }
            }
        }
        let first = #""event":"peerRefused","door":"test","reason":"unknownAuthority""#
        let other = #""event":"peerRefused","door":"test","reason":"expired""#
        try await run(.required, authority: authority, test: test) { port in
            for credential in [stranger, stranger, stranger, old] {
                try await withClient(trusting: authority, showing: credential) { http in
                    _ = await #expect(throws: (any Error).self) {
                        try await http.fetch("https://localhost:\(port)/who")
                    }
                }
            }
            #expect(written() == [first, other].map { $0 + "}\n" })
        }
        // What was gathered is written at the end at the latest, before the door is closed.
        #expect(written().count == 3 && written().last?.hasPrefix(first + #","count":"#) == true)
        let told = try #require(test.log.lines.lastIndex { $0.contains("peerRefused") })
        #expect(try #require(test.log.lines.firstIndex { $0.contains("doorClosed") }) > told)
    }

    @Test(arguments: Mode.allCases)
    func refusesAnExpiredCertificate(mode: Mode) async throws {
        let authority = try TestAuthority("A")
        let old = try authority.issue("client", until: TestAuthority.moment.addingTimeInterval(-1))
        let test = TestTools()
        try await run(mode, authority: authority, test: test) { port in
            try await withClient(trusting: authority, showing: old) { http in
                _ = await #expect(throws: (any Error).self) { try await http.fetch("https://localhost:\(port)/who") }
            }
        }
        #expect(test.log.text.contains(#""reason":"expired""#))
    }

    @Test func refusesTLSBefore12() async throws {
        let authority = try TestAuthority("A")
        try await run(.optional, authority: authority) { port in
            try await withClient(trusting: authority, maximum: .tlsv11) { http in
                _ = await #expect(throws: (any Error).self) { try await http.fetch("https://localhost:\(port)/who") }
            }
        }
    }

    @Test func asksAgainOnAnOpenConnectionOnceTheAcceptanceIsOld() async throws {
        let authority = try TestAuthority("A")
        let client = try authority.issue("client")
        let test = TestTools()
        let verify = authority.verifier
        let flag = Flag()
        let gate = PeerGate(clock: test.clock, freshnessSeconds: 60) { chain in
            flag.isUp ? .refused(.revoked) : await verify(chain)
        }
        try await run(.required, authority: authority, test: test, gate: gate) { port in
            try await withClient(trusting: authority, showing: client) { http in
                let first = try await http.fetch("https://localhost:\(port)/who")
                #expect(first.status == 200)
                flag.raise()
                let second = try await http.fetch("https://localhost:\(port)/who")
                #expect(second.status == 200)
                test.hand.advance(seconds: 60)
                let third = try await http.fetch("https://localhost:\(port)/who")
                #expect(third.status == 403)
            }
        }
        #expect(test.log.text.contains(#""reason":"revoked""#))
    }

    @Test func theGateNeverRemembersARefusalAndForgetsOnDemand() async throws {
        let test = TestTools()
        let flag = Flag()
        let gate = PeerGate(clock: test.clock) { chain in flag.isUp ? .accepted(path: chain) : .refused(.profile) }
        #expect(await gate.admit(presented: []) == .refused(.missing))
        #expect(await gate.admit(presented: [[1], [2]]) == .refused(.profile))
        flag.raise()
        #expect(await gate.recheck(leaf: [1]) == .accepted(path: [[1]]))
        #expect(await gate.admit(presented: [[1], [2]]) == .accepted(path: [[1], [2]]))
        flag.lower()
        test.hand.advance(seconds: 59)
        #expect(await gate.recheck(leaf: [1]) == .accepted(path: [[1], [2]]))
        gate.forgetAll()
        #expect(await gate.recheck(leaf: [1]) == .refused(.profile))
    }

    @Test func refusesUnusableIdentities() throws {
        let authority = try TestAuthority("A")
        let good = try authority.issue("server")
        let other = try authority.issue("other")
        #expect(throws: DoorError.unusableCertificate) { try TLSIdentity(chain: [], privateKey: .pem(good.pemKey)) }
        #expect(throws: DoorError.unusableCertificate) {
            try TLSIdentity(chain: [[1, 2]], privateKey: .pem(good.pemKey))
        }
        #expect(throws: DoorError.unusablePrivateKey) {
            try TLSIdentity(chain: [good.der], privateKey: .der([1, 2]))
        }
        let mixed = try TLSIdentity(chain: [good.der], privateKey: .pem(other.pemKey))
        #expect(throws: DoorError.unusableTLSSettings) { try DoorTLS(identity: mixed, clients: .none) }
    }
}

/// Something that a test switches while a server runs.
final class Flag: Sendable {
    private let value = Mutex(false)
    var isUp: Bool { value.withLock { $0 } }
    func raise() { value.withLock { $0 = true } }
    func lower() { value.withLock { $0 = false } }
}

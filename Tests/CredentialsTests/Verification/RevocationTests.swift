import FuzzSeeds
import HealthRecord
import SwiftASN1
import Testing
import X509

@testable import Credentials

@Suite struct RevocationTests {
    let world: World

    init() throws { world = try World.fast.get() }

    private func answer(
        _ der: [UInt8],
        lists: RevocationLists,
        policy: RevocationPolicy = .strict,
        at now: Instant = World.now
    ) async throws -> Result<RevocationStanding, CertificateRefusal> {
        let verifier = try world.verifier(revocation: policy, lists: lists)
        do throws(CertificateRefusal) {
            return .success(
                try await verifier.verify(der: der, for: Set(CertificateUse.allCases), at: now).revocation
            )
        } catch {
            return .failure(error)
        }
    }

    @Test func aRevokedCertificateIsRefusedAndItsTwinIsNot() async throws {
        let lists = try world.lists(revoked: [world.physician.signature])
        #expect(try await answer(world.physician.signature.der, lists: lists) == .failure(.revoked))
        #expect(try await answer(world.physician.authentication.der, lists: lists) == .success(.clear))
    }

    /// A serial number whose first bit is set takes one byte more in DER.
    @Test(arguments: [0x7F, 0x80, 0xFF, 0x8000, UInt64.max - 20] as [UInt64])
    func serialNumbersOfAnySignAreFound(_ serial: UInt64) async throws {
        var pki = try SamplePKI(keys: .p256, validFrom: World.start, firstSerial: serial)
        let pair = try pki.issueProfessional(try World.professional(World.physicianID))
        let anchors = try pki.anchors()
        let lists = RevocationLists(
            try pki.revocationLists(at: World.now, revoked: [pair.signature]).map {
                try RevocationList($0, anchors: anchors)
            }
        )
        let verifier = CertificateVerifier(anchors: anchors, domain: .rehearsal, revocation: .strict, lists: lists)
        let refusal = await error { () async throws(CertificateRefusal) in
            try await verifier.verify(der: pair.signature.der, for: [.personSignature], at: World.now)
        }
        #expect(refusal == .revoked)
    }

    @Test func aRevokedAuthorityVouchesForNobody() async throws {
        let authority = try world.pki.credential(of: .strongPersons)
        let lists = try world.lists(revoked: [authority])
        #expect(try await answer(world.physician.signature.der, lists: lists) == .failure(.authorityRevoked))
        #expect(try await answer(world.hospital.signature.der, lists: lists) == .success(.clear))
    }

    @Test func withoutAListTheStrictPolicyRefuses() async throws {
        let der = world.physician.signature.der
        #expect(try await answer(der, lists: RevocationLists()) == .failure(.revocationUnknown))
        #expect(try await answer(der, lists: RevocationLists(), policy: .rehearsal) == .success(.unchecked))
    }

    /// `nextUpdate`, then the grace of four hours, at −1, 0 and +1 second.
    @Test(
        arguments: [
            (-1, .success(.clear)), (0, .success(.clear)), (1, .success(.deferred)),
            (4 * 3600 - 1, .success(.deferred)), (4 * 3600, .success(.deferred)),
            (4 * 3600 + 1, .failure(.revocationStale)),
        ] as [(Int64, Result<RevocationStanding, CertificateRefusal>)]
    )
    func listsAge(_ seconds: Int64, _ expected: Result<RevocationStanding, CertificateRefusal>) async throws {
        let lists = try world.lists(lifetime: 3600)
        let now = World.now.advanced(bySeconds: 3600 + seconds)
        #expect(try await answer(world.physician.signature.der, lists: lists, at: now) == expected)
    }

    @Test func aListOfTheFutureIsNotBelieved() async throws {
        let lists = try world.lists(at: World.now.advanced(bySeconds: 1))
        #expect(try await answer(world.physician.signature.der, lists: lists) == .failure(.revocationStale))
    }

    @Test func anOldListStillRevokes() async throws {
        let lists = try world.lists(revoked: [world.physician.signature], lifetime: 60)
        let late = World.now.advanced(bySeconds: 30 * 86_400)
        #expect(try await answer(world.physician.signature.der, lists: lists, at: late) == .failure(.revoked))
    }

    @Test func newListsReplaceVerdicts() async throws {
        let verifier = try world.verifier()
        let der = world.physician.signature.der
        _ = try await verifier.verify(der: der, for: [.personSignature], at: World.now)
        verifier.replace(lists: try world.lists(revoked: [world.physician.signature]))
        let refusal = await error { () async throws(CertificateRefusal) in
            try await verifier.verify(der: der, for: [.personSignature], at: World.now)
        }
        #expect(refusal == .revoked)
    }

    @Test func theNewestListOfAnAuthorityCounts() throws {
        let old = try world.pki.revocationLists(at: World.start)
        let new = try world.pki.revocationLists(at: World.now, revoked: [world.physician.signature])
        let lists = RevocationLists(try (new + old).map { try RevocationList($0, anchors: world.anchors) })
        #expect(lists.count == SampleAuthority.allCases.count)
        let chain = [
            world.physician.signature, try world.pki.credential(of: .strongPersons),
            try world.pki.credential(of: .strongRoot),
        ].map(\.certificate)
        #expect(throws: CertificateRefusal.revoked) { try lists.standing(of: chain, at: World.now, policy: .strict) }
    }

    @Test func readsPEM() throws {
        let der = try #require(try world.pki.revocationLists(at: World.now).first)
        let pem = PEMDocument(type: "X509 CRL", derBytes: der).pemString
        #expect(try RevocationList(Array(pem.utf8), anchors: world.anchors).count == 0)
    }

    @Test func aForgedListIsRefused() throws {
        let authority = try world.pki.credential(of: .strongPersons)
        let end = World.now.advanced(bySeconds: 60)
        let forged = try SamplePKI.list(
            authority,
            serials: [],
            from: World.now,
            to: end,
            signedBy: world.physician.signature.key
        )
        #expect(throws: RevocationListError.invalidSignature) { try RevocationList(forged, anchors: world.anchors) }
        let stranger = try SamplePKI.list(world.physician.signature, serials: [], from: World.now, to: end)
        #expect(throws: RevocationListError.unknownAuthority) { try RevocationList(stranger, anchors: world.anchors) }
    }

    @Test func aDeltaIsNotTakenForTheWhole() throws {
        let authority = try world.pki.credential(of: .strongPersons)
        let delta = Certificate.Extension(oid: [2, 5, 29, 27], critical: true, value: [2, 1, 1])
        let number = Certificate.Extension(oid: [2, 5, 29, 20], critical: false, value: [2, 1, 1])
        let end = World.now.advanced(bySeconds: 60)
        let partial = try SamplePKI.list(
            authority,
            serials: [5],
            from: World.now,
            to: end,
            extensions: [number, delta]
        )
        #expect(throws: RevocationListError.unsupported) { try RevocationList(partial, anchors: world.anchors) }
        let whole = try SamplePKI.list(authority, serials: [5], from: World.now, to: end, extensions: [number])
        #expect(try RevocationList(whole, anchors: world.anchors).count == 1)
    }

    @Test func alteredListsAreRefused() throws {
        let list = try #require(try world.pki.revocationLists(at: World.now, revoked: [world.physician.signature]).last)
        for position in list.indices {
            var altered = list
            altered[position] ^= 1
            #expect(throws: RevocationListError.self) { try RevocationList(altered, anchors: world.anchors) }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func mutatedListsNeverTrap(_ seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let list = try #require(try world.pki.revocationLists(at: World.now, revoked: [world.physician.signature]).last)
        _ = try? RevocationList(random.mutated(list), anchors: world.anchors)
    }
}

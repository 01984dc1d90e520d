import HealthRecord
import SOAPWire
import SampleRecords
import Testing

@testable import LPSKit

@Suite struct SettingsTests {
    private func software(
        services: String = World.services,
        authorities: [String]? = nil,
        adjust: (inout CareIdentity) throws -> Void = { _ in }
    ) throws -> CareSoftware {
        let world = try World.fast.get()
        var identity = world.direct
        try adjust(&identity)
        return try CareSoftware(
            services: services,
            authorities: authorities ?? world.authorities,
            identity: identity,
            product: World.product,
            sources: LPSSources(clock: { World.now }, ids: { UniqueID(random: (1, 2)) })
        )
    }

    @Test func goodSettingsMakeASoftware() async throws { await (try software()).shutdown() }

    @Test(arguments: ["", "http://localhost/", "https://", "https:///x", "https://a b/", "localhost"])
    func addressesMustBeSecureURLs(_ address: String) throws {
        #expect(throws: LPSError.settings(.address)) { try software(services: address) }
    }

    @Test func authoritiesMustBePEM() throws {
        #expect(throws: LPSError.settings(.authorities)) { try software(authorities: ["nothing"]) }
    }

    @Test func keysMustBelongToTheirCertificates() throws {
        #expect(throws: LPSError.settings(.authentication)) {
            try software { $0.authentication.privateKey = $0.signature.privateKey }
        }
        #expect(throws: LPSError.settings(.signature)) {
            try software { $0.signature.certificate = $0.authentication.certificate }
        }
    }

    @Test func eachOperationHasItsEndpoint() throws {
        let address = try #require(ServiceAddress("https://dmp.example/v2/services"))
        let paths = DMPAction.allCases.map { address.endpoint($0) }
        #expect(paths.allSatisfy { $0.hasPrefix("https://dmp.example/v2/services/") && !$0.hasSuffix("/") })
        #expect(address.endpoint(.provideAndRegister) == "https://dmp.example/v2/services/repository")
        #expect(ServiceAddress("https://dmp.example/v2/services/")?.endpoint(.retrieve) == address.endpoint(.retrieve))
    }

    @Test func nobodyListeningIsSaidSo() async throws {
        // Port 1 of the loopback interface: refused at once.
        let software = try software(services: "https://127.0.0.1:1/")
        let patient = try World.fast.get().patient.ins
        let error = await failure { () throws(LPSError) in try await software.documents(of: patient) }
        await software.shutdown()
        #expect(error == .connection(.unreachable))
    }
}

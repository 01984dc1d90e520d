import HTTPTypes
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// A second way to the pages beside the menu, from the foot of each (identity § 8.2, RGAA 12.1 and 12.3).
@Suite struct SiteMapTests {
    private static func links(_ page: Browser.Shown, in part: String) throws -> Set<String> {
        Set(try HTMLParser.parse(page.body).all(part).flatMap { $0.all("a") }.compactMap { $0.attributes["href"] })
    }

    @Test func thePlanIsAtTheFootAndLeadsOn() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let visitor = Browser(client)
            #expect(try Self.links(try await visitor.get("/"), in: "footer").contains("/plan-du-site"))
            let plan = try await visitor.get("/plan-du-site")
            #expect(plan.status == .ok && plan.body.contains("Historique des accès"))
            #expect(try Self.links(plan, in: "main").isSuperset(of: ["/", "/situation", "/patients", "/aide"]))
            // No address of a record stands in it, whoever reads it.
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let own = try await doctor.get("/plan-du-site")
            #expect(own.status == .ok && own.body.contains("/patients"))
            #expect(try Self.links(own, in: "main").allSatisfy { !$0.contains(handle) })
        }
    }
}

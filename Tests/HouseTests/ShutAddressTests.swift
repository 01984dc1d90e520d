import Testing

/// Addresses under which digital services and another country's contact point would come (access and life cycle § 1.2, § 6;
/// CSP R1111-32, L1111-22).
@Suite struct ShutAddressTests {
    /// A consent for each purpose and for each request can be asked nowhere yet: until then no room serves what they would call.
    @Test(arguments: ["/fhir", "/oauth", "/token", "/authorize", "/.well-known/openid", "/.well-known/smart", "/ncpeh"])
    func noRoomServesSuchAnAddress(address: String) {
        for source in HouseTests.sources {
            for line in source.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                let literals = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                    .filter { !$0.offset.isMultiple(of: 2) }
                #expect(
                    !literals.contains { $0.element.lowercased().contains(address) },
                    "\(source.file) names \(address)"
                )
            }
        }
    }

    /// The walls themselves: no room of that kind is in the house.
    @Test func noRoomOfThatKindIsThere() {
        #expect(HouseTests.sources.allSatisfy { !$0.room.hasPrefix("FHIR") && !$0.room.contains("OAuth") })
    }
}

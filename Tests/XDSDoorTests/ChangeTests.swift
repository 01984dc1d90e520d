import HealthRecord
import SampleRecords
import Testing
import XDSDoor
import XDSWire

/// Several changes in one message (ITI TF-2 § 3.57.4.1.3; TD3.3).
@Suite struct ChangeTests {
    @Test func changesOfSeveralDocumentsAreMadeTogether() async throws {
        try await World.with { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(3)), sender)
            let before = try await world.entries(sender)
            let request = try Updates.request(
                [
                    try Updates.status(before[0], .approved, .archived),
                    try Updates.visibility(before[1], add: Visibility.maskedCode),
                    try Updates.status(before[2], .approved, .deleted),
                ],
                world
            )
            let reply = try await world.send(Ask.update(request, sender, world))
            #expect(try reply.registry() == .success, "\(reply.text)")
            try Golden.check(reply, "td3.3-three")
            let after = try await world.entries(sender)
            #expect(after.first?.status == .archived)
            #expect(
                after.contains {
                    $0.logicalID == before[1].logicalID && $0.confidentialityCodes.contains(Visibility.maskedCode)
                }
            )
            #expect(!after.contains { $0.logicalID == before[2].logicalID && $0.status == .approved })
            // And back, the archived one under its new identity and the masked one under its new version.
            let masked = try #require(after.first { $0.logicalID == before[1].logicalID })
            let back = try Updates.request(
                [
                    try Updates.status(after[0], .archived, .approved),
                    try Updates.visibility(masked, remove: Visibility.maskedCode),
                ],
                world
            )
            #expect(try await world.send(Ask.update(back, sender, world)).registry() == .success)
            let last = try await world.entries(sender)
            #expect(last[0].status == .approved)
            #expect(!last[1].confidentialityCodes.contains(Visibility.maskedCode))
        }
    }

    /// Of several changes the one that is not offered is counted.
    @Test func theChangeAtFaultIsCounted() async throws {
        try await World.with { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(2)), sender)
            let before = try await world.entries(sender)
            let request = try Updates.request(
                [
                    try Updates.status(before[0], .approved, .archived),
                    try Updates.visibility(before[1], add: Visibility.hiddenFromPatientCode),
                ],
                world
            )
            let problems = try await world.send(Ask.update(request, sender, world)).registry().problems
            #expect(problems.map(\.code) == [.metadataUpdateError])
            #expect(problems.map(\.location) == ["Association[2]/DocumentEntry.confidentialityCode"])
            #expect(try await world.entries(sender).map(\.status) == before.map(\.status))
        }
    }

    @Test func moreThanAllowedAreRefusedWhole() async throws {
        var settings = XDSDoorSettings()
        settings.changes = 1
        try await World.with(settings) { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(2)), sender)
            let updates = try await world.entries(sender).map { try Updates.status($0, .approved, .archived) }
            let reply = try await world.send(Ask.update(try Updates.request(updates, world), sender, world))
            #expect(try reply.registry().problems.map(\.code) == [.metadataUpdateOperationError])
            try Golden.check(reply, "td3.3-too-many")
            #expect(try await world.entries(sender).allSatisfy { $0.status == .approved })
        }
    }

    @Test(arguments: [-1, 0, 1]) func limitsTheChangesOfAMessage(_ excess: Int) async throws {
        try await World.with(XDSDoorSettings(changes: 2)) { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(3)), sender)
            let updates = try await world.entries(sender).prefix(2 + excess).map {
                try Updates.status($0, .approved, .archived)
            }
            #expect(updates.count == 2 + excess)
            let reply = try await world.send(Ask.update(try Updates.request(updates, world), sender, world))
            let problems = try reply.registry().problems.map(\.code)
            #expect(problems == (excess > 0 ? [.metadataUpdateOperationError] : []), "\(reply.text)")
            let archived = try await world.entries(sender).count { $0.status == .archived }
            #expect(archived == (excess > 0 ? 0 : updates.count))
        }
    }

    /// TD3.3b: what the patient or the representatives may not see is shown to them, and cannot be hidden again (EX_3.3-1045)
    /// (access and life cycle § 3.7, CSP R1111-50).
    @Test(arguments: [Visibility.hiddenFromPatientCode, Visibility.hiddenFromRepresentativesCode])
    func whatIsHiddenIsRevealedForGood(_ code: Code) async throws {
        try await World.with { world in
            let sender = try world.sender()
            var lot = try SampleLot(Array(try world.documents(of: "jeanne").prefix(1)), world)
            lot.submission.entries[0].confidentialityCodes.append(code)
            let taken = try await world.send(try lot.ask(sender, world))
            #expect(try taken.registry() == .success, "\(taken.text)")
            let hidden = try #require(try await world.entries(sender).first)
            #expect(hidden.confidentialityCodes.contains(code))
            let reveal = try Updates.request([try Updates.visibility(hidden, remove: code)], world)
            let reply = try await world.send(Ask.update(reveal, sender, world))
            #expect(try reply.registry() == .success, "\(reply.text)")
            let shown = try #require(try await world.entries(sender).first)
            #expect(!shown.confidentialityCodes.contains(code))
            let hide = try Updates.request([try Updates.visibility(shown, add: code)], world)
            let again = try await world.send(Ask.update(hide, sender, world))
            let problems = try again.registry().problems
            #expect(problems.map(\.code) == [.metadataUpdateError], "\(again.text)")
            #expect(problems.map(\.location) == ["DocumentEntry.confidentialityCode"])
        }
    }

    /// CSP R1111-50: at the minor's request a document that stands is closed to the representatives; opened to them, it is
    /// closed no more (EX_3.3-1045).
    @Test func aMinorsDocumentIsClosedToTheRepresentatives() async throws {
        let code = Visibility.hiddenFromRepresentativesCode
        let key = "noe"
        try await World.with(open: [key]) { world in
            let sender = try world.sender("gp", key)
            let person = try world.patient(key)
            var document = try world.documents(of: "jeanne")[0]
            document.patient = person
            try await world.deposit([document], sender)
            let shown = try #require(try await world.entries(sender).first)
            let hide = try Updates.request([try Updates.visibility(shown, add: code)], world, key: key)
            let reply = try await world.send(Ask.update(hide, sender, world))
            #expect(try reply.registry() == .success, "\(reply.text)")
            try Golden.check(reply, "td3.3-close-to-representatives")
            let hidden = try #require(try await world.entries(sender).first)
            #expect(hidden.confidentialityCodes.contains(code))
            // With another change in the same entry it is two changes.
            let both = try Updates.request(
                [try Updates.visibility(hidden, add: Visibility.maskedCode, remove: code)],
                world,
                key: key
            )
            let refused = try await world.send(Ask.update(both, sender, world))
            #expect(try refused.registry().problems.map(\.code) == [.metadataUpdateOperationError])
            // Opened to them, it is closed to them no more: neither by an update nor by a new version (EX_3.3-1045).
            let reveal = try Updates.request([try Updates.visibility(hidden, remove: code)], world, key: key)
            #expect(try await world.send(Ask.update(reveal, sender, world)).registry() == .success)
            let opened = try #require(try await world.entries(sender).first)
            #expect(!opened.confidentialityCodes.contains(code))
            let again = try Updates.request([try Updates.visibility(opened, add: code)], world, key: key)
            let problems = try await world.send(Ask.update(again, sender, world)).registry().problems
            #expect(problems.map(\.code) == [.metadataUpdateError])
            #expect(problems.map(\.location) == ["DocumentEntry.confidentialityCode"])
            #expect(try await world.entries(sender).first?.confidentialityCodes == opened.confidentialityCodes)
        }
    }
}

import ServerKit
import Testing

@Suite struct UploadGateTests {
    @Test(arguments: [(3, true), (4, true), (5, false)])
    func letsInUpToItsLimit(uploads: Int, areLetIn: Bool) throws {
        let gate = UploadGate()
        let before = try (1..<uploads).map { _ in try gate.enter([1]) }
        if areLetIn {
            #expect(throws: Never.self) { try gate.enter([1]) }
        } else {
            #expect(throws: TooManyUploads.self) { try gate.enter([1]) }
        }
        withExtendedLifetime(before) {}
    }

    @Test func countsEachClientForItself() throws {
        let gate = UploadGate(perClient: 1)
        let first = try gate.enter([1])
        #expect(throws: TooManyUploads.self) { try gate.enter([1]) }
        let second = try gate.enter([2])
        #expect(gate.clients == 2)
        withExtendedLifetime((first, second)) {}
    }

    @Test func anUploadThatEndsMakesRoomAndLeavesNothing() throws {
        let gate = UploadGate(perClient: 1)
        do {
            let upload = try gate.enter([1])
            withExtendedLifetime(upload) {}
        }
        #expect(gate.clients == 0)
        let again = try gate.enter([1])
        withExtendedLifetime(again) {}
    }

    @Test func aLimitOfNoneLetsNothingIn() {
        #expect(throws: TooManyUploads.self) { try UploadGate(perClient: -1).enter([]) }
    }
}

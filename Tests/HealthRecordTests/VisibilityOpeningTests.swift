import HealthRecord
import Testing

/// EX_3.3-1045: what was opened to representatives is not closed to them again, by a change or by a new version.
@Suite struct VisibilityOpeningTests {
    /// Every set of bits that mean something.
    private static let every = (UInt8.min ... .max).map { Visibility(rawValue: $0) }.filter {
        Visibility.known.contains($0)
    }

    @Test func onlyWhatWasOpenedIsKeptFromClosing() {
        #expect(Self.every.count == 64)
        for old in Self.every {
            for asked in Self.every {
                let closesAgain =
                    old.contains(.openedToRepresentatives) && asked.contains(.hiddenFromRepresentatives)
                #expect(old.mayBecome(asked) == !closesAgain)
                #expect(old.mayBeFollowed(by: asked, isSecret: false) == !closesAgain)
                // What a minor keeps secret now is still a secret.
                #expect(old.mayBeFollowed(by: asked, isSecret: true))
            }
        }
    }
}

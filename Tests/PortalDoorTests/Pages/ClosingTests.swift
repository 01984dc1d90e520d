import PageKit
import Testing
import Wording

@testable import PortalDoor

/// What somebody is told before he closes his record (access and life cycle § 4; CNIL 2016).
@Suite struct ClosingTests {
    @Test(arguments: [Language.french, .english])
    func whoHasDirectivesIsToldThatTheyGoOutOfReach(language: Language) {
        let frame = PageSamples.frame(language, signedIn: true)
        let words = ClosingText.directives(language)
        #expect(ClosingPage(hasDirectives: true).render(in: frame).contains(words))
        #expect(!ClosingPage().render(in: frame).contains(words))
    }

    /// Access and life cycle § 4: ten years, the way back, and what a request of erasure does.
    @Test func whatFollowsIsSaidBefore() {
        let page = ClosingPage().render(in: PageSamples.frame(.french, signedIn: true))
        for text in [ClosingText.kept, .reopening, .destruction, .professionals] {
            #expect(page.contains(text(.french)), "\(text)")
        }
    }
}

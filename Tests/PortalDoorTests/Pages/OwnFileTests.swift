import RecordService
import Testing
import Wording

@testable import PortalDoor

/// What a person may add, by its bytes (access and life cycle § 3.8: PDF, TXT, RTF, JPEG, TIFF, 5 MB).
@Suite struct OwnFileTests {
    private static func kind(_ bytes: [UInt8]) -> String? {
        if case .success(let file) = OwnFile.read(bytes) { file.mediaType } else { nil }
    }

    @Test func kindsAreKnownByTheirFirstBytes() {
        let text = Array("{\\rtf1\\ansi Bonjour}".utf8)
        #expect(Self.kind(text) == "text/rtf")
        #expect(Self.kind([0x49, 0x49, 0x2A, 0x00, 8, 0, 0, 0]) == "image/tiff")
        #expect(Self.kind([0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8]) == "image/tiff")
        #expect(Self.kind([0xFF, 0xD8, 0xFF, 0xE0]) == "image/jpeg")
        #expect(Self.kind(Array("Bonjour".utf8)) == "text/plain")
        #expect(Self.kind(Array("<html><script></script></html>".utf8)) == nil)
        #expect(Self.kind(Array("PK\u{3}\u{4}".utf8)) == nil)
    }

    @Test func whatMayRunWhenItIsOpenedIsNotTaken() {
        let object = Array("{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}".utf8)
        guard case .failure(let reason) = OwnFile.read(object) else {
            Issue.record("taken")
            return
        }
        #expect(reason.text == .fileActive)
    }

    @Test(arguments: [-1, 0, 1]) func oneLimitHoldsAtTheDoorAndBehindIt(step: Int) {
        let bytes = [UInt8](repeating: 0x41, count: OwnDocument.sizeLimit + step)
        #expect((Self.kind(bytes) != nil) == (step <= 0))
        let document = OwnDocument(
            title: "Mesure",
            type: OwnDocumentKind.other.code,
            mediaType: "text/plain",
            bytes: bytes
        )
        #expect((document.fault == nil) == (step <= 0))
    }
}

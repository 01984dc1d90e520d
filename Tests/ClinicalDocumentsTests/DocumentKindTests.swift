import HealthRecord
import Testing

@testable import ClinicalDocuments

/// Media types are decided by first bytes (security design § 5.5).
@Suite struct DocumentKindTests {
    static let pdf = Array("%PDF-1.7\n".utf8)
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    static let dicom = [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)

    @Test(arguments: [
        (pdf, DocumentKind.pdf), (png, .png), (jpeg, .jpeg), ([0x49, 0x49, 0x2A, 0x00], .tiff),
        ([0x4D, 0x4D, 0x00, 0x2A], .tiff), (Array("GIF89a".utf8), .gif), ([0x50, 0x4B, 0x03, 0x04], .zip),
        (dicom, .dicom), (Array("{\\rtf1".utf8), .rtf), (Array("Bonjour, ça va ?\n".utf8), .text),
        (Array("< 5 mg/L".utf8), .text), ([0xFF, 0xFE, 0x41], .unknown), ([0x41, 0x00], .unknown),
        (Array("%PDF".utf8), .text), (Array("\u{1B}[31m".utf8), .unknown),
    ])
    func knowsByFirstBytes(bytes: [UInt8], kind: DocumentKind) {
        #expect(DocumentKind(of: bytes) == kind)
    }

    @Test(arguments: [
        ("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>", DocumentKind.cda),
        ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- a --><hl7:ClinicalDocument>", .cda),
        ("<?xml version=\"1.0\"?><Signature/>", .xml), ("<!DOCTYPE html><html>", .html), ("  <HTML>", .html),
        ("<script>alert(1)</script>", .html), ("<?xml version=\"1.0\"?><svg xmlns=\"a\"/>", .svg),
        ("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>", .unknown), ("<!-- never closed", .html), ("<?xml", .unknown),
        ("<x:script/>", .html), ("<!DOCTYPE x><x/>", .xml),
    ])
    func knowsMarkupByItsRoot(text: String, kind: DocumentKind) {
        #expect(DocumentKind(of: Array(text.utf8)) == kind)
    }

    @Test(arguments: [
        (pdf, "application/pdf"), (pdf, "Application/PDF; charset=binary"), (png, "image/png"),
        (Array("<ClinicalDocument/>".utf8), "text/xml"), (Array("salut".utf8), "text/plain"),
        (dicom, "application/dicom"),
    ])
    func takesWhatIsWhatItSays(bytes: [UInt8], media: String) throws {
        #expect(throws: Never.self) { try DocumentKindPolicy.standard.check(bytes, declared: media) }
    }

    @Test(arguments: [
        ([UInt8](), "text/plain", DocumentKindError.empty),
        (pdf, "text/xml", .mismatch(declared: "text/xml", found: .pdf)),
        (Array("<html>".utf8), "text/plain", .refused(.html)), (Array("<html>".utf8), "text/html", .refused(.html)),
        (Array("{\\rtf1}".utf8), "text/rtf", .refused(.rtf)), (Array("<svg/>".utf8), "image/svg+xml", .refused(.svg)),
        ([0x50, 0x4B, 0x03, 0x04], "application/pdf", .refused(.zip)), ([0x00], "text/plain", .refused(.unknown)),
        (Array("GIF89a".utf8), "image/gif", .refused(.gif)),
    ])
    func refusesTheRest(bytes: [UInt8], media: String, error: DocumentKindError) {
        #expect(throws: error) { try DocumentKindPolicy.standard.check(bytes, declared: media) }
    }

    @Test func aPolicyMayTakeRichText() throws {
        let policy = DocumentKindPolicy(accepted: [.rtf])
        #expect(try policy.check(Array("{\\rtf1}".utf8), declared: "text/rtf") == .rtf)
    }

    @Test(
        arguments: [
            (png + [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0, 2], DocumentKind.png, 512),
            (Array("GIF89a".utf8) + [3, 0, 4, 0], .gif, 12),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 5], .jpeg, 10), (png, .png, nil),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], .jpeg, nil),
        ] as [([UInt8], DocumentKind, Int?)]
    )
    func readsPixelsFromHeaders(bytes: [UInt8], kind: DocumentKind, pixels: Int?) {
        #expect(ImageSize.pixels(bytes, kind: kind) == pixels)
    }
}

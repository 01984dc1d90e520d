import HealthRecord
import RecordService
import Testing

/// What a holder may file himself (access and life cycle § 3.8; CSP R1111-42).
@Suite struct OwnDocumentTests {
    private static let heads: [String: [UInt8]] = [
        "application/pdf": Array("%PDF-1.7".utf8), "text/plain": Array("Bonjour".utf8),
        "text/rtf": Array("{\\rtf1".utf8),
        "image/jpeg": [0xFF, 0xD8, 0xFF, 0xE0], "image/tiff": [0x49, 0x49, 0x2A, 0x00],
        "image/png": [0x89, 0x50, 0x4E, 0x47],
    ]

    private func document(
        _ type: Code = Code("DOCPAT02", CodeSystem.frenchType),
        mediaType: String = "text/plain",
        bytes: [UInt8]? = nil,
        title: String = "Mon document"
    ) -> OwnDocument {
        OwnDocument(title: title, type: type, mediaType: mediaType, bytes: bytes ?? Self.heads[mediaType] ?? [0x4D])
    }

    /// Access and life cycle § 3.8: PDF, text, RTF, JPEG, TIFF; five megabytes; the patient's own types.
    @Test func theHoldersFilesHaveAFormAndASize() {
        for mediaType in ["application/pdf", "text/plain", "text/rtf", "image/jpeg", "image/tiff"] {
            #expect(document(mediaType: mediaType).fault == nil, "\(mediaType)")
        }
        for mediaType in ["text/html", "application/zip", "application/msword", "image/svg+xml"] {
            #expect(document(mediaType: mediaType).fault == "mediaType", "\(mediaType)")
        }
        let limit = 5_000_000
        #expect(document(bytes: [UInt8](repeating: 0x61, count: limit)).fault == nil)
        #expect(document(bytes: [UInt8](repeating: 0x61, count: limit + 1)).fault == "size")
        #expect(document(bytes: []).fault == "size")
    }

    /// Access and life cycle § 3.8: DOCPAT01 to 09, EXPPAT_1 to 3 and the questionnaire; nothing that professionals write.
    @Test func theHolderFilesHisOwnTypesOnly() {
        let own = (1...9).map { "DOCPAT0\($0)" } + (1...3).map { "EXPPAT_\($0)" }
        for type in own { #expect(document(Code(type, CodeSystem.frenchType)).fault == nil, "\(type)") }
        #expect(document(Code("74465-6", CodeSystem.loinc)).fault == nil)
        for type in ["11488-4", "34133-9", "60591-5"] {
            #expect(document(Code(type, CodeSystem.loinc)).fault == "type", "\(type)")
        }
        #expect(document(Code("REMB", CodeSystem.frenchType)).fault == "type")
    }

    /// Whatever a file calls itself, its first bytes must say the same.
    @Test func noFileIsWhatItOnlySays() {
        for (mediaType, _) in Self.heads where mediaType != "text/plain" {
            #expect(document(mediaType: mediaType, bytes: Array("MZ".utf8)).fault == "mediaType", "\(mediaType)")
        }
    }
}

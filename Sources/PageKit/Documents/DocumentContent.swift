package import ClinicalDocuments
package import PDFPages
import SafeXML
import Wording

/// A document's bytes, made ready for a reader.
package struct DocumentContent: Sendable {
    private let title: String
    private let bytes: [UInt8]
    private let kind: DocumentKind
    private let rendering: CDARendering?

    /// Looks at the bytes, whatever the metadata say they are.
    package init(title: String, bytes: [UInt8], valueSets: ValueSets) {
        self.title = title
        self.bytes = bytes
        kind = DocumentKind(of: bytes)
        rendering = kind == .cda || kind == .xml ? Self.rendering(of: bytes, valueSets) : nil
    }

    /// What the sandboxed frame shows: of a PDF, its pages as somebody draws them.
    package func body(drawing: any PDFDrawing) async -> ContentPage.Body {
        guard let pdf else { return body }
        let title = rendering?.title ?? title
        do throws(PDFDrawingError) {
            let file = try await drawing.draw(pdf)
            return file.pages.isEmpty ? .nothing(title: title, .pdfUnreadable) : .drawn(title: title, file)
        } catch {
            return .nothing(title: title, DocumentPageText(error))
        }
    }

    /// What there is to read without drawing anything.
    package var body: ContentPage.Body {
        guard kind == .cda || kind == .xml else { return Self.body(title, kind, bytes) }
        guard let rendering else { return .nothing(title: title, .unreadable) }
        guard let embedded = rendering.embedded else { return .narrative(rendering) }
        return Self.body(rendering.title, embedded.kind, embedded.bytes)
    }

    /// The PDF that the document is or carries.
    private var pdf: [UInt8]? {
        if kind == .pdf { return bytes }
        guard let embedded = rendering?.embedded, embedded.kind == .pdf else { return nil }
        return embedded.bytes
    }

    /// The PDF or the picture that a clinical document carries.
    package var carried: (bytes: [UInt8], ending: String)? {
        guard let embedded = rendering?.embedded, [.pdf, .jpeg, .png].contains(embedded.kind) else { return nil }
        return (embedded.bytes, embedded.kind.rawValue)
    }

    /// The ending of a file name.
    package var ending: String {
        switch kind {
        case .cda, .xml: "xml"
        case .pdf, .jpeg, .png, .tiff, .gif, .zip, .rtf: kind.rawValue
        case .dicom: "dcm"
        case .text: "txt"
        case .html, .svg, .unknown: "bin"
        }
    }

    private static func rendering(of bytes: [UInt8], _ valueSets: ValueSets) -> CDARendering? {
        guard let document = try? XMLDocument(parsing: bytes, limits: .clinicalDocument),
            let header = try? CDAHeader(document)
        else { return nil }
        return try? CDARendering(document, header: header, valueSets: valueSets)
    }

    private static func body(_ title: String, _ kind: DocumentKind, _ bytes: [UInt8]) -> ContentPage.Body {
        switch kind {
        case .text:
            return String(validating: bytes, as: UTF8.self).map { .text(title: title, $0) }
                ?? .nothing(title: title, .unreadable)
        case .jpeg, .png:
            return .picture(
                title: title,
                mediaType: kind == .jpeg ? "image/jpeg" : "image/png",
                bytes
            )
        default: return .nothing(title: title, .unreadable)
        }
    }
}

extension DocumentPageText {
    /// Why a PDF is not drawn, to whoever wanted to read it.
    fileprivate init(_ error: PDFDrawingError) {
        self =
            switch error {
            case .locked: .pdfLocked
            case .unreadable: .pdfUnreadable
            case .tooMuch: .pdfTooMuch
            case .unavailable: .pdfUnavailable
            }
    }
}

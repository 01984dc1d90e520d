import CPoppler
import PDFPages

/// A file that was opened, whose pages can be drawn.
final class PDFFile {
    private let document: OpaquePointer

    /// Opens one, for as long as this lives.
    init(_ bytes: [UInt8]) throws(PDFDrawingError) {
        // The library has a copy of its own.
        let copy = g_bytes_new(bytes, gsize(bytes.count))
        defer { g_bytes_unref(copy) }
        var error: UnsafeMutablePointer<GError>?
        defer { g_clear_error(&error) }
        guard let opened = poppler_document_new_from_bytes(copy, nil, &error) else {
            throw dmp_is_locked(error) != 0 ? .locked : .unreadable
        }
        document = opened
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    /// How many pages it says that it has.
    var count: Int { Int(poppler_document_get_n_pages(document)) }

    /// A page; nil where the file has none in that place.
    subscript(place: Int) -> PDFPage? {
        poppler_document_get_page(document, Int32(clamping: place)).map { PDFPage($0) }
    }

    /// The pages of a file, as many as the limits allow.
    static func drawn(_ bytes: [UInt8]) -> Result<DrawnPDF, PDFDrawingError> {
        do throws(PDFDrawingError) {
            return .success(try PDFFile(bytes).drawn())
        } catch {
            return .failure(error)
        }
    }

    private func drawn() throws(PDFDrawingError) -> DrawnPDF {
        let end = ContinuousClock.now.advanced(by: .seconds(PDFLimits.seconds))
        var pages: [DrawnPage] = []
        var left = PDFLimits.pictureBytes
        for place in 0..<min(count, PDFLimits.pages) {
            guard place == 0 || ContinuousClock.now < end else { break }
            // What stands before a damaged page can be read.
            guard let drawn = try self[place]?.drawn() else { break }
            guard drawn.picture.count <= left else {
                if pages.isEmpty { throw .tooMuch }
                break
            }
            left -= drawn.picture.count
            pages.append(drawn)
        }
        guard !pages.isEmpty else { throw .unreadable }
        return DrawnPDF(pages: pages, count: count)
    }
}

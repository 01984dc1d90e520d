import CPoppler
import PDFPages

/// A page of a file.
final class PDFPage {
    private let page: OpaquePointer

    init(_ page: OpaquePointer) { self.page = page }

    deinit { g_object_unref(UnsafeMutableRawPointer(page)) }

    /// The page as a picture and as text; nil where it has no size.
    func drawn() throws(PDFDrawingError) -> DrawnPage? {
        var (width, height) = (0.0, 0.0)
        poppler_page_get_size(page, &width, &height)
        guard width.isFinite, height.isFinite, width > 0, height > 0 else { return nil }
        let scale = min(
            PDFLimits.scale,
            Double(PDFLimits.side) / max(width, height),
            (Double(PDFLimits.area) / (width * height)).squareRoot()
        )
        let sheet = try Sheet(width: max(1, Int(width * scale)), height: max(1, Int(height * scale)))
        try draw(on: sheet, scaledBy: scale)
        let isScanned = pictureArea > width * height * Self.scannedShare
        return DrawnPage(
            picture: try isScanned ? sheet.jpeg() : sheet.png(),
            format: isScanned ? .jpeg : .png,
            width: sheet.width,
            height: sheet.height,
            text: text
        )
    }

    /// Draws it, in points of the paper.
    func draw(on sheet: Sheet, scaledBy scale: Double) throws(PDFDrawingError) {
        try sheet.draw(scaledBy: scale) { poppler_page_render(page, $0) }
    }

    /// The share of a page from which pictures on it make it one that a scanner made: losing what the eye does not see, it has a
    /// tenth of the bytes.
    private static let scannedShare = 0.25

    /// How much of the page pictures cover, in points of the paper.
    private var pictureArea: Double {
        let mapping = poppler_page_get_image_mapping(page)
        defer { poppler_page_free_image_mapping(mapping) }
        var area = 0.0
        var next = mapping
        while let each = next {
            if let image = each.pointee.data?.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area {
                area += abs((image.x2 - image.x1) * (image.y2 - image.y1))
            }
            next = each.pointee.next
        }
        return area
    }

    /// Says in any language that something was left out.
    private static let more = " […]"

    /// What is written on it, as much as the limit allows.
    var text: String {
        guard let found = poppler_page_get_text(page) else { return "" }
        defer { g_free(found) }
        let whole = String(cString: found)
        guard whole.utf8.count > PDFLimits.textBytes else { return whole }
        var (end, left) = (whole.startIndex, PDFLimits.textBytes - Self.more.utf8.count)
        while end < whole.endIndex, whole[end].utf8.count <= left {
            left -= whole[end].utf8.count
            whole.formIndex(after: &end)
        }
        return whole[..<end] + Self.more
    }
}

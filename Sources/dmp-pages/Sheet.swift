import CPoppler
import CTurboJPEG
import PDFPages

/// A white sheet in memory that something is drawn on.
final class Sheet {
    let width: Int
    let height: Int
    private let surface: OpaquePointer

    init(width: Int, height: Int) throws(PDFDrawingError) {
        (self.width, self.height) = (width, height)
        guard let made = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw .tooMuch
        }
        surface = made
        guard cairo_surface_status(made) == CAIRO_STATUS_SUCCESS else { throw .tooMuch }
    }

    deinit { cairo_surface_destroy(surface) }

    /// Draws on it, in points of the paper.
    func draw(scaledBy scale: Double, _ drawing: (OpaquePointer) -> Void) throws(PDFDrawingError) {
        guard let pen = cairo_create(surface) else { throw .tooMuch }
        defer { cairo_destroy(pen) }
        cairo_set_source_rgb(pen, 1, 1, 1)
        cairo_paint(pen)
        cairo_scale(pen, scale, scale)
        drawing(pen)
        guard cairo_status(pen) == CAIRO_STATUS_SUCCESS else { throw .tooMuch }
        cairo_surface_flush(surface)
    }

    /// Whether those rows are not all white.
    func hasInk(rows: Range<Int>) -> Bool {
        guard let points = cairo_image_surface_get_data(surface) else { return false }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return rows.clamped(to: 0..<height).contains { row in
            (0..<width).contains { points[row * stride + $0 * 4] != 0xFF }
        }
    }

    /// The sheet as a file without loss; without colours where there are none.
    func png() throws(PDFDrawingError) -> [UInt8] {
        guard let grey = try greySurface() else { return try Self.png(of: surface) }
        defer { cairo_surface_destroy(grey) }
        return try Self.png(of: grey)
    }

    /// The sheet as a file that leaves out what the eye does not see.
    func jpeg() throws(PDFDrawingError) -> [UInt8] {
        guard let press = tjInitCompress(), let points = cairo_image_surface_get_data(surface) else { throw .tooMuch }
        defer { tjDestroy(press) }
        var made: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        defer { tjFree(made) }
        let code = tjCompress2(
            press,
            points,
            Int32(width),
            cairo_image_surface_get_stride(surface),
            Int32(height),
            Int32(TJPF_BGRX.rawValue),
            &made,
            &count,
            Int32(TJSAMP_420.rawValue),
            Self.quality,
            0
        )
        guard code == 0, let made else { throw .tooMuch }
        return Array(UnsafeBufferPointer(start: made, count: Int(count)))
    }

    /// At which letters that were scanned stay clear.
    private static let quality: Int32 = 82

    /// The same without colours; nil where it has some.
    private func greySurface() throws(PDFDrawingError) -> OpaquePointer? {
        guard let points = cairo_image_surface_get_data(surface) else { throw .tooMuch }
        let stride = Int(cairo_image_surface_get_stride(surface))
        // Each point is a word of blue, green and red.
        for row in 0..<height {
            let line = points + row * stride
            for at in 0..<width where line[at * 4] != line[at * 4 + 1] || line[at * 4] != line[at * 4 + 2] {
                return nil
            }
        }
        guard let grey = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
            let greys = cairo_image_surface_get_data(grey)
        else { throw .tooMuch }
        let greyStride = Int(cairo_image_surface_get_stride(grey))
        for row in 0..<height {
            let (line, made) = (points + row * stride, greys + row * greyStride)
            for at in 0..<width { made[at] = line[at * 4] }
        }
        cairo_surface_mark_dirty(grey)
        return grey
    }

    private static func png(of surface: OpaquePointer) throws(PDFDrawingError) -> [UInt8] {
        var file: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &file) { file in
            cairo_surface_write_to_png_stream(
                surface,
                { file, bytes, count in
                    guard let file, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                    file.assumingMemoryBound(to: [UInt8].self).pointee += UnsafeBufferPointer(
                        start: bytes,
                        count: Int(count)
                    )
                    return CAIRO_STATUS_SUCCESS
                },
                file
            )
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .tooMuch }
        return file
    }
}

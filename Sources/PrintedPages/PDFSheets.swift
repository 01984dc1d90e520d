internal import CCairo

/// Sheets of one size on which words and lines are put at given places; the same strokes give the same bytes.
///
/// Lengths are points from the top left corner. What stands where is the caller's: a letter and a sample report share
/// no layout, only this pen.
public final class PDFSheets {
    private let sink = ByteSink()
    private let surface: OpaquePointer?
    private let pen: OpaquePointer?

    /// Lays out the first sheet.
    public init(width: Double, height: Double) {
        surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write,
            Unmanaged.passUnretained(sink).toOpaque(),
            width,
            height
        )
        pen = cairo_create(surface)
    }

    deinit {
        cairo_destroy(pen)
        cairo_surface_destroy(surface)
    }

    /// Fills in the properties of the file; the moment is ISO 8601.
    public func describe(title: String, author: String, created: String) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        // Without these the library writes the clock's time, and no two runs agree.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created)
    }

    /// Writes one line with its baseline a font size under `y`.
    public func write(_ line: String, x: Double, y: Double, _ font: PDFFont) {
        use(font)
        cairo_move_to(pen, x, y + font.size)
        cairo_show_text(pen, line)
    }

    /// How far a line reaches.
    public func width(_ line: String, _ font: PDFFont) -> Double {
        use(font)
        var extents = cairo_text_extents_t()
        cairo_text_extents(pen, line, &extents)
        return extents.x_advance
    }

    /// Breaks text into lines of at most `limit`.
    public func wrap(_ text: String, _ font: PDFFont, _ limit: Double) -> [String] {
        LineBreaker.lines(text, limit: limit) { width($0, font) }
    }

    /// Draws a thin level line.
    public func rule(from start: Double, to end: Double, y: Double) {
        cairo_set_line_width(pen, 0.5)
        cairo_move_to(pen, start, y)
        cairo_line_to(pen, end, y)
        cairo_stroke(pen)
    }

    /// Draws a box.
    public func frame(x: Double, y: Double, width: Double, height: Double) {
        cairo_set_line_width(pen, 1)
        cairo_rectangle(pen, x, y, width, height)
        cairo_stroke(pen)
    }

    /// Marks what a reading aid is to call the part that `body` draws (ISO 32000-1 § 14.8.4).
    public func tagged(_ tag: String, _ body: () -> Void) {
        cairo_tag_begin(pen, tag, nil)
        body()
        cairo_tag_end(pen, tag)
    }

    /// Puts this sheet away and takes another.
    public func turn() { cairo_show_page(pen) }

    /// Puts the last sheet away and gives the file.
    public func finish() throws(PDFError) -> [UInt8] {
        turn()
        cairo_surface_finish(surface)
        let status = cairo_status(pen).rawValue | cairo_surface_status(surface).rawValue
        guard status == 0 else { throw .drawing(status: status) }
        return sink.bytes
    }

    private func use(_ font: PDFFont) {
        cairo_select_font_face(pen, font.family, CAIRO_FONT_SLANT_NORMAL, font.weight.cairo)
        cairo_set_font_size(pen, font.size)
    }
}

/// Takes the bytes as the library gives them.
private final class ByteSink {
    var bytes: [UInt8] = []

    static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
        target,
        data,
        count in
        guard let target else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(target).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}

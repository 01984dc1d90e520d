internal import CCairo

/// A4 sheets under a pen that moves down and turns the page by itself.
final class PDFCanvas {
    static let width = 595.28
    static let height = 841.89
    static let margin = 56.7
    static let bottom = height - 70

    /// Where the next line goes.
    var y = margin
    private var sheet = 1
    private let footer: String
    private let sink = ByteSink()
    private let surface: OpaquePointer?
    private let pen: OpaquePointer?

    init(footer: String) {
        self.footer = footer
        surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write,
            Unmanaged.passUnretained(sink).toOpaque(),
            Self.width,
            Self.height
        )
        pen = cairo_create(surface)
    }

    deinit {
        cairo_destroy(pen)
        cairo_surface_destroy(surface)
    }

    func describe(title: String, author: String, created: String) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        // Without these the library writes the clock's time, and no two runs agree.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created)
    }

    func finish() throws(PDFError) -> [UInt8] {
        drawFooter()
        cairo_show_page(pen)
        cairo_surface_finish(surface)
        let status = cairo_status(pen).rawValue | cairo_surface_status(surface).rawValue
        guard status == 0 else { throw .drawing(status: status) }
        return sink.bytes
    }

    /// Turns the page unless that much room is left on this one.
    func need(_ room: Double) {
        if y + room > Self.bottom { turnPage() }
    }

    func turnPage() {
        drawFooter()
        cairo_show_page(pen)
        sheet += 1
        y = Self.margin
    }

    func width(_ text: String, _ font: PDFFont) -> Double {
        use(font)
        var extents = cairo_text_extents_t()
        cairo_text_extents(pen, text, &extents)
        return extents.x_advance
    }

    /// Writes one line with its baseline a font size under the pen; the pen does not move.
    func write(_ text: String, x: Double, _ font: PDFFont) {
        use(font)
        cairo_move_to(pen, x, y + font.size)
        cairo_show_text(pen, text)
    }

    /// Draws a thin rule under the pen.
    func rule(from start: Double, to end: Double) {
        cairo_set_line_width(pen, 0.5)
        cairo_move_to(pen, start, y)
        cairo_line_to(pen, end, y)
        cairo_stroke(pen)
    }

    private func use(_ font: PDFFont) {
        cairo_select_font_face(pen, "\(font.family)", CAIRO_FONT_SLANT_NORMAL, font.weight)
        cairo_set_font_size(pen, font.size)
    }

    private func drawFooter() {
        let saved = y
        y = Self.height - 48
        let number = "Page\u{A0}\(sheet)"
        write(footer, x: Self.margin, .small)
        write(number, x: Self.width - Self.margin - width(number, .small), .small)
        y = saved
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

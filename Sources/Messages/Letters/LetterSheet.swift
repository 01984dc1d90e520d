internal import CCairo
internal import Wording

/// An A4 sheet under a pen that moves down and takes another sheet when it is full.
final class LetterSheet {
    private static let millimetre = 72 / 25.4
    private static let width = 210 * millimetre
    private static let height = 297 * millimetre
    private static let margin = 20 * millimetre
    private static let bottom = height - 18 * millimetre
    /// The window: 110 mm from the left, 50 mm from the top, as wide as 80 mm.
    private static let window = (x: 110 * millimetre, y: 50 * millimetre, width: 80 * millimetre)
    /// Below the first fold.
    private static let bodyTop = 95 * millimetre

    private var y = margin
    private let sink = PageSink()
    private let surface: OpaquePointer?
    private let pen: OpaquePointer?

    init() {
        surface = cairo_pdf_surface_create_for_stream(
            PageSink.write,
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

    func describe(title: String, created: String) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, "DMP")
        // Without these the library writes the clock's time, and no two runs agree.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created)
    }

    func head(sender: [String], address: [String], date: String) {
        tagged("Sect") {
            for (index, line) in sender.enumerated() { write(line, index == 0 ? .bold : .small) }
            y = Self.window.y
            for line in address.prefix(7) {
                for piece in wrap(line, .address, Self.window.width) { write(piece, .address, x: Self.window.x) }
            }
            y = max(y, Self.bodyTop - LetterFont.text.leading * 1.5)
            write(date, .text, x: Self.window.x)
        }
        y = max(y + 6, Self.bodyTop)
    }

    func subject(_ text: String) {
        tagged("H1") { wrapped(text, .subject) }
        y += 10
    }

    func draw(_ part: LetterPart) {
        switch part {
        case .paragraph(let text):
            tagged("P") { wrapped(text, .text) }
            y += 7
        case .heading(let text):
            tagged("H2") { wrapped(text, .bold) }
            y += 3
        case .steps(let steps):
            tagged("L") {
                for (index, step) in steps.enumerated() {
                    tagged("LI") {
                        need(LetterFont.text.leading)
                        put("\(index + 1).", .text, x: Self.margin)
                        wrapped(step, .text, x: Self.margin + 22)
                    }
                }
            }
            y += 7
        case .code(let label, let groups): code(label, groups)
        }
    }

    func finish() throws(MessageError) -> [UInt8] {
        cairo_show_page(pen)
        cairo_surface_finish(surface)
        let status = cairo_status(pen).rawValue | cairo_surface_status(surface).rawValue
        guard status == 0 else { throw .printing(status: status) }
        return sink.bytes
    }

    private func code(_ label: String, _ groups: String) {
        need(74)
        let top = y
        tagged("P") {
            y += 8
            put(label, .small, x: Self.margin + 12)
            y += LetterFont.small.leading
            put(groups, .code, x: Self.margin + 12)
        }
        cairo_set_line_width(pen, 1)
        cairo_rectangle(pen, Self.margin, top, Self.width - 2 * Self.margin, 64)
        cairo_stroke(pen)
        y = top + 74
    }

    private func wrapped(_ text: String, _ font: LetterFont, x: Double = LetterSheet.margin) {
        for line in wrap(text, font, Self.width - Self.margin - x) { write(line, font, x: x) }
    }

    private func write(_ line: String, _ font: LetterFont, x: Double = LetterSheet.margin) {
        need(font.leading)
        put(line, font, x: x)
        y += font.leading
    }

    private func put(_ line: String, _ font: LetterFont, x: Double) {
        use(font)
        cairo_move_to(pen, x, y + font.size)
        cairo_show_text(pen, line)
    }

    private func need(_ room: Double) {
        guard y + room > Self.bottom else { return }
        cairo_show_page(pen)
        y = Self.margin
    }

    /// Marks what a reading aid is to call the part (ISO 32000-1 § 14.8.4).
    private func tagged(_ tag: String, _ body: () -> Void) {
        cairo_tag_begin(pen, tag, nil)
        body()
        cairo_tag_end(pen, tag)
    }

    private func use(_ font: LetterFont) {
        cairo_select_font_face(pen, "\(font.family)", CAIRO_FONT_SLANT_NORMAL, font.weight)
        cairo_set_font_size(pen, font.size)
    }

    private func wrap(_ text: String, _ font: LetterFont, _ limit: Double) -> [String] {
        LineBreaker.lines(text, limit: limit) { [self] line in
            use(font)
            var extents = cairo_text_extents_t()
            cairo_text_extents(pen, line, &extents)
            return extents.x_advance
        }
    }
}

/// Takes the bytes as the library gives them.
private final class PageSink {
    var bytes: [UInt8] = []

    static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
        target,
        data,
        count in
        guard let target else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<PageSink>.fromOpaque(target).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}

internal import CCairo

/// A face and size of the family that the service's images carry (fonts-dejavu).
struct PDFFont {
    let family: StaticString
    let weight: cairo_font_weight_t
    let size: Double

    static let text = PDFFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_NORMAL, size: 10)
    static let small = PDFFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_NORMAL, size: 8)
    static let bold = PDFFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_BOLD, size: 10)
    static let heading = PDFFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_BOLD, size: 11.5)
    static let title = PDFFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_BOLD, size: 15)
    static let code = PDFFont(family: "DejaVu Sans Mono", weight: CAIRO_FONT_WEIGHT_BOLD, size: 13)

    /// Distance from one line to the next.
    var leading: Double { size * 1.4 }
}

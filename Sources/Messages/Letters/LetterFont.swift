internal import CCairo

/// A face and size of the family that the service's images carry (fonts-dejavu).
struct LetterFont {
    let family: StaticString
    let weight: cairo_font_weight_t
    let size: Double

    /// Body: 13 points, read without effort by most eyes.
    static let text = LetterFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_NORMAL, size: 13)
    static let bold = LetterFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_BOLD, size: 13)
    static let small = LetterFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_NORMAL, size: 10)
    static let address = LetterFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_NORMAL, size: 11)
    static let subject = LetterFont(family: "DejaVu Sans", weight: CAIRO_FONT_WEIGHT_BOLD, size: 15)
    /// Letters of equal width in which 0 and O differ.
    static let code = LetterFont(family: "DejaVu Sans Mono", weight: CAIRO_FONT_WEIGHT_BOLD, size: 28)

    /// Distance from one line to the next.
    var leading: Double { size * 1.4 }
}

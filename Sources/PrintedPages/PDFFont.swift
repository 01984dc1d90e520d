internal import CCairo

/// A face and size of the family that the service's images carry (fonts-dejavu).
public struct PDFFont: Hashable, Sendable {
    /// How heavy the letters are.
    public enum Weight: Hashable, Sendable {
        /// As running text.
        case normal
        /// Heavier.
        case bold

        var cairo: cairo_font_weight_t {
            switch self {
            case .normal: CAIRO_FONT_WEIGHT_NORMAL
            case .bold: CAIRO_FONT_WEIGHT_BOLD
            }
        }
    }

    let family: String
    let weight: Weight
    /// In points.
    public let size: Double

    /// Letters for reading.
    public static func sans(_ size: Double, _ weight: Weight = .normal) -> PDFFont {
        PDFFont(family: "DejaVu Sans", weight: weight, size: size)
    }

    /// Letters of equal width, in which 0 and O differ.
    public static func mono(_ size: Double, _ weight: Weight = .normal) -> PDFFont {
        PDFFont(family: "DejaVu Sans Mono", weight: weight, size: size)
    }

    /// Distance from one line to the next.
    public var leading: Double { size * 1.4 }
}

/// Puts numbers and pages one after the other.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func page(_ page: DrawnPage) {
        number(page.format.rawValue)
        number(UInt32(clamping: page.width))
        number(UInt32(clamping: page.height))
        let text = Array(page.text.utf8)
        number(UInt32(clamping: page.picture.count))
        number(UInt32(clamping: text.count))
        bytes += page.picture
        bytes += text
    }
}

/// Takes them apart again; nil wherever something is missing or is not what it should be.
struct ByteReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        guard let part = take(Number.bitWidth / 8) else { return nil }
        return part.reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    mutating func page() -> DrawnPage? {
        guard let format = number(UInt8.self).flatMap(DrawnPage.Format.init), let width = number(UInt32.self),
            let height = number(UInt32.self), let picture = number(UInt32.self), let text = number(UInt32.self),
            let pictureBytes = take(Int(picture)), text <= PDFLimits.textBytes, let textBytes = take(Int(text)),
            let size = PictureSize(of: pictureBytes, as: format), size == PictureSize(Int(width), Int(height)),
            size.isAllowed,
            let text = String(validating: textBytes, as: UTF8.self)
        else { return nil }
        return DrawnPage(
            picture: Array(pictureBytes),
            format: format,
            width: Int(width),
            height: Int(height),
            text: text
        )
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= bytes.count - at else { return nil }
        defer { at += count }
        return bytes[at..<at + count]
    }
}
